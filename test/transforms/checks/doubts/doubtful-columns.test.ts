import { describe, expect, it } from 'vitest';
import {
  reportBlankParts,
  reportBlankWholes,
  reportFailingColumns,
  reportRowGaps,
} from '../../../../transforms/checks/doubts/doubtful-columns.js';
import { RoundingUnits } from '../../../../transforms/checks/rounding.js';
import { checkSums } from '../../../../transforms/checks/sums/sum.js';
import { findTableSums } from '../../../../transforms/checks/sums/table-sums.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { BudgetTable, StatedAmount } from '../../../../transforms/types.js';
import { coded, headed, stated, table, TOTAL } from '../../lines/stated.js';
import { budgetTable } from '../../../builders/budget-document.js';

const SPENDING = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'project' }] as const;

/** Rows of function classes with these cells in the columns 合计, 基本支出, 项目支出. */
function rows(...cells: readonly (readonly (string | null)[])[]) {
  return cells.map((row, at) => ({ ...coded('function', String(201 + at)), cells: row }));
}

function failing(amounts: readonly StatedAmount[]) {
  const lines = arrangeLines(amounts);
  const findings = checkSums(findTableSums(lines, null), new RoundingUnits(lines));
  return reportFailingColumns(lines, findings).map(({ code, origin }) => [code, origin.row, origin.col]);
}

describe('columns whose sums fail', () => {
  const single = ['4.00', '4.00', null];

  it('are in doubt in all rows where that is so in several', () => {
    const said = failing(table(SPENDING, rows(['3.00', '1.00', '1.00'], ['5.00', '1.00', '3.00'], single)));
    expect(said).toContainEqual(['columns-in-doubt', 3, 1]);
    expect(said).toHaveLength(8);
  });

  it('are not where one row fails, or more rows of several figures hold', () => {
    const right = ['3.00', '1.00', '2.00'];
    expect(failing(table(SPENDING, rows(['3.00', '1.00', '1.00'], right, single)))).toEqual([]);
    expect(failing(table(SPENDING, rows(['3.00', '1.00', '1.00'], ['5.00', '1.00', '3.00'], right, right)))).toEqual(
      [],
    );
  });
});

describe('a row that is the only part of another', () => {
  const cells = ['3.00', '1.00', '2.00'];
  const wrong = (unit: string) => ({ label: unit, budgetUnitName: unit, cells: ['4.00', '1.00', '2.00'] });
  const holding = { ...TOTAL, cells };

  it('speaks no second time for the columns: others that fail weigh more', () => {
    const repeated = { ...coded('function', '201'), cells };
    const lower = { ...coded('function', '20103'), cells };
    expect(failing(table(SPENDING, [repeated, lower, wrong('甲'), wrong('乙')]))).toContainEqual([
      'columns-in-doubt',
      2,
      1,
    ]);
    const different = { ...coded('function', '205'), cells: ['5.00', '2.00', '3.00'] };
    expect(failing(table(SPENDING, [holding, different, wrong('甲'), wrong('乙')]))).toEqual([]);
  });
});

