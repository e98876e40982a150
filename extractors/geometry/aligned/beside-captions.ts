/** Tables side by side without rules: each has captions of its own, and a gap runs down between them that nothing crosses. */
import { isUnitLine } from '../../../notation/money-units.js';
import { isCaption, isTableName, squeeze } from '../../tables/words.js';
import type { Box } from '../../types.js';
import { boxAround, centreX } from '../boxes.js';
import { isClose } from '../lines/line-pitch.js';
import type { Segment, SegmentRow } from '../lines/segments.js';
import type { Ruling } from '../page.js';

/** Share of the font size: between two tables is as much space as between two columns. */
const NARROWEST_GUTTER = 0.75;
/** Times the font size by which captions may miss the edge or middle of their table. */
const MOST_MISPLACED = 1;
/** Lines below the captions that show the gap: a header and a row. */
const FEWEST_LINES = 2;

/** Two tables beside each other: their boxes, and that of the captions above both. */
export interface Halves {
  readonly sides: readonly [Box, Box];
  readonly captions: Box;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Captions of one kind on one line. */
type Pair = readonly [left: Segment, right: Segment];

/**
 * Finds the tables that stand side by side below two names, or two money units that differ, on one line. Both captions must stand over their
 * tables alike, at the left edge, in the middle or at the right edge: that tells the gap between the tables from one between columns.
 *
 * @param rules none may run across the gap
 */
export function findHalves(rows: readonly SegmentRow[], rules: readonly Ruling[]): Halves[] {
  const halves: Halves[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const captions = captionsAt(rows, at);
    if (!captions.some(({ segments }) => areOfTwo(segments))) continue;
    at += captions.length - 1;
    const found = partBelow(captions, rows.slice(at + 1), rules);
    if (found) halves.push(found);
  }
  return halves;
}

/** The lines from here on as far as they say something of whole tables and nothing else. */
function captionsAt(rows: readonly SegmentRow[], start: number): readonly SegmentRow[] {
  const isBody = ({ segments }: SegmentRow): boolean => !segments.every(({ text }) => kindOf(text) !== null);
  const end = rows.findIndex((row, at) => at >= start && isBody(row));
  return rows.slice(start, end < 0 ? rows.length : end);
}

/** Two names of tables, or two units that differ: a table has one of each. */
function areOfTwo(segments: readonly Segment[]): boolean {
  const texts = segments.map(({ text }) => text);
  return texts.filter(isTableName).length === 2 || new Set(texts.filter(isUnitLine).map(squeeze)).size === 2;
}

/** What a caption says of its table; null for a text that is none. */
function kindOf(text: string): string | null {
  if (isTableName(text)) return 'name';
  if (isUnitLine(text)) return 'unit';
  return isCaption(text) ? (/^[^:]*/.exec(squeeze(text))?.[0] ?? null) : null;
}

function pairsOf({ segments }: SegmentRow): Pair[] {
  return segments.flatMap((left, at) => {
    const alike = segments.filter(({ text }) => kindOf(text) === kindOf(left.text));
    const [, right, more] = alike;
    return right && !more && segments.indexOf(right) > at ? [[left, right] as const] : [];
  });
}

function partBelow(
  captions: readonly SegmentRow[],
  below: readonly SegmentRow[],
  rules: readonly Ruling[],
): Halves | null {
  const pairs = captions.flatMap(pairsOf);
  const size = Math.max(...captions.map(({ fontSize }) => fontSize));
  const between: Gap = {
    from: Math.max(...pairs.map(([{ box }]) => box[2])),
    to: Math.min(...pairs.map(([, { box }]) => box[0])),
  };
  const ways = gapsIn(below.slice(0, FEWEST_LINES), between).flatMap((gap) => {
    const sides = sidesOf(gap, below);
    if (!sides || rules.some((rule) => runsAcross(rule, sides))) return [];
    return [{ sides, off: misplacement(pairs, sides) }];
  });
  const [best] = ways.toSorted((a, b) => a.off - b.off);
  return best && best.off <= MOST_MISPLACED * size
    ? { sides: best.sides, captions: boxAround(captions.map(({ box }) => box)) }
    : null;
}

/** What these lines all leave open between two places. */
function gapsIn(lines: readonly SegmentRow[], { from, to }: Gap): Gap[] {
  const boxes = lines.flatMap(({ segments }) => segments.map(({ box }) => box)).toSorted((a, b) => a[0] - b[0]);
  const size = Math.max(0, ...lines.map(({ fontSize }) => fontSize));
  const gaps: Gap[] = [];
  let end = -Infinity;
  for (const [x0, , x1] of boxes) {
    const gap = { from: Math.max(from, end), to: Math.min(to, x0) };
    if (end > -Infinity && gap.to - gap.from >= NARROWEST_GUTTER * size) gaps.push(gap);
    end = Math.max(end, x1);
  }
  return gaps;
}

/** The lines on both sides of a gap, down to the first that stands far below or is one text across it; null where a row runs across it. */
function sidesOf({ from, to }: Gap, below: readonly SegmentRow[]): readonly [Box, Box] | null {
  const middle = (from + to) / 2;
  const isAcross = ({ segments }: SegmentRow): boolean =>
    segments.some(({ box }) => box[0] < middle && box[2] > middle);
  const end = below.findIndex((row, at) => isAcross(row) || (at > 0 && !isClose(below[at - 1] ?? row, row)));
  const next = below[end];
  if (next && isAcross(next) && next.segments.length > 1) return null;
  const boxes = below.slice(0, end < 0 ? below.length : end).flatMap(({ segments }) => segments.map(({ box }) => box));
  return [
    boxAround(boxes.filter((box) => centreX(box) < middle)),
    boxAround(boxes.filter((box) => centreX(box) > middle)),
  ];
}

function runsAcross({ orientation, visible, position, from, to }: Ruling, [left, right]: readonly [Box, Box]): boolean {
  const [, top, , bottom] = boxAround([left, right]);
  return orientation === 'h' && visible && position > top && position < bottom && from < left[2] && to > right[0];
}

/** Points by which captions miss their place over their tables: both at the left edge, in the middle, or at the right edge. */
function misplacement(pairs: readonly Pair[], [left, right]: readonly [Box, Box]): number {
  const offs = pairs.map(([one, other]) => {
    const edges = [(box: Box): number => box[0], centreX, (box: Box): number => box[2]];
    return Math.min(
      ...edges.map((edge) => Math.max(Math.abs(edge(one.box) - edge(left)), Math.abs(edge(other.box) - edge(right)))),
    );
  });
  return Math.max(...offs);
}
