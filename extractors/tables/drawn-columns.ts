/** Whether two drawn runs of rows stand in the same columns, and the second one laid over the columns of the first. */
import type { DrawnCell, Fragment, SourceRow } from './rows.js';

/** Share of the narrowest column by which an edge may be off: pages of one document are drawn alike, but not to the point. */
const EDGE_TOLERANCE = 0.5;
/** Points; edges are never further off than this. */
const MOST_OFF = 8;
/** Share of the table's width by which both outer edges may be shifted together (left and right pages, other margins). */
const MOST_SHIFT = 0.1;

/**
 * `next` in the columns of `first`; null where it stands in others. A column that `next` does not draw (a page on which two columns hold
 * nothing to part) is covered by the cell of the drawn one.
 */
export function layOver(first: Fragment, next: Fragment): Fragment | null {
  if (!first.edges || !next.edges) return null;
  if (next.edges.length === first.edges.length && hasEdges(first.edges, next.edges))
    return { ...next, edges: first.edges };
  const places = placesAmong(first.edges, next.edges);
  if (places === null) return null;
  const width = first.edges.length - 1;
  return { ...next, edges: first.edges, rows: next.rows.map((row) => moveRow(row, places, width)) };
}

/** The same number of columns, each about as wide: the rules of the second page may be drawn a little aside. */
function hasEdges(first: readonly number[], next: readonly number[]): boolean {
  const shift = shiftOf(first, next);
  if (shift === null) return false;
  const tolerance = toleranceOf(first);
  return first.every((edge, at) => Math.abs(edge - (next[at] ?? Infinity) - shift) <= tolerance);
}

/** For each edge of `next` the number of the edge of `first` on which it stands; null where one stands on none. */
function placesAmong(first: readonly number[], next: readonly number[]): number[] | null {
  if (next.length > first.length) return null;
  const shift = shiftOf(first, next);
  if (shift === null) return null;
  const tolerance = toleranceOf(first);
  const places = next.map((edge) => first.findIndex((own) => Math.abs(own - edge - shift) <= tolerance));
  const isRising = places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? -1)));
  return isRising && places[0] === 0 && places.at(-1) === first.length - 1 ? places : null;
}

function shiftOf(first: readonly number[], next: readonly number[]): number | null {
  const [left, right] = [(first[0] ?? 0) - (next[0] ?? 0), (first.at(-1) ?? 0) - (next.at(-1) ?? 0)];
  const width = (first.at(-1) ?? 0) - (first[0] ?? 0);
  if (Math.abs(left - right) > MOST_OFF * 2 || Math.abs(left) > width * MOST_SHIFT) return null;
  return (left + right) / 2;
}

function toleranceOf(edges: readonly number[]): number {
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? edge));
  return Math.min(MOST_OFF, Math.min(...widths) * EDGE_TOLERANCE);
}

function moveRow(row: SourceRow, places: readonly number[], width: number): SourceRow {
  const place = (col: number): number => places[col] ?? width;
  const drawn = row.drawn && {
    ...row.drawn,
    cells: row.drawn.cells.map((cell): DrawnCell => ({
      ...cell,
      col: place(cell.col),
      colSpan: place(cell.col + cell.colSpan) - place(cell.col),
    })),
  };
  const cells = Array.from({ length: width }, () => '');
  row.cells.forEach((text, col) => {
    cells[place(col)] = text;
  });
  return { ...row, cells, ...(drawn && { drawn }) };
}
