/** What lies in areas of the page: under paint, on pictures. */
import type { Box } from '../../../types.js';

/** Side in points of the squares into which a page is divided, so that an area is compared with what is near it. */
const SQUARE = 16;
/** More squares than the largest page is wide. */
const SQUARES_A_ROW = 1_000;

/** Anything that lies over a part of the page. */
interface Area {
  readonly box: Box;
}

/** Numbers of boxes, rising, by the square in which their middle lies. */
type Squares = Map<number, readonly number[]>;

/**
 * For each box (by its number) that lies in an area, the last such area. `boxes` and `areas` are in the order of painting; an area reaches
 * only the first `reach(area)` boxes. Boxes that lie in none are not in the answer.
 */
export function findLastAreas<T extends Area>(
  boxes: readonly Box[],
  areas: readonly T[],
  reach: (area: T) => number = () => Infinity,
): ReadonlyMap<number, T> {
  const last = new Map<number, T>();
  const reaching = areas.filter((area) => reach(area) > 0);
  if (reaching.length === 0) return last;
  const squares = divide(boxes);
  let largest: T | null = null;
  // from the last one back, so that every box is taken once and out of the way of all areas before
  for (const area of reaching.toReversed()) {
    if (largest && reach(area) <= reach(largest) && holds(largest.box, area.box)) continue;
    if (!largest || holds(area.box, largest.box)) largest = area;
    takeUnder(area, reach(area), boxes, squares, last);
  }
  return last;
}

function takeUnder<T extends Area>(
  area: T,
  reach: number,
  boxes: readonly Box[],
  squares: Squares,
  last: Map<number, T>,
): void {
  for (const square of squaresUnder(area.box, squares)) {
    const members = squares.get(square);
    if (members?.[0] === undefined || members[0] >= reach) continue;
    const kept = members.filter((at) => at >= reach || !holds(area.box, boxes[at]));
    if (kept.length === members.length) continue;
    const left = new Set(kept);
    for (const at of members) if (!left.has(at)) last.set(at, area);
    if (kept.length === 0) squares.delete(square);
    else squares.set(square, kept);
  }
}

function divide(boxes: readonly Box[]): Squares {
  const squares = new Map<number, number[]>();
  boxes.forEach(([x0, y0, x1, y1], at) => {
    const square = squareOf(toSquare((x0 + x1) / 2), toSquare((y0 + y1) / 2));
    const members = squares.get(square);
    if (members) members.push(at);
    else squares.set(square, [at]);
  });
  return squares;
}

/** The squares that an area touches; all there are, where those are fewer. */
function squaresUnder([x0, y0, x1, y1]: Box, squares: Squares): Iterable<number> {
  const [left, top, right, bottom] = [toSquare(x0), toSquare(y0), toSquare(x1), toSquare(y1)];
  if ((right - left + 1) * (bottom - top + 1) > squares.size) return [...squares.keys()];
  const touched: number[] = [];
  for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) touched.push(squareOf(x, y));
  return touched;
}

function toSquare(coordinate: number): number {
  return Math.floor(coordinate / SQUARE);
}

function squareOf(x: number, y: number): number {
  return y * SQUARES_A_ROW + x;
}

function holds(area: Box, box: Box | undefined): boolean {
  return box !== undefined && box[0] >= area[0] && box[1] >= area[1] && box[2] <= area[2] && box[3] <= area[3];
}
