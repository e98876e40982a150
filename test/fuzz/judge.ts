/** What is a failure of the program: a mutant without an outcome, a crash, a limit passed, rows that break the contract. */
import type { Outcome } from '../../pipelines/flow/outcome.js';
import type { Drive, Driven } from './drive.js';
import { numberOf } from './drive.js';
import { unpackDocument } from '../sinks/unpack.js';
import { brokenInvariants } from './invariants.js';
import type { Mutant } from './mutant.js';

/** What became of a source, in a word: `loaded`, or the code of its quarantine. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: string;
  /** What is wrong with the program; empty where nothing is. */
  readonly failures: readonly string[];
  readonly time: number | null;
}

/** Codes of quarantine that no small document may have, whatever is in it. */
const BUGS = new Set(['internal-error', 'worker-crashed', 'time-limit', 'memory-limit']);

/** A verdict for each source of the mutants, and one for each mutant that has none and of which nothing is told. */
export function judge(
  mutants: readonly Mutant[],
  { driven, notes, counts, archived }: Drive,
  folder: string,
): readonly Verdict[] {
  const byNumber = new Map(mutants.map((mutant) => [mutant.number, mutant]));
  const met = new Set(notes.map(({ uri }) => numberOf(uri, folder)));
  const verdicts = driven.flatMap((one): readonly Verdict[] => {
    const number = numberOf(one.outcome.source.uri, folder);
    met.add(number);
    const mutant = byNumber.get(number);
    return mutant ? [verdictOf(mutant, one)] : [];
  });
  const unmet = mutants.filter(({ number }) => !met.has(number));
  return [
    ...verdicts,
    ...unmet.map((mutant) => ({ mutant, outcome: 'nothing', failures: ['nothing became of it'], time: null })),
    ...(counts.seen === driven.length && archived === driven.length
      ? []
      : mutants.slice(0, 1).map((mutant) => miscounted(mutant, [driven.length, counts.seen, archived]))),
  ];
}

function miscounted(mutant: Mutant, [outcomes, seen, archived]: readonly [number, number, number]): Verdict {
  const failure = `${outcomes} outcomes, of which the run counts ${seen} and the archive has ${archived}`;
  return { mutant, outcome: 'nothing', failures: [failure], time: null };
}

function verdictOf(mutant: Mutant, { outcome, time }: Driven): Verdict {
  return { mutant, outcome: wordOf(outcome), failures: failuresOf(outcome), time };
}

function wordOf(outcome: Outcome): string {
  if (outcome.kind === 'quarantined') return outcome.reason.code;
  if (outcome.kind === 'unchanged') return 'copy';
  return outcome.prepared.refusal?.code ?? 'loaded';
}

function failuresOf(outcome: Outcome): readonly string[] {
  if (outcome.kind === 'unchanged') return [];
  if (outcome.kind === 'quarantined') {
    const { code, message } = outcome.reason;
    return BUGS.has(code) ? [`${code}: ${message}\n${outcome.stack ?? ''}`] : [];
  }
  const { refusal } = outcome.prepared;
  if (refusal === null) return brokenInvariants(unpackDocument(outcome.prepared));
  return refusal.message.includes('two rows') ? [refusal.message] : [];
}
