/** Where an archive has its database. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveError } from '../errors.js';

/** What a folder of results offers its readers: `beside` the database Parquet, Parquet `none`, Parquet `only`. */
export type ParquetMode = 'beside' | 'none' | 'only';

export const DATABASE_FILE = 'budget.duckdb';
/** Holds the database where readers are to see Parquet alone: the next run needs it. Hidden, so that no walk takes it for input. */
const STATE_FOLDER = '.state';

/** Where the database of a folder belongs. */
export function databasePath(outDir: string, mode: ParquetMode): string {
  return mode === 'only' ? join(outDir, STATE_FOLDER, DATABASE_FILE) : join(outDir, DATABASE_FILE);
}

/** Where the database of a folder is; null where there is none. @throws ArchiveError where there are two: which of them is right can't be told */
export function findDatabase(outDir: string): string | null {
  const found = [databasePath(outDir, 'beside'), databasePath(outDir, 'only')].filter((path) => existsSync(path));
  const [first = null, second] = found;
  if (second === undefined) return first;
  throw new ArchiveError(
    'two-databases',
    `there are two databases, ${String(first)} and ${second}, and both were left as they are; move away the one that is not wanted`,
  );
}
