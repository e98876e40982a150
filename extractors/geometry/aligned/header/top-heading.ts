/** A heading alone on its line over a part of a header: it looks like a title, but the headings below tell that one is missing. */
import { isClose, WIDEST_WRAP } from '../../lines/line-pitch.js';
import { centreX, centreY, heightOf, sharedLength } from '../../boxes.js';
import type { Ruling } from '../../page.js';
import type { SegmentRow } from '../../lines/segments.js';
import { isLabelled } from './header-lines.js';
import { SAME_AXIS } from './heading-blocks.js';
import { readHeader } from './read-header.js';

/** Share of the font size by which headings of one table may differ in size. */
const SAME_SIZE = 0.05;
/** Levels that may have a single heading: one over all amounts, one over some of them. */
const MOST_LINES = 2;
/** Lines of one heading beside the run: a character a line in a narrow column. */
const MOST_WRAPPED = 8;
/** Share of its height that a line has beside the first one of the table, whose headings are set in the middle of two levels: no title stands there. */
const STANDS_BESIDE = 0.25;
/** By how much (in font sizes, summed over the headings) the header must fit better with the line than without. */
const CLEARLY_BETTER = 0.5;

/**
 * The lines of a table with those above that belong to its header: alone on their line, in its type, and such that headings that hang too
 * low without them stand well under them.
 *
 * @param above the nearest first
 * @param rules horizontal ones
 */
export function withTopHeadings(
  lines: readonly SegmentRow[],
  above: readonly SegmentRow[],
  rules: readonly Ruling[],
): readonly SegmentRow[] {
  const first = countFirst(lines, above);
  if (first > 0) return withTopHeadings([...above.slice(0, first).toReversed(), ...lines], above.slice(first), rules);
  for (let count = MOST_LINES; count > 0; count -= 1) {
    const top = above.slice(0, count).toReversed();
    const whole = [...top, ...lines];
    if (top.length < count || !top.every((line, at) => isTopHeading(line, whole[at + 1]))) continue;
    const [bare, headed] = [readHeader(lines, rules).header, readHeader(whole, rules).header];
    if (bare && headed && headed.cost + CLEARLY_BETTER < bare.cost) return whole;
  }
  return lines;
}

/** How many lines above are the first ones of headings: beside the first line of the table, or, where they wrap, each over the next. */
function countFirst(lines: readonly SegmentRow[], above: readonly SegmentRow[]): number {
  const reached = [...lines.slice(0, MOST_LINES)];
  let count = 0;
  for (const line of above.slice(0, MOST_WRAPPED)) {
    if (!isTopHeading(line, reached[0]) || !reached.some((lower) => goesOn(line, lower))) break;
    reached.unshift(line);
    count += 1;
  }
  return count;
}

function goesOn(line: SegmentRow, lower: SegmentRow): boolean {
  const distance = centreY(lower.box) - centreY(line.box);
  const beside = sharedLength(line.box[1], line.box[3], lower.box[1], lower.box[3]);
  if (beside >= STANDS_BESIDE * heightOf(line.box)) return true;
  const isNext = distance <= WIDEST_WRAP * line.fontSize;
  return (
    isNext && lower.segments.some(({ box }) => Math.abs(centreX(box) - centreX(line.box)) <= SAME_AXIS * line.fontSize)
  );
}

function isTopHeading(line: SegmentRow, below: SegmentRow | undefined): boolean {
  if (!below || line.segments.length > 1 || isLabelled(line) || !isClose(line, below)) return false;
  return Math.abs(line.fontSize - below.fontSize) <= SAME_SIZE * below.fontSize;
}
