/** Reading and transactions: the few ways in which the sinks talk SQL. */
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';

export type Row = Readonly<Record<string, DuckDBValue>>;

/** All rows of a query; integers come as numbers or bigints, decimals exact. `types` of values whose own type does not tell it, such as lists. */
export async function selectRows(
  connection: DuckDBConnection,
  sql: string,
  values: Readonly<Record<string, DuckDBValue>> = {},
  types: Readonly<Record<string, DuckDBType>> = {},
): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql, { ...values }, { ...types });
  return reader.getRowObjects();
}

/** The value as text; null where there is none. */
export function textOrNull(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** The value as a number; null where there is none. For counts and running numbers, never for amounts. */
export function numberOrNull(value: Row[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** Runs `work` in a transaction: all of it is kept, or nothing. Rethrows what `work` throws. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN TRANSACTION');
  try {
    const result = await work();
    await connection.run('COMMIT');
    return result;
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
}

/** A transaction that DuckDB itself has already ended (disk full) can't be rolled back again; the first error is the one to tell. */
async function rollBack(connection: DuckDBConnection): Promise<void> {
  try {
    await connection.run('ROLLBACK');
  } catch {
    return;
  }
}
