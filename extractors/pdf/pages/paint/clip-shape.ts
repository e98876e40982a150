/** Clip paths that are no upright rectangles (ISO 32000-1, 8.5.4). */
import type { Matrix } from '../matrix.js';
import { COMMAND, COORDINATES, isUprightRectangle } from './trace-path.js';
import type { Subpath } from './trace-path.js';

/** The inside of a path on the displayed page. */
export interface ClipShape {
  /** x, y, x, y, … of each subpath, closed by the way back to its first point. */
  readonly outlines: readonly (readonly number[])[];
  readonly evenOdd: boolean;
}

/** Straight pieces for a curve: of a circle around a page they are off by 1 point. */
const PIECES_OF_CURVE = 8;
/** A path of more numbers (a map, a text in outlines) is taken for the box around it: every character is held against every piece. */
const MOST_NUMBERS = 4_000;

/** The shape of a clip path, in user space and as traced; null where the box around it says it all. */
export function shapeOfClip(
  packed: ArrayLike<number>,
  subpaths: readonly Subpath[],
  matrix: Matrix,
  evenOdd: boolean,
): ClipShape | null {
  const [only, ...others] = subpaths;
  if (!only || packed.length > MOST_NUMBERS) return null;
  if (others.length === 0 && isUprightRectangle(only)) return null;
  const outlines = outlinePath(packed, matrix);
  // coordinates that overflowed hide nothing
  return outlines.flat().every(Number.isFinite) ? { outlines, evenOdd } : null;
}

/** Whether a point lies inside, by the rule of the clip (8.5.3.3). */
export function holdsPoint({ outlines, evenOdd }: ClipShape, x: number, y: number): boolean {
  let [winding, crossings] = [0, 0];
  for (const points of outlines) {
    for (let at = 0; at < points.length; at += 2) {
      const next = at + 2 < points.length ? at + 2 : 0;
      const direction = crosses(points[at] ?? 0, points[at + 1] ?? 0, points[next] ?? 0, points[next + 1] ?? 0, x, y);
      winding += direction;
      crossings += Math.abs(direction);
    }
  }
  return evenOdd ? crossings % 2 === 1 : winding !== 0;
}

/** 1 or -1 where the piece passes the point on its right, downwards or upwards; else 0. */
function crosses(x0: number, y0: number, x1: number, y1: number, x: number, y: number): number {
  if (y0 <= y === y1 <= y) return 0;
  const passes = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x;
  return passes ? Math.sign(y1 - y0) : 0;
}

function outlinePath(packed: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): number[][] {
  const outlines: number[][] = [];
  let open: number[] = [];
  let [fromX, fromY] = [0, 0];
  const add = (x: number, y: number): void => {
    open.push(a * x + c * y + e, b * x + d * y + f);
    [fromX, fromY] = [x, y];
  };
  for (let at = 0; at < packed.length;) {
    const command = packed[at] ?? -1;
    const count = COORDINATES[command];
    if (count === undefined) break;
    const given = Array.from({ length: count }, (_, index) => packed[at + 1 + index] ?? 0);
    if (command === COMMAND.move) outlines.push((open = []));
    if (command === COMMAND.curve || command === COMMAND.quadratic) {
      for (const [x, y] of flattenCurve([fromX, fromY, ...given])) add(x, y);
    } else if (command !== COMMAND.close) add(given[0] ?? 0, given[1] ?? 0);
    at += 1 + count;
  }
  return outlines;
}

/** Points of a Bézier curve after its first, by De Casteljau's construction. */
function flattenCurve(controls: readonly number[]): [x: number, y: number][] {
  return Array.from({ length: PIECES_OF_CURVE }, (_, piece) => {
    const share = (piece + 1) / PIECES_OF_CURVE;
    let points = [...controls];
    while (points.length > 2) {
      points = points.slice(2).map((value, at) => (points[at] ?? 0) * (1 - share) + value * share);
    }
    return [points[0] ?? 0, points[1] ?? 0];
  });
}
