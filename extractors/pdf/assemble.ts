/** From the tables and lines of single pages to the whole document: tables and paragraphs over page ends, everything in reading order. */
import { findTables } from '../geometry/index.js';
import type { PageContent, PageFrame, TableColumn } from '../geometry/index.js';
import type { ExtractLimits } from '../limits.js';
import { buildBlocks } from '../tables/blocks.js';
import { collectTables } from '../tables/collect.js';
import type { LooseLine, TextItem } from '../tables/collect.js';
import { inReadingOrder } from '../tables/reading-order.js';
import { splitStacked } from '../tables/stacked.js';
import { findTypedFurniture } from '../tables/typed-furniture.js';
import type { Diagnostic, RawDocument, RawPage } from '../types.js';
import { displayBlocks, displayTables } from './displayed.js';
import type { Frames } from './displayed.js';
import { findFurniture } from './furniture.js';
import { describeLooseAmounts } from '../tables/loose-amounts.js';
import { orderItems, toFragment } from './page-items.js';
import type { PageItem, PlacedLine } from './page-items.js';
import { joinParagraphs } from './paragraphs.js';
import type { Paragraph } from './paragraphs.js';
import { describePicturedTables } from './pictured-tables.js';
import { reclaimRows } from './stray-rows.js';
import { measureText } from './text-measure.js';
import type { MeasureOf } from './text-measure.js';

/** What is kept of a page: no characters, only its tables and lines. */
export interface ReadPage {
  readonly page: RawPage;
  /** In which its items lie. */
  readonly frame: PageFrame;
  readonly items: readonly PageItem[];
  /** Of reading the page and of finding its tables. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tables and lines of one page.
 *
 * @param before the page before it
 */
export function readPage(content: PageContent, before?: ReadPage): ReadPage {
  const { pageNo, width, height, rotation, glyphs, isPicture = false, cuts = [] } = content;
  const found = findTables(content, before && columnsAtEnd(before));
  return {
    page: {
      pageNo,
      width,
      height,
      rotation,
      hasText: glyphs.length > 0 && !isPicture,
      ...(cuts.length > 0 && { cuts }),
    },
    frame: found.frame,
    items: orderItems(found, pageNo),
    diagnostics: [...content.diagnostics, ...found.diagnostics, ...describePicturedTables(content, found)],
  };
}

/** The columns of the last table, if it has no rules. */
function columnsAtEnd({ items }: ReadPage): readonly TableColumn[] | undefined {
  const last = items.findLast((item) => item.kind === 'table');
  return last?.kind === 'table' ? last.table.columns : undefined;
}

/** What a document says, from all its pages in order. Linear in the pages. */
export function assemblePages(
  read: readonly ReadPage[],
  limits?: Pick<ExtractLimits, 'cells'>,
): Pick<RawDocument, 'pages' | 'tables' | 'blocks' | 'diagnostics'> {
  const items = read.flatMap((page) => page.items);
  const frames: Frames = new Map(read.map(({ page, frame }) => [page.pageNo, frame]));
  const furniture = new Set([...findFurniture(linesOf(items), frames), ...findTypedFurniture(items)]);
  const whole = reclaimRows(items, furniture);
  const { tables, lines, diagnostics } = collectTables(toTextItems(whole, furniture, frames), limits);
  const ordered = inReadingOrder(tables, buildBlocks(lines));
  return {
    pages: read.map(({ page }) => page),
    tables: displayTables(ordered.tables, frames).map((table) => ({ ...table, lineFirst: null, lineLast: null })),
    blocks: displayBlocks(ordered.blocks, frames).map((block) => ({ ...block, lineFirst: null, lineLast: null })),
    diagnostics: [...read.flatMap((page) => page.diagnostics), ...diagnostics, ...describeLooseAmounts(ordered.blocks)],
  };
}

function linesOf(items: readonly PageItem[]): readonly PlacedLine[] {
  return items.flatMap((item) => (item.kind === 'line' ? [item.line] : []));
}

/** Lines joined to paragraphs, everything numbered in reading order. */
function toTextItems(whole: readonly PageItem[], furniture: ReadonlySet<PlacedLine>, frames: Frames): TextItem[] {
  const text = linesOf(whole).filter((line) => !furniture.has(line));
  const paragraphs = paragraphsBetweenTables(whole, furniture, measureText(text, frames));
  const found: TextItem[] = [];
  let no = 1;
  for (const item of whole) {
    if (item.kind === 'table') {
      const fragment = toFragment(item.table, item.page, no);
      found.push(...splitStacked(fragment).map((part): TextItem => ({ kind: 'table', fragment: part })));
      no += fragment.rows.length;
      continue;
    }
    const line = furniture.has(item.line) ? item.line : paragraphs.get(item.line);
    if (!line) continue;
    found.push({ kind: 'line', line: { ...toLoose(line), no, furniture: furniture.has(item.line) } });
    no += 1;
  }
  return found;
}

/** The paragraphs by the line with which they begin. */
function paragraphsBetweenTables(
  items: readonly PageItem[],
  furniture: ReadonlySet<PlacedLine>,
  measureOf: MeasureOf,
): ReadonlyMap<PlacedLine, Paragraph> {
  const paragraphs = new Map<PlacedLine, Paragraph>();
  let run: PlacedLine[] = [];
  const close = (): void => {
    for (const paragraph of joinParagraphs(run, measureOf)) paragraphs.set(paragraph.first, paragraph);
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'table') close();
    else if (!furniture.has(item.line)) run.push(item.line);
  }
  close();
  return paragraphs;
}

function toLoose(line: PlacedLine | Paragraph): Omit<LooseLine, 'no' | 'furniture'> {
  const { text, box } = line;
  if (!('first' in line)) return { text, page: line.page, box, whole: true };
  const { first, pageBreaks } = line;
  return { text, page: first.page, box, whole: true, ...(pageBreaks.length > 0 && { pageBreaks }) };
}
