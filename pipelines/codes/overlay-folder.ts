/** Where a user's own code tables are: the overlay that `codes import` writes and later runs use. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CODE_TABLES } from '../../transforms/index.js';
import { readCsv } from './csv.js';

export interface OverlayFolder {
  /** As it was named, a final slash aside. */
  readonly path: string;
  /** Named on the command line: then it must be there. */
  readonly isNamed: boolean;
  readonly exists: boolean;
}

/** The folder named by `--codes`, else by `YUSUAN_CODES`, else `yusuan/codes` in the user's data folder (XDG Base Directory). */
export function findOverlayFolder(
  named: string | null,
  env: Readonly<Record<string, string | undefined>> = process.env,
): OverlayFolder {
  const given = named ?? (env['YUSUAN_CODES'] || join(dataFolder(env), 'yusuan', 'codes'));
  const path = join(dirname(given), basename(given));
  return { path, isNamed: named !== null, exists: existsSync(path) };
}

function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  return env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
}

/** Names of an overlay's tables, sorted. */
export function overlayTables(path: string): readonly string[] {
  return readdirSync(path)
    .filter((file) => file.endsWith('.csv') && file !== IMPORT_LOG)
    .sort();
}

/** The record of what was imported. */
export const IMPORT_LOG = 'imports.csv';

/** Rows of the code tables in an overlay; correspondences aside. */
export function countOverlayRows(path: string): number {
  const files = CODE_TABLES.map(({ file }) => join(path, file)).filter((file) => existsSync(file));
  return files.reduce((sum, file) => sum + readCsv(file).length, 0);
}
