/** Documents of drawn pages: tables with rules and merged cells, lines of text, put through the extractor from the characters on. */
import { assemblePages, readPage } from '../../../extractors/pdf/assemble.js';
import type { ReadPage } from '../../../extractors/pdf/assemble.js';
import type { PageContent } from '../../../extractors/geometry/page.js';
import type { Glyph, Ruling } from '../../../extractors/geometry/page.js';
import type { RawDocument } from '../../../extractors/types.js';
import { level, SIZE, upright, widthOfText, write, writeCentred, writeRight } from '../geometry/page-builder.js';

const WIDTH = 600;
const HEIGHT = 840;
const ROW_HEIGHT = 20;
const PADDING = 4;

/** Something on a page. */
export interface Mark {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

export interface TableOptions {
  readonly top?: number;
  /** Column edges. */
  readonly xs?: readonly number[];
  /** false: alignment alone. */
  readonly ruled?: boolean;
  /** The lowest rule is missing: the frame goes on over the page end. */
  readonly open?: boolean;
}

export const COLUMNS = [60, 120, 300, 380, 460, 540];

/**
 * A table with a cell for each text between bars; `<` is merged with the cell on its left, `^` with the one above, `\n` breaks a line. Numbers stand
 * at the right of their cells.
 */
export function table(
  rows: readonly string[],
  { top = 120, xs = COLUMNS, ruled = true, open = false }: TableOptions = {},
): Mark {
  const cells = rows.map((row) => row.split('|'));
  const heights = cells.map(
    (row) => Math.max(...row.map((text) => text.split('\n').length)) * (SIZE + 2) + ROW_HEIGHT - SIZE - 2,
  );
  const ys = heights.reduce<number[]>((all, height) => [...all, (all.at(-1) ?? top) + height], [top]);
  const at = (row: number, col: number): string => cells[row]?.[col] ?? '';
  const glyphs = cells.flatMap((row, rowNo) =>
    row.flatMap((text, col) => writeCell(text, xs[col] ?? 0, endOf(row, col, xs), ys[rowNo] ?? 0)),
  );
  if (!ruled) return { glyphs, rulings: [] };
  const rulings: Ruling[] = [];
  ys.forEach((y, line) => {
    if (open && line === ys.length - 1) return;
    for (let col = 0; col + 1 < xs.length; col += 1)
      if (lookLeft(cells[line] ?? [], col) !== '^') rulings.push(level(y, xs[col] ?? 0, xs[col + 1] ?? 0));
  });
  xs.forEach((x, col) => {
    for (let row = 0; row < cells.length; row += 1)
      if (at(row, col) !== '<' || col === xs.length - 1)
        rulings.push(upright(x, ys[row] ?? 0, (ys[row + 1] ?? 0) + (open ? 6 : 0)));
  });
  return { glyphs, rulings };
}

/** The text of a cell, of the cell it is merged into where it is `<`. */
function lookLeft(row: readonly string[], col: number): string {
  const text = row[col] ?? '';
  return text === '<' ? lookLeft(row, col - 1) : text;
}

function endOf(row: readonly string[], col: number, xs: readonly number[]): number {
  let end = col + 1;
  while (row[end] === '<') end += 1;
  return xs[end] ?? 0;
}

function writeCell(text: string, from: number, to: number, top: number): Glyph[] {
  if (text === '<' || text === '^') return [];
  return text.split('\n').flatMap((line, no) => {
    const y = top + PADDING + 1 + no * (SIZE + 2);
    return /^[\d,.]+$/.test(line) && line.length > 3
      ? writeRight(to - PADDING, y, line)
      : write(from + PADDING, y, line);
  });
}

export function leftLine(y: number, words: string, x = 60, size = SIZE): Mark {
  return { glyphs: write(x, y, words, size), rulings: [] };
}

export function centredLine(y: number, words: string, size = SIZE): Mark {
  return { glyphs: writeCentred(WIDTH / 2, y, words, size), rulings: [] };
}

export function rightLine(y: number, words: string, x = 540): Mark {
  return { glyphs: writeRight(x, y, words), rulings: [] };
}

/** Lines of running text from x = 60 to 540, the first one indented by `indent` characters. */
export function prose(y: number, words: string, { indent = 2, from = 60, to = 540, size = SIZE } = {}): Mark {
  const glyphs: Glyph[] = [];
  let line = '';
  let top = y;
  let left = from + indent * size;
  const flush = (): void => {
    glyphs.push(...write(left, top, line, size));
    [line, top, left] = ['', top + size * 1.6, from];
  };
  for (const character of words) {
    if (left + widthOfText(line + character, size) > to) flush();
    line += character;
  }
  flush();
  return { glyphs, rulings: [] };
}

export function sheet(marks: readonly Mark[], { width = WIDTH, height = HEIGHT } = {}): Omit<PageContent, 'pageNo'> {
  return {
    width,
    height,
    rotation: 0,
    glyphs: marks.flatMap(({ glyphs }) => glyphs),
    rulings: marks.flatMap(({ rulings }) => rulings),
    images: [],
    diagnostics: [],
  };
}

export function readSheets(
  ...sheets: readonly Omit<PageContent, 'pageNo'>[]
): Pick<RawDocument, 'pages' | 'tables' | 'blocks' | 'diagnostics'> {
  const pages: ReadPage[] = [];
  for (const content of sheets) pages.push(readPage({ ...content, pageNo: pages.length + 1 }, pages.at(-1)));
  return assemblePages(pages);
}
