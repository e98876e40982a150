/** What the codebook is asked about a printed pair, and whether it answers with the true code. */
import type { Codebook, CodeCandidate, CodeEntry, CodeQuery } from '../../transforms/codebook/index.js';
import { mapCode } from '../../transforms/codes/index.js';
import type { PrintedPair } from './printed-pairs.js';

/**
 * - `name path`: name and ancestors as printed, no code; names of the top level have no ancestors
 * - `official path`: a name that is printed without its ancestors, the official names standing in for them
 * - `name with parent`: the bare name and the code of its parent
 * - `code and name`: both as printed, nothing else
 */
export const QUESTIONS = ['name path', 'official path', 'name with parent', 'code and name'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Answer {
  readonly pair: PrintedPair;
  readonly question: Question;
  /** The code that mapping settles on: the best candidate where it is good enough and clearly best; null for none. */
  readonly given: string | null;
  readonly isRight: boolean;
  readonly candidates: readonly CodeCandidate[];
}

/** The answer to a question as a run would give it to a row; null where the question makes no sense for the pair. */
export function ask(question: Question, pair: PrintedPair, codebook: Codebook): Answer | null {
  const clues = cluesFor(question, pair, codebook);
  if (clues === null) return null;
  const { code = null, path = [], parentCode = null } = clues;
  const { scheme, name, budget, fiscalYear: year } = pair;
  const ancestors = parentCode === null ? [] : [parentCode];
  const { code: given } = mapCode({ scheme, code, name, path, ancestors }, { codebook, year, budget });
  const candidates = codebook.lookup({ scheme, year, name, budget, ...clues });
  return { pair, question, given, isRight: given === pair.code, candidates };
}

type Clues = Pick<CodeQuery, 'code' | 'path' | 'parentCode'>;

function cluesFor(question: Question, pair: PrintedPair, codebook: Codebook): Clues | null {
  const ancestors = officialAncestors(pair, codebook);
  const isWhole = pair.path.length > 0 || ancestors.length === 0;
  switch (question) {
    case 'name path':
      return isWhole ? { path: pair.path } : null;
    case 'official path':
      return isWhole ? null : { path: ancestors.map(({ name }) => name).toReversed() };
    case 'name with parent':
      return ancestors[0] === undefined ? null : { parentCode: ancestors[0].code };
    case 'code and name':
      return pair.codePrinted === null ? null : { code: pair.codePrinted };
  }
}

/** Above the true code, nearest first. */
function officialAncestors({ scheme, code, fiscalYear }: PrintedPair, codebook: Codebook): readonly CodeEntry[] {
  const parentOf = (child: string | null): CodeEntry | null => {
    const parent = child === null ? null : (codebook.entry(scheme, child, fiscalYear)?.parentCode ?? null);
    return parent === null ? null : codebook.entry(scheme, parent, fiscalYear);
  };
  const ancestors: CodeEntry[] = [];
  for (let parent = parentOf(code); parent !== null; parent = parentOf(parent.code)) ancestors.push(parent);
  return ancestors;
}
