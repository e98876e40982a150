/** What DuckDB says when something fails, in terms of the archive. It tells its reasons in words only; the words are those of its 1.x releases. */
import { ArchiveError, firstLine } from '../errors.js';

/** Said of the main file whose bytes are not what was once written. */
const DAMAGED = /corrupt database file|not a valid duckdb database file|could not read enough bytes/i;
const LOCKED = /could not set lock|conflicting lock/i;
const NEWER = /can only read version|newer version of DuckDB|database file with version/i;
const NOT_OPENED =
  /permission denied|read-only file system|no such file or directory|is a directory|cannot open file|no space left|file too large|could not write|could not truncate/i;

/** Whether the write-ahead log is to blame for a database that can't be opened: the main file as of its last checkpoint is whole. */
export function isWalFailure(error: unknown): boolean {
  return /replaying WAL/i.test(firstLine(error));
}

/** A database that could not be opened, for reading or to be written. */
export function openingError(path: string, error: unknown, mode: 'READ_ONLY' | 'READ_WRITE'): ArchiveError {
  const reason = firstLine(error);
  if (LOCKED.test(reason)) {
    return new ArchiveError(
      'locked',
      `${path} is in use by another process; wait for it to end${mode === 'READ_ONLY' ? ', or read the Parquet files meanwhile' : ' or write elsewhere'} (${reason})`,
      error,
    );
  }
  if (NEWER.test(reason)) {
    return new ArchiveError(
      'newer-version',
      `${path} was written by a newer DuckDB; update this program (${reason})`,
      error,
    );
  }
  if (NOT_OPENED.test(reason)) return new ArchiveError('not-writable', `${path} can't be opened: ${reason}`, error);
  return damaged(path, reason, error);
}

/** What DuckDB says; once it has given a database up it repeats, further down, what it was given up for. */
function reasonOf(error: unknown): string {
  const original = error instanceof Error ? /^Original error: "?(.+?)"?$/m.exec(error.message)?.[1] : undefined;
  return original ?? firstLine(error);
}

/** A query that failed: ArchiveError where the file is to blame, else what was thrown. */
export function readingError(path: string, error: unknown): unknown {
  const reason = reasonOf(error);
  return !(error instanceof ArchiveError) && DAMAGED.test(reason) ? damaged(path, reason, error) : error;
}

/**
 * A write that failed.
 * @param path of the database
 * @param what of it was to be written
 * @param target where to
 */
export function writingError(path: string, what: string, target: string, error: unknown): ArchiveError {
  const reason = reasonOf(error);
  if (error instanceof ArchiveError) return error;
  if (DAMAGED.test(reason)) return damaged(path, reason, error);
  return new ArchiveError(
    'write-failed',
    `${what} could not be written to ${target}: ${reason}; the same command goes on from there once that is mended`,
    error,
  );
}

function damaged(path: string, reason: string, cause: unknown): ArchiveError {
  return new ArchiveError(
    'damaged',
    `${path} can't be read as a database and was left as it is; move it away to start anew (${reason})`,
    cause,
  );
}
