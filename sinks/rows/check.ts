/** What the types can't promise about rows: ranges and unique keys. */
import type { AnyRow, SqlType, Table, ValueOf } from '../contract/index.js';
import { decimalShape } from '../duckdb/decimal.js';

const INTEGER_LIMITS: Readonly<Record<string, number>> = { SMALLINT: 0x7fff, INTEGER: 0x7fff_ffff };

/** A document that does not fit into the tables; nothing of it is written. */
export class RowError extends Error {
  override readonly name = 'RowError';
}

/** A value that its column can't hold and that was left out. */
export interface Misfit {
  readonly table: string;
  readonly column: string;
  readonly value: string;
  readonly row: AnyRow;
}

/**
 * Rows that fit their table: a value out of range becomes null where the column may be null, and is reported.
 * @throws RowError when a column that must be filled can't hold its value, or when two rows have the same key
 */
export function fitRows<R extends AnyRow>(
  table: Table,
  rows: readonly R[],
): { readonly rows: readonly R[]; readonly misfits: readonly Misfit[] } {
  checkKeys(table, rows);
  const ranges = Object.entries(table.columns).flatMap(([name, { type, nullable }]) => {
    const fits = rangeOf(type);
    return fits ? [{ name, nullable, fits }] : [];
  });
  const misfits: Misfit[] = [];
  const fitted = rows.map((row) => {
    let kept = row;
    for (const { name, nullable, fits } of ranges) {
      const value = row[name];
      if (value === null || value === undefined || fits(value)) continue;
      if (!nullable) throw new RowError(`${table.name}.${name} can't hold ${String(value)}`);
      misfits.push({ table: table.name, column: name, value: String(value), row });
      kept = { ...kept, [name]: null };
    }
    return kept;
  });
  return { rows: fitted, misfits };
}

function checkKeys(table: Table, rows: readonly AnyRow[]): void {
  const keys = new Set<string>();
  for (const row of rows) {
    const key = table.key.map((name) => String(row[name])).join(', ');
    if (keys.has(key)) throw new RowError(`${table.name} has two rows with ${table.key.join(', ')} = ${key}`);
    keys.add(key);
  }
}

/** Whether a value of a numeric type is in range; null for types without limits. */
function rangeOf(type: SqlType): ((value: ValueOf<SqlType>) => boolean) | null {
  const decimal = decimalShape(type);
  if (decimal) {
    const limit = 10n ** BigInt(decimal.width);
    return (value) => typeof value === 'bigint' && value < limit && value > -limit;
  }
  const limit = INTEGER_LIMITS[type];
  if (limit !== undefined) return (value) => Number.isInteger(value) && Math.abs(Number(value)) <= limit;
  return type === 'DOUBLE' || type === 'FLOAT' ? Number.isFinite : null;
}
