/** Numbers of neighbouring columns that stand as near as words: what they are tells that they are two. */
import { isBlank, lineOf, type GlyphLine } from './glyph-lines.js';
import type { Glyph } from '../page.js';

/** Share of the font size: a gap between two texts; the digits of one number stand nearer. */
const NARROWEST_GAP = 0.1;
/** A number that is complete: with two decimals, or with grouped digits. */
const AMOUNT = String.raw`[-+−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d\d)`;
const DIGIT = /\d/;
const WHOLE_AMOUNT = new RegExp(`^${AMOUNT}$`);
/** An integer: a code, a row number; or the first group of a number that has spaces between its groups. */
const INTEGER = /^\d+$/;
/** What may not be parted from an integer before it: three digits, which may be its next group. */
const NEXT_GROUP = /^\d{3}(?!\d)/;
/** Amounts of two decimals without anything between them. */
const TWO_DECIMALS = /[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d/gy;

/**
 * Parts a stretch of a line where an amount with two decimals or grouped digits is followed by another number, or a code by such an amount,
 * however narrow the gap; and amounts of two decimals where they touch. A number whose groups are parted by spaces stays whole.
 */
export function cutBetweenNumbers(line: GlyphLine): GlyphLine[] {
  if (!line.glyphs.some((glyph) => DIGIT.test(glyph.text))) return [line];
  const words = wordsOf(line);
  const parts: Glyph[][] = [];
  words.forEach((word, at) => {
    const before = words[at - 1];
    const part = parts.at(-1);
    if (part && before && !areTwoNumbers(spell(before), spell(word))) part.push(...word);
    else parts.push([...word]);
  });
  const cut = parts.flatMap(cutTouching);
  return cut.length === 1 ? [line] : cut.flatMap((part) => lineOf(part) ?? []);
}

/** The characters between gaps; blank ones stay with what is before them. */
function wordsOf({ glyphs }: GlyphLine): Glyph[][] {
  const words: Glyph[][] = [];
  let end = -Infinity;
  for (const glyph of glyphs) {
    const word = words.at(-1);
    if (word && (isBlank(glyph) || glyph.box[0] - end < NARROWEST_GAP * glyph.fontSize)) word.push(glyph);
    else words.push([glyph]);
    if (!isBlank(glyph)) end = Math.max(end, glyph.box[2]);
  }
  return words;
}

function areTwoNumbers(left: string, right: string): boolean {
  const [last, next] = [lastAmount(left), right];
  if (last) return WHOLE_AMOUNT.test(next) || INTEGER.test(next) || touching(next) !== null;
  return INTEGER.test(left) && WHOLE_AMOUNT.test(next) && !NEXT_GROUP.test(next);
}

/** A number with two decimals or grouped digits, from its first digit to its last. */
export function isWholeAmount(text: string): boolean {
  return WHOLE_AMOUNT.test(text.trim());
}

function lastAmount(text: string): boolean {
  return WHOLE_AMOUNT.test(text) || touching(text) !== null;
}

function cutTouching(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const amounts = touching(spell(glyphs));
  if (!amounts) return [glyphs];
  const ends = amounts.map((_, at) => amounts.slice(0, at + 1).join('').length);
  const parts: Glyph[][] = amounts.map(() => []);
  let length = 0;
  for (const glyph of glyphs) {
    const at = ends.findIndex((end) => length < end);
    parts.at(at)?.push(glyph);
    if (!isBlank(glyph)) length += glyph.text.length;
  }
  return parts;
}

/** The amounts that a text without gaps is made of; null where it is not made of two or more. */
function touching(text: string): string[] | null {
  const amounts = text.match(TWO_DECIMALS) ?? [];
  return amounts.length > 1 && amounts.join('').length === text.length ? amounts : null;
}

function spell(glyphs: readonly Glyph[]): string {
  return glyphs
    .filter((glyph) => !isBlank(glyph))
    .map(({ text }) => text)
    .join('');
}
