import type { Scheme } from '../types.js';
import { isInForce, isOfEdition } from './lookup/validity.js';
import { nameKeys } from './lookup/normalise.js';
import type { Codebook, CodeEntry } from './types.js';

export interface CodeSearch {
  /** Only codes in force in this year; null or left out: of any year. */
  readonly year?: number | null;
  /** Only this scheme; null or left out: all. */
  readonly scheme?: Scheme | null;
}

/**
 * The entries a person may mean by a text: the code itself with everything below it, the codes of that name in any spelling,
 * else the names that contain the text. In the order of the tables, empty when nothing fits.
 */
export function findCodes(codebook: Codebook, text: string, search: CodeSearch = {}): readonly CodeEntry[] {
  const pool = codebook.entries.filter((entry) => isWanted(entry, search));
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const byCode = code === '' ? [] : pool.filter((entry) => entry.code.startsWith(code));
  return byCode.length > 0 ? byCode : findByWords(pool, text);
}

function isWanted(entry: CodeEntry, { year = null, scheme = null }: CodeSearch): boolean {
  if (scheme !== null && entry.scheme !== scheme) return false;
  return year === null || (isInForce(entry, year) && isOfEdition(entry, year));
}

function findByWords(pool: readonly CodeEntry[], text: string): readonly CodeEntry[] {
  const { exact, loose } = nameKeys(text);
  if (exact === '') return [];
  const named = pool.filter(({ name, oldNames }) => [name, ...oldNames].some((one) => nameKeys(one).loose === loose));
  if (named.length > 0) return named;
  const words = text.trim().toLowerCase();
  return pool.filter(({ name }) => nameKeys(name).exact.includes(exact) || name.toLowerCase().includes(words));
}
