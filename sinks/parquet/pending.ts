/** Which Parquet files are behind the database: noted in the transaction that changes rows, so that a crash before the export loses nothing. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES, tables } from '../contract/index.js';
import { appendRows } from '../duckdb/append.js';
import { selectRows } from '../duckdb/query.js';

/** The partition of documents without a known year and of sources without a document. */
export const UNKNOWN_YEAR = 'unknown';
/** Stands for all tables that are partitioned by year. */
const EVERY_TABLE = '*';

export interface Pending {
  readonly years: ReadonlySet<string>;
  /** Unpartitioned tables. */
  readonly datasets: ReadonlySet<string>;
}

/** Notes that documents of these years changed. */
export async function markYears(connection: DuckDBConnection, years: readonly string[]): Promise<void> {
  await appendRows(
    connection,
    tables.parquetPending,
    [...new Set(years)].map((year) => ({ dataset: EVERY_TABLE, document_year: year })),
  );
}

/** Notes that every file is behind: a new version has other columns. */
export async function markEverything(connection: DuckDBConnection): Promise<void> {
  await markYears(connection, await archiveYears(connection));
  for (const { name, parquet } of TABLES) if (parquet.kind === 'unpartitioned') await markDataset(connection, name);
}

/** The partitions that the archive needs: years of its documents, `unknown` where a document has no year or a source no document. */
export async function archiveYears(connection: DuckDBConnection): Promise<readonly string[]> {
  const rows = await selectRows(
    connection,
    `SELECT DISTINCT coalesce(fiscal_year::VARCHAR, '${UNKNOWN_YEAR}') AS year FROM documents
     UNION SELECT '${UNKNOWN_YEAR}' FROM diagnostics WHERE document_id IS NULL ORDER BY year`,
  );
  return rows.map(({ year }) => String(year));
}

/** Notes that an unpartitioned table changed. */
export async function markDataset(connection: DuckDBConnection, name: string): Promise<void> {
  await appendRows(connection, tables.parquetPending, [{ dataset: name, document_year: null }]);
}

export async function readPending(connection: DuckDBConnection): Promise<Pending> {
  const rows = await selectRows(connection, 'SELECT DISTINCT dataset, document_year FROM parquet_pending');
  return {
    years: new Set(rows.flatMap(({ document_year: year }) => (typeof year === 'string' ? [year] : []))),
    datasets: new Set(rows.flatMap(({ dataset, document_year: year }) => (year === null ? [String(dataset)] : []))),
  };
}

export async function clearPending(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM parquet_pending');
}
