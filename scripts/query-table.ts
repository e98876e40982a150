/** A query on an archive and its result as text. */
import { openFile } from '../sinks/duckdb/instance.js';
import { formatTable } from './format-table.js';

/**
 * The result of `sql` as an aligned table; values as DuckDB prints them, so that an amount stays the decimal it is.
 *
 * @throws ArchiveError where the database can't be opened, Error of DuckDB where it can't answer
 */
export async function queryTable(database: string, sql: string): Promise<string> {
  const opened = await openFile(database, 'READ_ONLY');
  try {
    const result = await opened.connection.runAndReadAll(sql);
    const rows = result.getRowsJson().map((row) => row.map(toText));
    return formatTable(result.columnNames(), rows);
  } finally {
    opened.close();
  }
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}
