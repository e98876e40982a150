/** Boxes on the displayed page: points from the top-left. */
import type { Box } from '../types.js';

export function centreX(box: Box): number {
  return (box[0] + box[2]) / 2;
}

export function centreY(box: Box): number {
  return (box[1] + box[3]) / 2;
}

export function widthOf(box: Box): number {
  return box[2] - box[0];
}

export function heightOf(box: Box): number {
  return box[3] - box[1];
}

/** true where the point lies in the box; right and bottom are exclusive. */
export function holds(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3];
}

/** true where the middle of `inner` lies in `outer`. */
export function holdsCentre(outer: Box, inner: Box): boolean {
  return holds(outer, centreX(inner), centreY(inner));
}

/** The smallest box around all; [0, 0, 0, 0] around nothing. */
export function boxAround(boxes: Iterable<Box>): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x0 = Math.min(x0, box[0]);
    y0 = Math.min(y0, box[1]);
    x1 = Math.max(x1, box[2]);
    y1 = Math.max(y1, box[3]);
  }
  return x0 > x1 ? [0, 0, 0, 0] : [x0, y0, x1, y1];
}

/** How much two stretches of an axis share; negative for the distance between them. */
export function sharedLength(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.min(to, otherTo) - Math.max(from, otherFrom);
}

/** The middle value of the sorted numbers; 0 of none. */
export function median(values: readonly number[]): number {
  const [first = 0] = values;
  if (values.every((value) => value === first)) return first;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
