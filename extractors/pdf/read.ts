/** The PDF extractor: page after page to tables and lines, then over all pages to whole tables and paragraphs. */
import { DEFAULT_EXTRACT_LIMITS } from '../limits.js';
import type { ExtractLimits } from '../limits.js';
import { CellCount } from '../tables/cell-count.js';
import { UnreadableDocument } from '../types.js';
import type { Diagnostic, RawDocument, SourceDocument } from '../types.js';
import { assemblePages, readPage } from './assemble.js';
import type { ReadPage } from './assemble.js';
import { openPdf } from './pages/index.js';

/**
 * Reads a PDF: ruled and unruled tables, whole across pages, and the text around them, everything with page and box. Pages that can't be
 * read or hold no text are diagnostics.
 *
 * @throws UnreadableDocument when the file is no PDF, is damaged beyond repair, wants a password or goes beyond the limits
 */
export async function readPdf(
  source: SourceDocument,
  limits: ExtractLimits = DEFAULT_EXTRACT_LIMITS,
): Promise<RawDocument> {
  const file = await openPdf(source.bytes, limits);
  const pages: ReadPage[] = [];
  const cells = new CellCount(limits.cells);
  try {
    for await (const content of file.readPages()) {
      const page = readPage(content, pages.at(-1));
      cells.add(countCells(page));
      pages.push(page);
    }
  } finally {
    await file.close();
  }
  if (pages.every(({ page }) => page.width === 0)) {
    throw new UnreadableDocument('pdf-damaged', 'the PDF is damaged: not one of its pages can be read');
  }
  const assembled = assemblePages(pages, limits);
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

/** Places of the tables of a page. */
function countCells({ items }: ReadPage): number {
  return items.reduce(
    (sum, item) => sum + (item.kind === 'table' ? item.table.rowCount * item.table.columnCount : 0),
    0,
  );
}

/** A document that says nothing must not pass for one that has nothing to say. */
function describeSilence({ tables, blocks }: Pick<RawDocument, 'tables' | 'blocks'>): Diagnostic[] {
  if (tables.length > 0 || blocks.some(({ kind }) => kind !== 'page_furniture')) return [];
  const message =
    'no page of the document has text that can be read (a scan, or blank pages); nothing that it says is loaded';
  return [{ stage: 'extract', severity: 'error', code: 'document-has-no-text', message, origin: {} }];
}
