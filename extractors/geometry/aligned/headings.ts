/** Headings that stand in the middle over several columns: without a rule under them only their place says what they span. */
import { centreX } from '../boxes.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import { isNumeric, YEAR, type Segment, type SegmentRow } from '../lines/segments.js';

/** Share of the width of what stands below by which a heading may miss its middle. */
const CENTRED = 0.15;

/** First and last column that something covers. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Can the line be part of a header? Lines with amounts can't: an amount belongs to the one column it stands in. */
function isHeaderLine({ segments }: SegmentRow): boolean {
  return segments.every(({ text }) => !isNumeric(text) || YEAR.test(text.trim()));
}

/**
 * The columns that each segment of a line covers: those it stands over, and as a heading those of all segments below that it stands in the
 * middle of. It never covers the column in which the next segment of the line begins.
 *
 * @param lower the line below
 */
export function spansOf(upper: SegmentRow, lower: SegmentRow | undefined, columns: readonly Column[]): Span[] {
  const headed =
    lower && isHeaderLine(upper) && isHeaderLine(lower) ? assignNearest(lower.segments, upper.segments) : null;
  const own = upper.segments.map((segment) => columnsUnder(columns, segment));
  return upper.segments.map((segment, at) => {
    const { first, last } = widenOver(segment, headed?.get(segment) ?? [], columns);
    const next = own[at + 1]?.first ?? columns.length;
    return { first, last: Math.max(first, Math.min(last, next - 1)) };
  });
}

/** The columns of a segment and of those below, if it stands in their middle. */
function widenOver(segment: Segment, below: readonly Segment[], columns: readonly Column[]): Span {
  const own = columnsUnder(columns, segment);
  const [first, last] = [below[0], below.at(-1)];
  if (!first || !last || first === last) return own;
  const [from, to] = [first.box[0], last.box[2]];
  if (Math.abs(centreX(segment.box) - (from + to) / 2) > CENTRED * (to - from)) return own;
  return {
    first: Math.min(own.first, columnsUnder(columns, first).first),
    last: Math.max(own.last, columnsUnder(columns, last).last),
  };
}

/** For each heading the segments below that are nearer to it than to any other. */
function assignNearest(lower: readonly Segment[], upper: readonly Segment[]): Map<Segment, Segment[]> {
  const children = new Map<Segment, Segment[]>(upper.map((segment) => [segment, []]));
  for (const segment of lower) {
    const distance = (other: Segment): number => Math.abs(centreX(other.box) - centreX(segment.box));
    const [nearest] = upper.toSorted((a, b) => distance(a) - distance(b));
    if (nearest) children.get(nearest)?.push(segment);
  }
  return children;
}
