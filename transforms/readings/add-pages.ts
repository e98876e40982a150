/** The page of what is said about a table: where it is found its table, row and column are at hand, and these tell the page. */
import type { Cell, Diagnostic, Origin } from '../../extractors/types.js';
import type { BudgetTable } from '../types.js';

type PageOf = (origin: Origin) => number | null;

/**
 * Diagnostics that name a table and no page with the page of their cell, of the first cell of their row, else that on which the table begins. Rows are
 * those of the decided grids. What stands in a document without pages stays as it is.
 */
export function addPages(diagnostics: readonly Diagnostic[], tables: readonly BudgetTable[]): readonly Diagnostic[] {
  const pageOf = new Map<number, PageOf>();
  const paged = new Map(tables.flatMap((table) => (table.raw.pageFirst === null ? [] : [[table.raw.tableNo, table]])));
  return diagnostics.map((diagnostic) => {
    const { origin } = diagnostic;
    const table = paged.get(origin.tableNo ?? 0);
    if (!table || (origin.page ?? null) !== null) return diagnostic;
    const find = pageOf.get(table.raw.tableNo) ?? pageFinder(table);
    pageOf.set(table.raw.tableNo, find);
    return { ...diagnostic, origin: { ...origin, page: find(origin) } };
  });
}

function pageFinder({ raw, grid }: BudgetTable): PageOf {
  const rows = new Map<number, Cell[]>();
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      const own = rows.get(row);
      if (own) own.push(cell);
      else rows.set(row, [cell]);
    }
  return ({ row, col }) => {
    const cells = rows.get(row ?? -1) ?? [];
    const cell =
      cells.find((one) => col != null && col >= one.col && col < one.col + one.colSpan) ??
      cells.find((one) => one.row === row) ??
      cells[0];
    return cell?.page ?? raw.pageFirst;
  };
}
