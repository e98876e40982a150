import { groupBy } from '../group-by.js';
import type { CodeEntry } from '../types.js';
import { nameKeys } from './normalise.js';
import type { PairIndex } from './similar.js';
import { indexPairs } from './similar.js';

/** How a printed name meets a name of the codebook, surest first. */
export type NameTier = 'official' | 'suffix' | 'old' | 'old_suffix';

export interface NameHit {
  readonly entry: CodeEntry;
  readonly tier: NameTier;
}

/** The entries of one scheme by code, by parent and by the keys of their names. */
export interface SchemeIndex {
  readonly byCode: ReadonlyMap<string, readonly CodeEntry[]>;
  readonly byParent: ReadonlyMap<string | null, readonly CodeEntry[]>;
  readonly byExactKey: ReadonlyMap<string, readonly NameHit[]>;
  readonly byLooseKey: ReadonlyMap<string, readonly NameHit[]>;
  /** Official names only: a name like an old name would be a guess twice over. */
  readonly byPair: PairIndex;
}

/** Indexes the entries of a scheme; a name that is both official and old of one code counts as official. */
export function indexScheme(entries: readonly CodeEntry[]): SchemeIndex {
  const names = entries.flatMap(keyedNames);
  return {
    byCode: groupBy(entries, (entry) => entry.code),
    byParent: groupBy(entries, (entry) => entry.parentCode),
    byExactKey: groupBy(names, ({ exact }) => exact),
    byLooseKey: groupBy(names.map(asLoose), ({ loose }) => loose),
    byPair: indexPairs(names.filter(({ tier }) => tier === 'official')),
  };
}

interface KeyedName extends NameHit {
  readonly exact: string;
  readonly loose: string;
}

function keyedNames(entry: CodeEntry): readonly KeyedName[] {
  const keyed = (name: string, tier: NameTier): KeyedName => ({ entry, tier, ...nameKeys(name) });
  return [keyed(entry.name, 'official'), ...entry.oldNames.map(({ name }) => keyed(name, 'old'))];
}

function asLoose(name: KeyedName): KeyedName {
  return { ...name, tier: name.tier === 'official' ? 'suffix' : 'old_suffix' };
}

/** Every entry that bears a name, once, with the surest way in which it does. */
export function findByName(index: SchemeIndex, text: string): readonly NameHit[] {
  const { exact, loose } = nameKeys(text);
  if (exact === '') return [];
  const hits = [...(index.byExactKey.get(exact) ?? []), ...(index.byLooseKey.get(loose) ?? [])];
  const order: readonly NameTier[] = ['official', 'suffix', 'old', 'old_suffix'];
  const surest = [...hits].sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier));
  const seen = new Set<CodeEntry>();
  return surest.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}

/** The codes above an entry, nearest first. */
export function ancestorCodes(index: SchemeIndex, entry: CodeEntry): readonly string[] {
  if (entry.parentCode === null) return [];
  const parent = index.byCode.get(entry.parentCode)?.find(({ edition }) => edition === entry.edition);
  return [entry.parentCode, ...(parent === undefined ? [] : ancestorCodes(index, parent))];
}
