/** From a printed code and name to one code of the codebook, or to none. */
import type { BudgetScope, Codebook, CodeCandidate, CodeQuery } from '../codebook/types.js';
import type { LineCode, LineScheme } from '../types.js';

/** Below this the codebook's best guess is no better than a guess. */
const LEAST_SCORE = 0.6;
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
}

/**
 * Maps what a row prints. The rows above are tried as parents, nearest first; the best candidate is taken when it is good enough and
 * clearly better than the next. `method` is `none` and `code` null otherwise.
 */
export function mapCode(printed: PrintedIdentity, context: MappingContext): LineCode {
  const best = findBest(printed, context);
  return {
    scheme: printed.scheme,
    code: best?.entry.code ?? null,
    codePrinted: printed.code,
    namePrinted: printed.name,
    method: best?.method ?? 'none',
    score: best?.score ?? 0,
  };
}

function findBest(printed: PrintedIdentity, { codebook, year, budget }: MappingContext): CodeCandidate | null {
  const base: CodeQuery = { scheme: printed.scheme, year, code: printed.code, name: printed.name, budget };
  const queries =
    printed.path.length > 0
      ? [{ ...base, path: printed.path }]
      : [...printed.ancestors.map((parentCode) => ({ ...base, parentCode })), base];
  let best: CodeCandidate | null = null;
  for (const query of queries) {
    const candidate = clearWinner(codebook.lookup(query));
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best;
}

function clearWinner(candidates: readonly CodeCandidate[]): CodeCandidate | null {
  const [first, second] = candidates;
  if (!first || first.score < LEAST_SCORE) return null;
  const rival = second && second.entry.code !== first.entry.code && first.score - second.score < CLEAR_LEAD;
  return rival ? null : first;
}
