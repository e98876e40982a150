/** Characters to lines of text, and lines to words. */
import { spellShifted } from '../../tables/raised.js';
import type { Box } from '../../types.js';
import { boxAround, centreY, median, widthOf } from '../boxes.js';
import type { Glyph } from '../page.js';
import { isRaised } from './raised.js';

/** Share of the larger font size by which the middles of characters on one line may differ: indices stay in, staggered lines out. */
const SAME_LINE = 0.45;
/** Share of the font size that parts two words of an alphabetic script: a space is a quarter, squeezed a sixth. */
const WORD_GAP = 0.17;
/** Share of the font size at which a painted space between letters counts although the gap is narrow. */
const PAINTED_SPACE_GAP = 0.05;
/**
 * Share of the font size that is a gap beside a Chinese character: these stand on a grid with no space between, so only padding is as
 * wide.
 */
const PADDING_GAP = 0.8;

const IDEOGRAPHIC = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** Code points before which there is no Chinese character (U+2E80, the first radical), and between which there are only such (U+4E00 to U+9FFF). */
const FIRST_RADICAL = 0x2e80;
const [FIRST_UNIFIED, LAST_UNIFIED] = [0x4e00, 0x9fff];
/** Code points of ASCII that leave ink. */
const [FIRST_INKED, LAST_INKED] = [0x21, 0x7e];

/** Characters on one line, from left to right. */
export interface GlyphLine {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly fontSize: number;
}

export function isBlank({ text }: Glyph): boolean {
  const code = text.charCodeAt(0);
  // asked of every character many times: nearly all are one of these
  if ((code >= FIRST_INKED && code <= LAST_INKED) || (code >= FIRST_UNIFIED && code <= LAST_UNIFIED)) return false;
  return text.trim() === '';
}

/** Does the text have a Chinese character, or a mark of the same width? */
export function isIdeographic(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= FIRST_UNIFIED && code <= LAST_UNIFIED) return true;
  if (text.length === 1 && code < FIRST_RADICAL) return false;
  return IDEOGRAPHIC.test(text);
}

/** Parts upright characters into lines, from top to bottom. Blank characters belong to the line they stand on; blank lines are left out. */
export function groupLines(glyphs: readonly Glyph[]): GlyphLine[] {
  const lines: { glyphs: Glyph[]; middle: number; size: number }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => centreY(a.box) - centreY(b.box))) {
    const middle = centreY(glyph.box);
    const line = lines.at(-1);
    if (line && middle - line.middle <= SAME_LINE * Math.max(line.size, glyph.fontSize)) {
      line.middle += (middle - line.middle) / (line.glyphs.length + 1);
      line.size = Math.max(line.size, glyph.fontSize);
      line.glyphs.push(glyph);
    } else lines.push({ glyphs: [glyph], middle, size: glyph.fontSize });
  }
  return lines.map((line) => lineOf(line.glyphs)).filter((line) => line !== null);
}

/** A line of these characters; null where all are blank. */
export function lineOf(glyphs: readonly Glyph[]): GlyphLine | null {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  if (inked.length === 0) return null;
  return {
    glyphs: isInOrder(glyphs) ? glyphs : glyphs.toSorted((a, b) => a.box[0] - b.box[0]),
    box: boxAround(inked.map((glyph) => glyph.box)),
    fontSize: median(inked.map((glyph) => glyph.fontSize)),
  };
}

/** Parts of lines, most of what lines are made of, are. */
function isInOrder(glyphs: readonly Glyph[]): boolean {
  let before = -Infinity;
  for (const { box } of glyphs) {
    if (box[0] < before) return false;
    before = box[0];
  }
  return true;
}

/** The words of a line as printed: one space where a gap is one, and raised figures as Unicode's superscripts. */
export function spellLine(line: GlyphLine): string {
  // joined at the end: a text put together piece by piece keeps all its pieces in memory
  const texts: string[] = [];
  let before: Glyph | null = null;
  let base: Glyph | null = null;
  let painted = false;
  for (const glyph of line.glyphs) {
    if (isBlank(glyph)) {
      painted = true;
      continue;
    }
    const isApart = before !== null && isSpaced(before, glyph, painted);
    if (isApart) texts.push(' ');
    const raised = base !== null && !isApart && isRaised(glyph, base);
    texts.push(raised ? spellShifted(glyph.text, 'above') : glyph.text);
    if (!raised) base = glyph;
    before = glyph;
    painted = false;
  }
  return texts.join('');
}

function isSpaced(before: Glyph, after: Glyph, painted: boolean): boolean {
  const size = Math.max(before.fontSize, after.fontSize);
  const gap = after.box[0] - before.box[2];
  const [one, other] = [isIdeographic(before.text), isIdeographic(after.text)];
  if (one || other) return gap >= (painted ? WORD_GAP : PADDING_GAP) * size;
  return gap >= (painted ? PAINTED_SPACE_GAP : WORD_GAP) * size;
}

/** Points. The usual width of a Chinese character of the line; the font size where it has none. */
export function characterWidth(line: GlyphLine): number {
  const wide = line.glyphs.filter((glyph) => isIdeographic(glyph.text)).map((glyph) => widthOf(glyph.box));
  return wide.length > 0 ? median(wide) : line.fontSize;
}
