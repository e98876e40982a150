/** How high a heading stands among those of a header: over all levels, or on the lowest one. */
import { centreY } from '../../boxes.js';
import type { HeadingBlock } from './types.js';

/** Share of the font size by which a heading may miss the usual height and still stand over all levels. */
const OFF_HEIGHT = 0.35;

/** Where a header sets the headings that stand over all its levels; the usual way first. */
export const UPRIGHT_SETS = ['middle', 'top', 'foot'] as const;
export type UprightSet = (typeof UPRIGHT_SETS)[number];

/** The height of a header in points. */
export interface HeaderHeight {
  readonly top: number;
  readonly foot: number;
}

/** From the first line of these headings to the last. */
export function heightOfHeader(blocks: readonly HeadingBlock[]): HeaderHeight {
  return {
    top: Math.min(...blocks.map(({ box }) => box[1])),
    foot: Math.max(...blocks.map(({ box }) => box[3])),
  };
}

/** Does the heading stand below the middle? */
export function standsLow(block: HeadingBlock, { top, foot }: HeaderHeight, fontSize: number): boolean {
  return centreY(block.box) - (top + foot) / 2 > OFF_HEIGHT * fontSize;
}

/** Does the heading stand where one over all levels does? */
export function standsOverAll(
  { box }: HeadingBlock,
  { top, foot }: HeaderHeight,
  set: UprightSet,
  fontSize: number,
): boolean {
  const off = { middle: centreY(box) - (top + foot) / 2, top: box[1] - top, foot: foot - box[3] };
  return Math.abs(off[set]) <= OFF_HEIGHT * fontSize;
}
