/** Rows of changes (增减额, 增减率) below the rows of the years that they compare. */
import type { Cell } from '../../extractors/types.js';
import type { ChangeColumn } from '../statements/columns.js';
import type { StatedAmount } from '../types.js';
import { withChanges } from './changes.js';
import type { RowPeriod } from './row-period.js';
import type { BodyRow } from './table-to-read.js';

/** A row of changes with the grid row whose figures it speaks of. */
export interface ChangeRow {
  readonly role: ChangeColumn['role'];
  readonly owner: number;
  readonly cells: BodyRow;
}

/** A row as far as changes go. */
interface DatedRow {
  readonly row: BodyRow;
  readonly rowNo: number;
  readonly identity: { readonly period: RowPeriod | null };
}

/** Whether the row is one of changes, and states no amounts of its own. */
export function isChange(period: RowPeriod | null): boolean {
  return period !== null && period.kind !== 'figures';
}

/**
 * The rows of changes among those of one panel: each is of the one row of this year's figures since the last block of changes. Where that block
 * holds several, as 预算 and 决算, nobody knows whose change it is, and it is left out.
 */
export function findChanges(rows: readonly DatedRow[]): ChangeRow[] {
  const walk = new ChangeWalk();
  return rows.flatMap(({ rowNo, identity, row }) => walk.next(rowNo, identity.period, row) ?? []);
}

class ChangeWalk {
  #block: number[] = [];
  #closed = false;

  next(rowNo: number, period: RowPeriod | null, cells: BodyRow): ChangeRow | null {
    if (period === null || period.kind === 'figures') {
      if (this.#closed || period === null) this.#block = [];
      this.#closed = false;
      if (period !== null && period.stage !== 'prior_year') this.#block.push(rowNo);
      return null;
    }
    this.#closed = true;
    const [owner, ...others] = this.#block;
    return owner === undefined || others.length > 0 ? null : { role: period.kind, owner, cells };
  }
}

/** The amount with what the rows of changes state of it in its own column. */
export function withRowChanges(amount: StatedAmount, rows: readonly ChangeRow[]): StatedAmount {
  const { place, unit } = amount;
  if (place.kind !== 'table') return amount;
  const own = rows.filter(({ owner }) => owner === place.row);
  if (own.length === 0) return amount;
  return withChanges(amount, unit, (role) => own.find((row) => row.role === role)?.cells.get(place.col)?.text ?? '');
}

/** The cells of which rows of changes make no amounts of their own. */
export function cellsOf(rows: readonly ChangeRow[]): Cell[] {
  return rows.flatMap(({ cells }) => [...cells.values()]);
}
