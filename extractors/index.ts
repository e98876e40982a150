/** Bytes to a RawDocument. */
import { readText } from './text/read.js';
import type { RawDocument, SourceDocument } from './types.js';

export * from './types.js';
export { decodeText } from './text/decode.js';

/**
 * Reads a document of any known format. Data problems become diagnostics in the result.
 *
 * @throws UnreadableDocument when nothing can be read: the caller quarantines the document with its reason
 */
export function extract(source: SourceDocument): RawDocument {
  return readText(source);
}
