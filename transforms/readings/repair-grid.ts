/** A grid with some of its cells seen otherwise. */
import type { Cell, Grid, Repair } from '../../extractors/types.js';

/** The grid under a repair; null where its cells are no longer as the repair has them. */
export function repairGrid(grid: Grid, { cells, rowCount = 1 }: Repair): Grid | null {
  const changed = new Map(cells.map((cell) => [`${String(cell.row)} ${String(cell.col)}`, cell]));
  const standing = grid.cells.filter((cell) => changed.get(placeOf(cell))?.from === cell.text);
  const row = cells[0]?.row;
  if (row === undefined || standing.length !== cells.length) return null;
  const linesOf = (cell: Cell): Cell[] => {
    const to = changed.get(placeOf(cell))?.to ?? [];
    return Array.from({ length: rowCount }, (_, at) => ({ ...cell, row: cell.row + at, text: to[at] ?? cell.text }));
  };
  const added = rowCount - 1;
  const above = grid.cells.filter((cell) => cell.row < row);
  const own = grid.cells.filter((cell) => cell.row === row).flatMap(linesOf);
  const below = grid.cells.flatMap((cell) => (cell.row > row ? [{ ...cell, row: cell.row + added }] : []));
  const inOrder = own.toSorted((a, b) => a.row - b.row || a.col - b.col);
  return { ...grid, rowCount: grid.rowCount + added, cells: [...above, ...inOrder, ...below] };
}

function placeOf({ row, col }: Cell): string {
  return `${String(row)} ${String(col)}`;
}
