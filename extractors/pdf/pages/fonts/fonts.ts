/** What a page needs to know of a font: its size, its direction, and which Unicode text each code stands for. */
import type { Matrix } from '../matrix.js';
import { isGuessed } from './glyph-names.js';
import { readUnicode } from './unicode.js';
import type { FontText } from './unicode.js';

export interface FontFacts {
  /** `f1`, `f2`, … in the order in which pdf.js meets them; in a long document a font is met again under another name. */
  readonly id: string;
  readonly bold: boolean;
  /** true where the font writes from top to bottom (ISO 32000-1, 9.7.4.3). */
  readonly vertical: boolean;
  /** true for Type 3 fonts, whose characters are drawings of the file's own: neither size nor matrix says how they look (9.6.5). */
  readonly drawn: boolean;
  /** From glyph space to text space (9.2.4); 0.001 for all but Type 3 and odd Type 1 fonts. */
  readonly matrix: Matrix;
  /** Top and bottom of the font's characters above the base line, in text space for a font of size 1. */
  readonly ascent: number;
  readonly descent: number;
  /** What counts as its height at size 1: 1, or the height of the characters of a Type 3 font, whose size may be any number. */
  readonly height: number;
  /** Default metrics for vertical writing: w1y, vx, vy in glyph space (9.7.4.3). */
  readonly verticalMetrics: readonly number[];
  readonly textOf: FontText;
  /** true where the text of its codes is a guess (`isGuessed`). */
  readonly guessed: boolean;
  /** true for fonts of pictures (Wingdings): what they say is no text, and nobody misses it. */
  readonly pictorial: boolean;
}

/** 0.001: one thousandth of text space, for all fonts but Type 3 (9.2.4). */
const THOUSANDTHS: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** Position of the em box over the base line where the font says nothing of use: the default of 9.7.4.3 for vertical origins (DW2). */
const DEFAULT_ASCENT = 0.88;
const DEFAULT_DESCENT = -0.12;
const DEFAULT_VERTICAL_METRICS = [-1000, 500, 880];

/** Heights, in ems, between which the Ascent and Descent of a font descriptor are believed; producers write 0, and values in pixels. */
const LEAST_HEIGHT = 0.6;
const MOST_HEIGHT = 1.6;

const BOLD_NAME = /bold|black|heavy|demi(?!light)/i;
const PICTORIAL_NAME = /wingdings|webdings|dingbats|symbol/i;

/** Reads the facts from the font object that pdf.js sends; null where that is no font, or one that it could not read. */
export function readFont(id: string, sent: unknown): FontFacts | null {
  if (typeof sent !== 'object' || sent === null || valueIn(sent, 'error') !== undefined) return null;
  const name = stringIn(sent, 'name');
  const matrix = matrixIn(sent) ?? THOUSANDTHS;
  const heights = readHeights(sent, matrix);
  const drawn = truthy(sent, 'isType3Font');
  return {
    id: id.replace(/^.*_/, ''),
    bold: truthy(sent, 'bold') || truthy(sent, 'black') || BOLD_NAME.test(name),
    vertical: truthy(sent, 'vertical'),
    drawn,
    matrix,
    ...heights,
    height: drawn ? heights.ascent - heights.descent : 1,
    verticalMetrics: numbersIn(sent, 'defaultVMetrics', 3) ?? DEFAULT_VERTICAL_METRICS,
    textOf: readUnicode(sent),
    guessed: isGuessed(sent),
    pictorial: PICTORIAL_NAME.test(name),
  };
}

function readHeights(sent: object, matrix: Matrix): { ascent: number; descent: number } {
  if (truthy(sent, 'isType3Font')) return readType3Heights(sent, matrix);
  const ascent = numberIn(sent, 'ascent');
  const descent = -Math.abs(numberIn(sent, 'descent'));
  const height = ascent - descent;
  const believed = ascent > 0 && height >= LEAST_HEIGHT && height <= MOST_HEIGHT;
  return believed ? { ascent, descent } : { ascent: DEFAULT_ASCENT, descent: DEFAULT_DESCENT };
}

/** The glyph space of a Type 3 font is its own (9.6.5); its FontBBox, or else the boxes of its characters, tell how high they are. */
function readType3Heights(sent: object, matrix: Matrix): { ascent: number; descent: number } {
  const box = numbersIn(sent, 'bbox', 4) ?? [0, 0, 0, 0];
  const [bottom = 0, top = 0] = box[3] === box[1] ? spanOfCharacters(sent) : [box[1], box[3]];
  const [one, other] = [bottom * matrix[3], top * matrix[3]];
  if (one === other) return { ascent: DEFAULT_ASCENT, descent: DEFAULT_DESCENT };
  return { ascent: Math.max(one, other), descent: Math.min(one, other) };
}

/** Lowest and highest y of the boxes that the characters of a Type 3 font declare with `d1`, the first operator of each (9.6.5). */
function spanOfCharacters(sent: object): number[] {
  const lists = valueIn(sent, 'charProcOperatorList');
  if (typeof lists !== 'object' || lists === null) return [];
  const ys: number[] = [];
  for (const list of Object.values(lists)) {
    const operands: unknown = isObject(list) ? valueIn(list, 'argsArray') : null;
    const first: unknown = Array.isArray(operands) ? operands[0] : null;
    if (isNumbers(first, 6)) ys.push(first[3] ?? 0, first[5] ?? 0);
  }
  return ys.length === 0 ? [] : [Math.min(...ys), Math.max(...ys)];
}

function matrixIn(sent: object): Matrix | null {
  const value = valueIn(sent, 'fontMatrix');
  if (!isNumbers(value, 6)) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = value;
  return a === 0 || d === 0 ? null : [a, b, c, d, e, f];
}

function numbersIn(sent: object, key: string, count: number): number[] | null {
  const value = valueIn(sent, key);
  return isNumbers(value, count) ? value : null;
}

function numberIn(sent: object, key: string): number {
  const value = valueIn(sent, key);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function stringIn(sent: object, key: string): string {
  const value = valueIn(sent, key);
  return typeof value === 'string' ? value : '';
}

function truthy(sent: object, key: string): boolean {
  return valueIn(sent, key) === true;
}

function valueIn(sent: object, key: string): unknown {
  const value: unknown = Reflect.get(sent, key);
  return value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isNumbers(value: unknown, count: number): value is number[] {
  return Array.isArray(value) && value.length === count && value.every((one) => typeof one === 'number');
}
