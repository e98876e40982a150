import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../extractors/types.js';
import { reportEmptyStatements } from '../../../../transforms/checks/doubts/empty-statements.js';
import { reportLostHeads } from '../../../../transforms/checks/doubts/lost-heads.js';
import { reportUnfilledColumns } from '../../../../transforms/checks/doubts/unfilled-columns.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import { budgetTable } from '../../../builders/budget-document.js';
import type { StatedAmount } from '../../../../transforms/types.js';
import { coded, headed, said, stated, table, TOTAL } from '../../lines/stated.js';

describe('a 小计 beside a 合计', () => {
  const lines = arrangeLines(table([{}, {}, {}, {}], [{ label: '甲', cells: ['4.00', '3.00', '2.00', '1.00'] }]));
  const told = (cells: readonly Partial<Cell>[]) => {
    const grid = headed(2, 5, cells);
    return reportLostHeads(lines, [{ ...budgetTable(1, 'expenditure_summary', [['']]), grid }]).map(
      ({ code, origin }) => [code, origin.col],
    );
  };
  const heads = [
    { row: 0, col: 1, rowSpan: 2, text: '合计' },
    { row: 1, col: 2, text: '小计' },
    { row: 1, col: 3, text: '人员经费' },
  ];

  it('has lost its head, and so have the columns behind it', () => {
    expect(told(heads)).toEqual([
      ['head-lost', 2],
      ['head-lost', 3],
      ['head-lost', 4],
    ]);
    expect(told([{ col: 1, colSpan: 3, text: '预算数' }, ...heads.map((head) => ({ ...head, row: 1 }))])).toEqual([
      ['head-lost', 2],
      ['head-lost', 3],
    ]);
  });

  it('is one of a head of its own', () => {
    expect(told([{ col: 2, colSpan: 2, text: '基本支出' }, ...heads])).toEqual([]);
    // merged cells written as blank ones
    expect(told([{ col: 2, text: '基本支出' }, ...heads])).toEqual([]);
  });
});

describe('a statement of which nothing but the header is printed', () => {
  const bare = budgetTable(1, 'three_public', [['合计', '公务接待费']]);
  const told = (text: string, given = bare) =>
    reportEmptyStatements(
      [],
      [given],
      [{ blockNo: 1, order: 1, kind: 'paragraph', text, page: null, box: null, lineFirst: 1, lineLast: 1 }],
    ).map(({ code, origin }) => [code, origin.tableNo]);

  it('is told, unless the text declares it empty', () => {
    expect(told('')).toEqual([['statement-without-rows', 1]]);
    expect(told('本部门没有使用财政拨款安排的“三公”经费支出。')).toEqual([]);
    expect(told('', budgetTable(1, 'three_public', [['合计'], ['3.00']]))).toEqual([]);
  });
});

describe('a column that no row fills', () => {
  const SPENDING = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'operating' }] as const;
  const blank = { ...stated('0'), col: 4, spendingType: 'project' } as const;
  const own = table(SPENDING, [
    { ...TOTAL, cells: ['5.00', '3.00', '2.00'] },
    { ...coded('function', '201'), cells: ['5.00', '3.00', '2.00'] },
  ]);
  const told = (project: string, fields = {}) =>
    toldBeside(table([{ spendingType: 'project' }], [{ ...TOTAL, ...fields, cells: [project] }], 2));
  const toldBeside = (elsewhere: readonly StatedAmount[]) => {
    const tables = [{ ...budgetTable(1, 'expenditure_summary', [['']]), blankColumns: [blank] }];
    return reportUnfilledColumns(arrangeLines([...own, ...elsewhere]), tables, ({ fundSource }) => fundSource).map(
      ({ code, origin }) => [code, origin.row, origin.col],
    );
  };

  it('makes suspect what may be its figures where another statement prints its total', () => {
    expect(told('2.00')).toEqual([
      ['column-unfilled', 1, 2],
      ['column-unfilled', 1, 3],
      ['column-unfilled', 2, 2],
      ['column-unfilled', 2, 3],
    ]);
  });

  it('does so where a sentence about the statement prints its total, and none about another', () => {
    const sentence = (tableKind: StatedAmount['tableKind']) =>
      stated('2.00', { ...TOTAL, ...said(1, 0, 1), tableKind, spendingType: 'project' });
    const kind = own[0]?.tableKind ?? 'other';
    expect(toldBeside([sentence(kind)])).toHaveLength(4);
    expect(toldBeside([sentence('revenue_summary')])).toEqual([]);
  });

  it('is blank where the other prints nought, or another year', () => {
    expect(told('0.00')).toEqual([]);
    expect(told('2.00', { fiscalYear: 2023 })).toEqual([]);
  });
});
