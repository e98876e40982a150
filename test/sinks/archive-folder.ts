/** Scratch folders, runs and queries for the tests of the sinks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Json } from '@duckdb/node-api';
import { openArchive } from '../../sinks/index.js';
import type { Archive, Batch, Refusals, SourceSighting } from '../../sinks/index.js';
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
  return { sourceUri, fileName, documentId, seenAt: at(minute), fetchedAt: null, metadata: null, diagnostics: [] };
}

export function at(minute: number): Date {
  return new Date(T0 + minute * 60_000);
}

/** A whole run over a folder: one batch, the checks between documents, then Parquet. */
export async function runOnce(
  outDir: string,
  batch: Partial<Batch>,
  minute = 0,
  pipelineVersion = '1',
): Promise<Refusals> {
  const archive = await openArchive(outDir, { pipelineVersion });
  try {
    await archive.startRun({ runId: `run-${String(minute)}`, startedAt: at(minute), arguments: { minute } });
    const outcome = await archive.writeBatch(
      onlyNews(archive, { documents: [], quarantined: [], sightings: [], ...batch }),
    );
    await archive.checkBetween();
    await archive.finishRun({ seen: 1, loaded: 1, unchanged: 0, quarantined: 0 }, at(minute + 1));
    await archive.exportParquet();
    return outcome;
  } finally {
    archive.close();
  }
}

/** What a pipeline does: content that the archive knows is not handed over again. */
function onlyNews(archive: Archive, batch: Batch): Batch {
  return {
    ...batch,
    documents: batch.documents.filter(({ raw }) => archive.knows(raw.documentId) === null),
    quarantined: batch.quarantined.filter(({ documentId }) => archive.knows(documentId) === null),
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
