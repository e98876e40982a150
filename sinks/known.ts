/** What the archive knows already, so that nothing is read twice: contents, files on disk, whole archives of files. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { BIGINT, LIST, listValue, timestampTZValue, VARCHAR } from '@duckdb/node-api';
import { tables } from './contract/index.js';
import { appendRows } from './duckdb/append.js';
import { inTransaction, selectRows } from './duckdb/query.js';

export type DocumentStatus = 'loaded' | 'quarantined';

/** Which documents are read again although nothing changed: none, those that were quarantined, all. */
export type Reprocess = 'none' | 'failed' | 'all';

/** A limit of this run, and the code of the diagnostic that says of a document that it was reached. */
export interface BindingLimit {
  readonly code: string;
  /** Under `limits` in the arguments of a run. */
  readonly name: string;
  readonly value: number;
}

/** When a reading in the archive is as good as a new one. */
export interface ReadingRule {
  readonly pipelineVersion: string;
  /** Code of diagnostics whose cause is gone: documents that have one must be read anew; null for none. */
  readonly cured: string | null;
  /** Documents that a lower limit of an earlier run has cut or refused must be read anew. */
  readonly limits: readonly BindingLimit[];
  readonly reprocess: Reprocess;
}

/** A file on disk as one look at it shows it. */
export interface FileState {
  /** `file:` URI, percent-encoded. */
  readonly uri: string;
  readonly byteSize: number;
  readonly modifiedAt: Date;
}

/** A content of which the archive has a reading. */
export interface KnownDocument {
  readonly documentId: string;
  readonly status: DocumentStatus;
}

/** Documents `d` whose reading stands: by this rule, or made by this very run. */
function stands({ cured, limits, reprocess }: ReadingRule): string {
  const conditions = [
    'd.pipeline_version = $version',
    ...(cured === null
      ? []
      : ['d.document_id NOT IN (SELECT document_id FROM diagnostics WHERE document_id IS NOT NULL AND code = $cured)']),
    ...(limits.length === 0 ? [] : [`d.document_id NOT IN (${CUT_BY_LOWER_LIMIT})`]),
    ...(reprocess === 'none' ? [] : [reprocess === 'failed' ? `d.status = 'loaded'` : 'false']),
  ];
  return `(d.run_id = $run OR (${conditions.join(' AND ')}))`;
}

const CUT_BY_LOWER_LIMIT = `
  SELECT cut.document_id FROM diagnostics g
  JOIN (SELECT unnest($codes) AS code, unnest($names) AS name, unnest($limits) AS value) now USING (code)
  JOIN documents cut ON cut.document_id = g.document_id
  JOIN runs before ON before.run_id = cut.run_id
  WHERE json_extract_string(before.arguments, '$.limits.' || now.name)::BIGINT < now.value`;

function valuesOf({ pipelineVersion, cured, limits }: ReadingRule, runId: string) {
  const ofLimits = {
    codes: listValue(limits.map(({ code }) => code)),
    names: listValue(limits.map(({ name }) => name)),
    limits: listValue(limits.map(({ value }) => BigInt(value))),
  };
  const always = { run: runId, version: pipelineVersion };
  return { ...always, ...(cured === null ? {} : { cured }), ...(limits.length === 0 ? {} : ofLimits) };
}

/** The status of each content that need not be read. */
export async function selectStatuses(
  connection: DuckDBConnection,
  rule: ReadingRule,
  runId: string,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentStatus>> {
  if (documentIds.length === 0) return new Map();
  const rows = await selectRows(
    connection,
    `SELECT d.document_id, d.status FROM (SELECT unnest($ids) AS document_id) JOIN documents d USING (document_id) WHERE ${stands(rule)}`,
    { ids: listValue(documentIds), ...valuesOf(rule, runId) },
  );
  return new Map(rows.map((row) => [String(row['document_id']), statusOf(row['status'])]));
}

/** What the files hold that have the size and time under which their content was read, by URI of the file; archives of files are not among them. */
export async function selectUnchangedFiles(
  connection: DuckDBConnection,
  rule: ReadingRule,
  runId: string,
  files: readonly (FileState & { readonly sourceUri: string })[],
): Promise<ReadonlyMap<string, KnownDocument>> {
  if (files.length === 0) return new Map();
  const rows = await selectRows(
    connection,
    `SELECT s.source_uri, d.document_id, d.status
     FROM (SELECT unnest($uris) AS source_uri, unnest($files) AS file_uri, unnest($sizes) AS file_size, unnest($times) AS modified)
     JOIN document_sources s USING (source_uri, file_uri, file_size)
     JOIN documents d USING (document_id)
     WHERE epoch_ms(s.file_modified_at) = modified AND s.superseded_at IS NULL AND ${stands(rule)}`,
    {
      uris: listValue(files.map(({ sourceUri }) => sourceUri)),
      files: listValue(files.map(({ uri }) => uri)),
      sizes: listValue(files.map(({ byteSize }) => BigInt(byteSize))),
      times: listValue(files.map(({ modifiedAt }) => BigInt(modifiedAt.getTime()))),
      ...valuesOf(rule, runId),
    },
    { uris: LIST(VARCHAR), files: LIST(VARCHAR), sizes: LIST(BIGINT), times: LIST(BIGINT) },
  );
  return new Map(
    rows.map((row) => [
      String(row['source_uri']),
      { documentId: String(row['document_id']), status: statusOf(row['status']) },
    ]),
  );
}

function statusOf(value: unknown): DocumentStatus {
  return value === 'loaded' ? 'loaded' : 'quarantined';
}

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

/** Notes which archives were read whole, and as what. */
export async function rememberArchives(connection: DuckDBConnection, archives: readonly FileState[]): Promise<void> {
  if (archives.length === 0) return;
  await inTransaction(connection, async () => {
    await connection.run('DELETE FROM read_archives WHERE list_contains($uris, archive_uri)', {
      uris: listValue(archives.map(({ uri }) => uri)),
    });
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

/** Marks the members of unopened archives as met; returns how many of each status there are. */
export async function touchArchives(
  connection: DuckDBConnection,
  archiveUris: readonly string[],
  seenAt: Date,
): Promise<Readonly<Record<DocumentStatus, number>>> {
  if (archiveUris.length === 0) return { loaded: 0, quarantined: 0 };
  await connection.run(`UPDATE document_sources SET last_seen_at = $at WHERE ${MEMBERS_OF}`, {
    uris: listValue(archiveUris),
    at: timestampTZValue(BigInt(seenAt.getTime()) * 1000n),
  });
  return countMembers(connection, archiveUris);
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
