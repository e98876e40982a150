/** From placed rows to a rectangular grid. */
import type { Cell, Grid } from '../../types.js';
import type { PlacedRow } from '../rows.js';

/** Page and box are what the format knows of a row; a text source knows neither. */
const NOWHERE = { page: null, box: null };

/**
 * Tiles rows × columns with cells: a placed cell that continues the one above makes that one taller when both cover the same
 * columns, and stays a blank cell of its own otherwise, so that the cells always cover the grid once.
 *
 * @param rows each covering columns `0 .. columnCount - 1` once
 */
export function tileGrid(rows: readonly PlacedRow[], columnCount: number, headerRowCount: number): Grid {
  const cells: (Omit<Cell, 'rowSpan'> & { rowSpan: number })[] = [];
  let above = new Map<number, (typeof cells)[number]>();
  rows.forEach((row, rowNo) => {
    const current = new Map<number, (typeof cells)[number]>();
    for (const placed of row) {
      const upper = above.get(placed.col);
      if (placed.continuesAbove && upper?.colSpan === placed.colSpan) {
        upper.rowSpan += 1;
        current.set(placed.col, upper);
        continue;
      }
      const cell = { row: rowNo, col: placed.col, rowSpan: 1, colSpan: placed.colSpan, text: placed.text, ...NOWHERE };
      cells.push(cell);
      current.set(placed.col, cell);
    }
    above = current;
  });
  return { rowCount: rows.length, columnCount, headerRowCount, cells };
}
