/** A code and the name beside it, as one cell or line prints them. */
export interface PrintedCode {
  /** Digits (and the letter of a procurement code) without separators; null where the text begins with no code. */
  readonly code: string | null;
  /** What follows the code, as printed; null where nothing does. */
  readonly name: string | null;
}

/**
 * A code at the start of a text: `2010301`, `201 03 01`, `201-03-01`, `[2010301]`, `A02010105`. Digits left over behind it mean
 * that it is something else (a number, a date) or not read whole: then it is none.
 */
const CODE =
  /^\s*[[【(（]?\s*([ABC](?:\s*\d{2})+|\d{1,3}(?:\s*[.-]?\s*\d{2}){0,4})\s*[\]】)）]?[-_—:：]?(?!\s*\d|[.,年月])/iu;

/** 货物, 工程 and 服务 are coded by a letter alone; before other words a letter is no code. */
const LETTER = /^\s*([ABC])\s*$/u;

/** Splits `[2010301]行政运行`, `201 03 01 行政运行` and the like; a text without a code is all name. */
export function readPrintedCode(text: string): PrintedCode {
  const plain = text.normalize('NFKC');
  const match = LETTER.exec(plain) ?? CODE.exec(plain);
  if (match === null) return { code: null, name: orNull(text) };
  return { code: cleanCode(match[1] ?? ''), name: orNull(plain.slice(match[0].length)) };
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
