/** Places as the contract prints them. */
import type { CellRef } from '../../transforms/types.js';
import type { Origin } from '../../extractors/types.js';

/** `p.12 t.2 r.7 c.3`, or `b.4`, or `l.31`: what is known of a place, rows and columns from 0; null when nothing is. */
export function formatLocation({ page, tableNo, row, col, blockNo, line }: Origin): string | null {
  const parts = [
    ['p', page],
    ['t', tableNo],
    ['r', row],
    ['c', col],
    ['b', blockNo],
    ['l', line],
  ] as const;
  const known = parts.flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${name}.${String(value)}`],
  );
  return known.length === 0 ? null : known.join(' ');
}

/** `t.2 r.7 c.3` */
export function formatCellRef({ tableNo, row, col }: CellRef): string {
  return `t.${String(tableNo)} r.${String(row)} c.${String(col)}`;
}

/** `<document_id>:<number>`: the id of a table or line. */
export function numberedId(documentId: string, no: number): string {
  return `${documentId}:${String(no)}`;
}
