import { groupBy } from '../group-by.js';
import { cleanCode, dropFillers, isWholeCode } from '../printed-code.js';
import type { CodeCandidate, CodeEntry, CodeQuery } from '../types.js';
import { lookupName } from './by-name.js';
import { judgeName, nearerSibling } from './judge-name.js';
import type { SchemeIndex } from './scheme-index.js';
import { findByName } from './scheme-index.js';
import { CODE_SCORES, CONFLICT, LEAST_SCORE, MOST_CANDIDATES, PENALTY, toScore, UNKNOWN_CODE } from './scores.js';
import { isInForce, pickForYear } from './validity.js';

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
  if (own.score > CODE_SCORES.unknownName) return [own];
  const named = rivals(entry, query, index);
  const others = named.length > 0 ? named : likerSiblings(entry, query, index);
  return rank([own, ...others]).slice(0, MOST_CANDIDATES);
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

/** A sibling whose name the printed one is clearly more like. */
function likerSiblings(entry: CodeEntry, query: CodeQuery, index: SchemeIndex): readonly CodeCandidate[] {
  const sibling = nearerSibling(entry, query.name ?? '', index);
  if (sibling === null) return [];
  const reason = `like ${sibling.entry.name}, against the printed code ${entry.code}`;
  const score = toScore(sibling.likeness * CONFLICT[relationOf(sibling.entry, entry)]);
  return [{ entry: sibling.entry, method: 'similar', score, reason }];
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
