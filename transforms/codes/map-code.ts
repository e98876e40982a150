/** From a printed code and name to one code of the codebook, or to none. */
import { cleanCode, isWholeCode } from '../codebook/index.js';
import type { BudgetScope, Codebook, CodeCandidate, CodeQuery } from '../codebook/types.js';
import type { CodeRival, LineCode, LineScheme } from '../types.js';

/** A code is given when it is likelier right than wrong. */
const LEAST_SCORE = 0.5;
/** Two candidates closer than this are equally good: neither is taken. */
const CLEAR_LEAD = 0.02;

export interface MappingContext {
  readonly codebook: Codebook;
  readonly year: number | null;
  readonly budget: BudgetScope | null;
}

export interface PrintedIdentity {
  readonly scheme: LineScheme;
  readonly code: string | null;
  readonly name: string | null;
  /** Names of the rows above that this one is part of, outermost first. */
  readonly path: readonly string[];
  /** Codes of the rows above that may be its parent, nearest first. */
  readonly ancestors: readonly string[];
  /** The code under which the row says itself that it stands. */
  readonly within?: string | null;
  /** The code under which it stands by the rows above; `NOWHERE` below a heading that nobody knows. */
  readonly below?: string | null;
}

/** Where a row stands below a heading that nobody knows: no code begins so, no other row can speak for it. */
export const NOWHERE = '?';

/**
 * Maps what a row prints. The rows above are tried as parents, nearest first; the best candidate is taken when it is good enough and
 * clearly better than the next. `method` is `none` and `code` null otherwise. What remains in doubt has its `rivals`.
 */
export function mapCode(printed: PrintedIdentity, context: MappingContext): LineCode {
  const { best, candidates } = findBest(printed, context);
  return {
    scheme: printed.scheme,
    code: best?.entry.code ?? null,
    edition: best?.entry.edition ?? '',
    treeCode: best?.entry.code ?? newClass(printed, context.codebook),
    codePrinted: printed.code,
    namePrinted: printed.name,
    method: best?.method ?? 'none',
    score: best?.score ?? 0,
    within: printed.within ?? printed.below ?? null,
    rivals: rivalsOf(candidates),
  };
}

/** Digits of a 类. */
const TOP_DIGITS = 3;

/** A printed code of the right shape below a known 类 that no class has; null for any other. */
function newClass({ scheme, code }: PrintedIdentity, codebook: Codebook): string | null {
  if (code === null || !isWholeCode(scheme, code)) return null;
  const printed = cleanCode(code);
  const isNew = codebook.entry(scheme, printed, null) === null;
  return isNew && codebook.entry(scheme, printed.slice(0, TOP_DIGITS), null) !== null ? printed : null;
}

interface Best {
  readonly best: CodeCandidate | null;
  /** All candidates of the query that gave the best one; without any, those of the query that leans on no row above. */
  readonly candidates: readonly CodeCandidate[];
}

function findBest(printed: PrintedIdentity, { codebook, year, budget }: MappingContext): Best {
  const base: CodeQuery = { scheme: printed.scheme, year, code: printed.code, name: printed.name, budget };
  const queries =
    printed.path.length > 0
      ? [{ ...base, path: printed.path }]
      : [...printed.ancestors.map((parentCode) => ({ ...base, parentCode })), base];
  let found: Best = { best: null, candidates: [] };
  for (const query of queries) {
    const candidates = codebook.lookup(query).filter(({ entry }) => entry.code.startsWith(printed.within ?? ''));
    const best = clearWinner(candidates);
    if (best === null ? found.best === null : found.best === null || best.score > found.best.score)
      found = { best, candidates };
  }
  return found;
}

/** From here on the best candidate has no rivals to speak of. */
const SURE_SCORE = 0.9;

/** The codes between which a doubt is left; candidates of one code (editions) are no rivals of each other. */
function rivalsOf(candidates: readonly CodeCandidate[]): readonly CodeRival[] {
  const [first, ...others] = candidates;
  if (first === undefined || first.score >= SURE_SCORE) return [];
  if (others.every(({ entry }) => entry.code === first.entry.code)) return [];
  return candidates.map(({ entry, method, score }) => ({ code: entry.code, method, score }));
}

function clearWinner(candidates: readonly CodeCandidate[]): CodeCandidate | null {
  const [first, second] = candidates;
  if (!first || first.score < LEAST_SCORE) return null;
  const rival = second && second.entry.code !== first.entry.code && first.score - second.score < CLEAR_LEAD;
  return rival ? null : first;
}
