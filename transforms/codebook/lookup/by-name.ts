import type { CodeCandidate, CodeEntry, CodeQuery } from '../types.js';
import type { Context, Fit } from './context.js';
import { contextScore, fitContext, parentCodes, readContext } from './context.js';
import { nameKeys } from './normalise.js';
import type { NameHit, NameTier, SchemeIndex } from './scheme-index.js';
import { ancestorCodes, findByName, servesBelow, tierOf } from './scheme-index.js';
import {
  AMBIGUOUS,
  CLEAR_LEAD,
  LEAST_SCORE,
  LIKELIEST,
  MOST_CANDIDATES,
  NAME_SCORES,
  PENALTY,
  SIMILAR,
  toScore,
} from './scores.js';
import { findSimilar } from './similar.js';
import { isInForce, isOfEdition } from './validity.js';

/** Least likeness of a similar name: where the parent is known only its few children compete. */
const LEAST_LIKENESS = { withParent: 0.6, alone: 0.75 } as const;

const TIER_WORDS: Readonly<Record<NameTier, string>> = {
  official: 'official name',
  suffix: 'official name but for a suffix',
  old: 'old name or alias',
  old_suffix: 'old name or alias but for a suffix',
};
const FIT_WORDS: Readonly<Record<Fit, string>> = {
  parent: ' under its parent',
  former: ' under the old name of its parent',
  ancestor: ' under an ancestor',
  partial: ', a part of the path does not fit',
  contradicted: ', but what stands above it does not fit',
  none: '',
};

/** Candidates for a printed name, best first; the query's code is not looked at. Equal best scores: ambiguous. */
export function lookupName(query: CodeQuery, index: SchemeIndex): readonly CodeCandidate[] {
  const name = query.name ?? '';
  const context = readContext(query, index);
  const named = findByName(index, name, query.year).map((hit) => namedCandidate(hit, query, context, index));
  const fitting = named.some(({ score }) => score > AMBIGUOUS + PENALTY.mark + PENALTY.budget);
  const all = fitting ? named : [...named, ...similarCandidates(query, context, index)];
  return settle(onePerCode(all.toSorted((a, b) => b.score - a.score)));
}

/** A code that has several entries (renamed in an edition of its own) is one candidate, by the best of them. */
function onePerCode(ranked: readonly CodeCandidate[]): readonly CodeCandidate[] {
  const best = new Map<string, CodeCandidate>();
  for (const candidate of ranked) {
    const key = `${candidate.entry.edition} ${candidate.entry.code}`;
    if (!best.has(key)) best.set(key, candidate);
  }
  return [...best.values()];
}

/** Several best candidates of one score are all doubtful; a narrow lead makes the best likely, not certain. */
function settle(ranked: readonly CodeCandidate[]): readonly CodeCandidate[] {
  const useful = ranked.filter(({ score }) => score >= LEAST_SCORE);
  const [best, next] = useful;
  if (best === undefined || next === undefined) return useful;
  const equal = useful.filter(({ score }) => score === best.score);
  if (equal.length > 1)
    return equal.map((one) => doubt(one, best.score / equal.length, `${String(equal.length)} codes bear it`));
  const isNarrow = best.entry.level > 1 && best.score - next.score < CLEAR_LEAD;
  const most = best.method === 'similar' ? AMBIGUOUS : LIKELIEST;
  const first = isNarrow ? doubt(best, most, `${next.entry.code} is hardly less likely`) : best;
  return [first, ...useful.slice(1, MOST_CANDIDATES).map((one) => (isNarrow ? doubt(one, AMBIGUOUS, '') : one))];
}

function doubt(candidate: CodeCandidate, most: number, why: string): CodeCandidate {
  const reason = why === '' ? candidate.reason : `${candidate.reason}; ${why}`;
  return { ...candidate, score: toScore(Math.min(candidate.score, most)), reason };
}

function namedCandidate(hit: NameHit, query: CodeQuery, context: Context, index: SchemeIndex): CodeCandidate {
  const { entry } = hit;
  const tier = tierOf(hit, query.year);
  const fit = fitContext(entry, context, index);
  const isLoneOldName = tier === 'old_suffix' && fit === 'none' && entry.level > 1;
  const score =
    NAME_SCORES[tier] +
    contextScore(fit, entry) -
    penalty(entry, query, context, index) -
    (isLoneOldName ? PENALTY.loneOldName : 0);
  const underParent = fit === 'parent' || fit === 'former' || fit === 'ancestor';
  const method = tier !== 'official' ? 'alias' : underParent ? 'name_path' : 'name';
  return { entry, method, score: toScore(score), reason: TIER_WORDS[tier] + FIT_WORDS[fit] };
}

function similarCandidates(query: CodeQuery, context: Context, index: SchemeIndex): readonly CodeCandidate[] {
  const { exact } = nameKeys(query.name ?? '');
  const parents = parentCodes(context);
  const known = parents.size > 0 ? 'withParent' : 'alone';
  const isBelow = (entry: CodeEntry, likeness: number): boolean =>
    parents.size === 0 ||
    parents.has(entry.parentCode ?? '') ||
    (likeness >= LEAST_LIKENESS.alone && ancestorCodes(index, entry).some((code) => parents.has(code)));
  return findSimilar(exact, index.byPair, LEAST_LIKENESS[known])
    .filter(({ entry, likeness }) => likeness < 1 && isBelow(entry, likeness))
    .map(({ entry, likeness, isSlip }) => ({
      entry,
      method: 'similar' as const,
      score: toScore(likeness * SIMILAR[isSlip ? known : 'words'] - penalty(entry, query, context, index)),
      reason: `${likeness.toFixed(2)} like ${entry.name}`,
    }));
}

/** What speaks against an entry whatever its name: year, edition, budget, level. */
function penalty(entry: CodeEntry, query: CodeQuery, context: Context, index: SchemeIndex): number {
  const mark = nameKeys(query.name ?? '').level;
  return (
    (isInForce(entry, query.year) ? 0 : PENALTY.retired) +
    (isOfEdition(entry, query.year) ? 0 : PENALTY.edition) +
    budgetPenalty(entry, query, index) +
    (entry.confidence === 'low' ? PENALTY.doubtfulName : 0) +
    (mark === null || mark === entry.level ? 0 : PENALTY.mark) +
    (mark !== null || context.depth === null || context.depth === entry.level ? 0 : PENALTY.depth)
  );
}

/** A 类 and 款 serves every budget that any class below it serves: 其他支出 (229) holds 彩票公益金 too. */
function budgetPenalty(entry: CodeEntry, query: CodeQuery, index: SchemeIndex): number {
  const budget = query.budget ?? null;
  if (entry.budget === null || entry.budget === budget) return 0;
  if (budget !== null) return servesBelow(index, entry, budget) ? 0 : PENALTY.budget;
  return entry.budget === 'general' ? 0 : PENALTY.unusualBudget;
}
