/** Which encoding bytes are in, from the bytes alone. */
import { detect } from 'jschardet';

export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** Bytes looked at where a sample settles the question. */
const SAMPLE_BYTES = 65_536;
/** ASCII in UTF-16 is half NUL; a UTF-8 text with stray NULs never comes near. */
const UTF16_NUL_SHARE = 0.25;
/** Share of characters from the repertoire of a Chinese disclosure that UTF-16 without a mark must reach; other encodings read as UTF-16 stay below 0.9. */
const UTF16_PLAUSIBLE_SHARE = 0.95;
/** Line ends, blanks, digits and punctuation are never rarer than this in a real text; pairs of other bytes seldom give any. */
const UTF16_PUNCTUATION_SHARE = 0.01;

/**
 * The encoding of `bytes`: a byte order mark decides, then strict UTF-8, then UTF-16 by its characters, then GB18030 or Big5, whichever
 * decodes; the frequency of Chinese characters decides where both do. Damaged text gets the encoding that loses least. Bytes that are
 * no text get an answer too: judging the decoded text is the caller's part.
 */
export function detectCharset(bytes: Uint8Array): Charset {
  const marked = charsetOfMark(bytes);
  if (marked) return marked;
  const utf16 = utf16Order(bytes);
  if (decodesStrictly(bytes, 'utf-8')) return utf16 && nulShare(bytes) >= UTF16_NUL_SHARE ? utf16 : 'utf-8';
  if (utf16) return utf16;
  const gb18030 = decodesStrictly(bytes, 'gb18030');
  const big5 = decodesStrictly(bytes, 'big5');
  if (gb18030 !== big5) return gb18030 ? 'gb18030' : 'big5';
  const likelier = likelierChineseCharset(bytes);
  return gb18030 || lostShare(bytes, likelier) < lostShare(bytes, 'utf-8') ? likelier : 'utf-8';
}

function charsetOfMark(bytes: Uint8Array): Charset | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decodesStrictly(bytes: Uint8Array, charset: Charset): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function nulShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  return sample.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0) / sample.length;
}

/** The byte order under which a sample reads as a disclosure in UTF-16, or null where neither does. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE_BYTES) & ~1);
  const scores = (['utf-16le', 'utf-16be'] as const).map((charset) => ({
    charset,
    share: utf16Plausibility(new TextDecoder(charset).decode(sample)),
  }));
  const [best] = scores.sort((a, b) => b.share - a.share);
  return best && best.share >= UTF16_PLAUSIBLE_SHARE ? best.charset : null;
}

function utf16Plausibility(text: string): number {
  const punctuation = text.match(/[\n\r\t\x20-\x7e、。，]/g)?.length ?? 0;
  if (text === '' || punctuation / text.length < UTF16_PUNCTUATION_SHARE) return 0;
  const ideographs = text.match(/[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e\u2010-\u2027\u00a0]/g)?.length ?? 0;
  const wideMarks = text.match(/[、。，]/g)?.length ?? 0;
  return (punctuation + ideographs - wideMarks) / text.length;
}

function likelierChineseCharset(bytes: Uint8Array): 'gb18030' | 'big5' {
  const start = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(SAMPLE_BYTES, bytes.length - start));
  return detect(sample).encoding?.toLowerCase() === 'big5' ? 'big5' : 'gb18030';
}

function lostShare(bytes: Uint8Array, charset: Charset): number {
  const text = new TextDecoder(charset).decode(bytes);
  return countOf(text, '\ufffd') / text.length;
}

/** How often `character` stands in `text`. */
export function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
