import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../transforms/statements/columns.js';
import type { Column } from '../../../transforms/statements/columns.js';
import { splitPanels } from '../../../transforms/statements/panels.js';
import { extractLines, tabbed } from '../../builders/text-document.js';
import { headed } from '../lines/stated.js';

/** Columns of a table by its header rows, cells joined by `|`; the columns named are numeric, the year is 2024. */
function columns(header: readonly string[], numeric: readonly number[] = []): Column[] {
  const width = header[0]?.split('|').length ?? 0;
  const body = Array.from({ length: width }, () => '1.00').join('|');
  const [table] = extractLines(...tabbed(...header, body)).tables;
  const grid = table?.readings[0].grid;
  if (grid?.headerRowCount !== header.length) throw new Error('the header was not found');
  return readColumns(
    grid,
    Array.from({ length: width }, (_, col) => (numeric.includes(col) ? ('numbers' as const) : ('blank' as const))),
    2024,
  );
}

describe('the meaning of a column', () => {
  it.each(['增减比例（%）', '变动比例', '增长比例%', '比上年增减比例'])('is a rate of change under %s', (heading) => {
    expect(columns([`项目|预算数|${heading}`], [1, 2])[2]).toMatchObject({ role: 'change_percent' });
  });

  it('is who the row is, below a blank heading over words', () => {
    const grid = extractLines(...tabbed('|合计|基本支出', '行政运行|1.00|1.00')).tables[0]?.readings[0].grid;
    if (!grid) throw new Error('no table was found');
    expect(readColumns({ ...grid, headerRowCount: 1 }, ['words', 'numbers', 'numbers'], 2024)[0]).toMatchObject({
      role: 'name',
    });
  });

  it('is a remark, below an unknown heading over words', () => {
    const grid = extractLines(...tabbed('科目|合计|落实情况', '行政运行|1.00|已落实')).tables[0]?.readings[0].grid;
    if (!grid) throw new Error('no table was found');
    expect(readColumns(grid, ['words', 'numbers', 'words'], 2024)[2]).toMatchObject({ role: 'text' });
  });

  it('is nothing below a blank heading over blanks: such a column parts no panels', () => {
    const rows = tabbed('科目名称||合计||基本支出', '行政运行||1.00||1.00');
    const grid = extractLines(...rows).tables[0]?.readings[0].grid;
    if (!grid) throw new Error('no table was found');
    const found = readColumns(grid, ['words', 'blank', 'numbers', 'blank', 'numbers'], 2024);
    expect(found.map(({ role }) => role)).toEqual(['name', 'text', 'amount', 'text', 'amount']);
    expect(splitPanels(found)).toHaveLength(1);
  });

  it('comes from its whole header path, the inner words refining the outer', () => {
    const [, all, current, general] = columns(['科目名称|合计|本年收入|', '||小计|一般公共预算']);
    expect(all).toMatchObject({ role: 'amount', fundSource: null });
    expect(current).toMatchObject({ role: 'amount', fundSource: 'current_year' });
    expect(general).toMatchObject({ role: 'amount', fundSource: 'general_public' });
  });

  it('is no money under 科目编码 and 科目名称, though 合计 stands below them', () => {
    const rows = tabbed('科目编码|科目名称|本年支出', '合计||小计', '212|城乡社区支出|1.00');
    const grid = extractLines(...rows).tables[0]?.readings[0].grid;
    if (!grid) throw new Error('no table was found');
    const [code, name, amount] = readColumns({ ...grid, headerRowCount: 2 }, ['codes', 'words', 'numbers'], 2024);
    expect(code).toMatchObject({ role: 'code' });
    expect(name).toMatchObject({ role: 'name' });
    expect(amount).toMatchObject({ role: 'amount', flow: 'expenditure' });
  });

  it.each([
    [['科目|预算数|', '|本年|上年']],
    [['科目|预算数|', '|2024年|2023年']],
    [['科目|本年度|上年度']],
    [['科目|收入|', '|预算数|', '|本年|上年']],
  ])('is this year beside last year: %j', (header) => {
    const [, current, last] = columns(header);
    expect(current).toMatchObject({ role: 'amount', isNamed: true });
    expect(current).not.toMatchObject({ stage: 'prior_year' });
    expect(last).toMatchObject({ role: 'amount', isNamed: true, stage: 'prior_year' });
  });

  it('is not known below 本年 beside 上年结转', () => {
    expect(columns(['科目|预算数||', '|合计|本年|上年结转'])[2]).toMatchObject({ isNamed: false });
  });

  it.each([
    ['一般公共预算（含上年结转）', { fundSource: 'general_public' }],
    ['财政拨款（含上年结转）', { fundSource: 'fiscal_appropriation' }],
    ['其他收入（含上级补助）', { fundSource: 'other' }],
    ['基本支出（含上年结转）', { fundSource: null, spendingType: 'basic' }],
    ['上年结转（其中：政府性基金）', { fundSource: 'carryover' }],
    ['合计（含因公出国（境）费）', { threePublicItem: null }],
  ])('is not what a remark in brackets says is within it: %s', (heading, meaning) => {
    expect(columns([`科目|合计|${heading}`], [1, 2])[2]).toMatchObject({
      ...meaning,
      isNamed: true,
      isBeyondFacts: false,
    });
  });

  it.each(['政府性基金+国有资本', '一般公共预算、政府性基金', '事业收入和经营收入', '财政拨款及财政专户资金'])(
    'is not known where a heading joins funds: %s',
    (heading) => {
      const joined = { fundSource: null, isBeyondFacts: true };
      expect(columns([`科目|合计|${heading}`], [1, 2])[2]).toMatchObject(joined);
      expect(columns([`科目|${heading}|`, '|小计|基本支出'], [1, 2])[2]).toMatchObject(joined);
    },
  );

  it.each(['上年结转和结余', '一般公共预算、政府性基金等财政拨款', '合计(1+2)', '一般公共预算(3=1+2)'])(
    'is known where a heading joins no funds, or names what they have in common: %s',
    (heading) => {
      expect(columns([`科目|预算数|${heading}`], [1, 2])[2]).toMatchObject({ isBeyondFacts: false });
    },
  );

  it('is the fund that stands below joined ones', () => {
    expect(columns(['科目|一般公共预算和政府性基金|', '|小计|政府性基金'], [1, 2])).toMatchObject([
      { role: 'name' },
      { isBeyondFacts: true },
      { fundSource: 'gov_fund', isBeyondFacts: false },
    ]);
  });

  it.each(['1-9月执行数', '2024年1—6月执行数', '截至6月底支出数', '上半年执行数', '三季度执行数', '预计执行数'])(
    'is neither final nor budget for a part of the year or a forecast: %s',
    (heading) => {
      expect(columns([`科目|合计|${heading}`], [1, 2])[2]).toMatchObject({ stage: null, isBeyondFacts: true });
    },
  );

  it.each([
    ['1-12月执行数', 'final'],
    ['截至12月31日决算数', 'final'],
    ['2023年预计执行数', 'prior_year'],
  ])('is known for a whole year: %s', (heading, stage) => {
    expect(columns([`科目|合计|${heading}`], [1, 2])[2]).toMatchObject({ stage, isBeyondFacts: false });
  });

  it('stays carryover below 上年结转', () => {
    const [, , carried] = columns(['科目|合计|上年结转|', '||一般公共预算|政府性基金']);
    expect(carried).toMatchObject({ fundSource: 'carryover' });
  });

  it('tells kinds of spending', () => {
    const found = columns(['科目|合计|基本支出||项目支出', '||人员经费|公用经费|']).map((column) =>
      column.role === 'amount' ? column.spendingType : column.role,
    );
    expect(found).toEqual(['name', null, 'personnel', 'public', 'project']);
  });

  it('stays last year whatever figure of it a lower heading names, unless that names this year', () => {
    const stages = (...rows: readonly string[]) =>
      columns(rows).map((column) => (column.role === 'amount' ? column.stage : null));
    const lastYear = 'prior_year';
    expect(stages('项目|2023年度||2024年度', '|预算数|决算数|预算数')).toEqual([null, lastYear, lastYear, 'budget']);
    expect(stages('项目|上年||本年', '|预算数|执行数|预算数')).toEqual([null, lastYear, lastYear, 'budget']);
    expect(stages('项目|2023年与2024年对比|', '|2023年决算数|2024年预算数')).toEqual([null, lastYear, 'budget']);
  });

  it('is not known where a heading names a later year', () => {
    const found = columns(['项目|2024年预算数|2025年预算数']);
    expect(found.map((column) => column.role === 'amount' && column.isNamed)).toEqual([false, true, false]);
  });

  it('is last year where the heading names an earlier year or 上年', () => {
    const stages = columns(['项目|2023年预算数|2024年预算数|上年决算数']).map((column) =>
      column.role === 'amount' ? column.stage : null,
    );
    expect(stages).toEqual([null, 'prior_year', 'budget', 'prior_year']);
  });

  it('is no money for codes, counts, changes and shares', () => {
    const roles = columns(['科目编码|科目名称|数量|金额|增减额|增减%|占比'], [0, 2, 3, 4, 5, 6]).map(
      ({ role }) => role,
    );
    expect(roles).toEqual(['code', 'name', 'text', 'amount', 'change_amount', 'change_percent', 'share']);
  });

  it('is money under 项目 where numbers stand below it', () => {
    expect(columns(['科目|合计|基本|项目'], [1, 2, 3])[3]).toMatchObject({ role: 'amount' });
    expect(columns(['项目|合计|基本|备注'], [1, 2])[0]).toMatchObject({ role: 'name' });
  });

  it('is a fund, not a change, where 收支差额 is made good', () => {
    expect(columns(['项目|合计|用事业基金弥补收支差额'], [1, 2])[2]).toMatchObject({ fundSource: 'used_surplus' });
  });

  it('is carryover where only 财政拨款 is left, and is not at the end of the year', () => {
    const [, , left, end] = columns(['项目|合计|财政拨款结转|年末财政拨款结转和结余'], [1, 2, 3]);
    expect(left).toMatchObject({ fundSource: 'carryover' });
    expect(end).toMatchObject({ fundSource: 'fiscal_appropriation', spendingType: 'carryover' });
  });

  it('comes from words that two headings part between them', () => {
    const heads = ['一般公共预算', '政府性基金预', '拨款收入', '算拨款收入'];
    const grid = headed(2, 3, [
      { text: '项目', rowSpan: 2 },
      ...heads.map((text, at) => ({ row: Math.floor(at / 2), col: (at % 2) + 1, text })),
    ]);
    const found = readColumns(grid, ['words', 'numbers', 'numbers'], 2024).slice(1);
    expect(found).toMatchObject([
      { fundSource: 'general_public', isNamed: true },
      { fundSource: 'gov_fund', isNamed: true },
    ]);
  });

  it('is this year’s part under 当年安排, and no amount under 调整数', () => {
    const [, , own, adjusted] = columns(['项目|合计|当年安排|调整数'], [1, 2, 3]);
    expect(own).toMatchObject({ fundSource: 'current_year', isNamed: true });
    expect(adjusted).toMatchObject({ role: 'adjustment' });
  });

  it('is of the side that its innermost heading names', () => {
    const found = columns(['项目|年初结转和结余|本年支出|', '||本年收入|小计'], [1, 2, 3]).slice(1);
    expect(found.map((column) => (column.role === 'amount' ? column.flow : null))).toEqual([
      'revenue',
      'revenue',
      'expenditure',
    ]);
  });

  it('does not come from the column numbers, though 类 款 项 stand beside them in one cell', () => {
    const grid = headed(2, 3, [
      { text: '科目编码' },
      { col: 1, text: '科目名称' },
      { col: 2, text: '合计' },
      { row: 1, text: '类 款 项' },
      { row: 1, col: 1, text: '栏次' },
      { row: 1, col: 2, text: '1' },
    ]);
    expect(readColumns(grid, ['codes', 'words', 'numbers'], 2024).map(({ role, path }) => [role, ...path])).toEqual([
      ['code', '科目编码', '类款项'],
      ['name', '科目名称'],
      ['amount', '合计'],
    ]);
  });

  it('names units under 单位名称（科目） unless codes stand beside it', () => {
    expect(columns(['单位代码|单位名称（科目）|合计'], [2])[1]).toMatchObject({ role: 'unit_name' });
    expect(columns(['科目编码|单位代码|单位名称（科目）|合计'], [3])[2]).toMatchObject({ role: 'name' });
  });

  it('has the unit that its own heading names', () => {
    expect(columns(['项目|金额（元）|预算数'])[1]).toMatchObject({ unit: '元' });
  });
});

describe('the panels of a statement', () => {
  const shapes = (header: string) =>
    splitPanels(columns([header])).map(({ labels, amounts }) => [labels.length, amounts.length]);

  it('are its two sides', () => {
    expect(shapes('收入项目|金额|支出项目|合计|金额 ')).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  it('do not begin at a remark', () => {
    expect(shapes('项目|金额|备注')).toEqual([[2, 1]]);
  });
});
