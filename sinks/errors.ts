/** Why an archive can't be used: a short reason for programs, a message for people. */
export type ArchiveErrorCode =
  /** The folder or file can't be created or written. */
  | 'not-writable'
  /** Another process, or another part of this one, has the database open. */
  | 'locked'
  /** The file is no readable database; it is left as it is. */
  | 'damaged'
  /** A database, but not one of this program. */
  | 'not-an-archive'
  /** Made by a newer version; refused, untouched. */
  | 'newer-version'
  /** Made by an older version, untouched: a major one is refused; a minor one can't be reported on until a run has upgraded it. */
  | 'older-version'
  /** One database beside the Parquet files and one hidden, where there is to be one; both are left as they are. */
  | 'two-databases'
  /** There is no archive to read. */
  | 'missing'
  /** A write failed; what it belonged to was rolled back. */
  | 'write-failed';

export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The first line of any error's message: DuckDB's go on with stack traces. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? message;
}
