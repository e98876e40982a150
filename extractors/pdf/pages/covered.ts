/** What lies under an opaque area painted later: the eye does not see it. */
import type { PaintedArea } from './marks.js';
import type { Box } from '../../types.js';

/** Side in points of the squares into which a page is divided, so that an area is compared with what is near it. */
const SQUARE = 16;
/** More squares than a page of 5 metres is wide. */
const SQUARES_A_ROW = 1_000;

/**
 * Finds the boxes that lie inside a covering area painted after them. `boxes` are in the order of painting, `paintedBefore` says how many
 * of them an area was painted over.
 */
export function findCovered(
  boxes: readonly Box[],
  areas: readonly PaintedArea[],
  paintedBefore: (area: PaintedArea) => number,
): ReadonlySet<number> {
  const covered = new Set<number>();
  const covering = areas.filter((area) => area.covers && paintedBefore(area) > 0);
  if (covering.length === 0) return covered;
  const squares = divide(boxes);
  for (const area of covering) {
    const before = paintedBefore(area);
    for (const square of squaresUnder(area.box)) {
      const members = squares.get(square);
      if (!members) continue;
      const hidden = members.filter((at) => at < before && holds(area.box, boxes[at]));
      if (hidden.length === 0) continue;
      for (const at of hidden) covered.add(at);
      squares.set(
        square,
        members.filter((at) => !covered.has(at)),
      );
    }
  }
  return covered;
}

/** The boxes by the square in which their middle lies. */
function divide(boxes: readonly Box[]): Map<number, readonly number[]> {
  const squares = new Map<number, number[]>();
  boxes.forEach(([x0, y0, x1, y1], at) => {
    const square = squareAt((x0 + x1) / 2, (y0 + y1) / 2);
    const members = squares.get(square);
    if (members) members.push(at);
    else squares.set(square, [at]);
  });
  return squares;
}

function* squaresUnder([x0, y0, x1, y1]: Box): Generator<number> {
  for (let y = Math.floor(y0 / SQUARE); y <= Math.floor(y1 / SQUARE); y += 1) {
    for (let x = Math.floor(x0 / SQUARE); x <= Math.floor(x1 / SQUARE); x += 1) yield y * SQUARES_A_ROW + x;
  }
}

function squareAt(x: number, y: number): number {
  return Math.floor(y / SQUARE) * SQUARES_A_ROW + Math.floor(x / SQUARE);
}

function holds(area: Box, box: Box | undefined): boolean {
  return box !== undefined && box[0] >= area[0] && box[1] >= area[1] && box[2] <= area[2] && box[3] <= area[3];
}
