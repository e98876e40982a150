/** What a cell of a code table holds. */
import { cleanCode, readPrintedCode } from '../printed-code.js';

/** `201`, `2010301`, `201 03 01`, `[2010301]`, `A02010105`: a whole code and nothing else. */
const WHOLE_CODE = /^[[【(]?[\d\s.-]{3,}[\])】]?$|^[ABC](?:[\s-]*\d{2})*$/;
/** A level's own digits: the 类 has three, the others two, of which a spreadsheet may drop a leading zero. */
const FRAGMENT = /^\d{1,3}$/;
/** 5.5, 201.03: a number, if it is no code of dotted levels. */
const DECIMAL = /^[\d,]*\d\.\d+$/;
const DOTTED_CODE = /^\d{3}(?:\.\d{2})+$/;
/** A dotted code that no number looks like. */
const DEEP_DOTTED_CODE = /^\d{3}(?:\.\d{2}){2,}$/;
/** 120.50 and 1,200: what amounts have and counts have not. */
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?$/;
const HAN = /\p{Script=Han}/u;
/** Control characters, and those that turn the direction of writing. */
const STEERING = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
const HAN_SPACE = /(?<=[\p{Script=Han}\p{P}])\s+|\s+(?=[\p{Script=Han}\p{P}])/gu;

export function isWholeCode(text: string): boolean {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return WHOLE_CODE.test(plain) && (!DECIMAL.test(plain) || DOTTED_CODE.test(plain));
}

/** Whether cells of a column show that its points part the levels of codes: one of them has two. */
export function haveDottedCodes(texts: readonly string[]): boolean {
  return texts.some((text) => DEEP_DOTTED_CODE.test(text.normalize('NFKC').trim()));
}

/** Share of numbers among the cells of a column of amounts, and of those with a decimal point or thousands separators among the numbers. */
const MOST_NUMBERS = 0.6;
const LEAST_PARTED = 1 / 3;

/** Whether the filled cells of a column are amounts. */
export function areAmounts(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.normalize('NFKC').trim()).filter((text) => text !== '');
  const numbers = filled.filter((text) => AMOUNT.test(text));
  const parted = numbers.filter((text) => /[.,]/.test(text));
  return (
    parted.length > 0 &&
    numbers.length >= MOST_NUMBERS * filled.length &&
    parted.length >= LEAST_PARTED * numbers.length
  );
}

export function isFragment(text: string): boolean {
  return FRAGMENT.test(text.normalize('NFKC').trim());
}

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether a cell holds a code and its name: `2010301 行政运行`, `[201]一般公共服务支出`. */
export function isCodeWithName(text: string): boolean {
  const { code, name } = readPrintedCode(text);
  return code !== null && code.length >= 3 && name !== null && hasHan(name);
}

/**
 * Digits and letter of a code cell, what separates and brackets them left out; the text itself where it holds other words, or is a number with
 * a decimal point, unless the column is one of dotted codes.
 */
export function readCodeCell(text: string, isDotted = false): string {
  const plain = text.normalize('NFKC').trim();
  const isNumber = DECIMAL.test(plain) && !(isDotted && DOTTED_CODE.test(plain));
  return hasHan(text) || isNumber ? text.trim() : cleanCode(text);
}

/** A longer text is no name but a sentence or a damaged cell. */
export const LONGEST_NAME = 100;

/** A name on one line: indentation, line breaks and spaces that spread Chinese words are layout; characters that steer a terminal are nothing. */
export function readNameCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(STEERING, '').trim().replace(HAN_SPACE, '');
}
