/** Readings with a converter are not given up for readings without one. */
import { CONVERTED, WITHOUT_CONVERTER, type Diagnostic } from '../../extractors/index.js';
import type { Archive } from '../../sinks/index.js';
import type { Outcome } from './outcome.js';

const WITHOUT: readonly string[] = WITHOUT_CONVERTER;

/**
 * What becomes of a source where the archive may hold a better reading of it: one that a converter had a part in stays, whatever the version
 * that made it, where this run had none or it failed. The document then has the warning `reading-kept`, and is read again in later runs.
 */
export async function keepBetter(outcome: Outcome, archive: Pick<Archive, 'holdsWith'>): Promise<Outcome> {
  const why = lossOf(outcome);
  const { source, documentId } = outcome;
  if (!why || documentId === null || !(await archive.holdsWith(documentId, CONVERTED))) return outcome;
  return { kind: 'unchanged', source, documentId, status: 'loaded', kept: report(why) };
}

/** Why the converter had no part in the reading; undefined where it had one, or none was needed. */
function lossOf(outcome: Outcome): Pick<Diagnostic, 'message'> | undefined {
  if (outcome.kind === 'unchanged') return undefined;
  const found = outcome.kind === 'loaded' ? outcome.prepared.findings : [outcome.reason];
  return found.find(({ code }) => WITHOUT.includes(code));
}

function report({ message }: Pick<Diagnostic, 'message'>): Diagnostic {
  return {
    stage: 'extract',
    severity: 'warning',
    code: 'reading-kept',
    message: `this is the reading of an earlier version, made with a converter, and is kept: ${message}`,
    origin: {},
  };
}
