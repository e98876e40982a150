import { expect, it } from 'vitest';
import type { Diagnostic, Origin } from '../../../extractors/types.js';
import { addPages } from '../../../transforms/readings/index.js';
import type { BudgetTable } from '../../../transforms/types.js';
import { budgetTable } from '../../builders/budget-document.js';

/** Table 4: the header and a row on page 2; a row on page 3 whose first cell begins on page 2. */
function overPages(): BudgetTable {
  const table = budgetTable(4, 'other', [
    ['项目', '金额'],
    ['甲', '1.00'],
    ['甲', '2.00'],
  ]);
  const cells = table.grid.cells
    .filter(({ row, col }) => row < 2 || col > 0)
    .map((cell) => ({
      ...cell,
      page: cell.row < 2 ? 2 : 3,
      rowSpan: cell.row === 1 && cell.col === 0 ? 2 : 1,
    }));
  return { ...table, raw: { ...table.raw, pageFirst: 2, pageLast: 3 }, grid: { ...table.grid, cells } };
}

function said(origin: Origin): Diagnostic {
  return { stage: 'transform', severity: 'warning', code: 'row-odd', message: 'm', origin };
}

function placed(origin: Origin, ...tables: readonly BudgetTable[]): Origin | undefined {
  return addPages([said(origin)], tables)[0]?.origin;
}

it.each<[string, Origin, number]>([
  ['a cell', { tableNo: 4, row: 2, col: 1, page: null }, 3],
  ['a merged cell', { tableNo: 4, row: 2, col: 0 }, 2],
  ['a row that a merged cell above reaches into', { tableNo: 4, row: 2 }, 3],
  ['a column', { tableNo: 4, col: 1 }, 2],
  ['a table', { tableNo: 4 }, 2],
  ['a cell whose page is told already', { tableNo: 4, row: 2, col: 1, page: 7 }, 7],
])('tells the page of %s', (_, origin, page) => {
  expect(placed(origin, budgetTable(1, 'other', [['项目']]), overPages())).toEqual({ ...origin, page });
});

it.each<[string, Origin]>([
  ['a document', {}],
  ['a sentence', { blockNo: 4 }],
  ['a table without pages', { tableNo: 1, row: 0 }],
])('adds nothing to what is said of %s', (_, origin) => {
  expect(placed(origin, budgetTable(1, 'other', [['项目']]), overPages())).toEqual(origin);
});
