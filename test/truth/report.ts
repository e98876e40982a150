/** A measurement as tables for people. */
import type { Flag } from './flags.js';
import { isMissed, REACHES } from './judge.js';
import type { Trial } from './run.js';

const FLAGS: readonly Flag[] = ['fail', 'suspect', 'diagnostic'];
const EXAMPLES_SHOWN = 2;

/**
 * One row per kind of fault: how many were put in; did no harm; were caught, by the strongest sign at one of the wrong places; were caught in part, with wrong places above tolerance
 * left untold; were silent, by what the printed identities could tell; and the share caught of all that identities could tell.
 */
export function reportKinds(trials: readonly Trial[]): string {
  const kinds = [...new Set(trials.map(({ kind }) => kind))];
  const head = [
    ...['fault', 'injected', 'harmless', ...FLAGS.map((flag) => `caught: ${flag}`), 'in part'],
    ...[...REACHES.map((reach) => `silent: ${reach}`), 'caught of above'],
  ];
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      trials.filter((trial) => trial.kind === kind),
    ),
  );
  return layTable([head, ...rows, rowOf('all', trials)]);
}

function rowOf(name: string, trials: readonly Trial[]): readonly string[] {
  const count = (matches: (trial: Trial) => boolean): number => trials.filter(matches).length;
  const isSilent = ({ verdict }: Trial, reach: string): boolean =>
    verdict.outcome === 'silent' && verdict.reach === reach;
  const caught = FLAGS.map((flag) => count((trial) => trial.verdict.outcome === 'caught' && strongest(trial) === flag));
  const missed = count(({ verdict }) => isMissed(verdict));
  const told = caught.reduce((sum, one) => sum + one, 0);
  return [
    ...[name, trials.length, count(({ verdict }) => verdict.outcome === 'harmless'), ...caught].map(String),
    String(count(({ verdict }) => verdict.outcome === 'partly')),
    ...REACHES.map((reach) => String(count((trial) => isSilent(trial, reach)))),
    told + missed === 0 ? '' : `${((100 * told) / (told + missed)).toFixed(1)} %`,
  ];
}

function strongest({ verdict }: Trial): Flag | undefined {
  return FLAGS.find((flag) => verdict.wrong.some((one) => one.flag === flag));
}

/** The missed faults by kind and by what became of the checks on the first wrong place, the most frequent first, with examples. */
export function reportMisses(trials: readonly Trial[]): string {
  const groups = new Map<string, Trial[]>();
  for (const trial of trials.filter(({ verdict }) => isMissed(verdict))) {
    const name = `${trial.kind} (${trial.verdict.outcome}): ${trial.misses[0]?.cause ?? ''}`;
    groups.set(name, [...(groups.get(name) ?? []), trial]);
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length);
  return sorted
    .flatMap(([name, own]) => [`${own.length} × ${name}`, ...own.slice(0, EXAMPLES_SHOWN).map(exampleOf)])
    .join('\n');
}

function exampleOf({ name, what, misses, verdict }: Trial): string {
  return `    ${name} ${what}; untold ${misses.length} of ${verdict.wrong.length}, first ${misses[0]?.key ?? ''}`;
}

function layTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}

/** The untold faults that nothing printed tells (`unbound`), or that only bare numbers might (`unchecked`), one a line, so that a reader sees what they are. */
export function reportUnbound(trials: readonly Trial[]): string {
  const untold = trials.filter(
    ({ verdict }) => verdict.outcome === 'silent' && (verdict.reach === 'unbound' || verdict.reach === 'unchecked'),
  );
  return untold
    .map(({ name, kind, what, verdict }) => `    ${verdict.reach ?? ''}: ${name} ${kind} ${what}`)
    .join('\n');
}
