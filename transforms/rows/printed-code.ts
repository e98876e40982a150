/** The code that a row prints, whatever columns it is spread over. */
import { cleanCode, readPrintedCode } from '../codebook/index.js';

/** Digits that 类, 款 and 项 columns hold when each prints its own fragment only. */
const TOP_LEVEL_DIGITS = 3;

/**
 * Puts a row's code columns together: one column with the whole code; 类 款 项 in three columns, each with its own digits; or only
 * the row's own fragment in its column, the rest being what the rows above printed.
 *
 * @param parts texts of the code columns, left to right
 * @param above the code columns of the nearest row above, put together in the same way, level by level; updated by the caller
 * @returns the code and its levels; `code` is null when the row prints none
 */
export function joinCodeColumns(
  parts: readonly string[],
  above: readonly string[],
): { readonly code: string | null; readonly levels: readonly string[] } {
  if (parts.length === 1) {
    const code = readPrintedCode(parts[0] ?? '').code;
    return { code, levels: code === null ? [] : [code] };
  }
  const own = parts.map(cleanCode);
  const deepest = own.findLastIndex((part) => part !== '');
  if (deepest < 0) return { code: null, levels: [] };
  const last = own[deepest] ?? '';
  // each column may also hold the whole code down to its level (201, 20103, 2010301)
  if (deepest > 0 && last.length > TOP_LEVEL_DIGITS) return { code: last, levels: own.slice(0, deepest + 1) };
  const levels = own
    .slice(0, deepest + 1)
    .map((part, level) => (part === '' ? (above[level] ?? '') : padFragment(part, level)));
  return levels.includes('') ? { code: null, levels: [] } : { code: levels.join(''), levels };
}

/** A 款 or 项 printed without its leading zero (2 for 02). */
function padFragment(part: string, level: number): string {
  return level > 0 && part.length === 1 ? `0${part}` : part;
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
