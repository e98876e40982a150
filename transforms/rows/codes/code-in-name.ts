/** Codes that stand in one cell with their names, told from numbers that names begin with (120急救中心, 12345热线, 300亩). */
import { nameKeys, readPrintedCode } from '../../codebook/index.js';
import { readMisprint } from '../../codebook/printed-code.js';
import type { PrintedCode } from '../../codebook/index.js';
import type { Codebook, CodeEntry } from '../../codebook/types.js';
import type { LineScheme } from '../../types.js';
import { schemeOfCode } from './printed-code.js';

/** Digits of a 类. */
const TOP_LEVEL_DIGITS = 3;
/** Four digits make a year or part of a catalogue code, never a class. */
const YEAR_DIGITS = 4;

/**
 * Splits a name from the code in its cell. A number is a code when it begins with a 类 of one of `schemes`, is no year, and, where it
 * is a mere 类 with nothing between it and the name, bears that name.
 */
export function readCodeInName(text: string, schemes: readonly LineScheme[], codebook: Codebook): PrintedCode {
  const inName = readPrintedCode(text);
  if (inName.code === null || isCode(inName.code, inName.name, isMarked(text), schemes, codebook)) return inName;
  return { code: null, name: text.trim() };
}

function isCode(
  code: string,
  name: string | null,
  marked: boolean,
  schemes: readonly LineScheme[],
  codebook: Codebook,
): boolean {
  if (/^[ABC]\w/.test(code)) return true;
  const digits = readMisprint(code) ?? code;
  const top = digits.slice(0, TOP_LEVEL_DIGITS);
  const scheme = schemeOfCode(top);
  if (digits.length === YEAR_DIGITS || scheme === null || !schemes.includes(scheme)) return false;
  const entry = codebook.entry(scheme, top, null);
  return entry !== null && (digits.length > TOP_LEVEL_DIGITS || marked || name === null || bears(entry, name));
}

/** Whether brackets, space or a dash part the number from the words. */
function isMarked(text: string): boolean {
  return !/^\s*\d+\p{L}/u.test(text.normalize('NFKC'));
}

function bears({ name, oldNames }: CodeEntry, printed: string): boolean {
  const { loose } = nameKeys(printed);
  return [name, ...oldNames.map((old) => old.name)].some((one) => nameKeys(one).loose === loose);
}
