/** What could not be read at all, and why. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { selectRows, textOrNull } from '../../duckdb/query.js';
import { placeOf } from './documents.js';
import { BYTES, cut, LENGTH, MOST, takeWithin } from './limits.js';
import type { Bounded, Quarantined } from './types.js';

/** Documents and sources without document, each with its first error. */
const QUARANTINED_SQL = `WITH refused AS (
  SELECT d.document_id, d.file_name, (SELECT min(s.source_uri) FROM document_sources s
    WHERE s.document_id = d.document_id AND s.superseded_at IS NULL AND s.missing_since IS NULL) AS source_uri
  FROM page_documents d WHERE d.status = 'quarantined'
  UNION ALL SELECT NULL, ${cut('file_name', LENGTH.name)}, source_uri FROM document_sources
  WHERE document_id IS NULL AND superseded_at IS NULL AND missing_since IS NULL),
reason AS (
  SELECT document_id, source_uri, min_by(code, diagnostic_no) AS code, min_by(message, diagnostic_no) AS message
  FROM diagnostics WHERE severity = 'error' GROUP BY ALL)
SELECT r.file_name, r.source_uri, g.code, ${cut('g.message', LENGTH.message)} AS message, count(*) OVER () AS refused
FROM refused r LEFT JOIN reason g ON g.document_id IS NOT DISTINCT FROM r.document_id AND (r.document_id IS NOT NULL OR g.source_uri = r.source_uri)
ORDER BY g.code, r.file_name, r.source_uri LIMIT ${MOST.quarantined}`;

const QUARANTINED_QUERY = `SELECT * FROM report_gaps WHERE gap IN ('document_quarantined', 'source_unreadable')`;

/** By reason, then by name. @throws Error of DuckDB */
export async function readQuarantined(connection: DuckDBConnection): Promise<Bounded<Quarantined>> {
  const rows = await selectRows(connection, QUARANTINED_SQL);
  const entries = rows.map((row) => ({
    fileName: String(row['file_name']),
    code: textOrNull(row['code']),
    message: textOrNull(row['message']),
    path: placeOf(textOrNull(row['source_uri'])).path,
  }));
  return {
    entries: takeWithin(entries, BYTES.quarantined),
    total: Number(rows[0]?.['refused'] ?? 0),
    query: QUARANTINED_QUERY,
  };
}
