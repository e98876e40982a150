/** Affine maps and boxes, in the order of PDF (ISO 32000-1, 8.3.3): [x' y'] = [ax + cy + e, bx + dy + f]. */
import type { Box } from '../../types.js';

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** The upright box around a box mapped by `matrix`. */
export function mapBox(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const [a, b, c, d, e, f] = matrix;
  if (b === 0 && c === 0) return boxOf(a * x0 + e, d * y0 + f, a * x1 + e, d * y1 + f);
  if (a === 0 && d === 0) return boxOf(c * y0 + e, b * x0 + f, c * y1 + e, b * x1 + f);
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f];
}

/** The box with these two points as opposite corners. */
function boxOf(x0: number, y0: number, x1: number, y1: number): Box {
  return [x0 < x1 ? x0 : x1, y0 < y1 ? y0 : y1, x0 < x1 ? x1 : x0, y0 < y1 ? y1 : y0];
}

/** What two boxes share; turned inside out (x1 < x0 or y1 < y0) where they share nothing. */
export function intersect(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** The factor by which a matrix scales lengths, on the average of all directions. */
export function meanScale(matrix: Matrix): number {
  return Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
}

/** The length of a vector; unlike `Math.hypot` without care for numbers that overflow, and many times as fast. */
export function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** Whether upright boxes stay upright boxes. */
export function isUpright([a, b, c, d]: Matrix): boolean {
  return (b === 0 && c === 0) || (a === 0 && d === 0);
}
