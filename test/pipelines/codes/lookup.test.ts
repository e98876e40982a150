import { describe, expect, it } from 'vitest';
import { alignColumns, widthOf } from '../../../pipelines/cli/width.js';
import { call } from '../../builders/call.js';

async function lines(...args: readonly string[]): Promise<readonly string[]> {
  const ended = await call('codes', ...args);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return ended.stdout.trimEnd().split('\n');
}

describe('one code', () => {
  it('has a card with its path, trust, correspondences and what is below it', async () => {
    const card = await lines('20102', '--year', '2024');
    expect(card.slice(0, 4)).toEqual([
      '20102  政协事务',
      '  classification  支出功能分类科目 (function), 款',
      '  path            201 一般公共服务支出',
      '  budget          一般公共预算',
    ]);
    expect(card).toContainEqual(expect.stringMatching(/^ {2}evidence {8}\S.*; (high|medium|low) confidence$/));
    expect(card).toContainEqual(expect.stringMatching(/^ {2}COFOG {11}01\.1\.1 Executive/));
    expect(card).toContainEqual(expect.stringMatching(/^\d+ below it:$/));
    expect(card).toContain('  2010204  政协会议');
  });

  it.each([
    ['2023', '2010308  信访事务'],
    ['2024', '20140  信访事务'],
  ])('is found by its name in %s', async (year, head) => {
    expect((await lines('信访事务', '--year', year))[0]).toBe(head);
  });

  it('has the name of the year asked for, and old names are said to be old', async () => {
    const then = await lines('医疗卫生与计划生育支出', '--year', '2018');
    expect(then[0]).toBe('210  医疗卫生与计划生育支出');
    expect(then).toContain('  present name    卫生健康支出');
    const now = await lines('医疗卫生与计划生育支出');
    expect(now.slice(0, 2)).toEqual(['医疗卫生与计划生育支出 is a former name or an alias:', '210  卫生健康支出']);
  });

  it('that was not in force in the year is shown, and that is said', async () => {
    const card = await lines('2010308', '--year', '2025');
    expect(card.slice(0, 3)).toEqual([
      'in 2025, 信访事务 is 20140',
      'nothing that fits was in force in 2025; in other years:',
      '2010308  信访事务',
    ]);
  });

  it.each([['2010301行政运行'], ['2010301', '行政运行'], ['[2010301]行政运行'], ['201', '03', '01']])(
    'may be typed as %s %s',
    async (...words) => {
      expect((await lines(...words)).slice(0, 2)).toEqual([
        '2010301  行政运行',
        '  classification  支出功能分类科目 (function), 项',
      ]);
    },
  );

  it('that is typed with the name of another is told apart from it', async () => {
    expect((await lines('30202', '水费')).slice(0, 2)).toEqual([
      '30202 is not named 水费; that is the name of 30205 水费',
      '30202  印刷费',
    ]);
    expect((await lines('30202 没有这样的费'))[0]).toBe('30202 is not named 没有这样的费, nor is any other code');
    expect((await lines('30288水费')).slice(0, 2)).toEqual(['no code 30288; by the name 水费:', '30205  水费']);
  });

  it('shows what is in doubt: years, the other reading, a note', async () => {
    const card = await lines('2010705');
    expect(card).toContain('  in force        until 2020?');
    expect(card).toContain('  other reading   税务登记证及发票管理');
    expect(await lines('30104')).toContainEqual(expect.stringMatching(/^ {2}note {12}\S/));
  });

  it('says what it is to the code that it corresponds to', async () => {
    expect(await lines('20102')).toContainEqual(
      expect.stringMatching(/^ {2}COFOG {11}01\.1\.1 .* \(this class is a part of it\)$/),
    );
  });

  it('corresponds to codes of the other economic classification', async () => {
    expect(await lines('30213')).toContainEqual(expect.stringMatching(/^ {2}政府经济分类 {4}50209 维修（护）费 \(/));
  });
});

describe('several codes', () => {
  it('stand below their classification, Chinese in line', async () => {
    const list = await lines('行政运行', '--year', '2024');
    expect(list[0]).toBe('支出功能分类科目 (function)');
    expect(list[1]).toMatch(/^ {2}2010101 {2}行政运行 .*一般公共服务支出 › 人大事务 +\S/);
    const lastColumns = list.slice(1, 41).map((line) => widthOf(line.slice(0, line.lastIndexOf('  '))));
    expect([...new Set(lastColumns)]).toHaveLength(1);
    expect(list.at(-1)).toMatch(/^… and \d+ more: --format csv$/);
  });

  it('of both editions of a catalogue are told apart, unless a year picks one', async () => {
    const both = await lines('--scheme', 'procurement', '打印机');
    expect(both).toContain('政府采购品目分类目录 (procurement, edition 2013)');
    expect(both).toContain('政府采购品目分类目录 (procurement, edition 2022)');
    expect(both.at(-1)).toBe('The same code means other goods in each edition.');
    const one = await lines('A02010105', '--year', '2024');
    expect(one[0]).toBe('A02010105  台式计算机');
    const other = await lines('A02010105', '--year', '2020');
    expect(other[0]).toBe('A02010105  便携式计算机');
  });

  it.each(['0', '1', '支出'])('fit a terminal: %s', async (text) => {
    expect(Math.max(...(await lines(text)).map(widthOf))).toBeLessThanOrEqual(130);
  });

  it('go to programs with their old names and whether they were in force', async () => {
    const ended = await call('codes', '207', '--scheme', 'function', '--format', 'json', '--year', '2024');
    const rows: unknown = JSON.parse(ended.stdout);
    expect(rows).toContainEqual(
      expect.objectContaining({
        code: '207',
        old_names: '文化体育与传媒支出(-2018)',
        in_force: true,
        match: 'code',
        path: '',
        doubtful_years: '',
        other_name: null,
        note: null,
      }),
    );
  });
});

describe('what nobody knows', () => {
  it('ends with 1, and near names are results', async () => {
    expect(await call('codes', '没有这样的科目')).toMatchObject({ code: 1, stdout: '' });
    expect((await lines('打印机复印'))[0]).toBe('no code or name fits; near names:');
    expect(await call('codes', '没有', '这样', '--format', 'json')).toMatchObject({ code: 1, stdout: '[]\n' });
    const csv = await call('codes', '没有这样的科目', '--format', 'csv');
    expect(csv.stdout).toMatch(/^scheme,edition,code,name,.*\n$/);
  });

  it.each(['1948', '2101', '24', '02024'])('is no year: %s', async (year) => {
    expect(await call('codes', '201', '--year', year)).toMatchObject({ code: 2, stdout: '' });
  });

  it('may be the name of a subcommand', async () => {
    const ended = await call('codes', '--scheme', 'function', 'learn');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/no code or name fits "learn"/);
  });
});

describe('columns', () => {
  it('count two places for Chinese', () => {
    expect(widthOf('支出a（）')).toBe(9);
    expect(
      alignColumns([
        ['支出', 'a'],
        ['b', 'c'],
      ]),
    ).toEqual(['支出  a', 'b     c']);
  });
});
