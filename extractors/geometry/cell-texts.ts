/** Characters into the cells of a grid, and the cells' texts as they are read. */
import { centreX, centreY, holds } from './boxes.js';
import { characterWidth } from './glyph-lines.js';
import { measureIndents, type PlacedText } from './indents.js';
import type { Glyph } from './page.js';
import type { CellPlace } from './places.js';
import { readGlyphs } from './reading-order.js';
import type { TableCell, TableGrid } from './types.js';

/** Points. Rows of cells are looked up in slices of this height. */
const SLICE = 20;

/**
 * The grid of these places with the characters whose middle lies in them. Names that stand in from their column's left edge get one
 * `\u3000` for
 * each character's width.
 *
 * @param glyphsOf the characters of each place, where they are sorted already
 */
export function fillPlaces(
  places: readonly CellPlace[],
  glyphs: readonly Glyph[],
  glyphsOf: ReadonlyMap<CellPlace, readonly Glyph[]> = sortIntoPlaces(places, glyphs),
): TableGrid {
  const texts = places.map((place): PlacedText => {
    const read = readGlyphs(glyphsOf.get(place) ?? []);
    const [first] = read.lines;
    const upright = read.direction === 0 && first !== undefined;
    return {
      place,
      text: read.text,
      left: upright ? first.box[0] : null,
      right: upright ? first.box[2] : null,
      characterWidth: first ? characterWidth(first) : 0,
    };
  });
  const indents = measureIndents(texts);
  const cells = texts.map((text, at): TableCell => ({
    ...text.place,
    text: '\u3000'.repeat(indents[at] ?? 0) + text.text,
  }));
  return {
    rowCount: Math.max(0, ...places.map((place) => place.row + place.rowSpan)),
    columnCount: Math.max(0, ...places.map((place) => place.col + place.colSpan)),
    cells,
  };
}

/** Which characters stand in which place; characters outside all places are in none. */
export function sortIntoPlaces(places: readonly CellPlace[], glyphs: readonly Glyph[]): Map<CellPlace, Glyph[]> {
  const slices = new Map<number, CellPlace[]>();
  for (const place of places)
    for (let at = Math.floor(place.box[1] / SLICE); at <= Math.floor(place.box[3] / SLICE); at += 1)
      slices.set(at, [...(slices.get(at) ?? []), place]);
  const sorted = new Map<CellPlace, Glyph[]>(places.map((place) => [place, []]));
  for (const glyph of glyphs) {
    const [x, y] = [centreX(glyph.box), centreY(glyph.box)];
    const place = slices.get(Math.floor(y / SLICE))?.find(({ box }) => holds(box, x, y));
    if (place) sorted.get(place)?.push(glyph);
  }
  return sorted;
}
