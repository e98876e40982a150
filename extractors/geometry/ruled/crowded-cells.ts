/** Cells that hold what must be several cells: rules were saved there, and only the alignment of the text divides it. */
import { widthOf } from '../boxes.js';
import type { Glyph } from '../page.js';
import { isLoneSign } from '../lines/lone-signs.js';
import type { CellPlace } from '../cells/places.js';
import { cutRows, isNumeric, type SegmentRow } from '../lines/segments.js';

/** Lines of one number each in one cell that are rows of their own; two may be a figure and its share. */
const FEWEST_STACKED = 3;
/**
 * Times the font size: the room that a line must leave free for its end to be meant, two digits and a margin; a number that wraps fills
 * its cell.
 */
const ROOM_LEFT = 1.25;
/** One of these is in all that `isNumeric` takes for a number. */
const OF_NUMBERS = /[\d–—−x×✓√n.:-]/iu;
/** Share of the font size: digits of one number stand nearer together. */
const SAME_NUMBER = 0.1;
const SINGLE_NUMBER = /^-?[\d,]+(?:\.\d*)?$/;
/** One crowded cell may be a remark. */
const FEWEST_CROWDED = 2;

/** Do so many cells hold several numbers that the rules can't be all that parts the table? */
export function areCrowded(places: readonly CellPlace[], glyphsOf: ReadonlyMap<CellPlace, readonly Glyph[]>): boolean {
  let crowded = 0;
  for (const place of places) {
    const glyphs = glyphsOf.get(place) ?? [];
    if (!mayHoldNumbers(glyphs)) continue;
    const rows = cutRows(glyphs);
    if (hasNumbersAbreast(rows) || hasNumbersStacked(rows, widthOf(place.box))) crowded += 1;
    if (crowded >= FEWEST_CROWDED) return true;
  }
  return false;
}

/** Whether there are characters enough for two numbers, or the marks in their place: words and single numbers, most of a table, are not cut into rows for nothing. */
function mayHoldNumbers(glyphs: readonly Glyph[]): boolean {
  return glyphs.filter((glyph) => OF_NUMBERS.test(glyph.text)).length > 1 && !isSingleNumber(glyphs);
}

/** Digits painted one after the other without a gap, and one decimal point at most. */
function isSingleNumber(glyphs: readonly Glyph[]): boolean {
  const isUnbroken = glyphs.every((glyph, at) => {
    const before = glyphs[at - 1];
    return (
      !before ||
      (glyph.box[1] === before.box[1] && Math.abs(glyph.box[0] - before.box[2]) < SAME_NUMBER * glyph.fontSize)
    );
  });
  return isUnbroken && SINGLE_NUMBER.test(glyphs.map(({ text }) => text).join(''));
}

/** Two numbers beside each other on one line; a sign at the other edge of the cell is no number of its own. */
function hasNumbersAbreast(rows: readonly SegmentRow[]): boolean {
  return rows.some(({ segments }) => {
    const numbers = segments.filter((segment, at) => isNumeric(segment.text) && !isLoneSign(segment, segments[at + 1]));
    return numbers.length > 1;
  });
}

/** Numbers below each other, each on a line with room to spare. */
function hasNumbersStacked(rows: readonly SegmentRow[], width: number): boolean {
  const stacked = rows.filter(({ segments: [only, ...others], box, fontSize }) => {
    if (!only || others.length > 0 || !isNumeric(only.text)) return false;
    return widthOf(box) + ROOM_LEFT * fontSize <= width;
  });
  return stacked.length >= FEWEST_STACKED && stacked.length === rows.length;
}
