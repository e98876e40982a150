/** The documents that the page names. */
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { listValue } from '@duckdb/node-api';
import type { Row } from '../../duckdb/query.js';
import { numberOrNull, selectRows, textOrNull } from '../../duckdb/query.js';
import { confidences } from './counts.js';
import { LENGTH, MOST } from './limits.js';
import type { PageDocument } from './types.js';

/** Ids of those with most to look at, and how many there are. */
const LISTED_SQL = `SELECT document_id, count(*) OVER () AS documents FROM page_documents WHERE status = 'loaded'
ORDER BY failed DESC, suspect DESC, file_name, document_id LIMIT ${MOST.documents}`;

const NAMED_SQL = `SELECT d.*, (SELECT min(s.source_uri) FROM document_sources s
  WHERE s.document_id = d.document_id AND s.superseded_at IS NULL AND s.missing_since IS NULL) AS source_uri
FROM page_documents d WHERE list_contains($ids, d.document_id)`;

/** @throws Error of DuckDB */
export async function listDocuments(
  connection: DuckDBConnection,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const rows = await selectRows(connection, LISTED_SQL);
  return { ids: rows.map((row) => String(row['document_id'])), total: Number(rows[0]?.['documents'] ?? 0) };
}

/** Documents by id. @throws Error of DuckDB */
export async function readDocuments(
  connection: DuckDBConnection,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PageDocument>> {
  if (ids.size === 0) return new Map();
  const rows = await selectRows(connection, NAMED_SQL, { ids: listValue([...ids]) });
  return new Map(rows.map((row) => [String(row['document_id']), toDocument(row)]));
}

function toDocument(row: Row): PageDocument {
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    publisher: textOrNull(row['publisher']),
    fiscalYear: numberOrNull(row['fiscal_year']),
    reportKind: String(row['report_kind']),
    status: String(row['status']),
    failed: Number(row['failed']),
    ...confidences(row),
    ...placeOf(textOrNull(row['source_uri'])),
  };
}

/** A path that can be typed: none with control characters, and none that is longer than the page shows. */
export function placeOf(uri: string | null): Pick<PageDocument, 'path' | 'member'> {
  const [file = '', member = null, ...deeper] = (uri ?? '').split('!/');
  const path = decode(() => fileURLToPath(file));
  const name = member === null ? null : decode(() => decodeURIComponent(member));
  if (path === null || deeper.length > 0 || (member !== null && name === null)) return { path: null, member: null };
  return { path, member: name };
}

/** null for what has no text, as of names that are no UTF-8, or none that can be typed. */
function decode(work: () => string): string | null {
  try {
    const text = work();
    return text.length > LENGTH.path || /[\p{Cc}\p{Bidi_Control}]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}
