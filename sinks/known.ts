/** What the archive knows already, so that nothing is read twice: contents and files on disk. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { BIGINT, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { selectRows } from './duckdb/query.js';

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
export function stands({ cured, limits, reprocess }: ReadingRule): string {
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

/** The values that {@link stands} asks for. */
export function valuesOf({ pipelineVersion, cured, limits }: ReadingRule, runId: string) {
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

/** A file, and the address at which it is a source. */
export interface SourceFile extends FileState {
  readonly sourceUri: string;
}

/**
 * What each of the files holds, in their order: null where it has not the size and time under which its content was read, at this address, or is not what
 * counts there. Archives of files are not among them.
 */
export async function selectUnchangedFiles(
  connection: DuckDBConnection,
  rule: ReadingRule,
  runId: string,
  files: readonly SourceFile[],
): Promise<readonly (KnownDocument | null)[]> {
  if (files.length === 0) return [];
  const rows = await selectRows(
    connection,
    `SELECT no, d.document_id, d.status
     FROM (SELECT unnest($uris) AS source_uri, unnest($files) AS file_uri, unnest($sizes) AS file_size, unnest($times) AS modified,
       unnest(range($count::BIGINT)) AS no)
     JOIN document_sources s USING (source_uri, file_uri, file_size)
     JOIN documents d USING (document_id)
     WHERE epoch_ms(s.file_modified_at) = modified AND s.superseded_at IS NULL AND ${stands(rule)}`,
    {
      uris: listValue(files.map(({ sourceUri }) => sourceUri)),
      files: listValue(files.map(({ uri }) => uri)),
      sizes: listValue(files.map(({ byteSize }) => BigInt(byteSize))),
      times: listValue(files.map(({ modifiedAt }) => BigInt(modifiedAt.getTime()))),
      count: files.length,
      ...valuesOf(rule, runId),
    },
    { uris: LIST(VARCHAR), files: LIST(VARCHAR), sizes: LIST(BIGINT), times: LIST(BIGINT) },
  );
  const known = new Map(
    rows.map((row) => [Number(row['no']), { documentId: String(row['document_id']), status: statusOf(row['status']) }]),
  );
  return files.map((_, no) => known.get(no) ?? null);
}

export function statusOf(value: unknown): DocumentStatus {
  return value === 'loaded' ? 'loaded' : 'quarantined';
}
