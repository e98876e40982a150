/** A query on an archive and its result as text. */
import { DuckDBInstance } from '@duckdb/node-api';
import { formatTable } from './format-table.js';

/** The result of `sql` as an aligned table; values as DuckDB prints them, so that an amount stays the decimal it is. */
export async function queryTable(database: string, sql: string): Promise<string> {
  const instance = await DuckDBInstance.create(database, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    const result = await connection.runAndReadAll(sql);
    const rows = result.getRowsJson().map((row) => row.map(toText));
    return formatTable(result.columnNames(), rows);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}
