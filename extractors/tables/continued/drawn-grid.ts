/** Tables whose grid the source draws: nothing to guess but where the header ends. */
import type { Cell, Grid } from '../../types.js';
import { countOwnHeader } from './drawn-header.js';
import type { SourceRow } from '../rows.js';

/**
 * The grid of a table of drawn rows, `width` columns wide. A cell keeps its span as far as rows follow; places that no cell covers
 * any more (a merged cell began in a row that is no part of the grid) are blank cells.
 */
export function readDrawnGrid(rows: readonly SourceRow[], width: number): Grid {
  const cells = fillHoles(placeCells(rows), rows, width);
  return { rowCount: rows.length, columnCount: width, headerRowCount: countOwnHeader(rows), cells };
}

function placeCells(rows: readonly SourceRow[]): Cell[] {
  return rows.flatMap(({ drawn }, row) =>
    (drawn?.cells ?? []).map(({ col, rowSpan, colSpan, text, box }) => ({
      row,
      col,
      rowSpan: Math.min(rowSpan, rows.length - row),
      colSpan,
      text,
      page: drawn?.page ?? null,
      box,
    })),
  );
}

/** Cells that overlap lose what another one holds; places without a cell get a blank one. */
function fillHoles(placed: readonly Cell[], rows: readonly SourceRow[], width: number): Cell[] {
  const taken = new Set<number>();
  const cells: Cell[] = [];
  for (const cell of placed) {
    const fitting = fitAmong(cell, taken, width);
    if (fitting === null) continue;
    for (const place of placesOf(fitting, width)) taken.add(place);
    cells.push(fitting);
  }
  rows.forEach(({ drawn }, row) => {
    for (let col = 0; col < width; col += 1) {
      if (taken.has(row * width + col)) continue;
      cells.push({ row, col, rowSpan: 1, colSpan: 1, text: '', page: drawn?.page ?? null, box: null });
    }
  });
  return cells.sort((a, b) => a.row - b.row || a.col - b.col);
}

/** The cell, shortened to its own row where a row below is taken; null where its own place is. */
function fitAmong(cell: Cell, taken: ReadonlySet<number>, width: number): Cell | null {
  const isFree = (one: Cell): boolean => placesOf(one, width).every((place) => !taken.has(place));
  if (isFree(cell)) return cell;
  return (
    [
      { ...cell, rowSpan: 1 },
      { ...cell, rowSpan: 1, colSpan: 1 },
    ].find(isFree) ?? null
  );
}

function placesOf({ row, col, rowSpan, colSpan }: Cell, width: number): number[] {
  const places: number[] = [];
  for (let down = 0; down < rowSpan; down += 1)
    for (let right = 0; right < colSpan && col + right < width; right += 1)
      places.push((row + down) * width + col + right);
  return places;
}
