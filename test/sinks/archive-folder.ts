/** Scratch folders, runs and queries for the tests of the sinks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Json } from '@duckdb/node-api';
import type { Diagnostic } from '../../extractors/types.js';
import { openArchive, prepareDocument } from '../../sinks/index.js';
import type { Archive, Batch, SourceSighting } from '../../sinks/index.js';
import type { BudgetDocument } from '../../transforms/types.js';

export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'yusuan-sinks-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

const T0 = Date.UTC(2024, 0, 1);

/** A sighting of a document at its own source, `minute` minutes into 2024. */
export function sighting({ raw }: BudgetDocument, minute = 0): SourceSighting {
  const { sourceUri, fileName, documentId } = raw;
  const nowhere = { file: null, fetchedAt: null, metadata: null };
  return { sourceUri, fileName, documentId, seenAt: at(minute), ...nowhere, diagnostics: [] };
}

export function at(minute: number): Date {
  return new Date(T0 + minute * 60_000);
}

/** A batch of documents that are not made ready yet. */
export type DocumentBatch = Omit<Batch, 'documents'> & { readonly documents: readonly BudgetDocument[] };

/** The batch as a pipeline hands it over, in the run that `runOnce` starts at this minute. */
export function batchOf({ documents, ...others }: DocumentBatch, minute = 0, pipelineVersion = '1'): Batch {
  const context = { runId: runIdOf(minute), pipelineVersion, loadedAt: new Date() };
  return { documents: documents.map((document) => prepareDocument(document, context)), ...others };
}

function runIdOf(minute: number): string {
  return `run-${String(minute)}`;
}

/** A whole run over a folder: one batch, the checks between documents, then Parquet. Gives why documents were refused, by document. */
export async function runOnce(
  outDir: string,
  batch: Partial<DocumentBatch>,
  minute = 0,
  pipelineVersion = '1',
): Promise<ReadonlyMap<string, Diagnostic>> {
  const archive = await openArchive(outDir, { pipelineVersion });
  try {
    await archive.startRun({ runId: runIdOf(minute), startedAt: at(minute), arguments: { minute } });
    const all = batchOf({ documents: [], quarantined: [], sightings: [], ...batch }, minute, pipelineVersion);
    const news = await onlyNews(archive, all);
    await archive.writeBatch(news);
    await archive.checkBetween();
    await archive.finishRun({ seen: 1, loaded: 1, unchanged: 0, quarantined: 0 }, at(minute + 1));
    await archive.exportParquet();
    return new Map(news.documents.flatMap(({ documentId, refusal }) => (refusal ? [[documentId, refusal]] : [])));
  } finally {
    await archive.close();
  }
}

/** What a pipeline does: content that the archive knows is not handed over again. */
async function onlyNews(archive: Archive, batch: Batch): Promise<Batch> {
  const { documents, quarantined } = batch;
  const known = await archive.statusesOf([...documents, ...quarantined].map(({ documentId }) => documentId));
  return {
    ...batch,
    documents: documents.filter(({ documentId }) => !known.has(documentId)),
    quarantined: quarantined.filter(({ documentId }) => !known.has(documentId)),
  };
}

/** Rows of a query on the folder's database; decimals and big integers as text. */
export async function query(outDir: string, sql: string): Promise<Record<string, Json>[]> {
  return queryFile(join(outDir, 'budget.duckdb'), sql);
}

export async function queryFile(path: string, sql: string): Promise<Record<string, Json>[]> {
  const instance = await DuckDBInstance.create(path, path === ':memory:' ? {} : { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Runs SQL that changes the folder's database, as another version of the program would have. */
export async function tamper(outDir: string, sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(outDir, 'budget.duckdb'));
  const connection = await instance.connect();
  try {
    await connection.run(sql);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
