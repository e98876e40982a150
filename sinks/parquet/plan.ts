/** Which Parquet files there are to be, and which of them must be written anew. */
import { join } from 'node:path';
import type { Table } from '../contract/index.js';
import type { Pending } from './pending.js';
import { UNKNOWN_YEAR } from './pending.js';

export interface ParquetFile {
  /** Below the Parquet folder. */
  readonly path: string;
  /** The rows it holds, in its order. */
  readonly query: string;
  /** false when an earlier file of the same path is still right. */
  readonly isStale: boolean;
}

/** Tables that change with every run. */
const ALWAYS_STALE: ReadonlySet<string> = new Set(['runs', 'document_sources']);
const FILE_NAME = 'data.parquet';

/**
 * The files of a snapshot: every table has a file in every year, if need be without rows, so that each dataset can be read and has its columns.
 * @param years the years of the archive's documents, `unknown` among them where there is need
 */
export function planFiles(
  tables: readonly Table[],
  years: readonly string[],
  pending: Pending,
): readonly ParquetFile[] {
  return tables.flatMap((table) => {
    if (table.parquet.kind === 'internal') return [];
    if (table.parquet.kind === 'unpartitioned') {
      const isStale = ALWAYS_STALE.has(table.name) || pending.datasets.has(table.name);
      return [{ path: join(table.name, FILE_NAME), query: `SELECT * FROM ${table.name} ${sorted(table)}`, isStale }];
    }
    const { documentColumn } = table.parquet;
    return years.map((year) => ({
      path: join(table.name, `document_year=${year}`, FILE_NAME),
      query: `SELECT * FROM ${table.name} WHERE ${inYear(documentColumn, year)} ${sorted(table)}`,
      isStale: pending.years.has(year),
    }));
  });
}

function sorted({ key }: Table): string {
  return `ORDER BY ${key.map((column) => `"${column}" NULLS FIRST`).join(', ')}`;
}

function inYear(documentColumn: string, year: string): string {
  if (year !== UNKNOWN_YEAR)
    return `${documentColumn} IN (SELECT document_id FROM documents WHERE fiscal_year = ${year})`;
  return `(${documentColumn} IS NULL OR ${documentColumn} IN (SELECT document_id FROM documents WHERE fiscal_year IS NULL))`;
}
