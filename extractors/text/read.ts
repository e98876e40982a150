/** The text extractor: lines, layout, tables, blocks. */
import { buildBlocks } from '../tables/blocks.js';
import { collectTables } from '../tables/collect.js';
import { inReadingOrder } from '../tables/reading-order.js';
import { readDelimited } from './delimited.js';
import { findLayout } from './layout.js';
import { splitLines } from './lines.js';
import { openText } from './open.js';
import { reportUnreadRows } from './unread.js';
import type { Diagnostic, RawDocument, RawTable, SourceDocument } from '../types.js';

/**
 * Reads a text file: encodings, tab-separated tables, tables of one cell a line, prose; several layouts in one file.
 *
 * @throws UnreadableDocument when the bytes are empty or no text
 */
export function readText(source: SourceDocument): RawDocument {
  const opened = openText(source);
  const textLines = splitLines(opened.text);
  const { tables, lines, diagnostics } = collectTables(findLayout(readDelimited(textLines)));
  const blocks = buildBlocks(lines);
  const numbered = inReadingOrder(tables, blocks);
  return {
    documentId: source.documentId,
    fileName: source.fileName,
    sourceUri: source.sourceUri,
    byteSize: source.bytes.length,
    mediaType: opened.mediaType,
    charset: opened.charset,
    pages: [],
    ...numbered,
    diagnostics: [
      ...opened.diagnostics,
      ...reportUnreadRows(textLines),
      ...diagnostics,
      ...numbered.tables.flatMap(reportGrid),
    ],
  };
}

/** A table whose header left columns unexplained is loaded, and said to be so. */
function reportGrid(table: Omit<RawTable, 'order'>): Diagnostic[] {
  if (table.readings.length < 2) return [];
  const message = `the header can be read in ${String(table.readings.length)} ways; the accounts decide which one is taken`;
  return [
    {
      stage: 'extract',
      severity: 'info',
      code: 'header-ambiguous',
      message,
      origin: { tableNo: table.tableNo, line: table.lineFirst },
    },
  ];
}
