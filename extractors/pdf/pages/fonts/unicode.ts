/** From the codes of a font to Unicode text, and the honest null where there is none. */

import { findInvented } from './glyph-names.js';
import { replaceRadicals } from './radicals.js';

/** A character of a show operator, as pdf.js sends it. */
export interface FontGlyph {
  readonly originalCharCode: number;
  /** The text of the code; the code itself, as a character, where pdf.js knows none. */
  readonly unicode: string;
  /** Glyph space. */
  readonly width: number;
  /** w1y, vx, vy in glyph space, for vertical fonts. */
  readonly vmetric?: readonly number[] | null;
  /** true for the single-byte code 32, to which word spacing applies (ISO 32000-1, 9.3.3). */
  readonly isSpace: boolean;
}

/** The text of a glyph; null where the font does not tell. */
export type FontText = (glyph: FontGlyph) => string | null;

/**
 * What figures and their company are called (Adobe Glyph List). pdf.js has read these names already; they are asked again where a
 * ToUnicode map sends a code to the private use area although its name is plain.
 */
const TEXT_BY_NAME = new Map(
  Object.entries({
    zero: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    period: '.',
    comma: ',',
    hyphen: '-',
    minus: '-',
    percent: '%',
    parenleft: '(',
    parenright: ')',
    slash: '/',
    space: ' ',
  }),
);

/** Reads the maps of the font object that pdf.js sends (with `fontExtraProperties`). */
export function readUnicode(font: object): FontText {
  const isMapped = readMapped(font);
  const isInvented = findInvented(font);
  const names = [Reflect.get(font, 'differences') as unknown, Reflect.get(font, 'defaultEncoding') as unknown];
  const read = (glyph: FontGlyph): string | null => {
    const { originalCharCode: code, unicode } = glyph;
    if (isMapped(code) && isText(unicode) && !isInvented(code, unicode)) return replaceRadicals(unicode);
    if (glyph.isSpace || isBlank(unicode)) return ' ';
    return textOfName(names, code);
  };
  const known = new Map<number, string | null>();
  return (glyph) => {
    let text = known.get(glyph.originalCharCode);
    if (text === undefined) known.set(glyph.originalCharCode, (text = read(glyph)));
    return text;
  };
}

/** Which codes the font maps to a text. A composite font's map that sends each code to itself is pdf.js' way to say that there is none. */
function readMapped(font: object): (code: number) => boolean {
  const sent: unknown = Reflect.get(font, 'toUnicode');
  if (typeof sent !== 'object' || sent === null) return () => false;
  const map: unknown = Reflect.get(sent, '_map');
  const isComposite = Reflect.get(font, 'composite') === true;
  if (!Array.isArray(map)) return () => !isComposite;
  return (code) => map[code] !== undefined;
}

function textOfName(encodings: readonly unknown[], code: number): string | null {
  for (const encoding of encodings) {
    const name: unknown = Array.isArray(encoding) ? encoding[code] : null;
    if (typeof name !== 'string' || name === '') continue;
    const text = TEXT_BY_NAME.get(name) ?? textOfUnicodeName(name);
    if (text !== null) return text;
  }
  return null;
}

/** Names that spell the code point: uni4E2D, u4E2D (Adobe Glyph List Specification, section 2). */
function textOfUnicodeName(name: string): string | null {
  const digits = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(name);
  const point = Number.parseInt(digits?.[1] ?? digits?.[2] ?? '', 16);
  if (!(point <= 0x10ffff)) return null;
  const text = String.fromCodePoint(point);
  return isText(text) ? text : null;
}

/** Neither empty nor a control character, a private use character, the replacement character or a lone surrogate. */
function isText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x20 && first < 0x7f) return text.length === 1 || !NO_TEXT.test(text);
  return text !== '' && !NO_TEXT.test(text);
}

const NO_TEXT = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\ufffd]/u;

function isBlank(text: string): boolean {
  return text === '\t' || text === '\n' || text === '\r';
}
