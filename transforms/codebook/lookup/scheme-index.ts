import { groupBy } from '../group-by.js';
import type { BudgetScope, CodeEntry, OldName } from '../types.js';
import { nameKeys } from './normalise.js';
import type { PairIndex } from './similar.js';
import { indexPairs } from './similar.js';

/** A name of the codebook that a printed name meets. */
export interface NameHit {
  readonly entry: CodeEntry;
  /** The old name that it is; null for the present official name. */
  readonly old: OldName | null;
  /** `loose`: equal but for a suffix and other words that documents add and leave out freely. */
  readonly spelling: 'exact' | 'loose';
}

/** How a printed name meets a name of the codebook in a given year, surest first. */
const NAME_TIERS = ['official', 'suffix', 'old', 'old_suffix'] as const;
export type NameTier = (typeof NAME_TIERS)[number];

/** An old name in the years in which it was the official one counts as official. */
export function tierOf({ old, spelling }: NameHit, year: number | null): NameTier {
  if (old === null || wasOfficial(old, year)) return spelling === 'exact' ? 'official' : 'suffix';
  return spelling === 'exact' ? 'old' : 'old_suffix';
}

function wasOfficial({ from, to }: OldName, year: number | null): boolean {
  if (year === null || (from === null && to === null)) return false;
  return (from ?? year) <= year && year <= (to ?? year);
}

/** The entries of one scheme by code, by parent and by the keys of their names. */
export interface SchemeIndex {
  readonly byCode: ReadonlyMap<string, readonly CodeEntry[]>;
  readonly byParent: ReadonlyMap<string | null, readonly CodeEntry[]>;
  readonly byExactKey: ReadonlyMap<string, readonly NameHit[]>;
  readonly byLooseKey: ReadonlyMap<string, readonly NameHit[]>;
  /** Official names only: a name like an old name would be a guess twice over. Made when first asked for: most documents print whole names. */
  readonly byPair: PairIndex;
}

/** Indexes the entries of a scheme by what documents print of them. */
export function indexScheme(entries: readonly CodeEntry[]): SchemeIndex {
  const names = entries.flatMap(keyedNames);
  let pairs: PairIndex | null = null;
  return {
    byCode: groupBy(entries, (entry) => entry.code),
    byParent: groupBy(entries, (entry) => entry.parentCode),
    byExactKey: groupBy(names, ({ exact }) => exact),
    byLooseKey: groupBy(
      names.map((name) => ({ ...name, spelling: 'loose' as const })),
      ({ loose }) => loose,
    ),
    get byPair() {
      return (pairs ??= indexPairs(names.filter(({ old }) => old === null)));
    },
  };
}

interface KeyedName extends NameHit {
  readonly exact: string;
  readonly loose: string;
}

function keyedNames(entry: CodeEntry): readonly KeyedName[] {
  const keyed = (name: string, old: OldName | null): KeyedName => ({
    entry,
    old,
    spelling: 'exact',
    ...nameKeys(name),
  });
  return [keyed(entry.name, null), ...entry.oldNames.map((old) => keyed(old.name, old))];
}

/** Every entry that bears a name, once, with the surest way in which it does in `year`. */
export function findByName(index: SchemeIndex, text: string, year: number | null): readonly NameHit[] {
  const { exact, loose } = nameKeys(text);
  if (exact === '') return [];
  const hits = [...(index.byExactKey.get(exact) ?? []), ...(index.byLooseKey.get(loose) ?? [])];
  if (hits.length < 2) return hits;
  const surest = new Map<CodeEntry, NameHit>();
  for (const hit of hits) {
    const known = surest.get(hit.entry);
    if (known === undefined || rankOf(hit, year) < rankOf(known, year)) surest.set(hit.entry, hit);
  }
  return [...surest.values()].sort((a, b) => rankOf(a, year) - rankOf(b, year));
}

function rankOf(hit: NameHit, year: number | null): number {
  return NAME_TIERS.indexOf(tierOf(hit, year));
}

/** Whether any class below `entry` belongs to `budget`. */
export function servesBelow(index: SchemeIndex, entry: CodeEntry, budget: BudgetScope): boolean {
  return (index.byParent.get(entry.code) ?? []).some(
    (child) => child.budget === budget || servesBelow(index, child, budget),
  );
}

/** The codes above an entry, nearest first. */
export function ancestorCodes(index: SchemeIndex, entry: CodeEntry): readonly string[] {
  if (entry.parentCode === null) return [];
  const parent = index.byCode.get(entry.parentCode)?.find(({ edition }) => edition === entry.edition);
  return [entry.parentCode, ...(parent === undefined ? [] : ancestorCodes(index, parent))];
}
