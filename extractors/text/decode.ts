/** From bytes to text, or to the reason why they are none. */
import type { Diagnostic, UnreadableCode } from '../types.js';
import { countOf, detectCharset, type Charset } from './charset.js';
import { binaryFormatName } from './sniff.js';

export interface DecodedText {
  readonly ok: true;
  /** Without byte order mark and NUL; a character that could not be decoded is U+FFFD, line ends are as they were. */
  readonly text: string;
  readonly charset: Charset;
  /** `nul-bytes-removed`, `characters-lost`. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Undecodable {
  readonly ok: false;
  readonly code: UnreadableCode;
  readonly message: string;
}

/** Characters lost to damage beyond which the bytes are taken for something else than text. */
const LOST_SHARE_OF_TEXT = 0.02;
/** Control characters beyond which it is no text: converters leave some cell and field marks, noise has a quarter and more. */
const CONTROL_SHARE_OF_TEXT = 0.1;

/**
 * Decodes a text file of unknown encoding, in time linear in its size. Lost characters and removed NUL bytes become warnings at the line of the first;
 * no bytes, other formats and noise become a failure. Never throws for any bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Undecodable {
  if (bytes.length === 0) return failure('empty-file', 'the file has no bytes');
  const format = binaryFormatName(bytes);
  if (format) return failure('unsupported-format', `the file is ${format}, which can't be read yet`);
  const charset = detectCharset(bytes);
  const decoded = new TextDecoder(charset).decode(bytes);
  const text = decoded.includes('\0') ? decoded.replaceAll('\0', '') : decoded;
  if (text === '' && decoded !== '') return failure('not-text', 'the file has nothing but NUL bytes');
  if (text.trim() === '') return failure('empty-file', 'the file has nothing but white space');
  if (!isText(text)) return failure('not-text', 'the bytes are no text in UTF-8, UTF-16, GB18030 or Big5');
  return { ok: true, text, charset, diagnostics: [...nulDiagnostics(decoded), ...lossDiagnostics(text, charset)] };
}

function failure(code: UnreadableCode, message: string): Undecodable {
  return { ok: false, code, message };
}

function isText(text: string): boolean {
  const lost = countOf(text, '\ufffd');
  const cutAtTheEnd = lost === 1 && text.endsWith('\ufffd') && text.length > 1;
  if (lost / text.length > LOST_SHARE_OF_TEXT && !cutAtTheEnd) return false;
  return countControls(text) / text.length <= CONTROL_SHARE_OF_TEXT;
}

/** C0 and C1 control characters, tab, line ends and page ends aside. */
function countControls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 ? unit < 0x09 || unit > 0x0d : unit >= 0x7f && unit <= 0x9f) count += 1;
  }
  return count;
}

function nulDiagnostics(decoded: string): Diagnostic[] {
  const count = countOf(decoded, '\0');
  if (count === 0) return [];
  const message = `${String(count)} NUL bytes stood in the text; they were removed, what they replaced is unknown`;
  return [warning('nul-bytes-removed', message, decoded, '\0')];
}

function lossDiagnostics(text: string, charset: Charset): Diagnostic[] {
  const count = countOf(text, '\ufffd');
  if (count === 0) return [];
  const message = `${String(count)} characters are lost: damaged before or not valid ${charset}; figures and names that hold one stay unread`;
  return [warning('characters-lost', message, text, '\ufffd')];
}

function warning(code: string, message: string, text: string, firstOf: string): Diagnostic {
  const line = countOf(text.slice(0, text.indexOf(firstOf)), '\n') + 1;
  return { stage: 'extract', severity: 'warning', code, message, origin: { line } };
}
