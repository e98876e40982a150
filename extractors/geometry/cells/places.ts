/** Cells from a lattice: places with no wall between them are one cell. */
import type { Box } from '../../types.js';
import type { Lattice } from '../rules/lattice.js';

/** The place of a cell in the grid and on the page. */
export interface CellPlace {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

/**
 * Tiles the lattice with rectangles, in row-major order: from each free place to the right as far as no wall parts, then down as far as no wall
 * parts the whole width. Lines that part no cell at all are left out.
 */
export function tileLattice(lattice: Lattice): CellPlace[] {
  const used = usedLines(lattice);
  const [rowCount, columnCount] = [used.ys.length - 1, used.xs.length - 1];
  const taken = new Set<number>();
  const places: CellPlace[] = [];
  for (let row = 0; row < rowCount; row += 1)
    for (let col = 0; col < columnCount; col += 1) {
      if (taken.has(row * columnCount + col)) continue;
      const colSpan = growRight(used, row, col, (at) => taken.has(row * columnCount + at));
      const rowSpan = growDown(used, row, col, colSpan);
      for (let y = row; y < row + rowSpan; y += 1)
        for (let x = col; x < col + colSpan; x += 1) taken.add(y * columnCount + x);
      const box = [used.xs[col], used.ys[row], used.xs[col + colSpan], used.ys[row + rowSpan]];
      places.push({ row, col, rowSpan, colSpan, box: [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0] });
    }
  return places;
}

function growRight(lattice: Lattice, row: number, col: number, isTaken: (col: number) => boolean): number {
  let span = 1;
  while (col + span < lattice.xs.length - 1 && !lattice.wallRight(row, col + span - 1) && !isTaken(col + span))
    span += 1;
  return span;
}

function growDown(lattice: Lattice, row: number, col: number, colSpan: number): number {
  let span = 1;
  while (row + span < lattice.ys.length - 1 && opensBelow(lattice, row + span - 1, col, colSpan)) span += 1;
  return span;
}

/** No wall below the stretch of places, and none between the places beneath it. */
function opensBelow(lattice: Lattice, row: number, col: number, colSpan: number): boolean {
  for (let at = col; at < col + colSpan; at += 1) if (lattice.wallBelow(row, at)) return false;
  for (let at = col; at < col + colSpan - 1; at += 1) if (lattice.wallRight(row + 1, at)) return false;
  return true;
}

/** The lattice without inner lines on which no wall stands. */
function usedLines(lattice: Lattice): Lattice {
  const rows = lattice.ys.slice(1).map((_, at) => at);
  const cols = lattice.xs.slice(1).map((_, at) => at);
  const keptRows = rows.filter((row) => row === rows.length - 1 || cols.some((col) => lattice.wallBelow(row, col)));
  const keptCols = cols.filter((col) => col === cols.length - 1 || rows.some((row) => lattice.wallRight(row, col)));
  return {
    xs: [lattice.xs[0] ?? 0, ...keptCols.map((col) => lattice.xs[col + 1] ?? 0)],
    ys: [lattice.ys[0] ?? 0, ...keptRows.map((row) => lattice.ys[row + 1] ?? 0)],
    wallRight: (row, col) => lattice.wallRight(keptRows[row] ?? -1, keptCols[col] ?? -1),
    wallBelow: (row, col) => lattice.wallBelow(keptRows[row] ?? -1, keptCols[col] ?? -1),
  };
}
