/** What was found where: the rows of `document_sources` and their history. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Diagnostic } from '../extractors/types.js';
import type { FileState } from './known.js';
import { tables } from './contract/index.js';
import { appendRows } from './duckdb/append.js';
import { selectRows } from './duckdb/query.js';
import { diagnosticRows } from './rows/findings.js';

/** One source as it was met in a run. */
export interface SourceSighting {
  /** Percent-encoded; a member of an archive is `a.zip!/b.txt`. */
  readonly sourceUri: string;
  readonly fileName: string;
  /** The content it holds; null where the bytes could not be read. */
  readonly documentId: string | null;
  readonly seenAt: Date;
  /** The file on disk that holds it, as it was when it was read; null where that can't be told from a later look. */
  readonly file: FileState | null;
  /** When it was fetched from where it was published; null where that is not known. */
  readonly fetchedAt: Date | null;
  /** What a manifest says of it, values that JSON can hold; null where none does. */
  readonly metadata: Readonly<Record<string, unknown>> | null;
  /** Why an unreadable source could not be read; empty for all others. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A source that holds what it held. */
const SAME_CONTENT = 's.source_uri = g.source_uri AND s.document_id IS NOT DISTINCT FROM g.document_id';

/** Since when it does not count: an earlier time stays. */
const SUPERSEDED = 'CASE WHEN g.superseded_at IS NOT NULL THEN coalesce(s.superseded_at, g.superseded_at) END';

/** What else is known of a source is not as it stands there; of most sources it is, and what need not be written is not. */
const LOOKS_OTHERWISE = `(s.missing_since IS NOT NULL
  OR (s.superseded_at, s.file_name, s.file_uri, s.file_size, s.file_modified_at, s.fetched_at, s.metadata) IS DISTINCT FROM
    (${SUPERSEDED}, g.file_name, g.file_uri, g.file_size, g.file_modified_at, coalesce(g.fetched_at, s.fetched_at), coalesce(g.metadata, s.metadata)))`;

/**
 * Writes sightings down, in their order and within the caller's transaction. Content met again moves `last_seen_at`, and what a manifest says of it now replaces what
 * one said before; a run without manifest leaves that as it is. Other content at the same place supersedes the old, also where both are met in one run; an
 * unreadable source supersedes nothing, for what it holds is not known.
 */
export async function recordSightings(
  connection: DuckDBConnection,
  sightings: readonly SourceSighting[],
): Promise<void> {
  if (sightings.length === 0) return;
  await connection.run('CREATE OR REPLACE TEMP TABLE sighting AS FROM main.document_sources LIMIT 0');
  await appendRows(connection, tables.documentSources, sourceRows(sightings), { name: 'sighting', catalog: 'temp' });
  await connection.run(
    `UPDATE document_sources s SET last_seen_at = g.last_seen_at FROM sighting g WHERE ${SAME_CONTENT}`,
  );
  await connection.run(`UPDATE document_sources s
    SET file_name = g.file_name, superseded_at = ${SUPERSEDED}, missing_since = NULL,
      file_uri = g.file_uri, file_size = g.file_size, file_modified_at = g.file_modified_at,
      fetched_at = coalesce(g.fetched_at, s.fetched_at), metadata = coalesce(g.metadata, s.metadata)
    FROM sighting g WHERE ${SAME_CONTENT} AND ${LOOKS_OTHERWISE}`);
  await connection.run(`UPDATE document_sources s SET superseded_at = g.last_seen_at
    FROM sighting g WHERE s.source_uri = g.source_uri AND s.document_id IS DISTINCT FROM g.document_id
      AND g.document_id IS NOT NULL AND g.superseded_at IS NULL AND s.superseded_at IS NULL`);
  await connection.run(`INSERT INTO document_sources FROM sighting g WHERE NOT EXISTS (
    SELECT 1 FROM document_sources s WHERE s.source_uri = g.source_uri AND s.document_id IS NOT DISTINCT FROM g.document_id)`);
  await connection.run('DROP TABLE sighting');
}

/** A row for each content of each source, as it was last met; all but what the source holds in the end are superseded already. */
function sourceRows(sightings: readonly SourceSighting[]) {
  const ofSources = new Map<string, Map<string | null, SourceSighting>>();
  for (const sighting of sightings) {
    const contents = ofSources.get(sighting.sourceUri) ?? new Map<string | null, SourceSighting>();
    // Taken out first, so that it comes last.
    contents.delete(sighting.documentId);
    ofSources.set(sighting.sourceUri, contents.set(sighting.documentId, sighting));
  }
  return [...ofSources.values()].flatMap((contents) => {
    const inOrder = [...contents.values()];
    const lastKnown = inOrder.findLastIndex(({ documentId }) => documentId !== null);
    return inOrder.map((sighting, at) =>
      sourceRow(sighting, at < lastKnown ? (inOrder[lastKnown]?.seenAt ?? null) : null),
    );
  });
}

function sourceRow(
  { sourceUri, fileName, documentId, seenAt, file, fetchedAt, metadata }: SourceSighting,
  supersededAt: Date | null,
) {
  return {
    source_uri: sourceUri,
    document_id: documentId,
    file_name: fileName,
    first_seen_at: seenAt,
    last_seen_at: seenAt,
    superseded_at: supersededAt,
    missing_since: null,
    file_uri: file?.uri ?? null,
    file_size: file ? BigInt(file.byteSize) : null,
    file_modified_at: file?.modifiedAt ?? null,
    fetched_at: fetchedAt,
    metadata: metadata && JSON.stringify(metadata),
  };
}

/**
 * Writes why sources could not be read; reasons that stand there already from an earlier run are left as they are.
 * @returns whether anything changed
 */
export async function recordUnreadable(
  connection: DuckDBConnection,
  runId: string,
  sightings: readonly SourceSighting[],
): Promise<boolean> {
  let changed = false;
  for (const { sourceUri, diagnostics } of sightings.filter(({ documentId }) => documentId === null)) {
    const rows = diagnosticRows(diagnostics, { runId, documentId: null, sourceUri, lines: [] });
    const known = await selectRows(
      connection,
      `SELECT code, message FROM diagnostics WHERE document_id IS NULL AND source_uri = $uri ORDER BY diagnostic_no`,
      { uri: sourceUri },
    );
    const isSame =
      known.length === rows.length &&
      rows.every((row, no) => row.code === known[no]?.['code'] && row.message === known[no]['message']);
    if (isSame) continue;
    await connection.run(`DELETE FROM diagnostics WHERE document_id IS NULL AND source_uri = $uri`, { uri: sourceUri });
    await appendRows(connection, tables.diagnostics, rows);
    changed = true;
  }
  return changed;
}
