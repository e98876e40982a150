/** What is printed and made no line: of which unit, of what or how much it is can't be said. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../../duckdb/query.js';
import { cut, LENGTH, MOST } from './limits.js';
import type { PageUnloaded } from './types.js';

/** A finding before it is known which documents the page names. */
export interface UnloadedFinding {
  readonly documentId: string;
  readonly entry: Omit<PageUnloaded, 'document'>;
}

/** Errors before warnings, then a publisher's documents together. */
const UNLOADED_SQL = `SELECT g.document_id, g.severity, g.code, ${cut('g.message', LENGTH.message)} AS message, g.location, g.page_no, count(*) OVER () AS findings
FROM diagnostics g JOIN page_documents d ON d.document_id = g.document_id
WHERE g.severity <> 'info' AND list_contains(string_split($codes, ' '), g.code)
ORDER BY g.severity, d.publisher, d.file_name, g.document_id, g.diagnostic_no LIMIT ${MOST.unloaded}`;

/** The findings with these codes. @throws Error of DuckDB */
export async function readUnloaded(
  connection: DuckDBConnection,
  codes: readonly string[],
): Promise<{ readonly findings: readonly UnloadedFinding[]; readonly total: number }> {
  const rows = await selectRows(connection, UNLOADED_SQL, { codes: codes.join(' ') });
  return { findings: rows.map(toFinding), total: Number(rows[0]?.['findings'] ?? 0) };
}

/** The query that shows all of them. */
export function allUnloaded(codes: readonly string[]): string {
  const list = codes.map((code) => `'${code}'`).join(', ');
  return `SELECT publisher, file_name, g.* FROM diagnostics g JOIN documents USING (document_id) WHERE severity <> 'info' AND code IN (${list})`;
}

function toFinding(row: Row): UnloadedFinding {
  return {
    documentId: String(row['document_id']),
    entry: {
      severity: String(row['severity']),
      code: String(row['code']),
      message: String(row['message']),
      location: textOrNull(row['location']),
      page: numberOrNull(row['page_no']),
    },
  };
}
