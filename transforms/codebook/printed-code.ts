import type { Scheme } from '../types.js';

/** A code and the name beside it, as one cell or line prints them. */
export interface PrintedCode {
  /**
   * Digits (and the letter of a procurement code) without separators; as printed where letters stand in place of digits (201O301). null
   * where the text holds no code.
   */
  readonly code: string | null;
  /** What stands beside the code, as printed; null where nothing does. */
  readonly name: string | null;
}

/**
 * A code at the start of a text: `2010301`, `201 03 01`, `201-03-01`, `[2010301]`, `A02010105`. Digits or letters left over behind it
 * mean that it is something else (a number, a date) or not read whole: then it is none.
 */
const CODE =
  /^\s*[[【(〔<]?\s*([ABC](?:\s*\d{2})+|\d{1,3}(?:\s*[.-]?\s*\d{2}){0,4})(?![A-Z]|\s*\d|\s*[-.]\s*\d{1,2}(?!\d))(?:\s*(?<=\d{3}\s*)[\]】)〕>][-_—:]?|\s*[\]】)〕>]?(?:[-_—:]|(?<=\d{3})\.)?(?!\s*\d|[.,年月]))/iu;

/** 货物, 工程 and 服务 are coded by a letter alone; before other words a letter is no code. */
const LETTER = /^\s*([ABC])\s*$/iu;

/** A code in which letters stand for digits, or a procurement code that lacks a digit; shorter ones may be words. */
const MISPRINT = /^\s*[[【(〔<]?\s*([ABC]?[\dOoIl]{5,})(?![\dA-Za-z])\s*[\]】)〕>]?[-_—:]?/u;

/** `行政运行(2010301)`: a whole code in brackets behind the name. */
const BEHIND = /^(.*\p{Script=Han}.*?)\s*[[【(〔]\s*([1-5]\d{2}(?:\d{2}){0,3}|[ABC]\d{2}(?:\d{2})+)\s*[\]】)〕]\s*$/su;

/** What a narrow column does to a code: `[C1804010⏎2]财产保险`, `2010⏎301行政运行`. */
const BROKEN = /^(\s*[[【(〔<]?\s*)([ABC]?\d+(?:\s*\n\s*\d+)+)(?!\d)/;

/** A longer text is prose: no label of a row. */
const LONGEST_LABEL = 500;

/** Splits `[2010301]行政运行`, `201 03 01 行政运行`, `行政运行(2010301)` and the like; a text without a code is all name. */
export function readPrintedCode(text: string): PrintedCode {
  if (text.length > LONGEST_LABEL) return { code: null, name: text };
  const plain = joinBroken(text.normalize('NFKC'));
  const match = LETTER.exec(plain) ?? CODE.exec(plain);
  if (match !== null) return { code: cleanCode(match[1] ?? ''), name: orNull(plain.slice(match[0].length)) };
  const [lead, misprint = ''] = MISPRINT.exec(plain) ?? [];
  if (lead !== undefined && (readMisprint(misprint) !== null || /^[ABC]\d+$/.test(misprint)))
    return { code: misprint, name: orNull(plain.slice(lead.length)) };
  const [, name, behind] = BEHIND.exec(plain) ?? [];
  return behind === undefined ? { code: null, name: orNull(text) } : { code: behind, name: orNull(name ?? '') };
}

/** The text with its code in one piece where lines break it; as it is where the pieces make no whole code. */
function joinBroken(text: string): string {
  return text.replace(BROKEN, (broken, bracket: string, pieces: string) => {
    const code = cleanCode(pieces);
    return WHOLE.test(code) ? bracket + code : broken;
  });
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** A printed code without brackets, spaces, points and dashes, letters in capitals. */
export function cleanCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
}

/** Whole codes of 政府收支分类科目 (类 款 项 目: three digits, then two each) and of 政府采购品目分类目录. */
const WHOLE = /^(?:[1-5]\d{2}(?:\d{2}){0,3}|[ABC](?:\d{2})+)$/;

/**
 * The code that was meant where letters stand in place of the digits that they look like (201O301, 20l0301: O for 0, l or I for 1);
 * null where the text has no such letters or makes no whole code even so. Only a guess: what else the row says must confirm it.
 */
export function readMisprint(code: string): string | null {
  const [, letter = '', rest = ''] = /^([ABC]?)(.*)$/.exec(code.normalize('NFKC').trim()) ?? [];
  const digits = letter + rest.replace(/[Oo]/g, '0').replace(/[IlL|]/g, '1');
  return digits !== code && WHOLE.test(digits) ? digits : null;
}

/** A code without the zeros that fill up its lower levels: 2010000 is 201. Only for codes that are in no table as they are (2121100 is). */
export function dropFillers(code: string): string {
  return /^(\d{3}(?:\d{2})*?)(?:00)+$/.exec(code)?.[1] ?? code;
}

/** Codes as 政府收支分类科目 and 政府采购品目分类目录 write them: 类, 款 and 项 of three, five and seven digits, and so on. */
const SHAPES: Readonly<Partial<Record<Scheme, RegExp>>> = {
  function: /^2\d{2}(?:\d{2}){0,2}$/,
  dept_economic: /^3\d{2}(?:\d{2})?$/,
  gov_economic: /^5\d{2}(?:\d{2})?$/,
  revenue: /^1\d{2}(?:\d{2}){0,3}$/,
  procurement: /^[ABC](?:\d{2}){0,4}$/,
};

/** Whether a printed code is a whole code of its classification by its length and letters, whether or not any class has it. */
export function isWholeCode(scheme: Scheme, code: string): boolean {
  return SHAPES[scheme]?.test(cleanCode(code)) ?? true;
}
