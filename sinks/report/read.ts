/** Reads the whole report from a database, row by row: an archive may hold more findings than memory does. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../duckdb/query.js';
import { DIAGNOSTICS, DOCUMENTS, FAILED_CHECKS, GAPS, SUSPECT_LINES, type Question } from './queries.js';
import { toDiagnostic, toDocument, toFailedCheck, toGap, toSuspectLine } from './rows.js';
import type { ArchiveReport } from './types.js';

/** The report with each list to be read from its beginning to its end, one list after the other. */
export type StreamedReport = {
  readonly [Section in keyof ArchiveReport]: AsyncIterable<ArchiveReport[Section][number]>;
};

/** The report of all current documents; nothing is asked before a list is read. The lists throw what DuckDB does. */
export function streamReport(connection: DuckDBConnection): StreamedReport {
  return {
    documents: stream(connection, DOCUMENTS, toDocument),
    failedChecks: stream(connection, FAILED_CHECKS, toFailedCheck),
    suspectLines: stream(connection, SUSPECT_LINES, toSuspectLine),
    diagnostics: stream(connection, DIAGNOSTICS, toDiagnostic),
    gaps: stream(connection, GAPS, toGap),
  };
}

async function* stream<T>(
  connection: DuckDBConnection,
  { sql, order }: Question,
  toItem: (row: Row) => T,
): AsyncGenerator<T> {
  const result = await connection.stream(`${sql} ORDER BY ${order}`);
  for await (const rows of result.yieldRowObjects()) yield* rows.map(toItem);
}
