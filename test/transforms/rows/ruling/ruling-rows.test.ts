/** Rows and columns that say of which money the amounts below and beside them are. */
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../../extractors/types.js';
import { loadCodebook } from '../../../../transforms/codebook/index.js';
import { readTable } from '../../../../transforms/rows/index.js';
import type { TableKind } from '../../../../transforms/types.js';
import { documentFacts } from '../../../builders/budget-document.js';
import { extractLines, tabbed } from '../../../builders/text-document.js';

const codebook = loadCodebook();
const HEADER = '科目编码|科目名称|预算数';

/** Reads a table of 2025, cells joined by `|`; a row with one text alone lies over the whole width. */
function read(tableKind: TableKind, rows: readonly string[]) {
  const width = rows[0]?.split('|').length ?? 0;
  const filled = rows.map((row) => (row.includes('|') ? row : row + '|'.repeat(width - 1)));
  const [table] = extractLines(...tabbed(...filled)).tables;
  if (!table) throw new Error('no table was found');
  const grid = mergeAcross(table.readings[0].grid, new Set(rows.flatMap((row, at) => (row.includes('|') ? [] : [at]))));
  const given = { tableNo: 1, tableKind, grid, unit: '万元', isGuess: false, title: null, isUnruled: false };
  return readTable(given, documentFacts({ fiscalYear: 2025 }), codebook);
}

function mergeAcross(grid: Grid, across: ReadonlySet<number>): Grid {
  const cells = grid.cells
    .filter(({ row, col }) => col === 0 || !across.has(row))
    .map((cell) => (across.has(cell.row) ? { ...cell, colSpan: grid.columnCount } : cell));
  return { ...grid, cells };
}

function spendings(rows: readonly string[], kind: TableKind = 'general_public_expenditure') {
  return read(kind, rows).amounts.map(({ label, spendingType }) => `${label} ${String(spendingType)}`);
}

function contradicted(kind: TableKind, rows: readonly string[]) {
  const { diagnostics } = read(kind, rows);
  return diagnostics
    .filter(({ code }) => code === 'section-contradicted')
    .map(({ origin }) => [origin.row, origin.col]);
}

describe('a row over the whole width', () => {
  it('says of which kind of spending the rows below it are, until another one does', () => {
    const rows = [
      HEADER,
      '一、基本支出',
      '2130101|行政运行|3.00',
      '2080505|养老保险|1.00',
      '二、项目支出',
      '2130108|病虫害控制|2.00',
    ];
    expect(spendings(rows)).toEqual(['行政运行 basic', '养老保险 basic', '病虫害控制 project']);
  });

  it('says of which fund they are, and kinds of spending below it are parts of it', () => {
    const parts = ['基本支出', '2130101|行政运行|3.00'];
    const rows = [HEADER, '一般公共预算', ...parts, '政府性基金预算支出', '2120803|城市建设支出|2.00'];
    const { amounts } = read('expenditure_summary', rows);
    expect(amounts.map(({ fundSource, spendingType }) => [fundSource, spendingType])).toEqual([
      ['general_public', 'basic'],
      ['gov_fund', 'total'],
    ]);
  });

  it('ends where the next number stands that says nothing known, though it has none itself', () => {
    const rows = [HEADER, '基本支出', '2130101|行政运行|3.00', '二、项目', '2130108|病虫害控制|2.00'];
    const { amounts, diagnostics } = read('expenditure_summary', rows);
    expect(amounts.map(({ spendingType }) => spendingType)).toEqual(['basic', 'total']);
    expect(diagnostics.map(({ code, origin }) => [code, origin.row])).toEqual([['section-unknown', 4]]);
  });

  it('goes on over numbers that begin below it', () => {
    const parts = ['1、运转', '2130101|行政运行|3.00', '2、其他', '2130108|病虫害控制|2.00'];
    const { amounts, diagnostics } = read('expenditure_summary', [HEADER, '基本支出', ...parts]);
    expect(amounts.map(({ spendingType }) => spendingType)).toEqual(['basic', 'basic']);
    expect(diagnostics).toEqual([]);
  });

  it('ends where another stands in its place that says nothing known: the rows below are in doubt', () => {
    const rows = [HEADER, '项目支出', '2130101|行政运行|3.00', '收回资金', '2130108|病虫害控制|2.00'];
    const { amounts, diagnostics } = read('general_public_expenditure', rows);
    expect(amounts.map(({ spendingType }) => spendingType)).toEqual(['project', 'total']);
    expect(diagnostics.map(({ code, origin }) => [code, origin.row])).toEqual([['section-unknown', 4]]);
    const known = [...rows.slice(0, 3), '基本支出', ...rows.slice(4)];
    expect(read('general_public_expenditure', known).diagnostics).toEqual([]);
  });

  it('of what last year left ends where this year begins', () => {
    const rows = [HEADER, '上年结转', '2130101|行政运行|3.00', '本年预算安排', '2130108|病虫害控制|2.00'];
    const { amounts } = read('general_public_expenditure', rows);
    expect(amounts.map(({ fundSource }) => fundSource)).toEqual(['carryover', 'general_public']);
  });

  it('says of which year they are, its total too', () => {
    const rows = [
      HEADER,
      '2024年预算数',
      '|合计|1.00',
      '2130101|行政运行|1.00',
      '2025年预算数',
      '2130101|行政运行|2.00',
      '|合计|2.00',
    ];
    const { amounts } = read('general_public_expenditure', rows);
    expect(amounts.map(({ budgetStage, fiscalYear }) => [budgetStage, fiscalYear])).toEqual([
      ['prior_year', 2024],
      ['prior_year', 2024],
      ['budget', 2025],
      ['budget', 2025],
    ]);
  });

  it('says in which unit they are', () => {
    const { amounts } = read('general_public_expenditure', [
      HEADER,
      '2130101|行政运行|3.00',
      '（以下金额单位：元）',
      '2130108|病虫害控制|2.00',
    ]);
    expect(amounts.map(({ unit, amount }) => [unit, amount])).toEqual([
      ['万元', 3_000_000n],
      ['元', 200n],
    ]);
  });

  it('takes the unit of the table from rows under a rate', () => {
    const rows = [HEADER, '2130101|行政运行|3.00', '单位：元/人', '2130108|病虫害控制|2.00'];
    const { amounts } = read('general_public_expenditure', rows);
    expect(amounts.map(({ unit, amount }) => [unit, amount])).toEqual([['万元', 3_000_000n]]);
  });

  it('says nothing of the total of the table, of another organisation, or of what is numbered like itself', () => {
    const basic = ['一、基本支出', '2130101|行政运行|3.00'];
    const after = (row: string): string | undefined =>
      spendings([HEADER, ...basic, row, '2130108|病虫害控制|2.00']).at(-1);
    expect(after('|合计|5.00')).toBe('病虫害控制 total');
    expect(after('县农业技术推广站')).toBe('病虫害控制 total');
    expect(after('|二、其他|2.00')).toBe('病虫害控制 total');
    expect(after('|（一）公用经费|2.00')).toBe('病虫害控制 basic');
    expect(after('|小计|3.00')).toBe('病虫害控制 basic');
  });

  it('says of the total that each part has what it is a total of', () => {
    const part = (name: string): string[] => [name, '2130101|行政运行|3.00', '|合计|3.00'];
    expect(spendings([HEADER, ...part('基本支出'), ...part('项目支出')])).toEqual([
      '行政运行 basic',
      '合计 basic',
      '行政运行 project',
      '合计 project',
    ]);
  });

  it('is nothing where its words say more, or where it states an amount', () => {
    expect(spendings([HEADER, '基本支出及其他', '2130101|行政运行|3.00'])).toEqual(['行政运行 total']);
    expect(spendings([HEADER, '|基本支出|3.00', '2130101|行政运行|3.00'])).toEqual([
      '基本支出 total',
      '行政运行 total',
    ]);
    expect(spendings([HEADER, '|项目支出|', '2130101|行政运行|3.00'])).toEqual(['行政运行 total']);
  });

  it('is in doubt with the column, the row or the statement that says otherwise', () => {
    const years = ['科目编码|科目名称|2024年预算数|2025年预算数', '2024年预算数', '2130101|行政运行|3.00|4.00'];
    expect(contradicted('general_public_expenditure', years)).toEqual([[2, 3]]);
    const spending = [
      '科目编码|科目名称|基本支出|项目支出',
      '项目支出',
      '2130101|行政运行|0.00|4.00',
      '2130108|病虫害控制|1.00|',
    ];
    expect(contradicted('general_public_expenditure', spending)).toEqual([[3, 2]]);
    const fund = [HEADER, '政府性基金预算', '2120803|城市建设支出|2.00'];
    expect(contradicted('general_public_expenditure', fund)).toEqual([[2, 2]]);
    expect(contradicted('expenditure_summary', fund)).toEqual([]);
  });
});

