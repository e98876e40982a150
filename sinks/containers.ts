/** Archives of files whose members need not be met one by one: they were read whole, and look as they did then. */
import type { DuckDBConnection, DuckDBTimestampTZValue } from '@duckdb/node-api';
import { LIST, listValue, TIMESTAMPTZ, timestampTZValue, VARCHAR } from '@duckdb/node-api';
import { tables } from './contract/index.js';
import { appendRows } from './duckdb/append.js';
import { inTransaction, selectRows } from './duckdb/query.js';
import { stands, statusOf, valuesOf, type DocumentStatus, type FileState, type ReadingRule } from './known.js';
import type { SourceSighting } from './sightings.js';

const CURRENT_MEMBERS =
  'file_uri IS NOT NULL AND source_uri <> file_uri AND superseded_at IS NULL AND missing_since IS NULL';

/** Archives of files that were read whole, and of whose members every reading stands. */
export async function selectReadArchives(
  connection: DuckDBConnection,
  rule: ReadingRule,
  runId: string,
): Promise<readonly FileState[]> {
  const rows = await selectRows(
    connection,
    `WITH standing AS (SELECT d.document_id FROM documents d WHERE ${stands(rule)})
     SELECT archive_uri, byte_size, epoch_ms(modified_at) AS modified FROM read_archives WHERE archive_uri NOT IN (
       SELECT s.file_uri FROM document_sources s LEFT JOIN standing d USING (document_id)
       WHERE ${CURRENT_MEMBERS} AND d.document_id IS NULL)`,
    valuesOf(rule, runId),
  );
  return rows.map((row) => ({
    uri: String(row['archive_uri']),
    byteSize: Number(row['byte_size']),
    modifiedAt: new Date(Number(row['modified'])),
  }));
}

/** Archives that changed: while their members are written what was known of them whole is not true, whatever becomes of the run. */
export async function forgetArchives(connection: DuckDBConnection, archiveUris: readonly string[]): Promise<void> {
  if (archiveUris.length === 0) return;
  await connection.run('DELETE FROM read_archives WHERE list_contains($uris, archive_uri)', {
    uris: listValue(archiveUris),
  });
}

/** Notes which archives were read whole, and as what. */
export async function rememberArchives(connection: DuckDBConnection, archives: readonly FileState[]): Promise<void> {
  if (archives.length === 0) return;
  await inTransaction(connection, async () => {
    await forgetArchives(
      connection,
      archives.map(({ uri }) => uri),
    );
    await appendRows(
      connection,
      tables.readArchives,
      archives.map(({ uri, byteSize, modifiedAt }) => ({
        archive_uri: uri,
        byte_size: BigInt(byteSize),
        modified_at: modifiedAt,
      })),
    );
  });
}

/** An archive of files that was met and not opened. */
export interface UntouchedArchive extends Pick<SourceSighting, 'metadata' | 'fetchedAt'> {
  readonly uri: string;
}

/** Marks the members of unopened archives as met, and notes what a manifest says of them now; returns how many of each status there are. */
export async function touchArchives(
  connection: DuckDBConnection,
  archives: readonly UntouchedArchive[],
  seenAt: Date,
): Promise<Readonly<Record<DocumentStatus, number>>> {
  const uris = archives.map(({ uri }) => uri);
  if (uris.length === 0) return countMembers(connection, uris);
  await connection.run(`UPDATE document_sources SET last_seen_at = $at WHERE ${MEMBERS_OF}`, {
    uris: listValue(uris),
    at: toTimestamp(seenAt),
  });
  await noteProvenance(
    connection,
    archives.filter(({ metadata, fetchedAt }) => metadata !== null || fetchedAt !== null),
  );
  return countMembers(connection, uris);
}

async function noteProvenance(connection: DuckDBConnection, archives: readonly UntouchedArchive[]): Promise<void> {
  if (archives.length === 0) return;
  await connection.run(
    `WITH said AS (SELECT unnest($uris) AS file_uri, unnest($metadata) AS metadata, unnest($fetched) AS fetched_at)
     UPDATE document_sources s SET metadata = coalesce(said.metadata, s.metadata), fetched_at = coalesce(said.fetched_at, s.fetched_at)
     FROM said WHERE s.file_uri = said.file_uri AND s.source_uri <> s.file_uri AND s.superseded_at IS NULL AND s.missing_since IS NULL`,
    {
      uris: listValue(archives.map(({ uri }) => uri)),
      metadata: listValue(archives.map(({ metadata }) => metadata && JSON.stringify(metadata))),
      fetched: listValue(archives.map(({ fetchedAt }) => fetchedAt && toTimestamp(fetchedAt))),
    },
    { uris: LIST(VARCHAR), metadata: LIST(VARCHAR), fetched: LIST(TIMESTAMPTZ) },
  );
}

function toTimestamp(date: Date): DuckDBTimestampTZValue {
  return timestampTZValue(BigInt(date.getTime()) * 1000n);
}

const MEMBERS_OF = `list_contains($uris, file_uri) AND ${CURRENT_MEMBERS}`;

/** Members of archives by the status of their documents. */
export async function countMembers(
  connection: DuckDBConnection,
  archiveUris: readonly string[],
): Promise<Readonly<Record<DocumentStatus, number>>> {
  const counts = { loaded: 0, quarantined: 0 };
  if (archiveUris.length === 0) return counts;
  const rows = await selectRows(
    connection,
    `SELECT d.status, count(*) AS sources FROM document_sources JOIN documents d USING (document_id) WHERE ${MEMBERS_OF} GROUP BY ALL`,
    { uris: listValue(archiveUris) },
  );
  for (const row of rows) counts[statusOf(row['status'])] = Number(row['sources']);
  return counts;
}
