/** Columns of this year's figures beside those of the year before. */
import { withoutHeadingUnit } from '../amounts/index.js';
import type { HeaderPath } from './header-path.js';

const THIS_YEAR = /^(?:本年|当年|今年)度?数?$/;
const LAST_YEAR = /^(?:上年|去年|上一年)度?数?$/;
const YEAR = /^(20\d\d)年度?$/;

/**
 * Which columns' own headings say this year and nothing else (本年, 2025年), where one of the year before stands under the same outer headings
 * (预算数 › 本年, 预算数 › 上年). Beside 上年结转 本年 is a source of money, and elsewhere nobody knows.
 *
 * @param paths of all columns
 * @param fiscalYear the document's
 */
export function thisYearColumns(paths: readonly HeaderPath[], fiscalYear: number | null): ReadonlySet<number> {
  const isThis = (word: string): boolean =>
    THIS_YEAR.test(word) || (fiscalYear !== null && yearOf(word) === fiscalYear);
  const isLast = (word: string): boolean =>
    LAST_YEAR.test(word) || (fiscalYear !== null && yearOf(word) === fiscalYear - 1);
  const besideLast = new Set(paths.filter((path) => isLast(ownWord(path))).map(outerPath));
  const found = paths.flatMap((path, col) => (isThis(ownWord(path)) && besideLast.has(outerPath(path)) ? [col] : []));
  return new Set(found);
}

function yearOf(word: string): number | null {
  const year = YEAR.exec(word)?.[1];
  return year === undefined ? null : Number(year);
}

function ownWord(path: HeaderPath): string {
  return withoutHeadingUnit(path.at(-1) ?? '');
}

function outerPath(path: HeaderPath): string {
  return path.slice(0, -1).join(' › ');
}
