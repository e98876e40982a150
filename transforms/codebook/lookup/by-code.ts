import { groupBy } from '../group-by.js';
import { cleanCode, dropFillers, isWholeCode } from '../printed-code.js';
import type { CodeCandidate, CodeEntry, CodeQuery } from '../types.js';
import { lookupName } from './by-name.js';
import { nameKeys } from './normalise.js';
import type { SchemeIndex } from './scheme-index.js';
import { findByName, tierOf } from './scheme-index.js';
import { CODE_SCORES, CONFLICT, LEAST_SCORE, MOST_CANDIDATES, PENALTY, toScore, UNKNOWN_CODE } from './scores.js';
import { likeness } from './similar.js';
import { isInForce, pickForYear } from './validity.js';

/** How alike a printed and an official name must be to be the same name cut off or slightly changed. */
const SAME_NAME = 0.6;
/** Characters of a name that still say which one it is, beside its code. */
const SHORTEST_PART = 4;
/** Digits of a row's own part of a code; more are a code of their own. */
const LONGEST_FRAGMENT = 2;

/** Candidates for a printed code and the name beside it, best first; never trusts the code against its name. */
export function lookupCode(query: CodeQuery, index: SchemeIndex): readonly CodeCandidate[] {
  const printed = cleanCode(query.code ?? '');
  const whole = index.byCode.get(printed) ?? index.byCode.get(dropFillers(printed)) ?? [];
  const entries = whole.length > 0 ? whole : (index.byCode.get(completeCode(printed, query)) ?? []);
  const entry = pickByName(entries, query, index);
  if (entry === null) return lookupAfterUnknownCode(printed, query, index);
  const cap = whole.length > 0 ? 1 : CODE_SCORES.completed;
  const own = codeCandidate(entry, query, index, cap);
  return own.score > CODE_SCORES.unknownName
    ? [own]
    : rank([own, ...rivals(entry, query, index)]).slice(0, MOST_CANDIDATES);
}

/** A column that holds only the row's own part of the code (`01`, or `1` for `01`) needs the parent's before it. */
function completeCode(printed: string, query: CodeQuery): string {
  const parent = query.parentCode ?? '';
  return parent === '' || printed === '' || printed.length > LONGEST_FRAGMENT ? '' : parent + printed.padStart(2, '0');
}

/** Editions share codes: the printed name decides between them, then the year. */
function pickByName(entries: readonly CodeEntry[], query: CodeQuery, index: SchemeIndex): CodeEntry | null {
  const bearers = findByName(index, query.name ?? '', query.year).map(({ entry }) => entry);
  const named = entries.filter((entry) => bearers.includes(entry));
  return pickForYear(named.length > 0 ? named : entries, query.year);
}

function codeCandidate(entry: CodeEntry, query: CodeQuery, index: SchemeIndex, cap: number): CodeCandidate {
  const [evidence, reason] = judgeName(entry, query, index);
  const late = isInForce(entry, query.year) || query.year === null ? 0 : PENALTY.year;
  const score = toScore(Math.min(CODE_SCORES[evidence], cap) - late);
  return {
    entry,
    method: 'code',
    score,
    reason: late > 0 ? `${reason}; not in force in ${String(query.year)}` : reason,
  };
}

type NameEvidence = Exclude<keyof typeof CODE_SCORES, 'completed'>;

function judgeName(entry: CodeEntry, query: CodeQuery, index: SchemeIndex): readonly [NameEvidence, string] {
  const { exact } = nameKeys(query.name ?? '');
  if (exact === '') return ['noName', 'printed code, no name beside it'];
  const hits = findByName(index, exact, query.year);
  const own = hits.find((hit) => hit.entry === entry);
  if (own !== undefined)
    return tierOf(own, query.year).startsWith('old')
      ? ['oldName', 'printed code with an old name of it']
      : ['officialName', 'printed code with its own name'];
  if (hits.length > 0) return ['otherName', `printed code, but its name is ${entry.name}`];
  if (isSameName(exact, nameKeys(entry.name).exact)) return ['similarName', `printed code, name like ${entry.name}`];
  return ['unknownName', `printed code, but its name is ${entry.name} and no code bears the printed one`];
}

/** A name broken by the end of a cell, or slightly changed; the code beside it leaves little doubt. */
function isSameName(printed: string, official: string): boolean {
  const isPart = printed.length >= SHORTEST_PART && official.includes(printed);
  return isPart || likeness(printed, official) >= SAME_NAME;
}

/** The codes that bear the printed name where the printed code does not: its siblings and children are likeliest. */
function rivals(entry: CodeEntry, query: CodeQuery, index: SchemeIndex): readonly CodeCandidate[] {
  const family = [entry.parentCode, entry.code];
  const parents = query.parentCode == null ? family : [query.parentCode];
  const found = parents.flatMap((parentCode) => lookupName({ ...query, parentCode }, index));
  const best = [...groupBy(rank(found), (candidate) => candidate.entry).values()].flatMap((same) => same.slice(0, 1));
  return best
    .filter((candidate) => candidate.method !== 'similar' && candidate.entry !== entry)
    .map((candidate) => {
      const cap = CONFLICT[relationOf(candidate.entry, entry)];
      const reason = `${candidate.reason}, against the printed code ${entry.code}`;
      return { ...candidate, score: Math.min(candidate.score, cap), reason };
    });
}

function relationOf(named: CodeEntry, printed: CodeEntry): keyof typeof CONFLICT {
  if (printed.parentCode === null) return 'top';
  return named.parentCode === printed.parentCode || named.parentCode === printed.code ? 'sibling' : 'elsewhere';
}

/** A name like one in the codebook beside a code that is not is likelier a class that the codebook lacks: similar names do not count. */
function lookupAfterUnknownCode(printed: string, query: CodeQuery, index: SchemeIndex): readonly CodeCandidate[] {
  const named = lookupName(query, index).filter(({ method }) => method !== 'similar');
  return named.map((candidate) => afterUnknownCode(candidate, printed)).toSorted((a, b) => b.score - a.score);
}

function afterUnknownCode(candidate: CodeCandidate, printed: string): CodeCandidate {
  const { scheme, code, parentCode } = candidate.entry;
  const isNext = printed.length === code.length && printed.startsWith(parentCode ?? '');
  // what is no whole code is a misprint rather than a class that the codebook lacks
  const share = isNext || !isWholeCode(scheme, printed) ? UNKNOWN_CODE.sibling : UNKNOWN_CODE.elsewhere;
  const reason = `${candidate.reason}; the printed code is unknown`;
  return { ...candidate, score: toScore(candidate.score * share), reason };
}

function rank(candidates: readonly CodeCandidate[]): readonly CodeCandidate[] {
  return candidates.filter(({ score }) => score >= LEAST_SCORE).toSorted((a, b) => b.score - a.score);
}
