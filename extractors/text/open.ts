/** The door of the text room: bytes in, text or a refusal out. */
import { UnreadableDocument, type Diagnostic, type SourceDocument } from '../types.js';
import type { Charset } from './charset.js';
import { decodeText } from './decode.js';
import { textMediaType, type TextMediaType } from './sniff.js';

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
    const remedy = decoded.code === 'unsupported-format' ? '; save what it holds as text or PDF' : '';
    throw new UnreadableDocument(decoded.code, `${decoded.message}${remedy}`);
  }
  const mediaType = textMediaType(decoded.text);
  if (mediaType === 'text/html') throw refusePage(source.fileName);
  return { text: decoded.text, charset: decoded.charset, mediaType, diagnostics: decoded.diagnostics };
}

/** Where a server has no document, it sends a page that says so, and a crawler saves it under the document's name. */
function refusePage(fileName: string): UnreadableDocument {
  const doubt = /\.(?:x?html?|aspx?|jsp|php)$/i.test(fileName)
    ? ''
    : ', perhaps the error page of a server in place of the document: fetch it again';
  const message = `the file is an HTML page${doubt}; web pages can't be read yet, save them as text or PDF`;
  return new UnreadableDocument('unsupported-format', message);
}
