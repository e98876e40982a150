/** Single files as sources. */
import type { BigIntStats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { UnreadableDocument } from '../../extractors/index.js';
import { locate, type Location } from './locations.js';
import type { ArchiveOnDisk, FileStamp, Source } from './types.js';

/** What one document may hold; real disclosures stay below a tenth, and text beyond twice this could not be held as one string. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024;

/** A source of which no manifest speaks. */
export const WITHOUT_PROVENANCE = { metadata: null, fetchedAt: null } as const;

/** The file at `path` (relative to the working directory) as a source; nothing is opened before `read`. */
export function fileSource(path: string): Source {
  return sourceAt(locate(path), null);
}

/** The file at a location as a source; nothing is opened before `read`. */
export function sourceAt({ path, uri, name }: Location, stamp: FileStamp | null): Source {
  const file = stamp && { path, ...stamp };
  return { uri, fileName: name, file, container: null, ...WITHOUT_PROVENANCE, read: () => readWholeFile(path) };
}

/** A place that was found but can't be listed or opened: its `read` gives the reason. */
export function brokenSource(
  { uri, name }: Pick<Location, 'uri' | 'name'>,
  cause: unknown,
  container: ArchiveOnDisk | null = null,
): Source {
  const read = (): Promise<never> => Promise.reject(unreadable(cause));
  return { uri, fileName: name, file: null, container, ...WITHOUT_PROVENANCE, read };
}

/** What the file system says of a path: a folder, a regular file with its stamp, or neither. */
export type Look = { readonly isFolder: boolean; readonly stamp: FileStamp | null };

/** One `stat`, links followed; what is not there, or may not be looked at, is neither file nor folder. */
export async function lookAt(path: string | Buffer): Promise<Look> {
  return stat(path, { bigint: true }).then(lookOf, () => ({ isFolder: false, stamp: null }));
}

function lookOf(stats: BigIntStats): Look {
  const stamp = { byteSize: Number(stats.size), modifiedUs: stats.mtimeNs / 1000n };
  return { isFolder: stats.isDirectory(), stamp: stats.isFile() ? stamp : null };
}

/**
 * The size in bytes of the file at `path`. It is asked before anything is opened, as opening a named pipe waits for a writer that may never come.
 *
 * @throws UnreadableDocument `source-unreadable` for a pipe, a socket, a device; the error of the file system where nothing is there
 */
export async function regularFileSize(path: string | Buffer): Promise<number> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new UnreadableDocument('source-unreadable', 'the source is no regular file');
  return stats.size;
}

/** The refusal of a source that the file system or archive won't give out. */
export function unreadable(cause: unknown): UnreadableDocument {
  if (cause instanceof UnreadableDocument) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnreadableDocument('source-unreadable', `the source can't be read: ${reason}`, { cause });
}

/** The refusal of a source of `byteSize` bytes that is beyond the limit. */
export function tooLarge(byteSize: number, limit = MAX_DOCUMENT_BYTES): UnreadableDocument {
  const message = `the source has ${String(byteSize)} bytes or more, beyond the limit of ${String(limit)}; it was not read`;
  return new UnreadableDocument('source-too-large', message);
}

async function readWholeFile(path: string | Buffer): Promise<Uint8Array> {
  try {
    const byteSize = await regularFileSize(path);
    if (byteSize > MAX_DOCUMENT_BYTES) throw tooLarge(byteSize);
    return await readFile(path);
  } catch (error) {
    throw unreadable(error);
  }
}
