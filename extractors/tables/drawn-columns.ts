/** Whether two drawn runs of rows stand in the same columns, and rows laid over the columns of both. */
import type { DrawnCell, SourceRow } from './rows.js';

/** Share of the narrowest column by which an edge may be off: pages of one document are drawn alike, but not to the point. */
const EDGE_TOLERANCE = 0.5;
/** Points; edges are never further off than this. */
const MOST_OFF = 8;
/** Share of the table's width by which both outer edges may be shifted together (left and right pages, other margins). */
const MOST_SHIFT = 0.1;

/** Column edges in points, the right edge of the last column included. */
export type Edges = readonly number[];

/** The columns of two runs together: `edges` are those of the finer one. */
export interface CommonColumns {
  readonly edges: Edges;
  /** For each edge of the one and of the other its number among `edges`. */
  readonly ofFirst: readonly number[];
  readonly ofNext: readonly number[];
}

/**
 * The columns in which both runs stand; null where they stand in different ones. The same columns may be shifted by a margin, and one of the
 * two may leave out edges (a page on which two columns hold nothing to part).
 */
export function findCommonColumns(first: Edges, next: Edges): CommonColumns | null {
  const [finer, coarser] = next.length > first.length ? [next, first] : [first, next];
  const own = finer.map((_, at) => at);
  const places = finer.length === coarser.length ? pairOff(finer, coarser) : placesAmong(finer, coarser);
  if (places === null) return null;
  return finer === first
    ? { edges: finer, ofFirst: own, ofNext: places }
    : { edges: finer, ofFirst: places, ofNext: own };
}

/** Rows in other columns: a cell that reached from edge a to edge b reaches from `places[a]` to `places[b]`. */
export function moveRows(rows: readonly SourceRow[], places: readonly number[]): readonly SourceRow[] {
  return places.every((place, at) => place === at) ? rows : rows.map((row) => moveRow(row, places));
}

/** Columns found by the alignment of text are as wide as their words: the same ones on another page share at least this part of their width. */
const LEAST_SHARED = 0.5;

/**
 * The same where one of the runs has its columns from the alignment of text: as many columns, each standing mostly where its own does. The
 * edges of the first run are kept.
 */
export function findAlignedColumns(first: Edges, next: Edges): CommonColumns | null {
  const own = first.map((_, at) => at);
  const areAlike = first.slice(1).every((to, at) => {
    const from = first[at] ?? 0;
    const [otherFrom = 0, otherTo = 0] = [next[at], next[at + 1]];
    const shared = Math.min(to, otherTo) - Math.max(from, otherFrom);
    return shared >= LEAST_SHARED * Math.max(to - from, otherTo - otherFrom);
  });
  return first.length === next.length && areAlike ? { edges: first, ofFirst: own, ofNext: own } : null;
}

/** The same number of columns, each about as wide. */
function pairOff(first: Edges, next: Edges): number[] | null {
  const shift = shiftOf(first, next);
  if (shift === null) return null;
  const tolerance = toleranceOf(first);
  const fits = first.every((edge, at) => Math.abs(edge - (next[at] ?? Infinity) - shift) <= tolerance);
  return fits ? first.map((_, at) => at) : null;
}

/** For each edge of the coarser run the edge of the finer one on which it stands; null where one stands on none. */
function placesAmong(finer: Edges, coarser: Edges): number[] | null {
  const shift = shiftOf(finer, coarser);
  if (shift === null) return null;
  const tolerance = toleranceOf(finer);
  const places = coarser.map((edge) => finer.findIndex((own) => Math.abs(own - edge - shift) <= tolerance));
  const isRising = places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? -1)));
  return isRising && places[0] === 0 && places.at(-1) === finer.length - 1 ? places : null;
}

/** Points by which the second run stands further left; null where its width or its place is another. */
function shiftOf(first: Edges, next: Edges): number | null {
  const [left, right] = [(first[0] ?? 0) - (next[0] ?? 0), (first.at(-1) ?? 0) - (next.at(-1) ?? 0)];
  const width = (first.at(-1) ?? 0) - (first[0] ?? 0);
  if (Math.abs(left - right) > MOST_OFF * 2 || Math.abs(left) > width * MOST_SHIFT) return null;
  return (left + right) / 2;
}

function toleranceOf(edges: Edges): number {
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? edge));
  return Math.min(MOST_OFF, Math.min(...widths) * EDGE_TOLERANCE);
}

function moveRow(row: SourceRow, places: readonly number[]): SourceRow {
  const width = places.at(-1) ?? 0;
  const place = (col: number): number => places[col] ?? width;
  const cells = Array.from({ length: width }, () => '');
  row.cells.forEach((text, col) => {
    cells[place(col)] = text;
  });
  if (!row.drawn) return { ...row, cells };
  const drawn = row.drawn.cells.map((cell): DrawnCell => ({
    ...cell,
    col: place(cell.col),
    colSpan: place(cell.col + cell.colSpan) - place(cell.col),
  }));
  return { ...row, cells, drawn: { ...row.drawn, cells: drawn } };
}
