/** Columns that the rows do not tell apart but the headings do. */
import { centreX, sharedLength } from '../../boxes.js';
import { OVERLAP, type Column } from '../../lines/columns.js';
import type { SegmentRow } from '../../lines/segments.js';
import type { HeadingBlock } from './types.js';

/** Share of the rows that may run over the border between two headings: a total in the middle, a name too long for its column. */
const MOST_CROSSING = 0.25;

/** The columns, cut between headings that stand beside each other over one of them, where few rows cross. */
export function splitUnderHeadings(
  columns: readonly Column[],
  blocks: readonly HeadingBlock[],
  body: readonly SegmentRow[],
): Column[] {
  const lowest = blocks.filter((block) => !blocks.some((other) => isUnder(other, block)));
  return columns.flatMap((column) => {
    const over = lowest.filter(({ box }) => sharedLength(column.from, column.to, box[0], box[2]) > 0);
    return splitBetween(
      column,
      over.toSorted((a, b) => a.box[0] - b.box[0]),
      body,
    );
  });
}

/** Does the heading stand under the other one, if only with a part of it? */
export function isUnder(lower: HeadingBlock, upper: HeadingBlock): boolean {
  return lower.box[1] >= upper.box[3] && sharedLength(lower.box[0], lower.box[2], upper.box[0], upper.box[2]) > 0;
}

function splitBetween(column: Column, over: readonly HeadingBlock[], body: readonly SegmentRow[]): Column[] {
  const stretches = body.flatMap(({ segments }) =>
    segments
      .filter(({ box }) => sharedLength(column.from, column.to, box[0], box[2]) > OVERLAP)
      .map(({ box }) => ({ from: box[0], to: box[2] })),
  );
  const cuts = over.slice(1).flatMap((right, at) => {
    const left = over[at];
    if (!left || sharedLength(left.box[1], left.box[3], right.box[1], right.box[3]) <= 0) return [];
    return bestCut(left, right, stretches) ?? [];
  });
  if (cuts.length === 0) return [column];
  return [...cuts, Infinity]
    .map((cut, at): Column => {
      const start = cuts[at - 1] ?? -Infinity;
      const own = stretches.filter(({ from, to }) => (from + to) / 2 > start && (from + to) / 2 < cut);
      const headings = over.filter(({ box }) => centreX(box) > start && centreX(box) < cut);
      const [from, to] =
        own.length > 0
          ? // a text of the next column may reach over the edge of this one
            [own.map((text) => Math.max(column.from, text.from)), own.map((text) => Math.min(column.to, text.to))]
          : [headings.map(({ box }) => box[0]), headings.map(({ box }) => box[2])];
      return { from: Math.max(start, Math.min(...from)), to: Math.min(cut, Math.max(...to)) };
    })
    .filter(({ from, to }) => from < to);
}

/** Of the places between the middles of two headings the one that the fewest texts cross; null where too many do. */
function bestCut(left: HeadingBlock, right: HeadingBlock, stretches: readonly Column[]): number | null {
  const [from, to] = [centreX(left.box), centreX(right.box)];
  const ends = stretches.flatMap((text) => [text.from, text.to]).filter((x) => x > from && x < to);
  const edges = [from, ...ends, to].toSorted((a, b) => a - b);
  const places = edges.slice(1).map((edge, at) => ((edges[at] ?? edge) + edge) / 2);
  const crossing = (x: number): number => stretches.filter((text) => text.from < x && text.to > x).length;
  const widthAt = (x: number): number =>
    (edges.find((edge) => edge >= x) ?? x) - (edges.findLast((edge) => edge <= x) ?? x);
  const [best] = places.toSorted((a, b) => crossing(a) - crossing(b) || widthAt(b) - widthAt(a));
  return best !== undefined && crossing(best) <= MOST_CROSSING * stretches.length ? best : null;
}
