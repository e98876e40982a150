/** Opening the archive's database: created whole, refused untouched, upgraded in place. */
import { existsSync, linkSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { CONTRACT_VERSION, parseVersion } from '../contract/index.js';
import { ArchiveError, firstLine } from '../errors.js';
import { createSchema, upgradeSchema } from '../schema.js';
import { inTransaction, selectRows } from './query.js';

const DATABASE_FILE = 'budget.duckdb';

export interface Database {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Databases that this process has open: the operating system's lock only keeps other processes out. */
const openPaths = new Set<string>();

/** Opens the database of a folder for reading. @throws ArchiveError */
export async function openForReading(outDir: string): Promise<Database> {
  const path = join(outDir, DATABASE_FILE);
  if (!existsSync(path)) throw new ArchiveError('missing', `there is no ${DATABASE_FILE} in ${outDir}`);
  const database = await open(path, 'READ_ONLY');
  const age = await versionAge(database.connection);
  if (age !== 'older-minor') return accepted(database, path, age);
  database.close();
  throw new ArchiveError(
    'older-version',
    `${path} was made by an older version of this program and lacks what a report needs; the next run on it brings it up to date`,
  );
}

/** Opens the database of a folder for writing, creating folder and file where they are missing. @throws ArchiveError */
export async function openForWriting(outDir: string): Promise<Database> {
  createFolder(outDir);
  const path = join(outDir, DATABASE_FILE);
  if (!existsSync(path)) await createDatabase(path);
  // Looked at read-only first: opening for writing alone may change a file that is then refused.
  const probe = await open(path, 'READ_ONLY');
  const age = await versionAge(probe.connection);
  accepted(probe, path, age).close();
  const database = await open(path, 'READ_WRITE');
  removeUnfinished(outDir);
  if (age === 'older-minor') await upgrade(database.connection);
  return database;
}

function createFolder(outDir: string): void {
  try {
    mkdirSync(outDir, { recursive: true });
  } catch (error) {
    throw new ArchiveError('not-writable', `the output folder ${outDir} can't be created: ${firstLine(error)}`, error);
  }
}

/** Made under another name and then put in place, so that a crash leaves no half-made archive. */
async function createDatabase(path: string): Promise<void> {
  const aside = `${path}.${String(process.pid)}.new`;
  rmSync(aside, { force: true });
  const database = await open(aside, 'READ_WRITE');
  try {
    await inTransaction(database.connection, () => createSchema(database.connection));
    await database.connection.run('CHECKPOINT');
  } finally {
    database.close();
  }
  putInPlace(aside, path);
}

/** What runs left that were killed while they made a database; one that is making it now finds that there is one already. */
function removeUnfinished(outDir: string): void {
  const unfinished = readdirSync(outDir).filter((name) => /^budget\.duckdb\.\d+\.new/.test(name));
  for (const name of unfinished) rmSync(join(outDir, name), { force: true });
}

/** Never over a database that another process has put there meanwhile: its run would go on in a file that no name leads to. */
function putInPlace(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch {
    // A file system without hard links; or the other process was faster, and its database is as good.
    if (!existsSync(path)) renameSync(aside, path);
  }
  rmSync(aside, { force: true });
}

async function upgrade(connection: DuckDBConnection): Promise<void> {
  await inTransaction(connection, () => upgradeSchema(connection));
  await connection.run('CHECKPOINT');
}

async function open(path: string, mode: 'READ_ONLY' | 'READ_WRITE'): Promise<Database> {
  const key = existsSync(path) ? realpathSync(path) : path;
  if (openPaths.has(key)) throw new ArchiveError('locked', `${path} is already open in this process`);
  openPaths.add(key);
  try {
    const instance = await DuckDBInstance.create(path, { access_mode: mode });
    const connection = await instance.connect();
    const close = (): void => {
      connection.closeSync();
      instance.closeSync();
      openPaths.delete(key);
    };
    return { connection, close };
  } catch (error) {
    openPaths.delete(key);
    throw openingError(path, error);
  }
}

/** DuckDB tells its reasons in words only; the words are those of its 1.x releases. */
function openingError(path: string, error: unknown): ArchiveError {
  const reason = firstLine(error);
  if (/could not set lock|conflicting lock/i.test(reason)) {
    return new ArchiveError(
      'locked',
      `${path} is in use by another process; wait for it to end or write elsewhere (${reason})`,
      error,
    );
  }
  if (/can only read version|newer version of DuckDB|database file with version/i.test(reason)) {
    return new ArchiveError(
      'newer-version',
      `${path} was written by a newer DuckDB; update this program (${reason})`,
      error,
    );
  }
  if (
    /permission denied|read-only file system|no such file or directory|is a directory|cannot open file/i.test(reason)
  ) {
    return new ArchiveError('not-writable', `${path} can't be opened: ${reason}`, error);
  }
  return new ArchiveError(
    'damaged',
    `${path} can't be read as a database and was left as it is; move it away to start anew (${reason})`,
    error,
  );
}

type VersionAge = 'same' | 'older-minor' | 'older-major' | 'newer' | 'foreign';

async function versionAge(connection: DuckDBConnection): Promise<VersionAge> {
  const metaTables = await selectRows(connection, `SELECT 1 FROM duckdb_tables() WHERE table_name = 'meta'`);
  if (metaTables.length === 0) return 'foreign';
  const [row] = await selectRows(connection, `SELECT value FROM meta WHERE key = 'contract_version'`);
  const found = parseVersion(String(row?.['value']));
  const own = parseVersion(CONTRACT_VERSION);
  if (!found || !own) return 'foreign';
  if (found.major !== own.major) return found.major > own.major ? 'newer' : 'older-major';
  if (found.minor === own.minor) return 'same';
  return found.minor > own.minor ? 'newer' : 'older-minor';
}

/** The database, or the reason why this version of the program keeps its hands off it. */
function accepted(database: Database, path: string, age: VersionAge): Database {
  if (age === 'same' || age === 'older-minor') return database;
  database.close();
  if (age === 'newer')
    throw new ArchiveError(
      'newer-version',
      `${path} was made by a newer version of this program and was left untouched`,
    );
  if (age === 'older-major') {
    throw new ArchiveError(
      'older-version',
      `${path} was made by an older major version and was left untouched; write to a new folder`,
    );
  }
  throw new ArchiveError('not-an-archive', `${path} is a database, but none of this program; it was left untouched`);
}
