/** One import at a time into an overlay: two at once would each write over what the other took in. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { OverlayError } from './errors.js';

/**
 * Does the work while no other process imports into the overlay in `folder`. The lock is a file beside the folder with the process id and
 * the host of its holder; that of a process that has ended is taken over.
 *
 * @throws OverlayError when another process holds the lock, or it can't be written
 */
export async function withOverlayLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = `${folder}.lock`;
  takeLock(folder, path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function takeLock(folder: string, path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (isWritten(path)) return;
    const holder = readHolder(path);
    if (hasEnded(holder) && moveAway(path, holder) && isWritten(path)) return;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OverlayError(`the code tables in ${folder} can't be written: ${reason}`, { cause: error });
  }
  throw new OverlayError(
    `another import is writing the code tables in ${folder} (process ${readHolder(path) || 'unknown'}); nothing was imported. Try again when it has ended, or delete ${path} if there is none`,
  );
}

/** Whether the lock is ours now: the file is made only where there is none. */
function isWritten(path: string): boolean {
  try {
    writeFileSync(path, `${String(process.pid)} ${hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** `4711 host`; empty where the lock has gone meanwhile. */
function readHolder(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  }
}

/** Only of processes of this host is it known whether they live. */
function hasEnded(holder: string): boolean {
  const [, pid, host] = /^(\d+) (.+)$/.exec(holder) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** Takes a stale lock away, and puts it back where another process has put its own in its place meanwhile. */
function moveAway(path: string, stale: string): boolean {
  const aside = `${path}.${String(process.pid)}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return true;
    throw error;
  }
  if (readHolder(aside) === stale) {
    rmSync(aside);
    return true;
  }
  renameSync(aside, path);
  return false;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
