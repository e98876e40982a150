/** Single files as sources. */
import { readFile, stat } from 'node:fs/promises';
import { UnreadableDocument } from '../../extractors/index.js';
import { locate, type Location } from './locations.js';
import type { Source } from './types.js';

/** What one document may hold; real disclosures stay below a tenth, and text beyond twice this could not be held as one string. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024;

/** The file at `path` (relative to the working directory) as a source; nothing is opened before `read`. */
export function fileSource(path: string): Source {
  return sourceAt(locate(path));
}

/** The file at a location as a source; nothing is opened before `read`. */
export function sourceAt({ path, uri, name }: Location): Source {
  return { uri, fileName: name, read: () => readWholeFile(path) };
}

/** A place that was found but can't be listed or opened: its `read` gives the reason. */
export function brokenSource({ uri, name }: Location, cause: unknown): Source {
  return { uri, fileName: name, read: () => Promise.reject(unreadable(cause)) };
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
export function tooLarge(byteSize: number): UnreadableDocument {
  const message = `the source has ${String(byteSize)} bytes or more, beyond the limit of ${String(MAX_DOCUMENT_BYTES)}; it was not read`;
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
