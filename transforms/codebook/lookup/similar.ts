import type { CodeEntry } from '../types.js';

/** A name by its exact key. */
export interface KeyedEntry {
  readonly entry: CodeEntry;
  readonly exact: string;
}

interface PairedName extends KeyedEntry {
  readonly pairCount: number;
}

/** Entries by the pairs of neighbouring characters in their official names. */
export type PairIndex = ReadonlyMap<string, readonly PairedName[]>;

export interface SimilarName {
  readonly entry: CodeEntry;
  /** 0 to 1, 1 for equal names. */
  readonly likeness: number;
}

/** Shortest beginning of a longer name that is taken for that name cut off; shorter ones begin too many names. */
const SHORTEST_STUB = 4;
/** A name cut off after `SHORTEST_STUB` characters or more is at least this like the whole. */
const STUB_LIKENESS = 0.85;

export function indexPairs(names: readonly KeyedEntry[]): PairIndex {
  const index = new Map<string, PairedName[]>();
  for (const name of names) {
    const pairs = pairsOf(name.exact);
    const paired = { ...name, pairCount: pairs.size };
    for (const pair of pairs) {
      const bearers = index.get(pair);
      if (bearers === undefined) index.set(pair, [paired]);
      else bearers.push(paired);
    }
  }
  return index;
}

/** The entries whose official names are at least `least` like `exact` (an exact key), likest first. */
export function findSimilar(exact: string, index: PairIndex, least: number): readonly SimilarName[] {
  const pairs = pairsOf(exact);
  const shared = new Map<PairedName, number>();
  for (const pair of pairs)
    for (const bearer of index.get(pair) ?? []) shared.set(bearer, (shared.get(bearer) ?? 0) + 1);
  return [...shared]
    .map(([name, count]) => ({
      entry: name.entry,
      likeness: withStub(dice(count, pairs.size, name.pairCount), exact, name.exact),
    }))
    .filter((similar) => similar.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness);
}

/** The likeness of two exact keys: the share of neighbouring pairs in common (Dice); a cut-off name counts as near. */
export function likeness(printed: string, official: string): number {
  const left = pairsOf(printed);
  const right = pairsOf(official);
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return withStub(dice(shared, left.size, right.size), printed, official);
}

function dice(shared: number, left: number, right: number): number {
  return (2 * shared) / (left + right);
}

function withStub(ofPairs: number, printed: string, official: string): number {
  return isStub(printed, official) ? Math.max(ofPairs, STUB_LIKENESS) : ofPairs;
}

function isStub(stub: string, whole: string): boolean {
  return stub.length >= SHORTEST_STUB && stub.length < whole.length && whole.startsWith(stub);
}

function pairsOf(text: string): ReadonlySet<string> {
  const chars = Array.from(text);
  return new Set(chars.slice(1).map((char, index) => `${chars[index] ?? ''}${char}`));
}
