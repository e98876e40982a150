/** The Parquet tree: built aside, then shown, so that readers see one complete snapshot. */
import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES } from '../contract/index.js';
import { syncToDisk } from '../sync.js';
import { archiveYears, clearPending, readPending } from './pending.js';
import type { ParquetFile } from './plan.js';
import { planFiles } from './plan.js';
import { prepareSnapshot, switchSnapshot, type Snapshots } from './snapshots.js';

/** Brings `<outDir>/parquet` up to date with the database; files whose rows did not change stay the same files. */
export async function exportParquet(connection: DuckDBConnection, outDir: string): Promise<void> {
  const files = planFiles(TABLES, await archiveYears(connection), await readPending(connection));
  const snapshots = prepareSnapshot(outDir);
  for (const file of files) await placeFile(connection, file, snapshots);
  for (const folder of foldersOf(files)) syncToDisk(join(snapshots.next, folder));
  switchSnapshot(outDir, snapshots);
  await clearPending(connection);
}

async function placeFile(connection: DuckDBConnection, file: ParquetFile, { current, next }: Snapshots): Promise<void> {
  const target = join(next, file.path);
  mkdirSync(dirname(target), { recursive: true });
  if (carryOver(file, join(current, file.path), target)) return;
  await writeFile(connection, file, target);
  syncToDisk(target);
}

/** Takes a file that is still right into the new tree, without copying where the file system can; false when it must be written. */
function carryOver(file: ParquetFile, from: string, to: string): boolean {
  if (file.isStale || !existsSync(from)) return false;
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    syncToDisk(to);
  }
  return true;
}

async function writeFile(connection: DuckDBConnection, { query }: ParquetFile, target: string): Promise<void> {
  await connection.run(`COPY (${query}) TO '${target.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
}

/** Every folder of the snapshot, itself included, below it. */
function foldersOf(files: readonly ParquetFile[]): ReadonlySet<string> {
  const folders = new Set(['.']);
  for (const { path } of files)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  return folders;
}
