/** The PDF extractor: page after page to tables and lines, then over all pages to whole tables and paragraphs. */
import { UnreadableDocument } from '../types.js';
import type { Diagnostic, RawDocument, SourceDocument } from '../types.js';
import { assemblePages, readPage } from './assemble.js';
import type { ReadPage } from './assemble.js';
import { openPdf } from './pages/index.js';

/**
 * Reads a PDF: ruled and unruled tables, whole across pages, and the text around them, everything with page and box. Pages that can't be
 * read or hold no text are diagnostics.
 *
 * @throws UnreadableDocument when the file is no PDF, is damaged beyond repair or wants a password
 */
export async function readPdf(source: SourceDocument): Promise<RawDocument> {
  const file = await openPdf(source.bytes);
  const pages: ReadPage[] = [];
  try {
    for await (const content of file.readPages()) pages.push(readPage(content, pages.at(-1)));
  } finally {
    await file.close();
  }
  if (pages.every(({ page }) => page.width === 0)) {
    throw new UnreadableDocument('pdf-damaged', 'the PDF is damaged: not one of its pages can be read');
  }
  const assembled = assemblePages(pages);
  return {
    documentId: source.documentId,
    fileName: source.fileName,
    sourceUri: source.sourceUri,
    byteSize: source.bytes.length,
    mediaType: 'application/pdf',
    charset: null,
    ...assembled,
    diagnostics: [...file.diagnostics, ...assembled.diagnostics, ...describeSilence(assembled)],
  };
}

/** A document that says nothing must not pass for one that has nothing to say. */
function describeSilence({ tables, blocks }: Pick<RawDocument, 'tables' | 'blocks'>): Diagnostic[] {
  if (tables.length > 0 || blocks.length > 0) return [];
  const message =
    'no page of the document has text that can be read (a scan, or blank pages); nothing that it says is loaded';
  return [{ stage: 'extract', severity: 'error', code: 'document-has-no-text', message, origin: {} }];
}
