import { groupBy } from '../group-by.js';
import type { CodeEntry, Region } from '../types.js';
import type { Mention, NameIndex } from './mentions.js';
import { findMentions, isFreeStart } from './mentions.js';
import { spokenNames } from './spoken-names.js';

/**
 * Prepares a search for the region that a publisher's name, title or sentence names first, as precisely as the words that
 * follow it directly say: 德阳市罗江区政协 → 罗江区. Null where none is named, or where several regions bear the name and no parent
 * stands in the text to choose. Current codes are preferred to retired ones.
 */
export function makeRegionFinder(regions: readonly CodeEntry[]): (text: string) => Region | null {
  const names = indexNames(regions);
  const parents = new Map(regions.map((region) => [region.code, region.parentCode]));
  return (text) => {
    const region = readRegion(text.normalize('NFKC').replace(/\s+/gu, ''), names, parents);
    return region === null ? null : { code: region.code, name: region.name };
  };
}

/** A name that is a region's full name is never read as another's short one. */
function indexNames(regions: readonly CodeEntry[]): NameIndex {
  const spoken = groupBy(regions.flatMap(spokenNames), ({ text }) => text);
  const settled = [...spoken].map(([text, names]) => {
    const full = names.filter(({ kind }) => kind === 'full');
    return [text, full.length > 0 ? full : names] as const;
  });
  return new Map(settled);
}

type Parents = ReadonlyMap<string, string | null>;

function readRegion(text: string, names: NameIndex, parents: Parents): CodeEntry | null {
  const mentions = findMentions(text, names);
  const opening = mentions.find((mention) => opensName(text, mention, mentions, parents));
  if (opening === undefined) return null;
  const named = mentions
    .filter(({ kind }) => kind === 'full')
    .flatMap(({ regions }) => regions.map(({ code }) => code));
  const others = named.filter((code) => !opening.regions.some((region) => region.code === code));
  const region = choose(opening.regions, new Set(others), parents);
  return region === null ? null : refine({ mention: opening, region }, mentions, parents);
}

/** A short name opens only as a province, or with one of its counties directly behind it. */
function opensName(text: string, mention: Mention, mentions: readonly Mention[], parents: Parents): boolean {
  if (mention.kind === 'full') return true;
  if (mention.regions.some((region) => findInner({ mention, region }, mentions, parents) !== null)) return true;
  return mention.regions.some(({ level }) => level === 1) && isFreeStart(text, mention);
}

interface Located {
  readonly mention: Mention;
  readonly region: CodeEntry;
}

/** Follows the names that stand one behind the other inwards: 德阳市 › 罗江区. */
function refine(outer: Located, mentions: readonly Mention[], parents: Parents): CodeEntry {
  const inner = findInner(outer, mentions, parents);
  return inner === null ? outer.region : refine(inner, mentions, parents);
}

/** The region inside `outer` that is named directly behind it; null where none is. */
function findInner(outer: Located, mentions: readonly Mention[], parents: Parents): Located | null {
  for (const mention of mentions) {
    if (mention.start <= outer.mention.start || mention.start > outer.mention.end) continue;
    const inside = mention.regions.filter(({ code }) => ancestorsOf(code, parents).includes(outer.region.code));
    const region = choose(inside, new Set(), parents);
    if (region !== null) return { mention, region };
  }
  return null;
}

/** The one among regions of a name: under a parent named in the text, current before retired, outer before inner. */
function choose(candidates: readonly CodeEntry[], named: ReadonlySet<string>, parents: Parents): CodeEntry | null {
  const placed = candidates.filter(({ code }) => ancestorsOf(code, parents).some((parent) => named.has(parent)));
  const pool = placed.length > 0 ? placed : candidates;
  const current = pool.filter(({ validTo }) => validTo === null);
  const last = current.length > 0 ? current : pool;
  const outer = last.filter(({ code }) =>
    last.every((other) => other.code === code || ancestorsOf(other.code, parents).includes(code)),
  );
  return outer[0] ?? null;
}

function ancestorsOf(code: string, parents: Parents): readonly string[] {
  const parent = parents.get(code) ?? null;
  return parent === null ? [] : [parent, ...ancestorsOf(parent, parents)];
}
