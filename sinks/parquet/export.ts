/** The Parquet tree: built aside, then switched, so that readers see one complete snapshot. */
import { copyFileSync, existsSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { TABLES } from '../contract/index.js';
import { archiveYears, clearPending, readPending } from './pending.js';
import type { ParquetFile } from './plan.js';
import { planFiles } from './plan.js';
import { prepareFolders, switchFolders } from './switch.js';

/** Brings `<outDir>/parquet` up to date with the database; files whose rows did not change stay the same files. */
export async function exportParquet(connection: DuckDBConnection, outDir: string): Promise<void> {
  const files = planFiles(TABLES, await archiveYears(connection), await readPending(connection));
  const folders = prepareFolders(outDir);
  for (const file of files) {
    const target = join(folders.next, file.path);
    mkdirSync(dirname(target), { recursive: true });
    if (!carryOver(file, join(folders.current, file.path), target)) await writeFile(connection, file, target);
  }
  switchFolders(folders);
  await clearPending(connection);
}

/** Takes a file that is still right into the new tree, without copying where the file system can; false when it must be written. */
function carryOver(file: ParquetFile, from: string, to: string): boolean {
  if (file.isStale || !existsSync(from)) return false;
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
  return true;
}

async function writeFile(connection: DuckDBConnection, { query }: ParquetFile, target: string): Promise<void> {
  await connection.run(`COPY (${query}) TO '${target.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
}
