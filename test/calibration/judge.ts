/** Lets the mapper map drawn rows and compares with what they mean. */
import type { Codebook, CodeCandidate } from '../../transforms/codebook/types.js';
import { mapCode } from '../../transforms/codes/map-code.js';
import type { DrawnRow } from './row.js';
import { identityOf } from './tables.js';

/** One row and what the mapper made of it. */
export interface Judged {
  readonly row: DrawnRow;
  /** Null where the mapper gave no code. */
  readonly given: CodeCandidate | null;
  readonly score: number;
  /** The given class is the one meant; without a given one, that none is meant. */
  readonly isRight: boolean;
  /** What the mapper went by: its method and its reason without the names and codes in it. */
  readonly evidence: string;
}

/** Maps one row as a run would and judges the code that it takes. */
export function judge(row: DrawnRow, codebook: Codebook): Judged {
  const answers: CodeCandidate[] = [];
  const listening: Codebook = {
    ...codebook,
    lookup: (query) => {
      const found = codebook.lookup(query);
      answers.push(...found);
      return found;
    },
  };
  const mapped = mapCode(row.printed, { codebook: listening, year: row.year, budget: row.budget });
  const given =
    answers.find(
      ({ entry, method, score }) => entry.code === mapped.code && method === mapped.method && score === mapped.score,
    ) ?? null;
  if (given === null && mapped.code !== null) throw new Error(`${mapped.code} is none of the candidates`);
  return {
    row,
    given,
    score: mapped.score,
    isRight: given === null ? row.meant === null : isSame(given, row),
    evidence: given === null ? 'none' : `${given.method}: ${withoutNames(given.reason)}`,
  };
}

function isSame({ entry }: CodeCandidate, { meant }: DrawnRow): boolean {
  return meant !== null && identityOf(entry) === identityOf(meant);
}

/** A reason names the entry it speaks of; the kind of evidence is what is left without. */
function withoutNames(reason: string): string {
  return reason
    .replace(/[\p{Script=Han}（）、“”《》〔〕—]+/gu, '…')
    .replace(/\b[ABC]?\d+(?:\.\d+)?\b/g, '#')
    .replace(/\b[ABC]\b/g, '#');
}