describe('a whole that no row fills', () => {
  const amounts = table(SPENDING, rows([null, '1.00', '2.00'], [null, '4.00', null]));
  const blank = { ...stated('0'), col: 1 };
  const of = (blankColumns: BudgetTable['blankColumns']) =>
    reportBlankWholes(arrangeLines(amounts), [
      { ...budgetTable(1, 'expenditure_summary', [['', '', '', '']]), blankColumns },
    ]);

  it('makes its parts suspect', () => {
    expect(of([blank]).map(({ code, origin }) => [code, origin.row, origin.col])).toEqual([
      ['whole-column-blank', 1, 2],
      ['whole-column-blank', 1, 3],
      ['whole-column-blank', 2, 2],
    ]);
  });

  it('makes suspect what it is a part of itself: its figures may stand there', () => {
    const funds = table(
      [{ fundSource: 'all' }, { fundSource: 'current_year' }, { fundSource: 'gov_fund' }],
      rows(['3.00', null, '2.00']),
    );
    const tables = [{ ...budgetTable(1, 'revenue_summary', [['', '', '', '']]), blankColumns: [] }];
    const told = (blankColumns: BudgetTable['blankColumns']) =>
      reportBlankWholes(
        arrangeLines(funds),
        tables.map((one) => ({ ...one, blankColumns })),
      ).map(({ origin }) => origin.col);
    expect(told([{ ...stated('0'), col: 2, fundSource: 'current_year' }])).toEqual([1, 3]);
    // a blank column without parts is a part that is nought
    expect(told([{ ...stated('0'), col: 2, fundSource: 'own_funds' }])).toEqual([]);
  });

  it('makes columns of classes suspect, those of its own head or all', () => {
    const classed = table([{}, {}, {}, {}], rows([null, '1.00', '2.00', '4.00']));
    const told = (cells: Parameters<typeof headed>[2]) => {
      const grid = headed(2, 5, cells);
      const tables = [{ ...budgetTable(1, 'expenditure_summary', [['']]), grid, blankColumns: [blank] }];
      return reportBlankWholes(arrangeLines(classed), tables).map(({ origin }) => origin.col);
    };
    expect(told([{ col: 1, rowSpan: 2, text: '合计' }])).toEqual([2, 3, 4]);
    const group = [{ col: 1, colSpan: 3, text: '基本支出' }, ...[2, 3].map((col) => ({ row: 1, col, text: '甲' }))];
    expect(told([...group, { row: 1, col: 1, text: '小计' }])).toEqual([2, 3]);
    expect(told([{ col: 1, rowSpan: 2, text: '工资福利支出' }])).toEqual([]);
  });

  it('is none where the table has no such column, or its blank one is of another year', () => {
    expect(of([])).toEqual([]);
    expect(of([{ ...blank, fiscalYear: 2023 }])).toEqual([]);
  });
});

describe('a whole of which no row fills a part', () => {
  const amounts = table(SPENDING, rows(['3.00', null, null], ['4.00', null, null]));
  const [basic, project] = [
    { ...stated('0'), col: 2, spendingType: 'basic' },
    { ...stated('0'), col: 3, spendingType: 'project' },
  ] as const;
  const of = (given: readonly StatedAmount[], ...blankColumns: BudgetTable['blankColumns']) =>
    reportBlankParts(arrangeLines(given), [
      { ...budgetTable(1, 'expenditure_summary', [['', '', '', '']]), blankColumns },
    ]).map(({ code, origin }) => [code, origin.row, origin.col]);

  it('is suspect: its figures may be those of a part', () => {
    expect(of(amounts, basic, project)).toEqual([
      ['part-columns-blank', 1, 1],
      ['part-columns-blank', 2, 1],
    ]);
  });

  it('is not where the table has columns for some parts only, or a row fills one', () => {
    expect(of(amounts, basic)).toEqual([]);
    expect(of(table(SPENDING, rows(['3.00', null, '3.00'])), basic)).toEqual([]);
  });
});

describe('a row that prints a whole and none of its parts, or parts and no whole', () => {
  const TABLE = [{ ...budgetTable(1, 'expenditure_summary', [['', '', '', '']]), blankColumns: [] }];
  const gaps = (...cells: readonly (readonly (string | null)[])[]) =>
    reportRowGaps(arrangeLines(table(SPENDING, rows(...cells))), TABLE).map(({ code, origin }) => [
      code,
      origin.row,
      origin.col,
    ]);

  it('is suspect where another row prints both', () => {
    expect(gaps(['3.00', '1.00', '2.00'], ['4.00', null, null], [null, '5.00', '1.00'])).toEqual([
      ['row-incomplete', 2, 1],
      ['row-incomplete', 3, 2],
      ['row-incomplete', 3, 3],
    ]);
  });

  it('is not where none does, nor where one part is the whole, or what is printed is nought', () => {
    expect(gaps(['3.00', null, null], ['4.00', null, null])).toEqual([]);
    expect(gaps(['3.00', '1.00', '2.00'], ['4.00', null, '4.00'], ['0.00', null, null])).toEqual([]);
  });

  it('is no matter of totals and of rows without a code: 结转下年 has no parts', () => {
    const amounts = table(SPENDING, [
      ...rows(['3.00', '1.00', '2.00']),
      { label: '结转下年', lineRole: 'carryover', cells: ['4.00', null, null] },
    ]);
    expect(reportRowGaps(arrangeLines(amounts), TABLE)).toEqual([]);
  });
});
