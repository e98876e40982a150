/** The door of the text room: bytes in, text or a refusal out. */
import { UnreadableDocument, type Diagnostic, type SourceDocument } from '../types.js';
import type { Charset } from './charset.js';
import { decodeText } from './decode.js';
import { markupFormatName, textMediaType, type TextMediaType } from './sniff.js';

export interface OpenedText {
  readonly text: string;
  readonly charset: Charset;
  readonly mediaType: TextMediaType;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Decodes a source and says what kind of text it is.
 *
 * @throws UnreadableDocument for empty files, noise, and formats that no extractor reads yet (HTML among them)
 */
export function openText(source: SourceDocument): OpenedText {
  const decoded = decodeText(source.bytes);
  if (!decoded.ok) {
    const remedy = decoded.code === 'unsupported-format' ? `; ${remedyFor(decoded.message)}` : '';
    throw new UnreadableDocument(decoded.code, `${decoded.message}${remedy}`);
  }
  const format = markupFormatName(decoded.text);
  if (format !== null) throw refuseMarkup(format, source.fileName);
  const mediaType = textMediaType(decoded.text);
  return { text: decoded.text, charset: decoded.charset, mediaType, diagnostics: decoded.diagnostics };
}

/** What a person can do with a file of a format that is named. */
function remedyFor(format: string): string {
  if (/xlsx|spreadsheet/.test(format)) return 'save each of its sheets as CSV, or print it to PDF';
  if (/RAR|7z|gzip/.test(format)) return 'if it holds documents, unpack it (only .zip is opened as it is)';
  if (/image/.test(format)) return 'a picture has no text: ask for the document itself';
  return 'save what it holds as docx, text or PDF';
}

/** A server that has no document sends a page that says so, and a crawler saves it under the document's name; Word saves markup as .doc. */
function refuseMarkup(format: string, fileName: string): UnreadableDocument {
  const message = fileName.toLowerCase().endsWith('.pdf')
    ? `the file is no PDF but ${format}, perhaps the error message of a server in place of the document; fetch it again`
    : `the file is ${format}, which can't be read yet; open it in Word and save it as docx`;
  return new UnreadableDocument('unsupported-format', message);
}
