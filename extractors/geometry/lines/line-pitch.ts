/** How far apart lines of one table stand. */
import { heightOf, sharedLength } from '../boxes.js';
import type { SegmentRow } from './segments.js';

/** Times the line height: rows of one table stand no farther apart, white rules and generous leading included. */
export const WIDEST_PITCH = 3;

/** Are these lines, one below the other, near enough to be of one table? */
export function isClose({ box }: SegmentRow, { box: next }: SegmentRow): boolean {
  const gap = -sharedLength(box[1], box[3], next[1], next[3]);
  return gap <= (WIDEST_PITCH - 1) * Math.max(heightOf(box), heightOf(next));
}
