/** Rows into the database: by the archive, which prepares documents and writes them, and by a bare loop of the appender. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DuckDBDataChunk,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBTimestampTZValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { globSync } from 'tinyglobby';
import { extract } from '../../../extractors/index.js';
import { DOCUMENT_TABLES, type AnyRow, type Table } from '../../../sinks/contract/index.js';
import { openArchive, prepareDocument } from '../../../sinks/index.js';
import { documentRows, type DocumentRows } from '../../../sinks/rows/document.js';
import { createSchema } from '../../../sinks/schema.js';
import { loadCodebook, transform, type BudgetDocument } from '../../../transforms/index.js';

const SAMPLES = join(import.meta.dirname, '../../../samples');
/** Times that the samples are written, under other ids. */
const COPIES = 8;
const ROUNDS = 5;
const CHUNK_ROWS = 2048;
const CONTEXT = { runId: 'run', pipelineVersion: '1', loadedAt: new Date() };

/** Rows a second of each way, the best round of each; the same rows into new files. */
export async function measureRows(folder: string): Promise<{ readonly written: number; readonly bare: number }> {
  const documents = await understandCopies();
  const rows = documents.map((document) => documentRows(document, CONTEXT));
  const count = rows.reduce((sum, own) => sum + Object.values(own).reduce((all, of) => all + of.length, 0), 0);
  let [written, bare] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    mkdirSync(join(folder, String(round)), { recursive: true });
    bare = Math.min(bare, await timeBare(join(folder, String(round), 'bare.duckdb'), rows));
    written = Math.min(written, await timeArchive(join(folder, String(round), 'archive'), documents));
  }
  return { written: count / written, bare: count / bare };
}

async function understandCopies(): Promise<readonly BudgetDocument[]> {
  const codebook = loadCodebook();
  const documents: BudgetDocument[] = [];
  for (const path of globSync('*/*.txt', { cwd: SAMPLES }).toSorted()) {
    const bytes = readFileSync(join(SAMPLES, path));
    for (let copy = 0; copy < COPIES; copy += 1) {
      const documentId = `${path}-${copy}`;
      const raw = await extract({ documentId, fileName: path, sourceUri: `file:///${documentId}`, bytes });
      documents.push(transform(raw, codebook));
    }
  }
  return documents;
}

async function timeArchive(folder: string, documents: readonly BudgetDocument[]): Promise<number> {
  const archive = await openArchive(folder, { pipelineVersion: '1' });
  try {
    await archive.startRun({ runId: 'run', startedAt: new Date(), arguments: [] });
    return await timeOf(async () => {
      const prepared = documents.map((document) => prepareDocument(document, CONTEXT));
      await archive.writeBatch({ documents: prepared, quarantined: [], sightings: [] });
    });
  } finally {
    await archive.close();
  }
}

async function timeBare(path: string, documents: readonly DocumentRows[]): Promise<number> {
  const instance = await DuckDBInstance.create(path);
  const connection = await instance.connect();
  try {
    await createSchema(connection);
    return await timeOf(async () => {
      await connection.run('BEGIN TRANSACTION');
      for (const [name, table] of Object.entries(DOCUMENT_TABLES))
        await appendBare(
          connection,
          table,
          documents.flatMap((rows): readonly AnyRow[] => rows[name as keyof typeof rows]),
        );
      await connection.run('COMMIT');
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function appendBare(
  connection: DuckDBConnection,
  { name, columns }: Table,
  rows: readonly AnyRow[],
): Promise<void> {
  const appender = await connection.createAppender(name);
  const types = Array.from({ length: appender.columnCount }, (_, at) => appender.columnType(at));
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const part = rows.slice(from, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumns(
      Object.entries(columns).map(([column, { type }]) => part.map((row) => toDuckDB(type, row[column] ?? null))),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function toDuckDB(type: string, value: AnyRow[string]): DuckDBValue {
  const [, width, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
  if (typeof value === 'bigint' && width !== undefined)
    return new DuckDBDecimalValue(value, Number(width), Number(scale));
  if (value instanceof Date) return new DuckDBTimestampTZValue(BigInt(value.getTime()) * 1_000n);
  return Array.isArray(value) ? new DuckDBListValue(value) : (value as DuckDBValue);
}

/** Seconds. */
async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
