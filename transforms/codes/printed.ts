/** What a printed code is to the code it was mapped to. */
import { cleanCode } from '../codebook/index.js';
import type { LineCode, LineScheme } from '../types.js';

/** Shorter printed codes are the row's own part of a code, the rest of which stands above. */
const SHORTEST_CODE = 3;

/** Codes as 政府收支分类科目 and 政府采购品目分类目录 write them: 类, 款 and 项 of three, five and seven digits, and so on. */
const SHAPES: Readonly<Record<LineScheme, RegExp>> = {
  function: /^2\d{2}(?:\d{2}){0,2}$/,
  dept_economic: /^3\d{2}(?:\d{2})?$/,
  gov_economic: /^5\d{2}(?:\d{2})?$/,
  revenue: /^1\d{2}(?:\d{2}){0,3}$/,
  procurement: /^[ABC](?:\d{2}){0,4}$/,
};

/** Whether a printed code is a whole code of its classification by its length and letters. */
export function isWellFormed({ scheme, codePrinted }: LineCode): boolean {
  return codePrinted !== null && SHAPES[scheme].test(cleanCode(codePrinted));
}

/** Whether a row prints a code that can be held against its name: not a mere fragment. */
export function printsCode({ codePrinted }: LineCode): boolean {
  return codePrinted !== null && cleanCode(codePrinted).length >= SHORTEST_CODE;
}

/** Whether the printed code is the mapped one. */
export function isOwnCode({ code, codePrinted }: LineCode): boolean {
  return codePrinted !== null && cleanCode(codePrinted) === code;
}

/** Whether the name led to another code than the printed one; a fragment that ends the mapped code is the row's own part of it. */
export function contradicts(line: LineCode): boolean {
  if (line.code === null || !printsCode(line) || isOwnCode(line)) return false;
  return !line.code.endsWith(cleanCode(line.codePrinted ?? ''));
}
