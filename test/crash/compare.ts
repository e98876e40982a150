/** Two archives row for row. */
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { TABLES } from '../../sinks/contract/index.js';

/** Rows of each table as text, without what differs between two runs on the same sources: ids of runs, times of day (whether there is one is kept). */
export type Tables = ReadonlyMap<string, readonly string[]>;

export interface Difference {
  /** Rows that an undisturbed run has and this archive has not. */
  readonly lost: readonly string[];
  /** Rows of this archive that an undisturbed run has not, or has fewer times. */
  readonly doubled: readonly string[];
}

/** Times that say something of the sources, not of the run. */
const TIMES_OF_SOURCES = ['file_modified_at', 'modified_at', 'fetched_at'];
/** One row per attempt: they differ by nature. */
const ATTEMPTS = 'runs';

export async function readTables(outDir: string): Promise<Tables> {
  return reading(outDir, async (connection) => {
    const columns = await rowsOf(
      connection,
      `SELECT c.table_name, c.column_name, c.data_type FROM duckdb_columns() c JOIN duckdb_tables() t USING (table_name)
       WHERE NOT c.internal AND c.table_name <> '${ATTEMPTS}' ORDER BY c.table_name, c.column_index`,
    );
    const expressions = new Map<string, string[]>();
    for (const [table, column, type] of columns) {
      const name = String(table);
      const expression = comparable(String(column), String(type));
      expressions.set(name, [...(expressions.get(name) ?? []), ...expression]);
    }
    const tables = new Map<string, readonly string[]>();
    for (const [table, selected] of expressions) {
      const rows = await rowsOf(connection, `SELECT ${selected.join(', ')} FROM ${table}`);
      tables.set(table, rows.map((row) => JSON.stringify(row)).sort());
    }
    return tables;
  });
}

function comparable(column: string, type: string): readonly string[] {
  if (column.endsWith('run_id')) return [];
  if (type === 'TIMESTAMP WITH TIME ZONE' && !TIMES_OF_SOURCES.includes(column)) return [`"${column}" IS NULL`];
  return [`"${column}"::VARCHAR`];
}

export function compareTables(expected: Tables, found: Tables): Difference {
  const names = [...new Set([...expected.keys(), ...found.keys()])];
  const only = (a: Tables, b: Tables): readonly string[] =>
    names.flatMap((name) => without(a.get(name) ?? [], b.get(name) ?? []).map((row) => `${name} ${row}`));
  return { lost: only(expected, found), doubled: only(found, expected) };
}

/** Those of `rows` that `others` does not have as often. */
function without(rows: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = counts.get(row) ?? 0;
    counts.set(row, count - 1);
    return count <= 0;
  });
}

/** What does not fit together within a finished archive: Parquet and database, rows and the runs that they name, what is pending. */
export async function findContradictions(outDir: string): Promise<readonly string[]> {
  return reading(outDir, async (connection) => {
    const contradictions: string[] = [];
    const expectNone = async (what: string, sql: string): Promise<void> => {
      const [[count] = []] = await rowsOf(connection, sql);
      if (Number(count) !== 0) contradictions.push(`${what}: ${String(count)}`);
    };
    for (const { name, parquet } of TABLES) {
      if (parquet.kind === 'internal') continue;
      const files = `read_parquet('${join(outDir, 'parquet', name)}/**/*.parquet', hive_partitioning = false)`;
      await expectNone(
        `rows of ${name} not in Parquet`,
        `SELECT count(*) FROM (FROM ${name} EXCEPT ALL FROM ${files})`,
      );
      await expectNone(
        `rows of Parquet not in ${name}`,
        `SELECT count(*) FROM (FROM ${files} EXCEPT ALL FROM ${name})`,
      );
    }
    await expectNone('pending Parquet files', 'SELECT count(*) FROM parquet_pending');
    await expectNone('documents of no run', 'SELECT count(*) FROM documents ANTI JOIN runs USING (run_id)');
    await expectNone('finished run missing', 'SELECT 1 - least(1, count(*)) FROM runs WHERE finished_at IS NOT NULL');
    return contradictions;
  });
}

async function reading<T>(outDir: string, read: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(join(outDir, 'budget.duckdb'), {
    access_mode: 'READ_ONLY',
    threads: '2',
  });
  const connection = await instance.connect();
  try {
    return await read(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly (readonly unknown[])[]> {
  return (await connection.runAndReadAll(sql)).getRowsJson();
}
