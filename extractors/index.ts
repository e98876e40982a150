/** Bytes to a RawDocument. */
import { convertAhead } from './doc/convert-ahead.js';
import type { Conversion } from './doc/converter/convert.js';
import { readLegacyWord } from './doc/read.js';
import { sniffLegacyWord } from './doc/sniff.js';
import { openWord } from './docx/package/open.js';
import { readDocx } from './docx/read.js';
import { DEFAULT_EXTRACT_LIMITS } from './limits.js';
import type { ExtractLimits } from './limits.js';
import { isPdf } from './pdf/sniff.js';
import { readPdf } from './pdf/read.js';
import { readText } from './text/read.js';
import type { RawDocument, SourceDocument } from './types.js';

export * from './types.js';
export { convertAhead, isConvertible, MOST_CONVERTED_AHEAD } from './doc/convert-ahead.js';
export { ConverterError, hasConverter } from './doc/converter/find.js';
export { CONVERTED, CONVERTER_MISSING, WITHOUT_CONVERTER } from './doc/read.js';
export { DEFAULT_EXTRACT_LIMITS } from './limits.js';
export { formatByBytes } from './format.js';
export type { DocumentFormat } from './format.js';
export type { ExtractLimits } from './limits.js';
export type { Conversion } from './doc/converter/convert.js';
export { decodeText } from './text/decode.js';

export interface ExtractOptions {
  /** What {@link convertAhead} made of the document; left out, one that needs a converter is converted now. */
  readonly conversion?: Conversion | undefined;
  /** How much a document may hold; {@link DEFAULT_EXTRACT_LIMITS} where left out. */
  readonly limits?: ExtractLimits | undefined;
}

/**
 * Reads a document of any known format, told by its bytes, never by its name. Data problems become diagnostics in the result.
 *
 * @throws UnreadableDocument when nothing can be read, or more than the limits allow: the caller quarantines the document with its reason
 */
export async function extract(source: SourceDocument, options: ExtractOptions = {}): Promise<RawDocument> {
  const { conversion, limits = DEFAULT_EXTRACT_LIMITS } = options;
  if (isPdf(source.bytes)) return readPdf(source, limits);
  const legacy = sniffLegacyWord(source.bytes);
  if (legacy) return readLegacyWord(source, legacy, conversion ?? (await convertAlone(source)), limits);
  const word = await openWord(source.bytes, limits);
  return word ? readDocx(source, word, limits) : readText(source, limits);
}

/** null where the machine has no converter. */
async function convertAlone(source: SourceDocument): Promise<Conversion | null> {
  const conversions = await convertAhead([source]);
  return conversions.get(source.documentId) ?? null;
}
