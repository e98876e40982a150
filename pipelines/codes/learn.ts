/** `codes learn`: what documents print as codes and names that the codebook lacks or contradicts. */
import type { CodePair } from '../../sinks/index.js';
import {
  cleanCode,
  groupBy,
  hasShape,
  IMPORTABLE_SCHEMES,
  likeness,
  nameKeys,
  ORGANISATION,
  readNameCell,
  type Codebook,
  type CodeEntry,
  type ImportableScheme,
  type PairKind,
} from '../../transforms/index.js';

/** A pair to review, over all years in which it stands. */
export interface LearnedPair {
  readonly kind: PairKind;
  readonly scheme: ImportableScheme;
  readonly codePrinted: string | null;
  readonly namePrinted: string;
  /** The code it was mapped to, and that code's name; null for none, and for an unknown code, which is what the row teaches. */
  readonly code: string | null;
  readonly name: string | null;
  readonly documents: number;
  readonly lines: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** One of the places: file name, then page, table and row. */
  readonly example: string;
}

/** The pairs that are worth a look, those of most documents first. Pairs without a name teach nothing. */
export function learnPairs(pairs: readonly CodePair[], codebook: Codebook): readonly LearnedPair[] {
  const index = indexEntries(codebook.entries);
  const documents = countDocuments(pairs);
  const merged = new Map<string, LearnedPair>();
  for (const pair of pairs) {
    const learned = learn({ ...pair, allDocuments: documents.get(pairKey(pair)) ?? 0 }, codebook, index);
    if (learned === null) continue;
    const { kind, scheme, codePrinted, namePrinted, code } = learned;
    const key = JSON.stringify([kind, scheme, codePrinted, namePrinted, code]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? learned : merge(known, learned));
  }
  return [...merged.values()].sort((a, b) => b.documents - a.documents || b.lines - a.lines);
}

/** In how many documents a pair stands, over all years. */
function countDocuments(pairs: readonly CodePair[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pairKey(pair), (counts.get(pairKey(pair)) ?? 0) + pair.documents);
  return counts;
}

function pairKey({ scheme, codePrinted, namePrinted, code }: CodePair): string {
  return JSON.stringify([scheme, codePrinted, namePrinted, code]);
}

interface EntryIndex {
  readonly byCode: ReadonlyMap<string, readonly CodeEntry[]>;
  readonly byParent: ReadonlyMap<string, readonly CodeEntry[]>;
  /** Present and former names of all codes, each with its classification before it. */
  readonly names: ReadonlySet<string>;
}

function indexEntries(entries: readonly CodeEntry[]): EntryIndex {
  const byCode = new Map<string, CodeEntry[]>();
  const names = new Set<string>();
  const byParent = new Map(groupBy(entries, parentKey));
  for (const entry of entries) {
    const codeKey = `${entry.scheme} ${entry.code}`;
    byCode.set(codeKey, [...(byCode.get(codeKey) ?? []), entry]);
    for (const name of namesOf(entry)) names.add(`${entry.scheme} ${nameKeys(name).loose}`);
  }
  return { byCode, byParent, names };
}

function parentKey({ scheme, edition, parentCode }: CodeEntry): string {
  return `${scheme} ${edition} ${parentCode ?? ''}`;
}

function namesOf({ name, oldNames }: CodeEntry): readonly string[] {
  return [name, ...oldNames.map((old) => old.name)];
}

function learn(pair: CountedPair, codebook: Codebook, index: EntryIndex): LearnedPair | null {
  const scheme = IMPORTABLE_SCHEMES.find((known) => known === pair.scheme);
  const namePrinted = pair.namePrinted === null ? null : readNameCell(pair.namePrinted);
  if (scheme === undefined || namePrinted === null || nameKeys(namePrinted).exact === '') return null;
  const kind = kindOf({ ...pair, scheme, namePrinted }, index);
  if (kind === null) return null;
  const { codePrinted, fiscalYear, documents, lines, example } = pair;
  const code = kind === 'unknown_code' ? null : pair.code;
  const name = code === null ? null : (codebook.entry(scheme, code, fiscalYear)?.name ?? null);
  const years = { firstYear: fiscalYear, lastYear: fiscalYear };
  return { kind, scheme, codePrinted, namePrinted, code, name, documents, lines, ...years, example };
}

