/** Bytes to a RawDocument. */
import { openWord } from './docx/package/open.js';
import { readDocx } from './docx/read.js';
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
  if (isPdf(source.bytes)) return readPdf(source);
  const word = await openWord(source.bytes);
  return word ? readDocx(source, word) : readText(source);
}
