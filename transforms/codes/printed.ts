/** What a printed code is to the code it was mapped to. */
import { cleanCode, dropFillers, isWholeCode } from '../codebook/index.js';
import type { LineCode } from '../types.js';

/** Shorter printed codes are the row's own part of a code, the rest of which stands above. */
const SHORTEST_CODE = 3;
/** 款 and 项 by themselves; the leading zero may be missing. */
const FRAGMENT_DIGITS = 2;

/** Whether a printed code is a whole code of its classification by its length and letters. */
export function isWellFormed({ scheme, codePrinted }: LineCode): boolean {
  return codePrinted !== null && isWholeCode(scheme, codePrinted);
}

/** Whether a row prints a code that can be held against its name: not a mere fragment. */
export function printsCode({ codePrinted }: LineCode): boolean {
  return codePrinted !== null && cleanCode(codePrinted).length >= SHORTEST_CODE;
}

/** Whether the printed code is the mapped one. */
export function isOwnCode({ code, codePrinted }: LineCode): boolean {
  if (codePrinted === null) return false;
  const printed = cleanCode(codePrinted);
  return printed === code || dropFillers(printed) === code;
}

/** Whether the name led to another code than the printed one; a fragment that ends the mapped code is the row's own part of it. */
export function contradicts(line: LineCode): boolean {
  if (line.code === null || line.codePrinted === null || isOwnCode(line)) return false;
  return !line.code.endsWith(cleanCode(line.codePrinted).padStart(FRAGMENT_DIGITS, '0'));
}