interface CountedPair extends CodePair {
  readonly allDocuments: number;
}

interface NamedPair extends CountedPair {
  readonly scheme: ImportableScheme;
  readonly namePrinted: string;
}

/** A row that prints only a part of its code, or none, is judged by the code it was mapped to. */
function kindOf(pair: NamedPair, index: EntryIndex): PairKind | null {
  const { scheme, codePrinted, namePrinted, code, fiscalYear } = pair;
  const printed = cleanCode(codePrinted ?? '');
  const isWhole = hasShape(scheme, printed);
  const subject = isWhole ? printed : code;
  if (subject === null) return isOrganisation(pair) ? null : 'unknown_name';
  const entries = index.byCode.get(`${scheme} ${subject}`) ?? [];
  const bearers = entries.filter((entry) => bears(entry, namePrinted));
  if (bearers.length > 0) return bearers.some((entry) => isOfYear(entry, fiscalYear)) ? null : 'out_of_force';
  // A class that the tables lack may well have a name that others have: 行政运行 stands below every 款.
  if (entries.length === 0) return isOrganisation(pair) ? null : 'unknown_code';
  if (index.names.has(`${scheme} ${nameKeys(namePrinted).loose}`)) return 'contradiction';
  if (isOrganisation(pair)) return null;
  return entries.some((entry) => mayBear(entry, pair, index)) ? 'unknown_name' : 'contradiction';
}

/** 政协会议 may be called 政协大会; a 委员会 or 协会 holds meetings. */
const MEETING = /(?<!委员|联合|协|学|商|工)会$/;

/** Rows of units stand among rows of classes; goods and places may well be named like them. */
function isOrganisation({ scheme, namePrinted }: NamedPair): boolean {
  return (
    scheme !== 'procurement' && scheme !== 'region' && ORGANISATION.test(namePrinted) && !MEETING.test(namePrinted)
  );
}

/** Names of one class in two spellings are at least so alike. */
const FAIR_LIKENESS = 0.3;
/** A name unlike the class's own is learnt where so many documents print it. */
const SEVERAL_DOCUMENTS = 2;

/** Whether a name that no code bears is likely another name of this one, and not that of a sibling, or of an item that the table numbers. */
function mayBear(
  entry: CodeEntry,
  { namePrinted, isDoubted, allDocuments }: NamedPair,
  { byParent }: EntryIndex,
): boolean {
  const own = likenessTo(entry, namePrinted);
  const siblings = (byParent.get(parentKey(entry)) ?? []).filter(({ code }) => code !== entry.code);
  if (isDoubted || siblings.some((sibling) => likenessTo(sibling, namePrinted) > own)) return false;
  return own >= FAIR_LIKENESS || allDocuments >= SEVERAL_DOCUMENTS;
}

/** The most that any name of a code is like a printed one. */
function likenessTo(entry: CodeEntry, printed: string): number {
  return Math.max(...namesOf(entry).map((name) => likeness(nameKeys(printed).loose, nameKeys(name).loose)));
}

function bears(entry: CodeEntry, name: string): boolean {
  const { loose } = nameKeys(name);
  return namesOf(entry).some((one) => nameKeys(one).loose === loose);
}

/** Years that nobody knows exclude nothing. */
function isOfYear({ validFrom, validTo }: CodeEntry, year: number | null): boolean {
  return year === null || ((validFrom ?? year) <= year && year <= (validTo ?? year));
}

function merge(a: LearnedPair, b: LearnedPair): LearnedPair {
  const years = [a.firstYear, a.lastYear, b.firstYear, b.lastYear].filter((year) => year !== null);
  return {
    ...a,
    name: a.name ?? b.name,
    documents: a.documents + b.documents,
    lines: a.lines + b.lines,
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
    example: a.example < b.example ? a.example : b.example,
  };
}
