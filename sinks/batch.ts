/** One transaction: a batch of documents and sightings is written whole or not at all. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { listValue } from '@duckdb/node-api';
import type { PreparedDocument } from './rows/prepare.js';
import { forgetArchives } from './containers.js';
import type { Remark } from './remarks.js';
import { recordRemarks } from './remarks.js';
import type { SourceSighting } from './sightings.js';
import { recordSightings, recordUnreadable } from './sightings.js';
import { DOCUMENT_TABLE_NAMES, DOCUMENT_TABLES } from './contract/index.js';
import { appendPacked } from './duckdb/append.js';
import { inTransaction, selectRows } from './duckdb/query.js';
import { markYears, UNKNOWN_YEAR } from './parquet/pending.js';

/** What a batch tells beside its documents. */
export interface BatchFindings {
  /** Every source met, unchanged and unreadable ones too. */
  readonly sightings: readonly SourceSighting[];
  /** Of documents that the archive holds, not of those of the batch. */
  readonly remarks?: readonly Remark[];
  /** URIs of archives of files that are not as they were when all of them was read. */
  readonly changedArchives?: readonly string[];
}

/** Writes prepared documents in place of earlier rows of the same documents, the sightings and the remarks. @throws Error of DuckDB; nothing is kept then */
export async function writePrepared(
  connection: DuckDBConnection,
  runId: string,
  documents: readonly PreparedDocument[],
  { sightings, remarks = [], changedArchives = [] }: BatchFindings,
): Promise<void> {
  await inTransaction(connection, async () => {
    await forgetArchives(connection, changedArchives);
    const vacated = await removeDocuments(
      connection,
      documents.map(({ documentId }) => documentId),
    );
    for (const name of DOCUMENT_TABLE_NAMES) {
      const parts = documents.flatMap(({ packed }) => packed.get(name) ?? []);
      await appendPacked(connection, DOCUMENT_TABLES[name], parts);
    }
    await recordSightings(connection, sightings);
    const unreadable = await recordUnreadable(connection, runId, sightings);
    const remarked = await recordRemarks(connection, runId, remarks);
    const filled = documents.map(({ fiscalYear }) => (fiscalYear === null ? UNKNOWN_YEAR : String(fiscalYear)));
    await markYears(connection, [...vacated, ...filled, ...remarked, ...(unreadable ? [UNKNOWN_YEAR] : [])]);
  });
}

/** Takes every row of these documents out; returns the years of those that were there. */
async function removeDocuments(
  connection: DuckDBConnection,
  documentIds: readonly string[],
): Promise<readonly string[]> {
  if (documentIds.length === 0) return [];
  const years = await selectRows(
    connection,
    `SELECT coalesce(fiscal_year::VARCHAR, '${UNKNOWN_YEAR}') AS year FROM documents WHERE list_contains($ids, document_id)`,
    { ids: listValue(documentIds) },
  );
  // Most batches hold new documents only: the big tables need not be searched for them.
  if (years.length === 0) return [];
  for (const name of DOCUMENT_TABLE_NAMES) {
    await connection.run(`DELETE FROM ${name} WHERE list_contains($ids, document_id)`, { ids: listValue(documentIds) });
  }
  return years.map(({ year }) => String(year));
}
