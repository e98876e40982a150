/** A grid as a person sees it: which text stands in which place, and what covers the places without one. */
import type { Cell, Grid } from '../../extractors/types.js';
import { escape } from './rows.js';

const FROM_LEFT = '<';
const FROM_ABOVE = '^';

/** Row by row, what each place shows: the escaped text of a cell that begins there, or the mark of a cell that covers it. */
export function drawGrid(grid: Grid): readonly (readonly string[])[] {
  const picture = Array.from({ length: grid.rowCount }, () => Array.from({ length: grid.columnCount }, () => '?'));
  for (const cell of grid.cells) drawCell(picture, cell);
  return picture;
}

function drawCell(picture: string[][], cell: Cell): void {
  for (const [down, places] of picture.slice(cell.row, cell.row + cell.rowSpan).entries()) {
    const covered = Array.from({ length: cell.colSpan }, (_, right) =>
      right > 0 ? FROM_LEFT : down > 0 ? FROM_ABOVE : writeText(cell.text),
    );
    places.splice(cell.col, cell.colSpan, ...covered);
  }
}

function writeText(text: string): string {
  return text === FROM_LEFT || text === FROM_ABOVE ? `\\${text}` : escape(text);
}
