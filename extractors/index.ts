/** Bytes to a RawDocument. */
import { isPdf } from './pdf/sniff.js';
import { readPdf } from './pdf/read.js';
import { readText } from './text/read.js';
import type { RawDocument, SourceDocument } from './types.js';

export * from './types.js';
export { decodeText } from './text/decode.js';

/**
 * Reads a document of any known format, told by its bytes, never by its name. Data problems become diagnostics in the result.
 *
 * @throws UnreadableDocument when nothing can be read: the caller quarantines the document with its reason
 */
export async function extract(source: SourceDocument): Promise<RawDocument> {
  return isPdf(source.bytes) ? readPdf(source) : readText(source);
}
