import type { Scheme } from '../types.js';
import { groupBy } from './group-by.js';
import { isInForce, isOfEdition } from './lookup/validity.js';
import { nameKeys } from './lookup/normalise.js';
import { likeness } from './lookup/similar.js';
import { readPrintedCode } from './printed-code.js';
import type { Codebook, CodeEntry, OldName } from './types.js';

export interface CodeSearch {
  /** Codes in force in this year are preferred; null or left out: any year. */
  readonly year?: number | null;
  /** Only this scheme; null or left out: all. */
  readonly scheme?: Scheme | null;
}

/** An entry that a search found, and how. */
export interface FoundCode extends CodeEntry {
  /** By its code, its name, a former name or alias, a part of its name, or a name that is only near. */
  readonly match: 'code' | 'name' | 'old_name' | 'part' | 'similar';
  /** The former name or alias by which it was found, or by which it went in the year asked for; null for none. */
  readonly oldName: OldName | null;
  /** Whether it was in force in the year asked for; null where none was. False: nothing that fits was. */
  readonly inForce: boolean | null;
}

/** Share of neighbouring characters that a near name has in common with the text at least; below it names share a mere 费 or 支出. */
const LEAST_LIKENESS = 0.5;
/** Near names given: they are a hint to a person. */
const MOST_SIMILAR = 10;
const BRACKETED = /[(（][^()（）]*[)）]/gu;

/**
 * The entries a person may mean by a text: the code itself with everything below it, the codes of that name in any spelling (words in
 * brackets may be left out), else the names that contain the text, else near names, the nearest first. A text that has a code and a name
 * means that code, and where the name is not one of its own those that bear it; where nobody knows the code, the name. Of these, those in
 * force in the year asked for; where none was, all of them, marked. Empty when nothing fits.
 */
export function findCodes(codebook: Codebook, text: string, search: CodeSearch = {}): readonly FoundCode[] {
  const { year = null, scheme = null } = search;
  const pool = codebook.entries.filter((entry) => scheme === null || entry.scheme === scheme);
  const hits = findInAnyYear(pool, text, year);
  if (year === null) return hits.map((hit) => ({ ...hit, inForce: null }));
  const marked = hits.map((hit) => ({ ...hit, inForce: isInForce(hit, year) && isOfEdition(hit, year) }));
  const inForce = marked.filter((hit) => hit.inForce);
  return inForce.length > 0 ? inForce : marked;
}

type Hit = Omit<FoundCode, 'inForce'>;

/** A code with a name beside it. */
export interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** Shorter digits before words are a number: 12个. */
const SHORTEST_CODE = 3;

/** `2010301行政运行`, `201 03 01 行政运行`: code and name apart; null for a text that has only one of them. */
export function readCodeAndName(text: string): CodeAndName | null {
  const { code, name } = readPrintedCode(text);
  return code === null || name === null || code.length < SHORTEST_CODE ? null : { code, name };
}

/** Whether a name, in any spelling, is one that the entry bears or bore. */
export function bearsName(entry: CodeEntry, name: string): boolean {
  return findName(entry, nameKeys(name).loose, null).length > 0;
}

function findInAnyYear(pool: readonly CodeEntry[], text: string, year: number | null): readonly Hit[] {
  const both = readCodeAndName(text);
  if (both === null) return findOne(pool, text, year);
  const own = pool.filter(({ code }) => code === both.code);
  if (own.length === 0) return findOne(pool, both.name, year);
  const isTheirs = own.some((entry) => bearsName(entry, both.name));
  const hits = own.map((entry) => ({ ...entry, match: 'code' as const, oldName: nameOfYear(entry, year) }));
  return [...hits, ...(isTheirs ? [] : findBearers(pool, both.name, year))];
}

/** The entries of a code or of a name. */
function findOne(pool: readonly CodeEntry[], text: string, year: number | null): readonly Hit[] {
  const printed = readPrintedCode(text);
  const code =
    (printed.name === null ? printed.code : null) ?? text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  const byCode = code === '' ? [] : pool.filter((entry) => entry.code.startsWith(code));
  if (byCode.length > 0) return byCode.map((entry) => ({ ...entry, match: 'code', oldName: nameOfYear(entry, year) }));
  const { exact } = nameKeys(text);
  if (exact === '') return [];
  const named = findBearers(pool, text, year);
  const editionsNamed = new Set(named.map(({ edition }) => edition).filter((edition) => edition !== ''));
  if (named.length > 0) return [...named, ...findInOtherEditions(pool, text, editionsNamed)];
  const parts = findParts(pool, text);
  return parts.length > 0 ? parts : findNear(pool, exact);
}

