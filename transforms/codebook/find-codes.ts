import type { Scheme } from '../types.js';
import { isInForce, isOfEdition } from './lookup/validity.js';
import { nameKeys } from './lookup/normalise.js';
import { likeness } from './lookup/similar.js';
import type { Codebook, CodeEntry } from './types.js';

export interface CodeSearch {
  /** Only codes in force in this year; null or left out: of any year. */
  readonly year?: number | null;
  /** Only this scheme; null or left out: all. */
  readonly scheme?: Scheme | null;
}

/** An entry that a search found, and how: by its code, by its name, by a part of its name, or by a name that is only near. */
export interface FoundCode extends CodeEntry {
  readonly match: 'code' | 'name' | 'part' | 'similar';
}

/** Share of neighbouring characters that a near name has in common with the text at least; below it names share a mere 费 or 支出. */
const LEAST_LIKENESS = 0.5;
/** Near names given: they are a hint to a person. */
const MOST_SIMILAR = 10;
const BRACKETED = /[(（][^()（）]*[)）]/gu;

/**
 * The entries a person may mean by a text: the code itself with everything below it, the codes of that name in any spelling (words in
 * brackets may be left out), else the names that contain the text, else near names, the nearest first. Empty when nothing fits.
 */
export function findCodes(codebook: Codebook, text: string, search: CodeSearch = {}): readonly FoundCode[] {
  const pool = codebook.entries.filter((entry) => isWanted(entry, search));
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const byCode = code === '' ? [] : pool.filter((entry) => entry.code.startsWith(code));
  if (byCode.length > 0) return foundBy('code', byCode);
  const { exact, loose } = nameKeys(text);
  if (exact === '') return [];
  const named = pool.filter(({ name, oldNames }) =>
    [name, ...oldNames.map((old) => old.name)].some((one) => looseKeys(one).includes(loose)),
  );
  if (named.length > 0) return foundBy('name', named);
  const words = text.trim().toLowerCase();
  const parts = pool.filter(({ name }) => nameKeys(name).exact.includes(exact) || name.toLowerCase().includes(words));
  return parts.length > 0 ? foundBy('part', parts) : foundBy('similar', findNear(pool, exact));
}

function isWanted(entry: CodeEntry, { year = null, scheme = null }: CodeSearch): boolean {
  if (scheme !== null && entry.scheme !== scheme) return false;
  return year === null || (isInForce(entry, year) && isOfEdition(entry, year));
}

function foundBy(match: FoundCode['match'], entries: readonly CodeEntry[]): readonly FoundCode[] {
  return entries.map((entry) => ({ ...entry, match }));
}

/** Keys of a name with and without its words in brackets: 维修(护)费 is said 维修护费 and 维修费. */
function looseKeys(name: string): readonly string[] {
  return [name, name.replace(BRACKETED, '')].map((spelling) => nameKeys(spelling).loose);
}

function findNear(pool: readonly CodeEntry[], exact: string): readonly CodeEntry[] {
  return pool
    .map((entry) => ({ entry, near: likeness(exact, nameKeys(entry.name).exact) }))
    .filter(({ near }) => near >= LEAST_LIKENESS)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_SIMILAR)
    .map(({ entry }) => entry);
}
