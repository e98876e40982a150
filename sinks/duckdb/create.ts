/** A new database: made under another name and then put in place, so that a crash leaves no half-made archive. */
import { existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createSchema } from '../schema.js';
import { syncToDisk } from '../sync.js';
import { writingError } from './failures.js';
import { openFile } from './instance.js';
import { DATABASE_FILE } from './places.js';
import { inTransaction } from './query.js';

/** Makes the database, unless another process was faster. @throws ArchiveError */
export async function createDatabase(path: string): Promise<void> {
  const aside = `${path}.${String(process.pid)}.new`;
  try {
    removeFile(aside);
    await writeSchema(aside);
    putInPlace(aside, path);
    syncToDisk(dirname(path));
  } catch (error) {
    removeFile(aside);
    throw writingError(path, 'the empty database', path, error);
  }
}

async function writeSchema(path: string): Promise<void> {
  const database = await openFile(path, 'READ_WRITE');
  try {
    await inTransaction(database.connection, () => createSchema(database.connection));
    await database.connection.run('CHECKPOINT');
  } finally {
    database.close();
  }
}

/** Never over a database that another process has put there meanwhile: its run would go on in a file that no name leads to. */
function putInPlace(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch {
    // The other process was faster, and its database is as good (it may have cleared this one away); or the file system has no hard links.
    if (!existsSync(path)) renameSync(aside, path);
  }
  removeFile(aside);
}

function removeFile(path: string): void {
  for (const name of [path, `${path}.wal`]) rmSync(name, { force: true });
}

/** What runs left that were killed while they made a database; one that is making it now finds that there is one already. */
export function removeUnfinished(folder: string): void {
  const isUnfinished = (name: string): boolean => name.startsWith(`${DATABASE_FILE}.`) && /\.\d+\.new/.test(name);
  for (const name of readdirSync(folder).filter(isUnfinished))
    rmSync(join(folder, name), { recursive: true, force: true });
}
