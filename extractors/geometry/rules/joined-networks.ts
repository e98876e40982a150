/** Frames drawn apart that are one table: side by side with the same rows, or below each other with the same columns. */
import type { Box } from '../../types.js';
import { sharedLength } from '../boxes.js';
import { boxOfNetwork, TOUCH, type Network } from './networks.js';
import type { Ruling } from '../page.js';

/** Points. A double line or a narrow gap between two frames; two tables stand farther apart, for a word goes between. */
const NARROW_GAP = 10;
/** Rules at the same positions that make two frames one table: two make but a box, and boxes stand in rows in any drawing. */
const FEWEST_SHARED = 3;

interface Frame {
  readonly network: Network;
  readonly box: Box;
}

/** Joins neighbouring frames whose rows (or columns) go on from one to the other. */
export function joinNetworks(networks: readonly Network[]): Network[] {
  const joined: Frame[] = [];
  const single: Network[] = [];
  for (const network of networks) {
    const { horizontal, vertical } = network;
    if (Math.max(horizontal.length, vertical.length) < FEWEST_SHARED) single.push(network);
    else joinFrame(joined, { network, box: boxOfNetwork(network) });
  }
  return [...joined.map((frame) => frame.network), ...single];
}

/** Adds the frame to those it goes on from, which become one, or as one of its own. */
function joinFrame(frames: Frame[], added: Frame): void {
  const at = frames.findIndex((frame) => goesOn(frame, added));
  const [neighbour] = at < 0 ? [] : frames.splice(at, 1);
  if (!neighbour) {
    frames.push(added);
    return;
  }
  const network = {
    horizontal: [...neighbour.network.horizontal, ...added.network.horizontal],
    vertical: [...neighbour.network.vertical, ...added.network.vertical],
  };
  joinFrame(frames, { network, box: boxOfNetwork(network) });
}

function goesOn(a: Frame, b: Frame): boolean {
  const apartX = -sharedLength(a.box[0], a.box[2], b.box[0], b.box[2]);
  const apartY = -sharedLength(a.box[1], a.box[3], b.box[1], b.box[3]);
  if (apartX >= 0 && apartX <= NARROW_GAP) return haveSamePositions(a.network.horizontal, b.network.horizontal);
  return apartY >= 0 && apartY <= NARROW_GAP && haveSamePositions(a.network.vertical, b.network.vertical);
}

function haveSamePositions(a: readonly Ruling[], b: readonly Ruling[]): boolean {
  if (Math.min(a.length, b.length) < FEWEST_SHARED) return false;
  const isIn = (rule: Ruling, others: readonly Ruling[]): boolean =>
    others.some((other) => Math.abs(other.position - rule.position) <= TOUCH);
  return a.every((rule) => isIn(rule, b)) && b.every((rule) => isIn(rule, a));
}