it('stands in a text where the rows print their codes', () => {
  const rows = [HEADER, '基本支出||', '2130101|行政运行|3.00', '项目支出||', '2130108|病虫害控制|2.00'];
  expect(spendings(rows)).toEqual(['行政运行 basic', '病虫害控制 project']);
});

it('is a column that divides the rows, too, also where a cell is merged down', () => {
  const rows = [
    '支出类别|科目编码|科目名称|预算数',
    '基本支出|2130101|行政运行|3.00',
    '项目支出|2130108|病虫害控制|2.00',
  ];
  expect(spendings(rows)).toEqual(['行政运行 basic', '病虫害控制 project']);
});

it('says nothing that is less than what the statement says', () => {
  const rows = ['资金来源|科目编码|科目名称|预算数', '财政拨款|2130101|行政运行|3.00'];
  expect(read('general_public_expenditure', rows).amounts[0]?.fundSource).toBe('general_public');
  expect(read('expenditure_summary', rows).amounts[0]?.fundSource).toBe('fiscal_appropriation');
});

describe('the unit of a row', () => {
  const amountsOf = (rows: readonly string[]) =>
    read('general_public_expenditure', rows).amounts.map(({ unit, amount }) => [unit, amount]);

  it('is what stands in brackets behind its name, or in a column of units', () => {
    const named = [HEADER, '2130101|行政运行|3.00', '2130108|病虫害控制（元）|2.00'];
    expect(amountsOf(named)).toEqual([
      ['万元', 3_000_000n],
      ['元', 200n],
    ]);
    const head = '科目编码|科目名称|计量单位|预算数';
    const rows = [head, '2130101|行政运行|千元|3.00', '2130104|事业运行|千元|1.00', '2130108|病虫害控制||2.00'];
    expect(amountsOf(rows).map(([unit]) => unit)).toEqual(['千元', '千元', '万元']);
  });

  it('is none where it is other money, as under a heading that names other money: kept raw, and told', () => {
    for (const rows of [
      [HEADER, '2130101|行政运行（美元）|3.00', '2130108|病虫害控制|2.00'],
      ['科目编码|科目名称|预算数（万美元）', '2130101|行政运行|3.00'],
    ]) {
      const { amounts, diagnostics } = read('general_public_expenditure', rows);
      expect(amounts.map(({ label }) => label)).toEqual(rows.length === 3 ? ['病虫害控制'] : []);
      expect(diagnostics).toMatchObject([{ code: 'amounts-unread', origin: { row: 1, col: 2 } }]);
    }
  });
});
