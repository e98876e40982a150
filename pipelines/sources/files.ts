/** Single files as sources. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UnreadableDocument } from '../../extractors/index.js';
import type { Source } from './types.js';

/** What one document may hold; real disclosures stay below a tenth, and text beyond twice this could not be held as one string. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 * 1024;

/** The file at `path` (relative to the working directory) as a source; nothing is opened before `read`. */
export function fileSource(path: string): Source {
  return { uri: pathToFileURL(path).href, fileName: basename(path), read: () => readWholeFile(path) };
}

/** A place that was found but can't be listed or opened: its `read` gives the reason. */
export function brokenSource(uri: string, fileName: string, cause: unknown): Source {
  return { uri, fileName, read: () => Promise.reject(unreadable(cause)) };
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

async function readWholeFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new UnreadableDocument('source-unreadable', 'the source is no regular file');
      if (stats.size > MAX_DOCUMENT_BYTES) throw tooLarge(stats.size);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
}
