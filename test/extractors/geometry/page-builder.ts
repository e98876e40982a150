/** Pages made of letters and rules, as an engine would read them. */
import type { Box } from '../../../extractors/types.js';
import type { Glyph, PageContent, Ruling } from '../../../extractors/geometry/page.js';
import { isIdeographic } from '../../../extractors/geometry/lines/glyph-lines.js';

export const SIZE = 10;

/** A line of text with its top left corner at (x, y); a Chinese character is `size` wide, a letter half of it; spaces leave a gap only. */
export function write(x: number, y: number, text: string, size = SIZE): Glyph[] {
  let at = x;
  const glyphs: Glyph[] = [];
  for (const character of text) {
    const width = characterWidth(character, size);
    if (character.trim() !== '') glyphs.push(glyph(character, [at, y, at + width, y + size], size));
    at += width;
  }
  return glyphs;
}

/** The same, ending at x. */
export function writeRight(x: number, y: number, text: string, size = SIZE): Glyph[] {
  return write(x - widthOfText(text, size), y, text, size);
}

/** The same, around x. */
export function writeCentred(x: number, y: number, text: string, size = SIZE): Glyph[] {
  return write(x - widthOfText(text, size) / 2, y, text, size);
}

/** One character below the other. */
export function writeDown(x: number, y: number, text: string, pitch = SIZE): Glyph[] {
  return Array.from(text).flatMap((character, at) => write(x, y + at * pitch, character));
}

export function glyph(text: string, box: Box, fontSize = SIZE, more: Partial<Glyph> = {}): Glyph {
  return { text, box, fontSize, angle: 0, vertical: false, font: 'F', bold: false, ...more };
}

export function widthOfText(text: string, size = SIZE): number {
  return Array.from(text).reduce((sum, character) => sum + characterWidth(character, size), 0);
}

function characterWidth(character: string, size: number): number {
  return isIdeographic(character) ? size : size / 2;
}

export function level(y: number, from: number, to: number, more: Partial<Ruling> = {}): Ruling {
  return { orientation: 'h', position: y, from, to, thickness: 0.5, visible: true, ...more };
}

export function upright(x: number, from: number, to: number, more: Partial<Ruling> = {}): Ruling {
  return { orientation: 'v', position: x, from, to, thickness: 0.5, visible: true, ...more };
}

/** Rules along all these lines, each from the first to the last of the others. */
export function gridRules(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)];
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)];
  return [...ys.map((y) => level(y, left, right)), ...xs.map((x) => upright(x, top, bottom))];
}

export function page(glyphs: readonly Glyph[], rulings: readonly Ruling[] = []): PageContent {
  return { pageNo: 1, width: 600, height: 840, rotation: 0, glyphs, rulings, images: [], diagnostics: [] };
}

/** The texts of a grid row by row; a cell that spans is where it starts, `null` where it covers. */
export function textsOf(grid: {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly { readonly row: number; readonly col: number; readonly text: string }[];
}): (string | null)[][] {
  const rows = Array.from({ length: grid.rowCount }, () => Array<string | null>(grid.columnCount).fill(null));
  for (const cell of grid.cells) {
    const row = rows[cell.row];
    if (row) row[cell.col] = cell.text;
  }
  return rows;
}
