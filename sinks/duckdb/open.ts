/** Opening the archive's database: created whole, refused untouched, upgraded in place. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ArchiveError, firstLine } from '../errors.js';
import { markEverything } from '../parquet/pending.js';
import { upgradeSchema } from '../schema.js';
import { syncToDisk } from '../sync.js';
import { createDatabase, removeUnfinished } from './create.js';
import { isWalFailure, readingError } from './failures.js';
import { openFile, type Database } from './instance.js';
import { DATABASE_FILE, databasePath, findDatabase, type ParquetMode } from './places.js';
import { inTransaction } from './query.js';
import { refusalOf, versionAge, type VersionAge } from './version-age.js';
import { lookAtWal, setWalAside, type WalSetAside } from './wal.js';

export type OnWalSetAside = (warning: WalSetAside) => void;

/** Opens the database of a folder for reading. @throws ArchiveError */
export async function openForReading(outDir: string): Promise<Database> {
  const path = findDatabase(outDir);
  if (path === null) throw new ArchiveError('missing', `there is no ${DATABASE_FILE} in ${outDir}`);
  const { database, age } = await openAccepted(path, 'READ_ONLY');
  if (age !== 'older-minor') return database;
  database.close();
  throw new ArchiveError(
    'older-version',
    `${path} was made by an older version of this program and lacks what a report needs; the next run on it brings it up to date`,
  );
}

/**
 * Opens the database of a folder for writing, at the place where `mode` has it, creating folder and file where they are missing.
 *
 * A write-ahead log that can't be read is set aside, and told: the database is then that of the last checkpoint. @throws ArchiveError
 */
export async function openForWriting(outDir: string, mode: ParquetMode, tell: OnWalSetAside): Promise<Database> {
  const path = databasePath(outDir, mode);
  createFolder(dirname(path));
  const found = findDatabase(outDir);
  if (found !== path) clearOrphan(path, tell);
  if (found === null) await createDatabase(path);
  else if (found !== path) await move(found, path, tell);
  const { database, age } = await openWhole(path, tell);
  removeUnfinished(dirname(path));
  if (age === 'older-minor') await upgrade(database.connection);
  return database;
}

function createFolder(folder: string): void {
  try {
    makeFolders(resolve(folder));
  } catch (error) {
    throw new ArchiveError('not-writable', `the output folder ${folder} can't be created: ${firstLine(error)}`, error);
  }
}

/** Each by itself: Node 20 goes round in circles for ever where the system refuses a folder for want of its parent that is there (as /proc does). */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

/** A log without its database would be replayed into the one that comes to its place, and its rows with it. */
function clearOrphan(path: string, tell: OnWalSetAside): void {
  const look = lookAtWal(path);
  const warning = existsSync(path) ? null : setWalAside(path, look, 'its database is gone');
  if (warning) tell(warning);
}

/** Takes a database to where this run has it. Its log is written into it before: the two could not be moved at once. */
async function move(from: string, to: string, tell: OnWalSetAside): Promise<void> {
  const { database } = await openWhole(from, tell);
  try {
    await database.connection.run('CHECKPOINT');
    // Still locked: no other run can begin at the old place meanwhile.
    renameSync(from, to);
    for (const path of [to, from]) syncToDisk(dirname(path));
  } catch (error) {
    throw new ArchiveError('not-writable', `${from} can't be moved to ${to}: ${firstLine(error)}`, error);
  } finally {
    database.close();
  }
}

interface Opened {
  readonly database: Database;
  readonly age: VersionAge;
}

/** Opens a database for writing; without its log where the log can't be read. */
async function openWhole(path: string, tell: OnWalSetAside): Promise<Opened> {
  const look = lookAtWal(path);
  try {
    return await openToWrite(path);
  } catch (error) {
    if (!(error instanceof ArchiveError) || !isWalFailure(error.cause)) throw error;
    const warning = setWalAside(path, look, error.cause);
    if (!warning) throw error;
    tell(warning);
    const opened = await openToWrite(path);
    await markEverything(opened.database.connection);
    return opened;
  }
}

/** Looked at read-only first: opening for writing alone may change a file that is then refused. */
async function openToWrite(path: string): Promise<Opened> {
  const { database, age } = await openAccepted(path, 'READ_ONLY');
  database.close();
  return { database: await openFile(path, 'READ_WRITE'), age };
}

async function openAccepted(path: string, mode: 'READ_ONLY' | 'READ_WRITE'): Promise<Opened> {
  const database = await openFile(path, mode);
  try {
    const age = await versionAge(database.connection);
    const refusal = refusalOf(path, age);
    if (refusal) throw refusal;
    return { database, age };
  } catch (error) {
    database.close();
    throw readingError(path, error);
  }
}

async function upgrade(connection: DuckDBConnection): Promise<void> {
  await inTransaction(connection, () => upgradeSchema(connection));
  await connection.run('CHECKPOINT');
}
