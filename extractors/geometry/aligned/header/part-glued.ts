/** Headings of neighbouring columns that nearly touch. */
import { isBlank, isIdeographic, lineOf, spellLine } from '../../lines/glyph-lines.js';
import type { Glyph } from '../../page.js';
import type { Segment, SegmentRow } from '../../lines/segments.js';

/** Share of the font size: a gap between two headings; Chinese characters of one stand on a grid without any. */
const NARROWEST_GAP = 0.1;
/** Share of the font size that characters of one heading may stand apart. */
const WIDEST_SPACING = 0.08;
/** Characters of a heading, of which the spacing tells that it is not spread out itself. */
const FEWEST_LETTERS = 2;

/** Parts headings where a gap without a space stands between Chinese characters that else follow each other closely. */
export function partGlued(row: SegmentRow): SegmentRow {
  const segments = row.segments.flatMap((segment) => {
    const words = wordsOf(segment.line.glyphs);
    return words.length > 1 && words.every(isSetClose) ? words.flatMap(segmentOf) : [segment];
  });
  return { ...row, segments };
}

function wordsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  for (const glyph of glyphs) {
    const word = words.at(-1);
    const before = word?.at(-1);
    if (word && before && !areApart(before, glyph)) word.push(glyph);
    else words.push([glyph]);
  }
  return words;
}

function areApart(before: Glyph, glyph: Glyph): boolean {
  return (
    gapBetween(before, glyph) >= NARROWEST_GAP &&
    [before, glyph].every((each) => !isBlank(each) && isIdeographic(each.text))
  );
}

/** Share of the font size. */
function gapBetween(before: Glyph, glyph: Glyph): number {
  return (glyph.box[0] - before.box[2]) / glyph.fontSize;
}

function isSetClose(word: readonly Glyph[]): boolean {
  const spacings = word.slice(1).map((glyph, at) => gapBetween(word[at] ?? glyph, glyph));
  return word.length >= FEWEST_LETTERS && spacings.every((spacing) => spacing <= WIDEST_SPACING);
}

function segmentOf(glyphs: readonly Glyph[]): Segment[] {
  const line = lineOf(glyphs);
  return line ? [{ text: spellLine(line), box: line.box, line }] : [];
}
