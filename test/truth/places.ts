/** Where a figure stands, as one key: the same for a line, a check and a diagnostic. */
import type { BudgetLine } from '../../transforms/index.js';

/** A cell, from 0 as in the grid, or the first character of an amount in a block. */
export type Place =
  | { readonly kind: 'table'; readonly tableNo: number; readonly row: number; readonly col: number }
  | { readonly kind: 'prose'; readonly blockNo: number; readonly at: number };

/** Where a line stands. */
export function placeOf({ place }: BudgetLine): Place {
  if (place.kind === 'prose') return { kind: 'prose', blockNo: place.blockNo, at: place.charStart };
  return { kind: 'table', tableNo: place.tableNo, row: place.row, col: place.col };
}

/** `t2 r3 c4` or `b315 @81`, as the sample cases write places. */
export function keyOf(place: Place): string {
  if (place.kind === 'prose') return `b${place.blockNo} @${place.at}`;
  return `t${place.tableNo} r${place.row} c${place.col}`;
}
