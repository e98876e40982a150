/** The text extractor: lines, layout, tables, blocks. */
import { buildBlocks } from '../tables/blocks.js';
import { collectTables } from '../tables/collect.js';
import { inReadingOrder } from '../tables/reading-order.js';
import { readDelimited } from './delimited.js';
import { findLayout } from './layout.js';
import { splitLines } from './lines.js';
import { openText } from './open.js';
import { reportUnreadRows } from './unread.js';
import type { RawDocument, SourceDocument } from '../types.js';

/**
 * Reads a text file: encodings, tab-separated tables, tables of one cell a line, prose; several layouts in one file.
 *
 * @throws UnreadableDocument when the bytes are empty or no text
 */
export function readText(source: SourceDocument): RawDocument {
  const opened = openText(source);
  const content = readContent(opened.text);
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
 */
export function readContent(text: string, mergedOnce = false): Pick<RawDocument, 'tables' | 'blocks' | 'diagnostics'> {
  const textLines = splitLines(text);
  const { tables, lines, diagnostics } = collectTables(findLayout(readDelimited(textLines), mergedOnce));
  const numbered = inReadingOrder(tables, buildBlocks(lines));
  return { ...numbered, diagnostics: [...reportUnreadRows(textLines), ...diagnostics] };
}
