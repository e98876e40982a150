import { describe, expect, it } from 'vitest';
import { walkOutline } from '../../../transforms/rows/memo.js';
import { outlineLevel, readOutline } from '../../../transforms/rows/outline.js';
import { joinCodeColumns, schemeOfCode } from '../../../transforms/rows/codes/printed-code.js';
import type { LineRole } from '../../../transforms/types.js';

describe('the outline of a label', () => {
  it.each([
    ['一、基本支出', 1, 1, '基本支出'],
    ['二十三、其他支出', 1, 23, '其他支出'],
    ['（三）公务接待费', 2, 3, '公务接待费'],
    ['1.公务用车购置费', 3, 1, '公务用车购置费'],
    ['(2)运行费', 4, 2, '运行费'],
    ['人员经费', null, null, '人员经费'],
    ['1.5万元以上设备', null, null, '1.5万元以上设备'],
  ])('%s', (label, numberLevel, number, words) => {
    expect(readOutline(label)).toMatchObject({ numberLevel, number, words, ofWhich: false });
  });

  it('knows 其中, before a number too', () => {
    expect(readOutline('其中：一、一般公共预算拨款')).toMatchObject({
      ofWhich: true,
      numberLevel: 1,
      words: '一般公共预算拨款',
    });
    expect(readOutline('其 中: 购置费')).toMatchObject({ ofWhich: true, words: '购置费' });
  });

  it('measures indentation in half-width columns', () => {
    expect(readOutline('　　政协事务').indent).toBe(4);
    expect(outlineLevel(readOutline('  行政运行'))).toBeGreaterThan(outlineLevel(readOutline('政协事务')));
  });
});

describe('rows that repeat part of another', () => {
  const memos = (...rows: readonly (readonly [label: string, role?: LineRole, topic?: string])[]) => {
    const walk = walkOutline();
    return rows
      .filter(([label, role = 'detail', topic = null]) => {
        return walk.next({ outline: readOutline(label), role, coded: false, topic }).isMemo;
      })
      .map(([label]) => label);
  };

  it('go on with the numbering of the 其中 row', () => {
    const rows = [
      ['年初结转', 'carryover'],
      ['其中：一、一般公共预算'],
      ['二、政府性基金'],
      ['收入总计', 'total'],
      ['三、其他'],
    ] as const;
    expect(memos(...rows)).toEqual(['其中：一、一般公共预算', '二、政府性基金']);
  });

  it('go on without numbers until a number', () => {
    expect(memos(['二、公务用车'], ['其中：购置费'], ['运行费'], ['三、公务接待费'])).toEqual([
      '其中：购置费',
      '运行费',
    ]);
  });

  it('end where another topic begins', () => {
    const rows = [
      ['会议费', 'detail', 'meeting'],
      ['其中：大会', 'detail', 'meeting'],
      ['培训费', 'detail', 'training'],
    ] as const;
    expect(memos(...rows)).toEqual(['其中：大会']);
  });

  it('begin below carryover where numbering starts anew', () => {
    expect(memos(['上年结转', 'carryover'], ['一、一般公共预算'], ['二、政府性基金'])).toHaveLength(2);
  });
});

describe('codes in columns', () => {
  it('are put together from 类, 款 and 项', () => {
    expect(joinCodeColumns(['201', '02', '01'], []).code).toBe('2010201');
  });

  it('take what the rows above printed where only the own fragment stands', () => {
    expect(joinCodeColumns(['', '', '06'], ['201', '02', '01']).code).toBe('2010206');
    expect(joinCodeColumns(['', '3', ''], ['201', '02', '01']).code).toBe('20103');
  });

  it('may be whole in each column', () => {
    expect(joinCodeColumns(['201', '20102', '2010201'], []).code).toBe('2010201');
  });

  it('are the fragment alone where no code stands above it, and none where nothing is printed', () => {
    expect(joinCodeColumns(['', '', '06'], []).code).toBe('06');
    expect(joinCodeColumns(['201', '', '06'], ['208', '05', '01']).code).toBe('06');
    expect(joinCodeColumns(['', '', ''], ['201']).code).toBeNull();
  });

  it('keep leading zeros', () => {
    expect(joinCodeColumns(['0101'], []).code).toBe('0101');
  });

  it.each([
    ['201', 'function'],
    ['2010201', 'function'],
    ['30101', 'dept_economic'],
    ['501', 'gov_economic'],
    ['1030102', 'revenue'],
    ['A02010105', 'procurement'],
    ['21', null],
    ['301001', null],
  ])('%s is of %s', (code, scheme) => {
    expect(schemeOfCode(code)).toBe(scheme);
  });
});
