/** Characters painted twice to look bold: one character, in bold. */
import type { PaintedGlyph } from '../paint/marks.js';

/** Of the font size: how far apart the copies stand. Fake bold shifts by 0.02 to 0.05; equal neighbours stand at least 0.2 apart (ii). */
const MOST_SHIFT = 0.1;

/** Share of the characters of a text that stand on equal ones: of a copy nearly all, of a text that runs into another by chance a few. */
const LEAST_COPIED = 0.5;
/** Places in painting order between a character and its copy where each is painted twice before the next. */
const AT_ONCE = 2;
/** Of the font size: characters of one text follow each other this near. */
const WIDEST_GAP = 0.1;

/** Points: side of the squares in which copies are looked for; no shift reaches farther. */
const SQUARE = 2;
/** Above any number of squares in a row, and any UTF-16 code: places become one number each. */
const SQUARES_A_ROW = 2 ** 16;
const CODES = 2 ** 16;

/**
 * Drops the later copy of every character that stands on an equal one, and makes the first bold. Order is kept; spaces are let alone, and
 * characters of a text that only meets an equal one where it runs into another text.
 */
export function mergeOverprints(glyphs: readonly PaintedGlyph[]): readonly PaintedGlyph[] {
  const copies = keepWholeCopies(glyphs, findCopies(glyphs));
  if (copies.size === 0) return glyphs;
  const doubled = new Set(copies.values());
  return glyphs
    .map((glyph, at) => (doubled.has(at) ? { ...glyph, bold: true } : glyph))
    .filter((_, at) => !copies.has(at));
}

/** Characters that stand on an earlier one, with that one. */
function findCopies(glyphs: readonly PaintedGlyph[]): Map<number, number> {
  const byPlace = new Map<number, number>();
  const copies = new Map<number, number>();
  glyphs.forEach((glyph, at) => {
    if (glyph.text === ' ') return;
    const first = findCopy(glyph, glyphs, byPlace);
    if (first === null) byPlace.set(placeOf(glyph, glyph.box[0], glyph.box[1]), at);
    else copies.set(at, first);
  });
  return copies;
}

function keepWholeCopies(glyphs: readonly PaintedGlyph[], copies: ReadonlyMap<number, number>): Map<number, number> {
  const kept = new Map<number, number>();
  if (copies.size === 0) return kept;
  for (let start = 0, end = 0; start < glyphs.length; start = end) {
    end = endOfText(glyphs, start);
    const indexes = Array.from({ length: end - start }, (_, more) => start + more);
    const isCopied =
      indexes.filter((at) => copies.has(at)).length >= LEAST_COPIED * indexes.length &&
      !indexes.some((at) => standsOnAnother(at, glyphs, copies));
    for (const at of indexes) {
      const first = copies.get(at);
      if (first !== undefined && (isCopied || at - first <= AT_ONCE)) kept.set(at, first);
    }
  }
  return kept;
}

/** Does the character, which is no copy, stand where the text below its copied neighbour has another? Then the texts differ (7.50 on 6.50). */
function standsOnAnother(at: number, glyphs: readonly PaintedGlyph[], copies: ReadonlyMap<number, number>): boolean {
  const glyph = glyphs[at];
  if (!glyph || copies.has(at) || glyph.text.trim() === '') return false;
  return [-1, 1].some((step) => {
    const first = copies.get(at + step);
    const under = first === undefined ? undefined : glyphs[first - step];
    if (!under || first === undefined || first - step === at || under.text.trim() === '' || under.text === glyph.text)
      return false;
    const reach = glyph.fontSize * MOST_SHIFT;
    return Math.abs(under.box[0] - glyph.box[0]) <= reach && Math.abs(under.box[1] - glyph.box[1]) <= reach;
  });
}

/** Index behind the last character that is painted where the one before it ends. */
function endOfText(glyphs: readonly PaintedGlyph[], start: number): number {
  let end = start + 1;
  for (; end < glyphs.length; end += 1) {
    const [before, glyph] = [glyphs[end - 1], glyphs[end]];
    if (!before || !glyph || !follows(before, glyph)) break;
  }
  return end;
}

/** On the same line across the page, or down it. */
function follows({ box: before, fontSize }: PaintedGlyph, { box }: PaintedGlyph): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= WIDEST_GAP * fontSize;
  return (near(box[0], before[2]) && near(box[1], before[1])) || (near(box[1], before[3]) && near(box[0], before[0]));
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
