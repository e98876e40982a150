/** Characters painted twice to look bold: one character, in bold. */
import type { PaintedGlyph } from './marks.js';

/** Of the font size: how far apart the copies stand. Fake bold shifts by 0.02 to 0.05; equal neighbours stand at least 0.2 apart (ii). */
const MOST_SHIFT = 0.1;

/** Points: side of the squares in which copies are looked for; no shift reaches farther. */
const SQUARE = 2;
/** Above any number of squares in a row, and any UTF-16 code: places become one number each. */
const SQUARES_A_ROW = 2 ** 16;
const CODES = 2 ** 16;

/** Drops the later copy of every character that stands on an equal one, and makes the first bold. Order is kept; spaces are let alone. */
export function mergeOverprints(glyphs: readonly PaintedGlyph[]): readonly PaintedGlyph[] {
  const byPlace = new Map<number, number>();
  const dropped = new Set<number>();
  const doubled = new Set<number>();
  glyphs.forEach((glyph, at) => {
    if (glyph.text === ' ') return;
    const first = findCopy(glyph, glyphs, byPlace);
    if (first === null) byPlace.set(placeOf(glyph, glyph.box[0], glyph.box[1]), at);
    else {
      dropped.add(at);
      doubled.add(first);
    }
  });
  if (dropped.size === 0) return glyphs;
  return glyphs
    .map((glyph, at) => (doubled.has(at) ? { ...glyph, bold: true } : glyph))
    .filter((_, at) => !dropped.has(at));
}

/** An earlier character that this one stands on: it begins in one of the at most four squares within reach. */
function findCopy(glyph: PaintedGlyph, glyphs: readonly PaintedGlyph[], byPlace: Map<number, number>): number | null {
  const reach = Math.min(glyph.fontSize * MOST_SHIFT, SQUARE);
  const [x, y] = glyph.box;
  let last = -1;
  for (let corner = 0; corner < 4; corner += 1) {
    const place = placeOf(glyph, x + (corner % 2 === 0 ? -reach : reach), y + (corner < 2 ? -reach : reach));
    if (place === last) continue;
    last = place;
    const at = byPlace.get(place);
    const other = at === undefined ? undefined : glyphs[at];
    if (at !== undefined && other && isCopy(glyph, other, reach)) return at;
  }
  return null;
}

function placeOf(glyph: PaintedGlyph, x: number, y: number): number {
  return (Math.floor(y / SQUARE) * SQUARES_A_ROW + Math.floor(x / SQUARE)) * CODES + glyph.text.charCodeAt(0);
}

function isCopy(one: PaintedGlyph, other: PaintedGlyph, reach: number): boolean {
  return (
    one.text === other.text &&
    one.angle === other.angle &&
    Math.abs(one.box[0] - other.box[0]) <= reach &&
    Math.abs(one.box[1] - other.box[1]) <= reach &&
    Math.abs(one.fontSize - other.fontSize) <= reach
  );
}
