import type { CodeEntry } from '../types.js';
import { nameKeys } from './normalise.js';

/**
 * First fiscal year whose budgets use the 2022 edition of 政府采购品目分类目录: it was issued in autumn 2022 (财库〔2022〕31号),
 * when the budgets for 2023 were being drawn up.
 */
const EDITION_2022_FROM = 2023;

/** Whether a code was in force in a year; without a year, whether it still is. */
export function isInForce(entry: CodeEntry, year: number | null): boolean {
  if (year === null) return entry.validTo === null;
  return (entry.validFrom ?? year) <= year && year <= (entry.validTo ?? year);
}

/** Whether an entry belongs to the edition of a year; without a year, to the newest. Schemes without editions always fit. */
export function isOfEdition(entry: CodeEntry, year: number | null): boolean {
  if (entry.edition === '') return true;
  return entry.edition === (year === null || year >= EDITION_2022_FROM ? '2022' : '2013');
}

/** Whether two entries of one code are of different editions and name different goods. */
export function sharesCodeWithOtherGoods(entry: CodeEntry, other: CodeEntry): boolean {
  return other.edition !== entry.edition && nameKeys(other.name).loose !== nameKeys(entry.name).loose;
}

/** The entry among several of one code that fits the year best; null where there is none. */
export function pickForYear(entries: readonly CodeEntry[], year: number | null): CodeEntry | null {
  const ofEdition = entries.filter((entry) => isOfEdition(entry, year));
  const pool = ofEdition.length > 0 ? ofEdition : entries;
  return pool.find((entry) => isInForce(entry, year)) ?? pool.at(-1) ?? null;
}
