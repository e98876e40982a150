/** Amounts set against the names of the next column or of the one before: no gap parts them, but their edges stand below each other. */
import { boxAround, widthOf } from '../boxes.js';
import { isBlank, isIdeographic, lineOf, spellLine, type GlyphLine } from '../lines/glyph-lines.js';
import type { Glyph } from '../page.js';
import { isNumeric, type Segment, type SegmentRow } from '../lines/segments.js';

/** Share of the font size: a gap between a number and a word; the space that typesetting puts there (a quarter) is as wide. */
const NARROWEST_SEAM = 0.1;
/** The same behind an amount that is complete: what begins there on several lines needs no gap, if no unit does. */
const TOUCHING = -0.05;
/** Share of the font size by which the gap at a written space may be wider than the space. */
const LOOSE_SPACE = 0.05;
/** Points by which edges of one column may differ. */
const SAME_EDGE = 1;
/** Lines on which words must begin, or amounts end, at one place: in running text no three do. */
const FEWEST_ALIKE = 3;
/** A number that is complete: with two decimals or grouped digits; a year or a count belongs to the words before it. */
const AMOUNT = /^[-+−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d\d)$/;
/** What goes on with an amount: a unit. */
const UNIT = /^[百千万亿元]/u;

interface Seam {
  /** Right edge of the number. */
  readonly end: number;
  /** Left edge of the words. */
  readonly start: number;
  readonly parts: readonly [Segment, Segment];
}

/** Cuts segments of numbers and words where columns of amounts stand against columns of names, on either side. */
export function cutAtSeams(rows: readonly SegmentRow[]): SegmentRow[] {
  return cutBeforeAmounts(cutAfterNumbers(rows));
}

/** Cuts segments that are words and then an amount where the amounts of three lines end, or begin, at this place. */
function cutBeforeAmounts(rows: readonly SegmentRow[]): SegmentRow[] {
  const segments = rows.flatMap((row) => row.segments);
  const parted = new Map(segments.map((segment) => [segment, partAmount(segment)]));
  const amounts = segments.filter((segment) => AMOUNT.test(segment.text));
  const ends = amounts.map(({ box }) => box[2]);
  const starts = [...amounts, ...[...parted.values()].flatMap((parts) => parts?.[1] ?? [])].map(({ box }) => box[0]);
  return rows.map((row) => ({
    ...row,
    segments: row.segments.flatMap((segment) => {
      const parts = parted.get(segment);
      const isSeam = parts && (areAlike(ends, segment.box[2]) || areAlike(starts, parts[1].box[0]));
      return isSeam ? parts : [segment];
    }),
  }));
}

/** Words and the amount that they end with; null where there is none, or no gap before it. */
function partAmount({ line }: Segment): readonly [Segment, Segment] | null {
  const at = line.glyphs.findLastIndex((glyph) => isIdeographic(glyph.text));
  const [before, after] = [line.glyphs[at], line.glyphs.slice(at + 1).find((glyph) => !isBlank(glyph))];
  if (!before || !after || after.box[0] - before.box[2] < NARROWEST_SEAM * after.fontSize) return null;
  const [left, right] = [lineOf(line.glyphs.slice(0, at + 1)), lineOf(line.glyphs.slice(at + 1))];
  return left && right && AMOUNT.test(spellLine(right)) ? [segmentOf(left), segmentOf(right)] : null;
}

/**
 * Cuts segments that are a number and then words where the words of three lines begin at this place, or amounts of three lines end there: a column of
 * amounts, set to its right edge, stands against a column of names, set to its left edge.
 */
function cutAfterNumbers(rows: readonly SegmentRow[]): SegmentRow[] {
  const seams = new Map(rows.flatMap(({ segments }) => segments).map((segment) => [segment, findSeam(segment)]));
  const starts = [...seams].map(([segment, seam]) => seam?.start ?? segment.box[0]);
  const ends = [...seams].filter(([segment]) => AMOUNT.test(segment.text)).map(([segment]) => segment.box[2]);
  const isSeam = (seam: Seam): boolean => areAlike(starts, seam.start) || areAlike(ends, seam.end);
  return rows.map((row) => ({
    ...row,
    segments: row.segments.flatMap((segment) => {
      const seam = seams.get(segment);
      return seam && isSeam(seam) ? seam.parts : [segment];
    }),
  }));
}

/** Is there an edge at this place on lines enough? */
function areAlike(edges: readonly number[], place: number): boolean {
  return edges.filter((edge) => Math.abs(edge - place) <= SAME_EDGE).length >= FEWEST_ALIKE;
}

/** Where a segment that begins with a number and goes on with a Chinese word might be cut. */
function findSeam({ line }: Segment): Seam | null {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  const at = inked.findIndex((glyph) => isIdeographic(glyph.text));
  const [before, after] = [inked[at - 1], inked[at]];
  if (!before || !after) return null;
  const cut = line.glyphs.indexOf(after);
  const [left, right] = [lineOf(line.glyphs.slice(0, cut)), lineOf(line.glyphs.slice(cut))];
  if (!left || !right || !isNumeric(spellLine(left))) return null;
  const isComplete = AMOUNT.test(spellLine(left)) && !UNIT.test(after.text);
  const gap = (after.box[0] - before.box[2]) / after.fontSize;
  if (gap < (isComplete ? TOUCHING : NARROWEST_SEAM)) return null;
  if (!AMOUNT.test(spellLine(left)) && isOneText(line, before, after)) return null;
  return { end: before.box[2], start: after.box[0], parts: [segmentOf(left), segmentOf(right)] };
}

/** Is the gap a space that is written, and nothing more? A code and its name are so in one cell. */
function isOneText({ glyphs }: GlyphLine, before: Glyph, after: Glyph): boolean {
  const blanks = glyphs.slice(glyphs.indexOf(before) + 1, glyphs.indexOf(after));
  const written = blanks.reduce((sum, { box }) => sum + widthOf(box), 0);
  return written > 0 && after.box[0] - before.box[2] <= written + LOOSE_SPACE * after.fontSize;
}

function segmentOf(line: GlyphLine): Segment {
  return {
    text: spellLine(line),
    box: boxAround(line.glyphs.filter((glyph) => !isBlank(glyph)).map(({ box }) => box)),
    line,
  };
}