function findBearers(pool: readonly CodeEntry[], name: string, year: number | null): readonly Hit[] {
  const { loose } = nameKeys(name);
  return loose === ''
    ? []
    : sparingly(
        pool.flatMap((entry) => findName(entry, loose, year)),
        name,
      );
}

/** The entry where it bears the name; a name of the year asked for is no former one. */
function findName(entry: CodeEntry, loose: string, year: number | null): readonly Hit[] {
  if (looseKeys(entry.name).includes(loose)) return [{ ...entry, match: 'name', oldName: nameOfYear(entry, year) }];
  const old = entry.oldNames.filter(({ name }) => looseKeys(name).includes(loose));
  const [oldName] = [...old.filter((one) => isOfYear(one, year)), ...old];
  if (oldName === undefined) return [];
  return [{ ...entry, match: isOfYear(oldName, year) ? 'name' : 'old_name', oldName }];
}

/** A 支出 that the text has is meant: names without it are only asked for where none has it. A text without may mean both. */
function sparingly(named: readonly Hit[], text: string): readonly Hit[] {
  const { exact, loose } = nameKeys(text);
  const spelledSo = named.filter((hit) =>
    [hit.name, hit.oldName?.name ?? ''].some((name) => nameKeys(name).exact === exact),
  );
  return exact === loose || spelledSo.length === 0 ? named : spelledSo;
}

/** The former name that was the official one in the year; null where that was the present one. */
function nameOfYear({ oldNames }: CodeEntry, year: number | null): OldName | null {
  return oldNames.find((old) => isOfYear(old, year)) ?? null;
}

function isOfYear({ from, to }: OldName, year: number | null): boolean {
  if (year === null || (from === null && to === null)) return false;
  return (from ?? year) <= year && year <= (to ?? year);
}

/** What the other edition of a catalogue calls goods that one edition has under the very name. */
function findInOtherEditions(pool: readonly CodeEntry[], text: string, named: ReadonlySet<string>): readonly Hit[] {
  if (named.size === 0) return [];
  const others = groupBy(
    pool.filter(({ edition }) => edition !== '' && !named.has(edition)),
    ({ edition }) => edition,
  );
  return [...others.values()].flatMap((entries) => findParts(entries, text));
}

function findParts(pool: readonly CodeEntry[], text: string): readonly Hit[] {
  const { exact } = nameKeys(text);
  const words = text.trim().toLowerCase();
  return pool
    .filter(({ name }) => nameKeys(name).exact.includes(exact) || name.toLowerCase().includes(words))
    .map((entry) => ({ ...entry, match: 'part', oldName: null }));
}

/** Keys of a name with and without its words in brackets: 维修(护)费 is said 维修护费 and 维修费. */
function looseKeys(name: string): readonly string[] {
  return [name, name.replace(BRACKETED, '')].map((spelling) => nameKeys(spelling).loose);
}

function findNear(pool: readonly CodeEntry[], exact: string): readonly Hit[] {
  return pool
    .map((entry) => ({ entry, near: likeness(exact, nameKeys(entry.name).exact) }))
    .filter(({ near }) => near >= LEAST_LIKENESS)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_SIMILAR)
    .map(({ entry }) => ({ ...entry, match: 'similar', oldName: null }));
}

/**
 * The code that bears an entry's name in a year in which the entry itself is not in force: where its money went, or came from. Null where the
 * entry is in force, and where none or several bear the name: 行政运行 of a 款 that is gone is not that of all others.
 */
export function findNamesake(codebook: Codebook, entry: CodeEntry, year: number): CodeEntry | null {
  const fits = (one: CodeEntry): boolean => isInForce(one, year) && isOfEdition(one, year);
  if (fits(entry)) return null;
  const { exact } = nameKeys(entry.name);
  const isNamesake = (one: CodeEntry): boolean => one.scheme === entry.scheme && nameKeys(one.name).exact === exact;
  const [only = null, ...others] = codebook.entries.filter((one) => fits(one) && isNamesake(one));
  return others.length === 0 ? only : null;
}
