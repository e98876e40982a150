/** What kind of document bytes are, told without reading it. */
import { sniffLegacyWord } from './doc/sniff.js';
import { isPdf } from './pdf/sniff.js';

/** `other`: a package or compound file that is no Word document. `text`: anything else. */
export type DocumentFormat = 'pdf' | 'docx' | 'doc' | 'rtf' | 'text' | 'other';

/** A zip, as every Word document of 2007 or later is. */
const ZIP = 'PK\x03\x04';
/** The folder of a Word document's parts; names of a zip stand in it as they are. */
const WORD_PARTS = 'word/';

/** The format that `extract` would try; whether it can be read shows only then. */
export function formatByBytes(bytes: Uint8Array): DocumentFormat {
  if (isPdf(bytes)) return 'pdf';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, ZIP.length).toString('latin1') === ZIP) return buffer.includes(WORD_PARTS) ? 'docx' : 'other';
  try {
    return sniffLegacyWord(bytes)?.kind ?? 'text';
  } catch {
    return 'other';
  }
}
