/** Columns of text: what stands below each other is one, what stands beside each other on a line is two. */
import type { Box } from '../../types.js';
import { sharedLength } from '../boxes.js';
import { areStaggered, isNumeric, type Segment, type SegmentRow } from './segments.js';

/** A stretch of the x axis, in points. */
export interface Column {
  readonly from: number;
  readonly to: number;
}

interface Cluster {
  from: number;
  to: number;
  /** Rows in which a segment of its own stands here. */
  readonly rows: Set<number>;
  /** true while all its segments are amounts. */
  amounts: boolean;
}

/** A segment that reaches over several clusters; amounts that are glued are several, and don't. */
interface Spanning {
  readonly segment: Segment;
  readonly row: number;
  readonly isAmount: boolean;
}

/** Points by which segments of neighbouring columns may reach over each other: boxes of slanted letters do. */
export const OVERLAP = 1;

/** More decimal points than one amount has. */
const GLUED = /\.\d\d.*\.\d\d/;

/** Rows that a corridor must part for each that it is crossed by: 合计 in the middle over two columns does not make them one. */
const PARTED_PER_CROSSED = 3;
/** Rows that a corridor must part at least. */
const FEWEST_PARTED = 2;

/**
 * Finds the columns of rows of segments. The narrowest segments come first: each joins the column that it stands in; one that reaches over
 * several columns spans them. Columns that never have a segment each in one row are one (a heading and the names indented below it);
 * one that most of its rows leave open at the same place is two.
 */
export function findColumns(rows: readonly SegmentRow[]): Column[] {
  const numbers = numberRows(rows);
  const segments = rows
    .flatMap((row, at) => row.segments.map((segment) => ({ segment, row: numbers[at] ?? at })))
    .toSorted((a, b) => widthOfSegment(a.segment) - widthOfSegment(b.segment));
  const clusters: Cluster[] = [];
  const spanning: Spanning[] = [];
  for (const { segment, row } of segments) {
    const met = clusters.filter((cluster) => meets(cluster, segment));
    const [only] = met;
    if (!only)
      clusters.push({
        from: segment.box[0],
        to: segment.box[2],
        rows: new Set([row]),
        amounts: isAmount(segment),
      });
    else if (met.length === 1) widen(only, segment, row);
    else if (!GLUED.test(segment.text)) spanning.push({ segment, row, isAmount: isAmount(segment) });
  }
  const sorted = clusters.toSorted((a, b) => a.from - b.from);
  return joinClusters(sorted, spanning).flatMap((cluster) => splitColumn(cluster, rows));
}

/** First and last column that a segment stands in; the nearest where it stands between columns, and 0 where there is none. */
export function columnsUnder(
  columns: readonly Column[],
  { box }: Pick<Segment, 'box'>,
): { first: number; last: number } {
  let first = -1;
  let last = -1;
  columns.forEach((column, at) => {
    if (!meets(column, { box })) return;
    if (first < 0) first = at;
    last = at;
  });
  if (first >= 0) return { first, last };
  const nearest = nearestColumn(columns, box);
  return { first: nearest, last: nearest };
}

function nearestColumn(columns: readonly Column[], [from, , to]: Box): number {
  const shared = columns.map((column) => sharedLength(column.from, column.to, from, to));
  return Math.max(0, shared.indexOf(Math.max(...shared)));
}

/** The same number for lines that stand beside each other, one of them half a line lower: 经营收入 beside 附属单位 / 上缴收入. */
function numberRows(rows: readonly SegmentRow[]): number[] {
  let number = 0;
  return rows.map((row, at) => {
    const before = rows[at - 1];
    if (before && !areStaggered(before, row)) number += 1;
    return number;
  });
}

function widthOfSegment({ box }: Segment): number {
  return box[2] - box[0];
}

/** A number with decimals or grouped digits: no code, no row number. */
export function isAmount({ text }: Pick<Segment, 'text'>): boolean {
  return isNumeric(text) && /\d[.,]\d/.test(text);
}

function meets(column: Column, { box }: Pick<Segment, 'box'>): boolean {
  return sharedLength(column.from, column.to, box[0], box[2]) > OVERLAP;
}

function widen(cluster: Cluster, { box, text }: Segment, row: number): void {
  cluster.from = Math.min(cluster.from, box[0]);
  cluster.to = Math.max(cluster.to, box[2]);
  cluster.rows.add(row);
  cluster.amounts &&= isAmount({ text });
}

/**
 * Joins neighbours that no row tells apart, or that more rows bridge than tell apart; the nearest first. Each pair of neighbours is judged once,
 * and again where one of the two has grown.
 */
