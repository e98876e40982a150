/** Text laid over or under what the page says (draft, a publisher's name, the text of a stamp): it runs across lines and cells and is of none. */
import { boxAround, holdsCentre, median } from '../boxes.js';
import { isBlank } from './glyph-lines.js';
import type { Glyph } from '../page.js';
import type { PageLine } from '../types.js';

/** Times the usual size of the page's text: titles are up to twice as large, a watermark is meant to be seen from afar. */
const MUCH_LARGER = 2.5;
/** Characters of usual text that lie under a large one: words around a drop letter or a title stand beside it. */
const FEWEST_UNDER = 2;
/** Large characters that are tried, so that a page made of them costs no time; a watermark has a few dozen. */
const MOST_LARGE = 500;
/** Share of the page's characters: when more of them are slanted they are what the page says, scanned askew. */
const MOST_SLANTED = 0.5;
/** Times the font size between two characters of a slanted text, however they are spaced. */
const NEAR = 3;

/** What a page says, and what is laid over it. */
export interface Layers {
  readonly text: readonly Glyph[];
  readonly watermarks: readonly Glyph[];
}

/**
 * Takes the watermarks out of the page: characters that run at no right angle, and characters several times as large as the usual that lie on
 * others. All of a large text goes where one of its characters does.
 */
export function liftWatermarks(glyphs: readonly Glyph[]): Layers {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const isAskew = inked.filter(isSlanted).length > MOST_SLANTED * inked.length;
  const large = findLargeOnText(inked);
  const isWatermark = (glyph: Glyph): boolean => (isSlanted(glyph) && !isAskew) || large.has(glyph);
  if (!glyphs.some(isWatermark)) return { text: glyphs, watermarks: [] };
  return { text: glyphs.filter((glyph) => !isWatermark(glyph)), watermarks: glyphs.filter(isWatermark) };
}

function isSlanted({ oblique }: Glyph): boolean {
  return oblique === true;
}

function findLargeOnText(inked: readonly Glyph[]): ReadonlySet<Glyph> {
  const usual = median(inked.map(({ fontSize }) => fontSize));
  const large = inked.filter((glyph) => glyph.fontSize >= MUCH_LARGER * usual).slice(0, MOST_LARGE);
  if (large.length === 0) return new Set();
  const small = inked.filter((glyph) => glyph.fontSize < MUCH_LARGER * usual);
  const lying = large.filter(({ box }) => small.filter((other) => holdsCentre(box, other.box)).length >= FEWEST_UNDER);
  return new Set(large.filter((glyph) => lying.some((other) => areOfOneText(glyph, other))));
}

function areOfOneText(glyph: Glyph, other: Glyph): boolean {
  return glyph.font === other.font && Math.abs(glyph.fontSize - other.fontSize) <= 1 && glyph.angle === other.angle;
}

/** Each text of a watermark as a line of its own, in painting order. */
export function readWatermarks(watermarks: readonly Glyph[]): PageLine[] {
  const texts: Glyph[][] = [];
  for (const glyph of watermarks) {
    const text = texts.at(-1);
    const before = text?.at(-1);
    if (text && before && goesOn(before, glyph)) text.push(glyph);
    else texts.push([glyph]);
  }
  return texts.flatMap((text) => (text.every(isBlank) ? [] : [toLine(text)]));
}

function goesOn(before: Glyph, glyph: Glyph): boolean {
  if (!areOfOneText(before, glyph)) return false;
  const reach = NEAR * glyph.fontSize;
  return Math.abs(glyph.box[0] - before.box[0]) <= reach && Math.abs(glyph.box[1] - before.box[1]) <= reach;
}

function toLine(glyphs: readonly Glyph[]): PageLine {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  return {
    text: glyphs
      .map(({ text }) => text)
      .join('')
      .trim(),
    box: boxAround(inked.map(({ box }) => box)),
    fontSize: median(inked.map(({ fontSize }) => fontSize)),
    bold: inked.filter(({ bold }) => bold).length * 2 > inked.length,
    watermark: true,
  };
}
