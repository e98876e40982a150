/** Lines of text cut where a column may end. */
import type { Box } from '../../types.js';
import { boxAround, centreX, centreY, heightOf, sharedLength } from '../boxes.js';
import { groupLines, isBlank, isIdeographic, lineOf, spellLine, type GlyphLine } from './glyph-lines.js';
import { cutBetweenNumbers } from './glued-numbers.js';
import type { Glyph, Ruling } from '../page.js';

/** Share of the font size: a gap this wide may part two columns; justified words stay nearer together. */
const COLUMN_GAP = 0.75;
/** Times the font size: single Chinese characters up to this far apart are one word that is spread out (`合　　计`). */
const SPREAD_WORD_GAP = 4;
/** Times the font size by which a heading may miss the middle of its column. */
const OFF_CENTRE = 0.6;
/** Share of the line height: lines nearer than this overlap, so they are one row, one of them centred beside the other. */
const STAGGERED = 0.85;
/** Share of the font size between a number and the sign of the next: cells are padded by as much. */
const SIGN_GAP = 0.25;
export const SIGN = /^[-−－﹣–]$/;
const DIGIT = /^\d$/;
/** Four dots or more lead the eye to a page number. */
const LEADER = /(?:[.…·．‥]\s?){4,}/u;
/** A number with its signs, separators, marks of footnotes and a short unit; or a mark in the place of a number. */
const NUMERIC =
  /^[-–—+−(（<>≤≥~≈±¥€$£]*\d[\d\s.,，:/%‰°*()（）\p{No}-]*\p{L}{0,2}$|^(?:[-–—−x×✓√]|n\.?\s?a\.?|\.{1,3}|:)$/iu;

/** A number that is a heading. */
export const YEAR = /^(?:19|20)\d{2}年?度?$/u;

/** A stretch of a line without a gap as wide as between columns. */
export interface Segment {
  readonly text: string;
  readonly box: Box;
  readonly line: GlyphLine;
}

/** The segments of one line, left to right; at least one. */
export interface SegmentRow {
  readonly segments: readonly Segment[];
  readonly box: Box;
  readonly fontSize: number;
}

/**
 * Lines of upright text from top to bottom, each cut at vertical rules and where a gap is as wide as between columns; and between two numbers,
 * however near.
 */
export function cutRows(glyphs: readonly Glyph[], verticals: readonly Ruling[] = []): SegmentRow[] {
  return groupUpright(glyphs).map((line) =>
    toRow(line, cutLine(line, verticals, COLUMN_GAP).flatMap(cutBetweenNumbers)),
  );
}

/** The lines of upright text, whole, from top to bottom. */
export function groupUpright(glyphs: readonly Glyph[]): GlyphLine[] {
  return groupLines(glyphs.filter((glyph) => glyph.angle === 0 && !glyph.vertical));
}

/** A line cut where a gap is `widestGap` times the font size. */
export function cutAtWideGaps(line: GlyphLine, widestGap: number): SegmentRow {
  return toRow(line, cutLine(line, [], widestGap));
}

function cutLine(line: GlyphLine, verticals: readonly Ruling[], widestGap: number): GlyphLine[] {
  return joinSpreadWords(partSigns(cutAtGaps(line, verticals, widestGap)), verticals);
}

function toRow({ fontSize }: GlyphLine, parts: readonly GlyphLine[]): SegmentRow {
  const segments = parts.map(segmentOf);
  return { segments, box: boxAround(segments.map((segment) => segment.box)), fontSize };
}

/** Does a line stand beside the one before it, half a line lower? */
export function areStaggered(before: SegmentRow, line: SegmentRow): boolean {
  const height = Math.min(heightOf(before.box), heightOf(line.box), line.fontSize);
  return centreY(line.box) - centreY(before.box) < STAGGERED * height;
}

/** true for amounts, percentages, years, and the marks that stand for an amount (`-`, `n.a.`). */
export function isNumeric(text: string): boolean {
  return NUMERIC.test(text.trim());
}

/** true where dots lead from a heading to its page number. */
export function hasLeader(text: string): boolean {
  return LEADER.test(text);
}

/** A whole line of glyphs as one segment. */
export function segmentOf(line: GlyphLine): Segment {
  return { text: spellLine(line), box: line.box, line };
}

function cutAtGaps(line: GlyphLine, verticals: readonly Ruling[], widestGap: number): GlyphLine[] {
  const parts: Glyph[][] = [];
  let end = -Infinity;
  for (const glyph of line.glyphs) {
    const part = parts.at(-1);
    if (isBlank(glyph)) {
      part?.push(glyph);
      continue;
    }
    const near = glyph.box[0] - end < widestGap * glyph.fontSize;
    if (part && near && !isParted(end, glyph.box, verticals)) part.push(glyph);
    else parts.push([glyph]);
    end = Math.max(end, glyph.box[2]);
  }
  return parts.length === 1 ? [line] : parts.map(lineOf).filter((part) => part !== null);
}

/**
 * Takes a sign off the end of a number where another number follows behind a gap: it stands at the left edge of that one's column, which may be
 * near.
 */
function partSigns(parts: readonly GlyphLine[]): GlyphLine[] {
  return parts.flatMap((part, at) => {
    const inked = part.glyphs.filter((glyph) => !isBlank(glyph));
    const [before, sign] = inked.slice(-2);
    const next = parts[at + 1]?.glyphs.find((glyph) => !isBlank(glyph));
    if (!before || !sign || !next || !SIGN.test(sign.text)) return [part];
    const isApart = sign.box[0] - before.box[2] >= SIGN_GAP * sign.fontSize;
    if (!isApart || !DIGIT.test(before.text) || !DIGIT.test(next.text)) return [part];
    return [lineOf(inked.slice(0, -1)), lineOf([sign])].filter((line) => line !== null);
  });
}

/** Does a rule stand between the last character, which ends at `end`, and this one? */
function isParted(end: number, box: Box, verticals: readonly Ruling[]): boolean {
  const middle = (box[1] + box[3]) / 2;
  const slack = (box[2] - box[0]) / 3;
  return verticals.some(
    (rule) => rule.position > end - slack && rule.position < box[0] + slack && rule.from <= middle && rule.to >= middle,
  );
}

function joinSpreadWords(parts: readonly GlyphLine[], verticals: readonly Ruling[]): GlyphLine[] {
  const joined: GlyphLine[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const together = before && isSpread(before, part) && !isParted(before.box[2], part.box, verticals);
    const whole = together ? lineOf([...before.glyphs, ...part.glyphs]) : null;
    if (whole) joined.splice(-1, 1, whole);
    else joined.push(part);
  }
  return joined;
}

/**
 * Undoes the joining of a spread word whose characters each stand in the middle of a column of their own: 类, 款 and 项 are three headings.
 *
 * @param columns stretches of the x axis
 */
export function partHeadings(
  row: SegmentRow,
  columns: readonly { readonly from: number; readonly to: number }[],
): SegmentRow {
  const segments = row.segments.flatMap((segment) => {
    const letters = segment.line.glyphs.filter((glyph) => !isBlank(glyph));
    if (letters.length < 2 || !isSingle(segment.line)) return [segment];
    const owners = letters.map((letter) =>
      columns.findIndex(
        ({ from, to }) => Math.abs(centreX(letter.box) - (from + to) / 2) <= OFF_CENTRE * letter.fontSize,
      ),
    );
    if (owners.includes(-1) || new Set(owners).size < letters.length) return [segment];
    return letters.map((letter) => lineOf([letter])).flatMap((line) => (line ? [segmentOf(line)] : []));
  });
  return { ...row, segments };
}

/** Is the segment one word whose Chinese characters stand apart? */
export function isSpreadWord({ line }: Segment): boolean {
  return isSingle(line);
}

/** One Chinese character on either side of the gap, and no more. */
function isSpread(before: GlyphLine, after: GlyphLine): boolean {
  const gap = -sharedLength(before.box[0], before.box[2], after.box[0], after.box[2]);
  return gap <= SPREAD_WORD_GAP * after.fontSize && isSingle(before) && isSingle(after);
}

/** One character, or several that are spread out themselves. */
function isSingle(line: GlyphLine): boolean {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  const spread = inked
    .slice(1)
    .every((glyph, at) => glyph.box[0] - (inked[at]?.box[2] ?? 0) >= COLUMN_GAP * line.fontSize);
  return spread && inked.every((glyph) => isIdeographic(glyph.text));
}
