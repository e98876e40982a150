/** The PDF extractor: page after page to tables and lines, then over all pages to whole tables and paragraphs. */
import { findTables } from '../geometry/index.js';
import type { PageContent } from '../geometry/index.js';
import { buildBlocks } from '../tables/blocks.js';
import { collectTables } from '../tables/collect.js';
import type { TextItem } from '../tables/collect.js';
import { inReadingOrder } from '../tables/reading-order.js';
import type { Diagnostic, RawDocument, RawPage, SourceDocument } from '../types.js';
import { findFurniture } from './furniture.js';
import { orderItems, toFragment } from './page-items.js';
import type { PageItem, PlacedLine } from './page-items.js';
import { openPdf } from './pages/index.js';
import { joinParagraphs } from './paragraphs.js';

/** What is kept of the pages read so far: no characters, only tables and lines. */
interface ReadPages {
  readonly pages: RawPage[];
  readonly items: PageItem[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a PDF: ruled and unruled tables, whole across pages, and the text around them, everything with page and box. Pages that can't be
 * read or hold no text are diagnostics.
 *
 * @throws UnreadableDocument when the file is no PDF, is damaged beyond repair or wants a password
 */
export async function readPdf(source: SourceDocument): Promise<RawDocument> {
  const { pages, items, diagnostics } = await readPages(source.bytes);
  const { tables, lines, diagnostics: ofTables } = collectTables(toTextItems(items, pages));
  const ordered = inReadingOrder(tables, buildBlocks(lines));
  return {
    documentId: source.documentId,
    fileName: source.fileName,
    sourceUri: source.sourceUri,
    byteSize: source.bytes.length,
    mediaType: 'application/pdf',
    charset: null,
    pages,
    tables: ordered.tables.map((table) => ({ ...table, lineFirst: null, lineLast: null })),
    blocks: ordered.blocks.map((block) => ({ ...block, lineFirst: null, lineLast: null })),
    diagnostics: [...diagnostics, ...ofTables],
  };
}

async function readPages(bytes: Uint8Array): Promise<ReadPages> {
  const file = await openPdf(bytes);
  const read: ReadPages = { pages: [], items: [], diagnostics: [...file.diagnostics] };
  try {
    for (let pageNo = 1; pageNo <= file.pageCount; pageNo += 1) addPage(read, await file.readPage(pageNo));
  } finally {
    await file.close();
  }
  return read;
}

function addPage({ pages, items, diagnostics }: ReadPages, content: PageContent): void {
  const { pageNo, width, height, rotation, glyphs } = content;
  pages.push({ pageNo, width, height, rotation, hasText: glyphs.length > 0 });
  items.push(...orderItems(findTables(content), pageNo));
  diagnostics.push(...content.diagnostics);
}

/** Furniture told apart, lines joined to paragraphs, everything numbered in reading order. */
function toTextItems(items: readonly PageItem[], pages: readonly RawPage[]): TextItem[] {
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
  const furniture = findFurniture(lines, new Map(pages.map(({ pageNo, height }) => [pageNo, height])));
  const found: TextItem[] = [];
  let no = 1;
  const addLine = (line: PlacedLine, isFurniture: boolean): void => {
    found.push({ kind: 'line', line: { no, text: line.text, furniture: isFurniture, page: line.page, box: line.box } });
    no += 1;
  };
  for (const run of runsOf(items, furniture)) {
    if (run.kind === 'table') {
      const fragment = toFragment(run.table, run.page, no);
      found.push({ kind: 'table', fragment });
      no += fragment.rows.length;
    } else if (run.kind === 'furniture') addLine(run.line, true);
    else for (const line of joinParagraphs(run.lines)) addLine(line, false);
  }
  return found;
}

type Run =
  | Extract<PageItem, { kind: 'table' }>
  | { readonly kind: 'furniture'; readonly line: PlacedLine }
  | { readonly kind: 'text'; readonly lines: readonly PlacedLine[] };

/** Lines of one page that nothing parts are one run. */
function runsOf(items: readonly PageItem[], furniture: ReadonlySet<PlacedLine>): Run[] {
  const runs: Run[] = [];
  let text: PlacedLine[] = [];
  const close = (): void => {
    if (text.length > 0) runs.push({ kind: 'text', lines: text });
    text = [];
  };
  for (const item of items) {
    if (item.kind === 'line' && !furniture.has(item.line)) {
      if (text[0] && text[0].page !== item.line.page) close();
      text.push(item.line);
      continue;
    }
    close();
    runs.push(item.kind === 'table' ? item : { kind: 'furniture', line: item.line });
  }
  close();
  return runs;
}
