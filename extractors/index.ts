/** Bytes to a RawDocument. */
import { convertAhead } from './doc/convert-ahead.js';
import type { Conversion } from './doc/converter/convert.js';
import { readLegacyWord } from './doc/read.js';
import { sniffLegacyWord } from './doc/sniff.js';
import { openWord } from './docx/package/open.js';
import { readDocx } from './docx/read.js';
import { isPdf } from './pdf/sniff.js';
import { readPdf } from './pdf/read.js';
import { readText } from './text/read.js';
import type { RawDocument, SourceDocument } from './types.js';

export * from './types.js';
export { convertAhead, isConvertible, MOST_CONVERTED_AHEAD } from './doc/convert-ahead.js';
export { ConverterError, hasConverter } from './doc/converter/find.js';
export { CONVERTED, CONVERTER_MISSING, WITHOUT_CONVERTER } from './doc/read.js';
export type { Conversion } from './doc/converter/convert.js';
export { decodeText } from './text/decode.js';

/**
 * Reads a document of any known format, told by its bytes, never by its name. Data problems become diagnostics in the result.
 *
 * @param conversion what {@link convertAhead} made of it; left out, a document that needs a converter is converted now
 * @throws UnreadableDocument when nothing can be read: the caller quarantines the document with its reason
 */
export async function extract(source: SourceDocument, conversion?: Conversion): Promise<RawDocument> {
  if (isPdf(source.bytes)) return readPdf(source);
  const legacy = sniffLegacyWord(source.bytes);
  if (legacy) return readLegacyWord(source, legacy, conversion ?? (await convertAlone(source)));
  const word = await openWord(source.bytes);
  return word ? readDocx(source, word) : readText(source);
}

/** null where the machine has no converter. */
async function convertAlone(source: SourceDocument): Promise<Conversion | null> {
  const conversions = await convertAhead([source]);
  return conversions.get(source.documentId) ?? null;
}