function joinClusters(sorted: readonly Cluster[], spanning: readonly Spanning[]): Cluster[] {
  const clusters = sorted.map((cluster) => ({ ...cluster, rows: new Set(cluster.rows) }));
  const gapBehind = (at: number): number => {
    const [left, right] = [clusters[at], clusters[at + 1]];
    return left && right && !areApart(left, right, spanning) ? right.from - left.to : Infinity;
  };
  const gaps = clusters.map((_, at) => gapBehind(at));
  for (;;) {
    const nearest = indexOfLeast(gaps);
    const [left, right] = [clusters[nearest], clusters[nearest + 1]];
    if (!left || !right || gaps[nearest] === Infinity) return clusters;
    left.from = Math.min(left.from, right.from);
    left.to = Math.max(left.to, right.to);
    for (const row of right.rows) left.rows.add(row);
    left.amounts &&= right.amounts;
    clusters.splice(nearest + 1, 1);
    gaps.splice(nearest + 1, 1);
    gaps[nearest] = gapBehind(nearest);
    if (nearest > 0) gaps[nearest - 1] = gapBehind(nearest - 1);
  }
}

/** The first of several. */
function indexOfLeast(values: readonly number[]): number {
  return values.reduce((least, value, at) => (value < (values[least] ?? Infinity) ? at : least), 0);
}

function areApart(left: Cluster, right: Cluster, spanning: readonly Spanning[]): boolean {
  const both = [...left.rows].filter((row) => right.rows.has(row)).length;
  const bridges = spanning.filter((each) => bridge(each, left, right)).length;
  // amounts of one column are set to one edge, so they overlap; codes may be indented by level
  if (left.amounts && right.amounts && bridges === 0) return true;
  return both > 0 && both >= bridges;
}

/** Does the segment stand in both columns? An amount beside another one is too wide for its cell. */
function bridge({ segment, row, isAmount: isNumber }: Spanning, left: Cluster, right: Cluster): boolean {
  if (!meets(left, segment) || !meets(right, segment)) return false;
  return !(isNumber && (left.rows.has(row) || right.rows.has(row)));
}

/** Cuts a column where most of its rows have a gap between two segments at the same place, as often as there is such a place. */
function splitColumn({ from, to }: Column, rows: readonly SegmentRow[]): Column[] {
  const inside = rows.map((row) => row.segments.filter((segment) => meets({ from, to }, segment)));
  const corridor = widestCorridor(inside);
  if (!corridor) return [{ from, to }];
  return [...splitColumn({ from, to: corridor.from }, rows), ...splitColumn({ from: corridor.to, to }, rows)];
}

/** A stretch that gaps share, and how many. */
interface Corridor extends Column {
  readonly parted: number;
}

/** Corridors that are tried, those that part the most rows first; a page of a hundred rows has some tens. */
const MOST_CORRIDORS = 1_000;

/** Of the gaps between segments the one, cut down to what most rows leave open, that the most rows share. */
function widestCorridor(rows: readonly (readonly Segment[])[]): Column | null {
  const gaps = rows.flatMap((segments) =>
    segments.slice(1).map((segment, at): Column => ({ from: segments[at]?.box[2] ?? 0, to: segment.box[0] })),
  );
  const isOpen = (corridor: Corridor): boolean => {
    const crossed = rows.filter((segments) => segments.some((segment) => meets(corridor, segment))).length;
    return corridor.parted >= Math.max(FEWEST_PARTED, PARTED_PER_CROSSED * crossed);
  };
  return corridorsOf(gaps).slice(0, MOST_CORRIDORS).find(isOpen) ?? null;
}

/** For each gap what it shares with all those that it overlaps, once; what the most share first. */
function corridorsOf(all: readonly Column[]): Corridor[] {
  const gaps = all.filter(({ from, to }) => to - from > OVERLAP);
  const starts = gaps.map(({ from }) => from).sort((a, b) => a - b);
  const ends = gaps.map(({ to }) => to).sort((a, b) => a - b);
  const corridors = new Map<string, Corridor>();
  for (const gap of gaps) {
    // those that overlap begin before its end, and end behind its start; the gap itself is one of them
    const begun = countWhile(starts, (start) => gap.to - start > OVERLAP);
    const ended = countWhile(ends, (end) => end - gap.from <= OVERLAP);
    const [from, to] = [starts[begun - 1] ?? gap.from, ends[ended] ?? gap.to];
    if (to - from > OVERLAP) corridors.set(`${from} ${to}`, { from, to, parted: begun - ended });
  }
  return [...corridors.values()].sort((a, b) => b.parted - a.parted);
}

/** How many values at the beginning are so; `is` holds for none behind one for which it does not. */
function countWhile(values: readonly number[], is: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
