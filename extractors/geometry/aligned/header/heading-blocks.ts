/** Headings from the lines of a header: words that wrap are one heading. */
import { boxAround, centreX, centreY, sharedLength } from '../../boxes.js';
import type { Ruling } from '../../page.js';
import type { Segment, SegmentRow } from '../../lines/segments.js';
import type { HeadingBlock } from './types.js';

/** Times the font size: lines of one text stand nearer than this, cells have their padding between. */
export const WRAPPED_PITCH = 1.65;
/** Times the font size: no two cells stand as near, one below the other. */
const TIGHT_PITCH = 1.3;
/** Share of the font size by which the middles (or edges) of wrapped lines may differ. */
export const SAME_AXIS = 0.35;

/** Share of the font size by which headings of one level may differ in height. */
const SAME_LEVEL = 0.45;

/** The headings of these lines, from top to bottom. @param rules horizontal ones; none runs through a heading */
export function blocksOf(lines: readonly SegmentRow[], rules: readonly Ruling[]): HeadingBlock[] {
  const blocks: Segment[][] = [];
  const entries = lines.flatMap((line) => line.segments.map((segment) => ({ segment, line })));
  for (const { segment, line } of entries) {
    const above = blocks.filter((block) => wraps(block, segment, line.fontSize, rules));
    const beside = entries.filter(
      (other) => other.line === line && above[0] && overlaps(above[0].at(-1), other.segment),
    );
    const [only] = above;
    const isOne = only !== undefined && above.length === 1 && beside.length === 1;
    if (isOne && !headsSeveral(only, segment, line, blocks)) only.push(segment);
    else blocks.push([segment]);
  }
  return blocks.map((segments) => ({ segments, box: boxAround(segments.map(({ box }) => box)) }));
}

/** Is the segment the next line of the block? */
function wraps(block: readonly Segment[], next: Segment, fontSize: number, rules: readonly Ruling[]): boolean {
  const last = block.at(-1);
  if (!last) return false;
  const [from, to] = [centreY(last.box), centreY(next.box)];
  if (to - from <= 0 || to - from > WRAPPED_PITCH * fontSize) return false;
  const axes = [centreX(next.box) - centreX(last.box), next.box[0] - last.box[0], next.box[2] - last.box[2]];
  if (!axes.some((off) => Math.abs(off) <= SAME_AXIS * fontSize)) return false;
  return !rules.some(
    (rule) =>
      rule.position > from && rule.position < to && rule.from < centreX(next.box) && rule.to > centreX(next.box),
  );
}

function overlaps(a: Segment | undefined, b: Segment): boolean {
  return a !== undefined && sharedLength(a.box[0], a.box[2], b.box[0], b.box[2]) > 0;
}

/** Does the block stand over further words of the line that have no heading of their own? Then it heads them all, if not set tight. */
function headsSeveral(
  block: readonly Segment[],
  segment: Segment,
  line: SegmentRow,
  blocks: readonly (readonly Segment[])[],
): boolean {
  const last = block.at(-1);
  if (!last || centreY(segment.box) - centreY(last.box) <= TIGHT_PITCH * line.fontSize) return false;
  const upper = blocks.flatMap((other) => other.at(-1) ?? []).filter((other) => centreY(other.box) < line.box[1]);
  // what stands half a line lower than the block is beside the line, not over it
  const over = upper.filter((other) => centreY(other.box) - centreY(last.box) <= SAME_LEVEL * line.fontSize);
  const distance = (a: Segment, b: Segment): number => Math.abs(centreX(a.box) - centreX(b.box));
  return line.segments.some((other) => {
    if (other === segment || upper.some((each) => overlaps(each, other))) return false;
    const [nearest] = over.toSorted((a, b) => distance(a, other) - distance(b, other));
    return nearest === last;
  });
}
