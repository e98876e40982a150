/** The stretches of a frame between cells that run across its whole width. */
import { TOUCH, type Network } from '../rules/networks.js';
import type { Ruling } from '../page.js';
import type { TableCell, TableGrid } from '../types.js';

/**
 * The rules of each stretch, top to bottom; a stretch begins with one or more rows of a single cell. One alone where no such row stands inside
 * the frame.
 */
export function cutStretches(network: Network, { cells, columnCount }: TableGrid): Network[] {
  const across = cells.filter((cell) => cell.colSpan === columnCount);
  const starts = across.filter(
    (cell) => cell.row > 0 && !across.some((above) => above.row + above.rowSpan === cell.row),
  );
  const tops = starts.map(topOf);
  return [-Infinity, ...tops].map((top, at) => clipRules(network, top, tops[at] ?? Infinity));
}

function topOf({ box }: TableCell): number {
  return box[1];
}

/** What lies between two heights; rules on either belong to it. */
function clipRules({ horizontal, vertical }: Network, top: number, bottom: number): Network {
  return {
    horizontal: horizontal.filter(({ position }) => position >= top - TOUCH && position <= bottom + TOUCH),
    vertical: vertical.flatMap((rule): Ruling[] => {
      const [from, to] = [Math.max(rule.from, top), Math.min(rule.to, bottom)];
      return to - from > 2 * TOUCH ? [{ ...rule, from, to }] : [];
    }),
  };
}
