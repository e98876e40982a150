/** Single characters that each stand in a column: those that head one (类 款 项), wherever the codes below stand, and lines of headings that wrap. */
import { boxAround, centreX, centreY, sharedLength, widthOf } from '../../boxes.js';
import { OVERLAP } from '../../lines/columns.js';
import { isBlank, lineOf, spellLine } from '../../lines/glyph-lines.js';
import { WIDEST_WRAP } from '../../lines/line-pitch.js';
import { isSpreadWord, type Segment, type SegmentRow } from '../../lines/segments.js';
import { SAME_AXIS } from './heading-blocks.js';

/** Characters that must have texts of their own below them. */
const FEWEST_FILLED = 2;

/**
 * Parts a spread word where every text below it lies under one of its characters, nearer to its middle than half the way to the next:
 * columns of codes. A word over names or amounts has these run across it.
 */
export function partLetters(row: SegmentRow, body: readonly SegmentRow[]): SegmentRow {
  const segments = row.segments.flatMap((segment) => {
    const letters = isSpreadWord(segment) ? lettersOf(segment) : [];
    return letters.length > 1 && headEach(letters, body) ? letters : [segment];
  });
  return { ...row, segments };
}

/**
 * Parts spread words of which each character is a line of a heading of its own: it stands right under or over another text, and not all under or over
 * the same one.
 *
 * @param rows lines of headings, from top to bottom
 */
export function partWrappedLetters(rows: readonly SegmentRow[]): SegmentRow[] {
  const parted: SegmentRow[] = [];
  rows.forEach((row, at) => {
    const beside = [parted.at(-1), rows[at + 1]].flatMap((line) => line?.segments ?? []);
    const segments = row.segments.flatMap((segment) => {
      const letters = isSpreadWord(segment) ? lettersOf(segment) : [];
      return letters.length > 1 && goOnEach(letters, beside) ? letters : [segment];
    });
    parted.push({ ...row, segments });
  });
  return parted;
}

function goOnEach(letters: readonly Segment[], beside: readonly Segment[]): boolean {
  const own = letters.map((letter) => beside.filter((text) => isOnAxis(letter, text)));
  return own.every((texts) => texts.length > 0) && new Set(own.flat()).size >= letters.length;
}

function isOnAxis({ box, line: { fontSize } }: Segment, { box: other }: Segment): boolean {
  const isNext = Math.abs(centreY(box) - centreY(other)) <= WIDEST_WRAP * fontSize;
  return isNext && Math.abs(centreX(box) - centreX(other)) <= SAME_AXIS * fontSize;
}

function lettersOf({ line }: Segment): Segment[] {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  return inked.flatMap((glyph) => {
    const letter = lineOf([glyph]);
    return letter ? [{ text: spellLine(letter), box: boxAround([glyph.box]), line: letter }] : [];
  });
}

function headEach(letters: readonly Segment[], body: readonly SegmentRow[]): boolean {
  const middles = letters.map(({ box }) => centreX(box));
  const [first = 0, last = 0] = [middles[0], middles.at(-1)];
  const pitch = Math.min(...middles.slice(1).map((middle, at) => middle - (middles[at] ?? middle)));
  const texts = body.flatMap(({ segments }) =>
    segments.filter(({ box }) => sharedLength(first - pitch / 2, last + pitch / 2, box[0], box[2]) > OVERLAP),
  );
  const heads = texts.map(({ box }) => {
    const off = middles.map((middle) => Math.abs(middle - centreX(box)));
    const nearest = Math.min(...off);
    return nearest < pitch / 2 && widthOf(box) < pitch ? off.indexOf(nearest) : -1;
  });
  return !heads.includes(-1) && new Set(heads).size >= FEWEST_FILLED;
}
