/** What the name beside a printed code says of that code. */
import type { CodeEntry, CodeQuery } from '../types.js';
import { nameKeys } from './normalise.js';
import type { SchemeIndex } from './scheme-index.js';
import { findByName, tierOf } from './scheme-index.js';
import type { CODE_SCORES } from './scores.js';
import { likeness } from './similar.js';
import { isOfEdition, sharesCodeWithOtherGoods } from './validity.js';

/** How alike a printed and an official name must be to be the same name cut off or slightly changed. */
const SAME_NAME = 0.6;
/** Characters of a name that still say which one it is, beside its code. */
const SHORTEST_PART = 4;
/** A sibling's name is clearly nearer to the printed one when it is so much liker than the code's own. */
const CLEARLY_NEARER = 0.1;
/** Names less alike than this have a mere word in common. */
const LEAST_LIKENESS = 0.4;

export type NameEvidence = Exclude<keyof typeof CODE_SCORES, 'completed'>;

/** The kind of evidence that name and code together are for `entry`, the printed code's, and why in words. */
export function judgeName(entry: CodeEntry, query: CodeQuery, index: SchemeIndex): readonly [NameEvidence, string] {
  const { exact } = nameKeys(query.name ?? '');
  if (exact === '') return judgeNameless(entry, query, index);
  const hits = findByName(index, exact, query.year);
  const own = hits.find((hit) => hit.entry === entry);
  if (own !== undefined)
    return tierOf(own, query.year).startsWith('old')
      ? ['oldName', 'printed code with an old name of it']
      : ['officialName', 'printed code with its own name'];
  if (hits.length > 0) return ['otherName', `printed code, but its name is ${entry.name}`];
  const nearer = nearerSibling(entry, query.name ?? '', index);
  if (nearer !== null)
    return [
      'otherName',
      `printed code, but its name is ${entry.name} and the printed one is like ${nearer.entry.name}`,
    ];
  if (isSameName(exact, nameKeys(entry.name).exact)) return ['similarName', `printed code, name like ${entry.name}`];
  return ['unknownName', `printed code, but its name is ${entry.name} and no code bears the printed one`];
}

/** Editions of the procurement catalogue give many codes to other goods: without a name nobody knows which are meant. */
function judgeNameless(entry: CodeEntry, query: CodeQuery, index: SchemeIndex): readonly [NameEvidence, string] {
  const others = (index.byCode.get(entry.code) ?? []).filter((other) => sharesCodeWithOtherGoods(entry, other));
  if (others.length === 0 && isOfEdition(entry, query.year)) return ['noName', 'printed code, no name beside it'];
  return ['noNameOfEdition', 'printed code, no name beside it, and another edition gives the code to other goods'];
}

/** A name broken by the end of a cell, or slightly changed; the code beside it leaves little doubt. */
function isSameName(printed: string, official: string): boolean {
  const isPart = printed.length >= SHORTEST_PART && official.includes(printed);
  return isPart || likeness(printed, official) >= SAME_NAME;
}

/** The sibling of a code whose name is clearly liker to the printed one than the code's own; null where none is. */
export function nearerSibling(
  entry: CodeEntry,
  printed: string,
  index: SchemeIndex,
): { readonly entry: CodeEntry; readonly likeness: number } | null {
  const { exact } = nameKeys(printed);
  const own = likeness(exact, nameKeys(entry.name).exact);
  const siblings = (index.byParent.get(entry.parentCode) ?? []).filter(
    ({ code, edition }) => code !== entry.code && edition === entry.edition,
  );
  const nearest = siblings
    .map((sibling) => ({ entry: sibling, likeness: likeness(exact, nameKeys(sibling.name).exact) }))
    .reduce<{ entry: CodeEntry; likeness: number } | null>(
      (best, one) => (best === null || one.likeness > best.likeness ? one : best),
      null,
    );
  if (nearest === null || nearest.likeness < LEAST_LIKENESS) return null;
  return nearest.likeness - own >= CLEARLY_NEARER ? nearest : null;
}
