/** The code that a row prints, whatever columns it is spread over. */
import { withoutFootnotes } from '../../amounts/index.js';
import { readPrintedCode } from '../../codebook/index.js';

/** Digits that 类, 款 and 项 columns hold when each prints its own fragment only. */
const TOP_LEVEL_DIGITS = 3;

/** A 款 or 项 that is none, and sometimes one (2121100): the codebook tells. */
const FILLER = /^\s*00\s*$/;

/** A code put together from its columns. */
export interface JoinedCode {
  /** null when the row prints none; the row's own fragment alone where nothing above tells what stands before it. */
  readonly code: string | null;
  /** The levels that stand before the row's own fragment, where one between them is blank and nothing above fills it (213, blank, 01). */
  readonly within: string | null;
  /** What each column means, with what rows above have printed, for the rows below. */
  readonly levels: readonly string[];
}

/**
 * Puts a row's code columns together: one column with the whole code; 类 款 项 in three columns, each with its own digits; or only
 * the row's own fragment in its column, the rest being what the rows above printed.
 *
 * @param parts texts of the code columns, left to right
 * @param above the code columns of the nearest row above, put together in the same way, level by level; updated by the caller
 */
export function joinCodeColumns(parts: readonly string[], above: readonly string[]): JoinedCode {
  const own = parts.map((part, level) => (level > 0 && FILLER.test(part) ? '00' : (readCodeCell(part) ?? '')));
  const deepest = own.findLastIndex((part) => part !== '');
  const last = own[deepest] ?? '';
  if (last === '') return { code: null, within: null, levels: above };
  // a column may also hold the whole code down to its level (201, 20103, 2010301)
  if (parts.length === 1 || (deepest > 0 && last.length > TOP_LEVEL_DIGITS))
    return { code: last, within: null, levels: divide(last) };
  const printed = fillFromAbove(own.slice(0, deepest + 1).map(padFragment), above);
  const gap = printed.indexOf('');
  if (gap >= 0) return { code: last, within: printed.slice(0, gap).join('') || null, levels: above };
  return {
    code: printed.join(''),
    within: null,
    levels: printed.map((part) => part.replace(/[Oo]/g, '0').replace(/[IlL]/g, '1')),
  };
}

/**
 * Levels of which a row prints only the last ones, the others being as in the row above. A level stays blank where the row stands under
 * another than that one, or nothing stands above.
 */
export function fillFromAbove(own: readonly string[], above: readonly string[]): readonly string[] {
  const isSame = (level: number): boolean => own.slice(0, level).every((part, at) => part === '' || part === above[at]);
  return own.map((part, level) => (part === '' && isSame(level) ? (above[level] ?? '') : part));
}

/** A 款 or 项 printed without its leading zero (2 for 02). */
function padFragment(part: string, level: number): string {
  return level > 0 && part.length === 1 ? `0${part}` : part;
}

/** A whole code by levels: 2010301 is 201, 03, 01. */
function divide(code: string): readonly string[] {
  return [code.slice(0, TOP_LEVEL_DIGITS), ...(code.slice(TOP_LEVEL_DIGITS).match(/.{1,2}/g) ?? [])];
}

/** What parts the levels of one code: 201·03·01, 201/03/01, 201类03款01项. */
const SEPARATOR = /(?<=\d)\s*[·•/_—–−‐、类款项]\s*(?=\d)/gu;
/** Codes that a spreadsheet took for numbers (2010301.0) or kept from that (an apostrophe before them). */
const SPREADSHEET_MARKS = /^\s*['‘’`#]|(?<=\d{3})\.0\s*$/gu;
/** Words beside a code; without any, what is no code is a code printed wrongly. */
const WORDS = /\p{Script=Han}/u;

/**
 * The code in a cell of a code column, without separators. What is no code of any kind and yet no words either is handed on as printed
 * (2010301/2010302, 20#03): the row prints a code, and nobody knows which. null for blanks, dashes, zeros and words.
 */
export function readCodeCell(text: string): string | null {
  const plain = withoutFootnotes(text).normalize('NFKC').replace(SPREADSHEET_MARKS, '').trim();
  if (/^[\s0]*$/.test(plain) || !/\d/.test(plain)) return /^[ABC]$/i.test(plain) ? plain.toUpperCase() : null;
  const levelled = plain.replace(SEPARATOR, '-');
  const { code, name } = readPrintedCode(levelled);
  if (code !== null && !/^[\p{P}\p{S}\s]*[0-9A-Za-z]/u.test(name ?? '')) return code;
  return joinBroken(levelled) ?? (WORDS.test(plain) ? null : plain);
}

/** A code broken by the line or by separators at places of its own: 2010⏎301, 201.03.0⏎1, 201-3-1; null where it is none. */
function joinBroken(text: string): string | null {
  const [first = '', ...rest] = text.split(/[\s-]+/);
  const isLevelled = /^\d{3}(?:\d{2})*$/.test(first) && rest.every((part) => /^\d{1,2}$/.test(part));
  const joined = isLevelled ? first + rest.map((part) => part.padStart(2, '0')).join('') : text.replace(/\s+/g, '');
  if (schemeOfCode(joined) !== null) return joined;
  const { code, name } = readPrintedCode(joined);
  return name === null ? code : null;
}

/** What a code that stands alone says of its classification: 2… function, 3… department economic, 5… government economic, 1… revenue. */
export function schemeOfCode(
  code: string,
): 'function' | 'dept_economic' | 'gov_economic' | 'revenue' | 'procurement' | null {
  if (/^[ABC]\d/.test(code)) return 'procurement';
  if (/^2\d{2}(?:\d{2}){0,2}$/.test(code)) return 'function';
  if (/^3\d{2}(?:\d{2})?$/.test(code)) return 'dept_economic';
  if (/^5\d{2}(?:\d{2})?$/.test(code)) return 'gov_economic';
  return /^1\d{2}(?:\d{2}){0,3}$/.test(code) ? 'revenue' : null;
}
