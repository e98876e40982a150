import type { Scheme } from '../types.js';
import { groupBy } from './group-by.js';
import { lookup } from './lookup/index.js';
import type { SchemeIndex } from './lookup/scheme-index.js';
import { indexScheme } from './lookup/scheme-index.js';
import { pickForYear } from './lookup/validity.js';
import { makeRegionFinder } from './regions/find-region.js';
import type { Codebook, CodeEntry, CrosswalkEntry } from './types.js';

/** A codebook over entries at hand; a scheme is indexed when it is first asked for. */
export function openCodebook(entries: readonly CodeEntry[], crosswalk: readonly CrosswalkEntry[]): Codebook {
  const byScheme = groupBy(entries, ({ scheme }) => scheme);
  const indexOf = remember((scheme: Scheme): SchemeIndex => indexScheme(byScheme.get(scheme) ?? []));
  const regionFinder = remember((scheme: 'region') => makeRegionFinder(byScheme.get(scheme) ?? []));
  return {
    lookup: rememberAnswers((query) => lookup(query, indexOf(query.scheme))),
    entry: (scheme, code, year) => pickForYear(indexOf(scheme).byCode.get(code) ?? [], year),
    children: (scheme, code) => indexOf(scheme).byParent.get(code) ?? [],
    findRegion: (text) => regionFinder('region')(text),
    entries,
    crosswalk,
  };
}

/** Answers kept at most; disclosures repeat the same few thousand names in every table of every document. */
const MOST_ANSWERS = 50_000;

/** Keeps answers by what was asked; starts anew when there are too many. */
function rememberAnswers(answer: Codebook['lookup']): Codebook['lookup'] {
  const answers = new Map<string, ReturnType<Codebook['lookup']>>();
  return (query) => {
    const { scheme, year, code, name, path, parentCode, budget } = query;
    const key = JSON.stringify([scheme, year, code, name, path, parentCode, budget]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const found = answer(query);
    answers.set(key, found);
    return found;
  };
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
