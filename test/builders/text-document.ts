/** Documents made of text, for tests of what is read from it. */
import { createHash } from 'node:crypto';
import { readText } from '../../extractors/text/read.js';
import type { Grid, RawDocument } from '../../extractors/types.js';
import { drawGrid } from '../golden/picture.js';

/** Extracts a text given as lines. */
export function extractLines(...lines: readonly string[]): RawDocument {
  const bytes = Buffer.from(lines.join('\n'), 'utf8');
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return readText({ documentId, fileName: 'a.txt', sourceUri: 'file:///a.txt', bytes });
}

/** The grid of the likeliest reading, one text a row: cells joined by `|`, `<` and `^` for places that a cell covers. */
export function picture(grid: Grid): readonly string[] {
  return drawGrid(grid).map((places) => places.join('|'));
}

/** Lines of a tab-separated table, from cells joined by `|`. */
export function tabbed(...rows: readonly string[]): readonly string[] {
  return rows.map((row) => row.replaceAll('|', '\t'));
}

/** Lines of a table printed one cell a line, from cells joined by `|`: rows are parted by a blank line. */
export function cellPerLine(...rows: readonly string[]): readonly string[] {
  return rows.flatMap((row) => ['', ...row.split('|').map((cell) => `\t${cell}`)]);
}
