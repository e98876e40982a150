/** Columns of changes that hold something else: two figures in one cell, words and figures. */
import type { Diagnostic } from '../../../extractors/types.js';
import { parseAmount } from '../../amounts/index.js';
import type { Panel } from '../../statements/panels.js';
import { percentIn } from '../changes.js';
import type { BodyRow } from '../table-to-read.js';

/** A warning `amount-unparsable` at each row whose cell in a column of changes prints figures and is no change that can be read: it may hold digits of the amount beside it. */
export function reportUnreadChanges({ changes }: Panel, cells: readonly BodyRow[], tableNo: number): Diagnostic[] {
  return cells.flatMap((row) =>
    changes.flatMap(({ col }) => {
      const cell = row.get(col);
      if (!cell || !isUnread(cell.text)) return [];
      const message = `change "${cell.text}" is not a number; cell kept raw, no change is made of it, the row's lines are suspect`;
      const origin = { tableNo, row: cell.row, page: cell.page };
      return [{ stage: 'transform', severity: 'warning', code: 'amount-unparsable', message, origin } as const];
    }),
  );
}

function isUnread(text: string): boolean {
  return /\d/.test(text) && parseAmount(text, 1).kind !== 'amount' && percentIn(text) === null;
}
