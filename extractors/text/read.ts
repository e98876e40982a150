/** The text extractor: lines, layout, tables, blocks. */
import { buildBlocks } from '../tables/blocks.js';
import { CellCount } from '../tables/cell-count.js';
import { collectTables } from '../tables/collect.js';
import { inReadingOrder } from '../tables/reading-order.js';
import { DEFAULT_EXTRACT_LIMITS } from '../limits.js';
import type { ExtractLimits } from '../limits.js';
import { readDelimited } from './delimited.js';
import { findLayout } from './layout.js';
import { splitLines } from './lines.js';
import { openText } from './open.js';
import { reportUnreadRows } from './unread.js';
import type { RawDocument, SourceDocument } from '../types.js';

/**
 * Reads a text file: encodings, tab-separated tables, tables of one cell a line, prose; several layouts in one file.
 *
 * @throws UnreadableDocument when the bytes are empty or no text; `too-many-cells`
 */
export function readText(source: SourceDocument, limits: ExtractLimits = DEFAULT_EXTRACT_LIMITS): RawDocument {
  const opened = openText(source);
  const content = readContent(opened.text, limits);
  return {
    documentId: source.documentId,
    fileName: source.fileName,
    sourceUri: source.sourceUri,
    byteSize: source.bytes.length,
    mediaType: opened.mediaType,
    charset: opened.charset,
    pages: [],
    ...content,
    diagnostics: [...opened.diagnostics, ...content.diagnostics],
  };
}

/**
 * What a text says, wherever it comes from.
 *
 * @param mergedOnce whether its tables print each merged cell once (see {@link Fragment})
 * @throws UnreadableDocument `too-many-cells`
 */
export function readContent(
  text: string,
  limits: ExtractLimits,
  mergedOnce = false,
): Pick<RawDocument, 'tables' | 'blocks' | 'diagnostics'> {
  const cells = new CellCount(limits.cells);
  const textLines = splitLines(text, cells);
  const parts = findLayout(readDelimited(textLines, cells), cells, mergedOnce);
  const { tables, lines, diagnostics } = collectTables(parts, limits);
  const numbered = inReadingOrder(tables, buildBlocks(lines));
  return { ...numbered, diagnostics: [...reportUnreadRows(textLines), ...diagnostics] };
}
