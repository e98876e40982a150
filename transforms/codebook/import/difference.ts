/** What a code table would change in the codebook. */
import { groupBy } from '../group-by.js';
import { nameKeys } from '../lookup/normalise.js';
import { likeness } from '../lookup/similar.js';
import { isInForce, pickForYear } from '../lookup/validity.js';
import type { Codebook, CodeEntry } from '../types.js';
import { levelOf, possibleParents } from './schemes.js';
import type { EditionRow, UnusedRow } from './types.js';

/** A row of the file that the codebook does not have as it stands, or has without knowing that it is official. */
export interface Change {
  /**
   * `new`: the code is unknown · `confirmed`: the codebook's row, which no official edition has confirmed yet, is as in the file · `renamed`:
   * another name or parent from the edition's year on · `replaced`: the same with a name that is nothing like the one before, or
   * that of another code: a rename, or a row that slipped · `resumed`: out of force before, in force again from the edition's year on · `alias`: a name that documents give a
   * known code · `former`: an edition of an earlier year than the codebook's row differs from it · `contradiction`: another name or parent
   * in the very year of that row, or in a year that is not known.
   */
  readonly kind: 'new' | 'confirmed' | 'renamed' | 'replaced' | 'resumed' | 'alias' | 'former' | 'contradiction';
  readonly row: EditionRow;
  readonly parentCode: string | null;
  /** The entry that the row differs from; null for a new code. */
  readonly present: CodeEntry | null;
}

export interface Difference {
  readonly changes: readonly Change[];
  /** Rows that the codebook has as they are and that need no confirmation. */
  readonly unchanged: number;
  /** Codes in force that the file lacks beside those that it lists: for information, nothing happens to them. */
  readonly absent: readonly CodeEntry[];
  /** New codes that nothing stands above. */
  readonly unused: readonly UnusedRow[];
}

/** The year of which a row speaks that does not say since when its code bears its name: the tables show the classification of this year. */
export const TABLES_YEAR = 2024;

/** Compares rows of an edition with the codebook. `year` is the edition's; null where none is known: then a difference is a contradiction. */
export function compareEdition(rows: readonly EditionRow[], year: number | null, codebook: Codebook): Difference {
  const present = groupBy(codebook.entries, codeKey);
  const known = withNewCodes(rows, present);
  const isOfOther = namesOfOthers(codebook.entries);
  const compared = rows.map((row) => {
    const result = compareRow(row, yearFor(row, year), present.get(codeKey(row)) ?? [], known);
    return typeof result === 'object' && 'present' in result ? tellSlip(result, isOfOther) : result;
  });
  return {
    changes: compared.filter((result) => typeof result === 'object' && 'present' in result),
    unchanged: compared.filter((result) => result === 'unchanged').length,
    absent: findAbsent(rows, year, codebook.entries),
    unused: compared.filter((result) => typeof result === 'object' && 'reason' in result),
  };
}

/** The codes of the codebook and those of the rows that stand below a known code or below each other, from the top down. */
function withNewCodes(rows: readonly EditionRow[], present: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const known = new Set(present.keys());
  for (const row of rows.toSorted((a, b) => levelOf(a) - levelOf(b))) {
    const parents = possibleParents(row);
    if (parents.length === 0 || parents.some((code) => known.has(codeKey({ ...row, code })))) known.add(codeKey(row));
  }
  return known;
}

/** Within an edition of the procurement catalogue nothing changes from year to year. */
function yearFor({ scheme }: EditionRow, year: number | null): number | null {
  return scheme === 'procurement' ? null : year;
}

function compareRow(
  row: EditionRow,
  year: number | null,
  entries: readonly CodeEntry[],
  known: ReadonlySet<string>,
): Change | UnusedRow | 'unchanged' {
  const present = pickForYear(entries, year);
  const possible = possibleParents(row);
  const isKnown = (code: string): boolean => known.has(codeKey({ ...row, code }));
  const parentCode = row.statedParent ?? present?.parentCode ?? possible.find(isKnown) ?? null;
  const orphan = orphanReason(parentCode, possible, isKnown);
  if (orphan !== null) return { place: row.place, kind: 'left_out', text: `${row.code} ${row.name}`, reason: orphan };
  if (present === null) return { kind: 'new', row, parentCode, present };
  const inForce = year === null || isInForce(present, year);
  if (inForce && present.parentCode === parentCode && isNamed(present, row.name, year))
    return needsConfirmation(present, row.name) ? { kind: 'confirmed', row, parentCode, present } : 'unchanged';
  return { kind: kindOf(present, year), row, parentCode, present };
}

/** A row that is only remembered, or was seen in documents, and bears the very name; published lists are confirmed as they are. */
function needsConfirmation({ name, evidence }: CodeEntry, official: string): boolean {
  return evidence !== 'official' && evidence !== 'listed' && nameKeys(name).exact === nameKeys(official).exact;
}

/**
 * Below this a new name has nothing to do with the one before. Of the renames in the tables 9 % are less alike, of the names of
 * neighbouring codes 60 %.
 */
const LEAST_LIKENESS = 0.2;

