/** The head of a grid: which cells stand over which columns. */
import type { Cell, Grid } from '../../../extractors/types.js';

/** A head that spans several columns, with the heads directly under it. */
export interface HeaderGroup {
  readonly head: Cell;
  readonly children: readonly Cell[];
}

/** All heads over several columns that have heads under them. */
export function findHeaderGroups(grid: Grid): HeaderGroup[] {
  const cells = headerCells(grid);
  return cells
    .filter(({ colSpan }) => colSpan > 1)
    .map((head) => ({
      head,
      children: cells.filter((cell) => cell.row === head.row + head.rowSpan && isUnder(cell, head)),
    }))
    .filter(({ children }) => children.length > 1);
}

/** Whether any head over the column begins a list of parts (其中：). */
export function isPartialColumn(grid: Grid, col: number): boolean {
  return headerCells(grid).some((cell) => covers(cell, col) && /^\s*其\s*中/.test(cell.text));
}

/** Whether a head names its column as the whole of those beside it. */
export function isWholeHead(cell: Cell): boolean {
  return cell.colSpan === 1 && /^(?:小计|合计|总计|计)$/.test(cell.text.normalize('NFKC').replace(/\s+/g, ''));
}

/** The innermost words over a column; `""` where there are none. */
export function leafHeading(grid: Grid, col: number): string {
  return headerCells(grid).findLast((cell) => covers(cell, col) && cell.text.trim() !== '')?.text ?? '';
}

/** Whether one head stands over both columns and not over the third. */
export function shareHead(grid: Grid, a: number, b: number, outside: number | null): boolean {
  return headerCells(grid).some(
    (cell) =>
      covers(cell, a) &&
      covers(cell, b) &&
      (outside === null || !covers(cell, outside)) &&
      cell.colSpan < grid.columnCount,
  );
}

/** The lowest head with words over the column; what numbers the columns (栏次) heads nothing. */
export function lowestHead(grid: Grid, col: number): Cell | undefined {
  return headerCells(grid).findLast((cell) => covers(cell, col) && /\p{L}/u.test(cell.text));
}

/** The cells of the head, row by row. */
export function headerCells(grid: Grid): Cell[] {
  const cells: Cell[] = [];
  for (const cell of grid.cells) {
    if (cell.row >= grid.headerRowCount) break;
    cells.push(cell);
  }
  return cells;
}

function isUnder(cell: Cell, head: Cell): boolean {
  return cell.col >= head.col && cell.col + cell.colSpan <= head.col + head.colSpan;
}

/** Whether the cell stands over the column. */
export function covers(cell: Cell, col: number): boolean {
  return cell.col <= col && col < cell.col + cell.colSpan;
}
