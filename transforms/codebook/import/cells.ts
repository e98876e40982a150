/** What a cell of a code table holds. */
import { cleanCode, readPrintedCode } from '../printed-code.js';

/** `201`, `2010301`, `201 03 01`, `[2010301]`, `A02010105`: a whole code and nothing else. */
const WHOLE_CODE = /^[[【(]?[\d\s.-]{3,}[\])】]?$|^[ABC](?:[\s-]*\d{2})*$/;
/** A level's own digits: the 类 has three, the others two, of which a spreadsheet may drop a leading zero. */
const FRAGMENT = /^\d{1,3}$/;
const HAN = /\p{Script=Han}/u;
const HAN_SPACE = /(?<=[\p{Script=Han}\p{P}])\s+|\s+(?=[\p{Script=Han}\p{P}])/gu;

export function isWholeCode(text: string): boolean {
  return WHOLE_CODE.test(text.normalize('NFKC').trim().toUpperCase());
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

/** Digits and letter of a code cell, what separates and brackets them left out; the text itself where it holds other words. */
export function readCodeCell(text: string): string {
  return hasHan(text) ? text.trim() : cleanCode(text);
}

/** A name on one line: indentation, line breaks and spaces that spread Chinese words are layout. */
export function readNameCell(text: string): string {
  return text.trim().replace(HAN_SPACE, '').replace(/\s+/g, ' ');
}
