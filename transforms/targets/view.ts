/** A grid by places. */
import type { Cell, Grid } from '../../extractors/types.js';

export interface GridView {
  /** The cells that begin in a row, left to right. */
  rowCells(row: number): readonly Cell[];
  /** The cell that covers a place, spans considered; null outside the grid. */
  at(row: number, col: number): Cell | null;
}

/** Indexes a grid once, so that looking at a place does not depend on the size of the table. */
export function viewGrid(grid: Grid): GridView {
  const begins: Cell[][] = Array.from({ length: grid.rowCount }, () => []);
  const covers: (Cell | undefined)[][] = Array.from(
    { length: grid.rowCount },
    () => new Array<Cell | undefined>(grid.columnCount),
  );
  for (const cell of grid.cells) {
    begins[cell.row]?.push(cell);
    for (const row of covers.slice(cell.row, cell.row + cell.rowSpan))
      row.fill(cell, cell.col, cell.col + cell.colSpan);
  }
  return { rowCells: (row) => begins[row] ?? [], at: (row, col) => covers[row]?.[col] ?? null };
}
