/** Characters into the cells of a grid, and the cells' texts as they are read. */
import { centreX, centreY, widthOf } from '../boxes.js';
import { characterWidth, type GlyphLine } from '../lines/glyph-lines.js';
import { measureIndents, type PlacedText } from './indents.js';
import type { Glyph } from '../page.js';
import { indexPlaces } from './place-index.js';
import type { CellPlace } from './places.js';
import { readGlyphs } from '../lines/read-text.js';
import type { TableCell, TableGrid } from '../types.js';

/**
 * The grid of these places with the characters whose middle lies in them. Names that stand in from their column's left edge get one `\u3000` for
 * each character's width.
 *
 * @param glyphsOf the characters of each place, where they are sorted already
 * @param isHeading tells the places of headings, which have no indent
 * @param roomOf points that a line may be long in a place
 */
export function fillPlaces(
  places: readonly CellPlace[],
  glyphs: readonly Glyph[],
  glyphsOf: ReadonlyMap<CellPlace, readonly Glyph[]> = sortIntoPlaces(places, glyphs),
  isHeading: (place: CellPlace) => boolean = () => false,
  roomOf: (place: CellPlace) => number = ({ box }) => widthOf(box),
): TableGrid {
  const texts = places.map((place) => {
    const read = readPlace(place, glyphsOf.get(place) ?? [], roomOf(place));
    return isHeading(place) ? { ...read, left: null } : read;
  });
  const indents = measureIndents(texts);
  const cells = texts.map((text, at) => toCell(text, indents[at] ?? 0));
  return {
    rowCount: places.reduce((most, place) => Math.max(most, place.row + place.rowSpan), 0),
    columnCount: places.reduce((most, place) => Math.max(most, place.col + place.colSpan), 0),
    cells,
  };
}

interface ReadPlace extends PlacedText {
  /** The free width beside the last line, in characters. */
  readonly spare: number | null;
  /** The last line begins where the first one does: it has the indent of the text. */
  readonly allIndented: boolean;
}

function readPlace(place: CellPlace, glyphs: readonly Glyph[], room: number): ReadPlace {
  const { text, lines, direction } = readGlyphs(glyphs);
  const [first] = lines;
  const last = lines.at(-1);
  const upright = direction === 0 && first !== undefined;
  return {
    place,
    text,
    left: upright ? first.box[0] : null,
    right: upright ? first.box[2] : null,
    characterWidth: first ? characterWidth(first) : 0,
    spare: upright ? spareOf(room, last ?? first) : null,
    allIndented: first === last || (first !== undefined && last !== undefined && beginAlike(first, last)),
  };
}

/** Field by field: objects spread and added to get a hidden class each in V8, which takes more memory than a cell, of which there are many. */
function toCell(read: ReadPlace, indent: number): TableCell {
  const { row, col, rowSpan, colSpan, box } = read.place;
  const { text, allIndented } = read;
  const whole = indent === 0 ? text : '\u3000'.repeat(indent) + text;
  const spare = read.spare === null || !allIndented ? read.spare : read.spare - indent;
  if (spare === null) return { row, col, rowSpan, colSpan, box, text: whole };
  return { row, col, rowSpan, colSpan, box, text: whole, spare };
}

/** The free width beside a line, in characters. */
function spareOf(room: number, line: GlyphLine): number {
  return (room - widthOf(line.box)) / characterWidth(line);
}

function beginAlike(a: GlyphLine, b: GlyphLine): boolean {
  return Math.abs(a.box[0] - b.box[0]) < characterWidth(b) / 2;
}

/** Which characters stand in which place; characters outside all places are in none. */
export function sortIntoPlaces(places: readonly CellPlace[], glyphs: readonly Glyph[]): Map<CellPlace, Glyph[]> {
  const placeAt = indexPlaces(places);
  const sorted = new Map<CellPlace, Glyph[]>(places.map((place) => [place, []]));
  for (const glyph of glyphs) {
    const place = placeAt(centreX(glyph.box), centreY(glyph.box));
    if (place) sorted.get(place)?.push(glyph);
  }
  return sorted;
}