/**
 * A rename is likely where the names are alike. A name unlike the one before, or that of another code, may be a row that slipped; so may
 * another name of a class that is called the same below every 款.
 */
function tellSlip(change: Change, isOfOther: (change: Change) => boolean): Change {
  const { kind, row, present } = change;
  if ((kind !== 'renamed' && kind !== 'resumed') || present === null) return change;
  const [before, after] = [nameKeys(present.name), nameKeys(row.name)];
  if (before.exact === after.exact) return change;
  const isSuspect = isOfOther(change) || isUniversal(present, row.name);
  const isAlike = kind === 'resumed' || likenessOf(present, row.name) >= LEAST_LIKENESS;
  return isAlike && !isSuspect ? change : { ...change, kind: 'replaced' };
}

/** The common last word of all 类 says nothing of their likeness. */
function likenessOf(present: CodeEntry, name: string): number {
  const stem = (text: string): string =>
    present.level === 1 ? nameKeys(text).loose.replace(/(?:支出|收入)$/, '') : nameKeys(text).loose;
  return likeness(stem(name), stem(present.name));
}

/** The names that 项 of these endings have below every 款; 其他… goes on with the name of the 款. */
const UNIVERSAL_NAMES: Readonly<Record<string, RegExp>> = {
  '01': /^行政运行$/,
  '02': /^一般行政管理事务$/,
  '03': /^机关服务$/,
  '50': /^事业运行$/,
  '99': /^其他/,
};

/** Whether a 项 would lose the name that its like have everywhere. */
function isUniversal({ scheme, code, level, name }: CodeEntry, next: string): boolean {
  const pattern = scheme === 'function' && level === 3 ? UNIVERSAL_NAMES[code.slice(-2)] : undefined;
  return pattern !== undefined && pattern.test(name) && !pattern.test(next);
}

/** Whether another code of the classification bears the name of a change; of regions one beside it, as districts of many cities share names. */
function namesOfOthers(entries: readonly CodeEntry[]): (change: Change) => boolean {
  const keyOf = ({
    scheme,
    edition,
    parentCode,
    name,
  }: Pick<CodeEntry, 'scheme' | 'edition' | 'parentCode' | 'name'>) =>
    [scheme, edition, scheme === 'region' ? parentCode : '', nameKeys(name).exact].join(' ');
  const bearers = groupBy(
    entries.filter((entry) => isInForce(entry, null)),
    keyOf,
  );
  return ({ row, parentCode }) =>
    (bearers.get(keyOf({ ...row, parentCode })) ?? []).some(({ code }) => code !== row.code);
}

/** Why a row can't stand where it says; null where it can. */
function orphanReason(
  parentCode: string | null,
  possible: readonly string[],
  isKnown: (code: string) => boolean,
): string | null {
  if (possible.length === 0) return null;
  if (parentCode === null)
    return `the code above it, ${possible.join(' or ')}, is neither in the codebook nor in the file`;
  if (!isKnown(parentCode)) return `its parent ${parentCode} is neither in the codebook nor in the file`;
  return possible.includes(parentCode)
    ? null
    : `its parent ${parentCode} does not go with the code, which belongs below ${possible.join(' or ')}`;
}

/** Whether an entry bore this name in the year: as its present name or as an old one of that year. */
function isNamed(entry: CodeEntry, name: string, year: number | null): boolean {
  const { exact } = nameKeys(name);
  const ofYear = entry.oldNames.filter(
    ({ from, to }) => year !== null && (from !== null || to !== null) && (from ?? year) <= year && year <= (to ?? year),
  );
  return [entry, ...ofYear].some((one) => nameKeys(one.name).exact === exact);
}

function kindOf({ validFrom, validTo }: CodeEntry, year: number | null): Change['kind'] {
  if (year === null) return 'contradiction';
  if (validTo !== null && year > validTo) return 'resumed';
  const since = validFrom ?? Math.min(TABLES_YEAR, validTo ?? TABLES_YEAR);
  if (year === since) return 'contradiction';
  return year > since ? 'renamed' : 'former';
}

/** Share of the codes at the top that a file must have for those it lacks to be worth a word: a part of an edition has one or two. */
const MOST_TOPS = 0.5;

/** The codes in force that stand beside codes of the file. */
function findAbsent(
  rows: readonly EditionRow[],
  year: number | null,
  entries: readonly CodeEntry[],
): readonly CodeEntry[] {
  const given = new Set(rows.map(codeKey));
  const inForce = entries.filter((entry) => isInForce(entry, year));
  const siblings = groupBy(inForce, ({ scheme, edition, parentCode }) => `${scheme} ${edition} ${parentCode ?? ''}`);
  return [...siblings.values()].flatMap((group) => {
    const absent = group.filter((entry) => !given.has(codeKey(entry)));
    const isTop = group[0]?.parentCode === null;
    const least = isTop ? MOST_TOPS * group.length : 1;
    return group.length - absent.length >= least ? absent : [];
  });
}

/** Names a code across schemes and editions. */
export function codeKey({ scheme, edition, code }: Pick<CodeEntry, 'scheme' | 'edition' | 'code'>): string {
  return `${scheme} ${edition} ${code}`;
}
