/** Headings from the lines of a header: words that wrap are one heading. */
import { boxAround, centreX, centreY, sharedLength } from '../../boxes.js';
import { WIDEST_WRAP } from '../../lines/line-pitch.js';
import type { Ruling } from '../../page.js';
import type { Segment, SegmentRow } from '../../lines/segments.js';
import type { HeadingBlock } from './types.js';

/** Times the font size: no two cells stand as near, one below the other. */
const TIGHT_PITCH = 1.3;
/** Lines of a heading that tells how far lines of one stand apart: over one column a header has rarely as many levels, and none as even. */
const FEWEST_EVEN = 3;
/** Share by which distances of lines set evenly may differ. */
const SAME_PITCH = 0.05;
/** Share of the font size by which the middles (or edges) of wrapped lines may differ. */
export const SAME_AXIS = 0.35;

/** Share of the font size by which headings of one level may differ in height. */
const SAME_LEVEL = 0.45;

/** The headings of these lines, from top to bottom. @param rules horizontal ones; none runs through a heading */
export function blocksOf(lines: readonly SegmentRow[], rules: readonly Ruling[]): HeadingBlock[] {
  const first = joinWraps(lines, rules, 0);
  const pitch = pitchOfLines(first);
  const blocks = pitch > 0 ? joinWraps(lines, rules, pitch * (1 + SAME_PITCH)) : first;
  return blocks.map((segments) => ({ segments, box: boxAround(segments.map(({ box }) => box)) }));
}

/** Points between the lines of one heading, as those of several lines tell; zero where none does. */
function pitchOfLines(blocks: readonly (readonly Segment[])[]): number {
  const even = blocks.flatMap((segments) => {
    const steps = segments.slice(1).map(({ box }, at) => centreY(box) - centreY(segments[at]?.box ?? box));
    const [least, most] = [Math.min(...steps), Math.max(...steps)];
    return segments.length >= FEWEST_EVEN && most - least <= SAME_PITCH * most ? [least] : [];
  });
  return even.length > 0 ? Math.min(...even) : 0;
}

/** @param tight points: lines as near are of one heading, whatever else stands beside them */
function joinWraps(lines: readonly SegmentRow[], rules: readonly Ruling[], tight: number): Segment[][] {
  const blocks: Segment[][] = [];
  const entries = lines.flatMap((line) => line.segments.map((segment) => ({ segment, line })));
  for (const { segment, line } of entries) {
    const above = blocks.filter((block) => wraps(block, segment, line.fontSize, rules));
    const beside = entries.filter(
      (other) => other.line === line && above[0] && overlaps(above[0].at(-1), other.segment),
    );
    const [only] = above;
    const isOne = only !== undefined && above.length === 1 && beside.length === 1;
    if (isOne && (isTight(only, segment, line, tight) || !headsSeveral(only, segment, line, blocks)))
      only.push(segment);
    else blocks.push([segment]);
  }
  return blocks;
}

function isTight(block: readonly Segment[], next: Segment, { fontSize }: SegmentRow, tight: number): boolean {
  const last = block.at(-1);
  return last !== undefined && centreY(next.box) - centreY(last.box) <= Math.max(TIGHT_PITCH * fontSize, tight);
}

/** Is the segment the next line of the block? */
function wraps(block: readonly Segment[], next: Segment, fontSize: number, rules: readonly Ruling[]): boolean {
  const last = block.at(-1);
  if (!last) return false;
  const [from, to] = [centreY(last.box), centreY(next.box)];
  if (to - from <= 0 || to - from > WIDEST_WRAP * fontSize) return false;
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

/** Does the block stand over further words of the line that have no heading of their own? */
function headsSeveral(
  block: readonly Segment[],
  segment: Segment,
  line: SegmentRow,
  blocks: readonly (readonly Segment[])[],
): boolean {
  const last = block.at(-1);
  if (!last) return false;
  // a block that goes on in this line stands over it with the line before
  const upper = blocks.flatMap((other) => other.findLast(({ box }) => centreY(box) < line.box[1]) ?? []);
  // what stands half a line lower than the block is beside the line, not over it
  const over = upper.filter((other) => centreY(other.box) - centreY(last.box) <= SAME_LEVEL * line.fontSize);
  const distance = (a: Segment, b: Segment): number => Math.abs(centreX(a.box) - centreX(b.box));
  return line.segments.some((other) => {
    if (other === segment || upper.some((each) => overlaps(each, other))) return false;
    const [nearest] = over.toSorted((a, b) => distance(a, other) - distance(b, other));
    return nearest === last;
  });
}
