import type { CodeEntry } from '../types.js';

/** A name by its exact key. */
export interface KeyedEntry {
  readonly entry: CodeEntry;
  readonly exact: string;
}

/** Names by the pairs of neighbouring characters in them. */
export interface PairIndex {
  readonly names: readonly PairedName[];
  /** For each pair the places in `names` of those that contain it. */
  readonly bearers: ReadonlyMap<string, readonly number[]>;
}

interface PairedName extends KeyedEntry {
  readonly pairCount: number;
}

export interface SimilarName {
  readonly entry: CodeEntry;
  /** 0 to 1, 1 for equal names. */
  readonly likeness: number;
  /** The names differ by one character, or one is the other cut off. */
  readonly isSlip: boolean;
}

/** Shortest beginning of a longer name that is taken for that name cut off; shorter ones begin too many names. */
const SHORTEST_STUB = 4;
/** A name cut off after `SHORTEST_STUB` characters or more is at least this like the whole. */
const STUB_LIKENESS = 0.85;

export function indexPairs(names: readonly KeyedEntry[]): PairIndex {
  const bearers = new Map<string, number[]>();
  const paired = names.map((name, at) => {
    const pairs = pairsOf(name.exact);
    for (const pair of pairs) {
      const places = bearers.get(pair);
      if (places === undefined) bearers.set(pair, [at]);
      else places.push(at);
    }
    return { ...name, pairCount: pairs.size };
  });
  return { names: paired, bearers };
}

/** The entries whose names are at least `least` like `exact` (an exact key), likest first. */
export function findSimilar(exact: string, index: PairIndex, least: number): readonly SimilarName[] {
  const pairs = pairsOf(exact);
  const found: SimilarName[] = [];
  for (const [at, count] of countShared(pairs, index)) {
    const name = index.names[at];
    if (name === undefined) continue;
    const share = withStub(dice(count, pairs.size, name.pairCount), exact, name.exact);
    if (share < least) continue;
    const isSlip = isStub(exact, name.exact) || differsByOne(exact, name.exact);
    found.push({ entry: name.entry, likeness: share, isSlip });
  }
  return found.sort((a, b) => b.likeness - a.likeness);
}

/** How many of `pairs` the names of the index contain, by their place there; only those that contain any. */
function countShared(pairs: ReadonlySet<string>, { bearers }: PairIndex): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const pair of pairs) for (const at of bearers.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return shared;
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

/** One character written wrongly, left out or added. */
function differsByOne(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  return start + end >= long.length - 1;
}

function pairsOf(text: string): ReadonlySet<string> {
  const chars = Array.from(text);
  return new Set(chars.slice(1).map((char, index) => `${chars[index] ?? ''}${char}`));
}
