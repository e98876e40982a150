/** Whether two drawn runs of rows stand in the same columns, and rows laid over the columns of both. */
import type { DrawnCell, SourceRow } from '../rows.js';

/** Share of the narrowest column by which an edge may be off: pages of one document are drawn alike, but not to the point. */
const EDGE_TOLERANCE = 0.5;
/** Points; edges are never further off than this. */
const MOST_OFF = 8;
/** Share of the table's width by which both outer edges may be shifted together (left and right pages, other margins). */
const MOST_SHIFT = 0.1;

/** Times: a table is no wider than this on a landscape page, by the ratio of the sides of paper (ISO 216: 1.41). */
const MOST_STRETCHED = 1.5;

/** Edges of two columns: the one between them fits among other columns by chance. */
const FEWEST_EDGES = 3;

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
 * The columns in which both runs stand; null where they stand in different ones. The same columns may be shifted by a margin, all be wider on a
 * page of another form, and one of the two may leave out edges (a page on which two columns hold nothing to part).
 */
export function findCommonColumns(first: Edges, next: Edges): CommonColumns | null {
  const [finer, coarser] = next.length > first.length ? [next, first] : [first, next];
  const own = finer.map((_, at) => at);
  const place = finer.length === coarser.length ? pairOff : placesAmong;
  const places =
    place(finer, coarser) ?? (isNearlyWhole(coarser, finer) ? place(finer, stretchTo(coarser, finer)) : null);
  if (places === null) return null;
  return finer === first
    ? { edges: finer, ofFirst: own, ofNext: places }
    : { edges: finer, ofFirst: places, ofNext: own };
}

/** Whether at most one edge is left out of several: 合计 over two columns. Fewer edges, stretched, would fit anywhere. */
function isNearlyWhole(coarser: Edges, finer: Edges): boolean {
  return coarser.length === finer.length || (coarser.length > FEWEST_EDGES && coarser.length === finer.length - 1);
}

/** Rows in other columns: a cell that reached from edge a to edge b reaches from `places[a]` to `places[b]`. */
export function moveRows(rows: readonly SourceRow[], places: readonly number[]): readonly SourceRow[] {
  return places.every((place, at) => place === at) ? rows : rows.map((row) => moveRow(row, places));
}

/** Columns found by the alignment of text are as wide as their words: the same ones on another page share at least this part of their width. */
const LEAST_SHARED = 0.5;

/**
 * The same where one of the runs has its columns from the alignment of text: as many columns, each standing mostly where its own does, on the
 * page or within the table. The edges of the first run are kept.
 */
export function findAlignedColumns(first: Edges, next: Edges): CommonColumns | null {
  if (first.length !== next.length) return null;
  return areAlike(first, next) || areAlike(first, stretchTo(next, first)) ? keepColumns(first) : null;
}

/** Two runs of as many columns that are one by one the same, wherever they stand: their headings say so. */
export function keepColumns(edges: Edges): CommonColumns {
  const own = edges.map((_, at) => at);
  return { edges, ofFirst: own, ofNext: own };
}

function areAlike(first: Edges, next: Edges): boolean {
  return first.slice(1).every((to, at) => {
    const from = first[at] ?? 0;
    const [otherFrom = 0, otherTo = 0] = [next[at], next[at + 1]];
    const shared = Math.min(to, otherTo) - Math.max(from, otherFrom);
    return shared >= LEAST_SHARED * Math.max(to - from, otherTo - otherFrom);
  });
}

/** The edges moved and stretched so that the outermost stand where those of `frame` do. */
function stretchTo(edges: Edges, frame: Edges): Edges {
  const [from = 0, to = 0, left = 0, right = 0] = [edges[0], edges.at(-1), frame[0], frame.at(-1)];
  const scale = (right - left) / (to - from);
  if (!(scale >= 1 / MOST_STRETCHED && scale <= MOST_STRETCHED)) return edges;
  return edges.map((edge) => left + (edge - from) * scale);
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
