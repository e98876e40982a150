/** The grid lines of a network of rules, and the walls that stand between its places. */
import type { Box } from '../../types.js';
import { sharedLength } from '../boxes.js';
import type { Network } from './networks.js';
import type { Ruling } from '../page.js';

/** Points. The narrowest column holds one small character; what is narrower comes from doubled or inexact rules. */
const NARROWEST_COLUMN = 5;
/** Share of the text height below which no row can be: between two such rules no line of text fits. */
const LOWEST_ROW = 0.6;
/** Share of a place's side that rules must cover to make a wall of it; corners and breaks may be left open. */
const WALL = 0.6;

/** `xs` and `ys` are the lines of the grid, first to last; walls say where a line parts the places beside it. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Is there a wall between places (row, col) and (row, col + 1)? */
  readonly wallRight: (row: number, col: number) => boolean;
  /** Is there a wall between places (row, col) and (row + 1, col)? */
  readonly wallBelow: (row: number, col: number) => boolean;
}

/**
 * The lattice of a network: a line for each position at which rules stand, slivers closed. Where the frame is open, the ends of the rules
 * that cross it are its border, if text stands there.
 *
 * @param textBoxes of the characters near the network: tell whether an open side holds text
 * @param textHeight points; the usual height of a line of text there
 */
export function drawLattice(network: Network, textBoxes: readonly Box[], textHeight: number): Lattice {
  const xs = drawLines(network.vertical, network.horizontal, NARROWEST_COLUMN, (from, to) =>
    textBoxes.some((box) => sharedLength(box[0], box[2], from, to) > 0),
  );
  const lowest = Math.max(LOWEST_ROW * textHeight, 1);
  const ys = drawLines(network.horizontal, network.vertical, lowest, (from, to) =>
    textBoxes.some((box) => sharedLength(box[1], box[3], from, to) > 0),
  );
  return latticeOf(xs, ys, network);
}

/** A lattice on given lines with the walls of the network. */
export function latticeOf(xs: readonly number[], ys: readonly number[], network: Network): Lattice {
  const upright = coverWalls(network.vertical, xs, ys);
  const level = coverWalls(network.horizontal, ys, xs);
  return {
    xs,
    ys,
    wallRight: (row, col) => (upright[col + 1]?.[row] ?? 0) >= WALL,
    wallBelow: (row, col) => (level[row + 1]?.[col] ?? 0) >= WALL,
  };
}

function drawLines(
  rules: readonly Ruling[],
  crossing: readonly Ruling[],
  narrowest: number,
  hasText: (from: number, to: number) => boolean,
): number[] {
  const lines = closeSlivers(
    rules.map((rule) => rule.position),
    narrowest,
  );
  const [first = Infinity, last = -Infinity] = [lines[0], lines.at(-1)];
  const start = Math.min(...crossing.map((rule) => rule.from));
  const end = Math.max(...crossing.map((rule) => rule.to));
  if (first - start > narrowest && hasText(start, first)) lines.unshift(start);
  if (end - last > narrowest && hasText(last, end)) lines.push(end);
  return lines;
}

/** Positions nearer than `narrowest` to the first of their bunch become one line, at their mean. */
function closeSlivers(positions: readonly number[], narrowest: number): number[] {
  const bunches: number[][] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    const bunch = bunches.at(-1);
    if (bunch?.[0] !== undefined && position - bunch[0] < narrowest) bunch.push(position);
    else bunches.push([position]);
  }
  return bunches.map((bunch) => bunch.reduce((sum, position) => sum + position, 0) / bunch.length);
}

/** For each line and each stretch between two crossing lines: the share that rules on the line cover. */
function coverWalls(rules: readonly Ruling[], lines: readonly number[], crossing: readonly number[]): number[][] {
  const cover = lines.map(() => crossing.slice(1).map(() => 0));
  for (const rule of rules) {
    const stretches = cover[nearest(lines, rule.position)] ?? [];
    stretches.forEach((share, at) => {
      const [from = 0, to = 0] = [crossing[at], crossing[at + 1]];
      stretches[at] = share + Math.max(0, sharedLength(rule.from, rule.to, from, to)) / (to - from);
    });
  }
  return cover;
}

function nearest(lines: readonly number[], position: number): number {
  let best = 0;
  lines.forEach((line, at) => {
    if (Math.abs(line - position) < Math.abs((lines[best] ?? Infinity) - position)) best = at;
  });
  return best;
}
