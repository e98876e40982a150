/** What a fuzz run tells at its end, as text. */
import { formatTable } from '../../scripts/format-table.js';
import { groupBy } from '../../transforms/index.js';
import type { Verdict } from './judge.js';

/** What makes the mutants of a run: the seed, and how many bytes a document of the corpus has at most. */
export interface Drawn {
  readonly seed: number;
  readonly bytes: number;
}

const SLOWEST = 10;
const PERCENTILES = [50, 90, 99, 100] as const;
/** Outcomes that get a column of their own; the other codes of quarantine stand in a table below. */
const COLUMNS = ['loaded', 'quarantined', 'copies', 'failures'] as const;

/** Tables of outcomes by format and mutator, of codes of quarantine, of times, and of the slowest mutants. */
export function summarise(verdicts: readonly Verdict[], drawn: Drawn): string {
  return [
    outcomes('format', verdicts, ({ mutant }) => mutant.format),
    outcomes('mutator', verdicts, ({ mutant }) => `${mutant.format} ${mutant.mutator}`),
    codes(verdicts),
    times(verdicts),
    slowest(verdicts, drawn),
  ].join('\n');
}

/** How a mutant comes again, for people. */
export function reproduction({ mutant }: Verdict, { seed, bytes }: Drawn): string {
  return `npm run fuzz -- --seed ${seed} --bytes ${bytes} --only ${mutant.number} (${mutant.mutator} of ${mutant.of})`;
}

function outcomes(name: string, verdicts: readonly Verdict[], keyOf: (verdict: Verdict) => string): string {
  const groups = [...groupBy(verdicts, keyOf)].sort(([a], [b]) => a.localeCompare(b, 'en'));
  const rows = groups.map(([key, own]) => {
    const loaded = own.filter(({ outcome }) => outcome === 'loaded').length;
    const copies = own.filter(({ outcome }) => outcome === 'copy').length;
    const failures = own.filter((one) => one.failures.length > 0).length;
    return [key, loaded, own.length - loaded - copies, copies, failures].map(String);
  });
  return formatTable([name, ...COLUMNS], rows);
}

function codes(verdicts: readonly Verdict[]): string {
  const refused = verdicts.filter(({ outcome }) => outcome !== 'loaded' && outcome !== 'copy');
  const groups = [...groupBy(refused, ({ outcome }) => outcome)].sort(([, a], [, b]) => b.length - a.length);
  return formatTable(
    ['code', 'sources'],
    groups.map(([code, own]) => [code, String(own.length)]),
  );
}

function times(verdicts: readonly Verdict[]): string {
  const rows = [...groupBy(verdicts, ({ mutant }) => mutant.format)].map(([format, own]) => {
    const sorted = own.flatMap(({ time }) => time ?? []).sort((a, b) => a - b);
    return [
      format,
      ...PERCENTILES.map((percent) => (sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0).toFixed(0)),
    ];
  });
  return formatTable(['milliseconds', ...PERCENTILES.map((percent) => `${percent} %`)], rows);
}

function slowest(verdicts: readonly Verdict[], drawn: Drawn): string {
  const sorted = verdicts.toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0)).slice(0, SLOWEST);
  return formatTable(
    ['milliseconds', 'the slowest'],
    sorted.map((one) => [(one.time ?? 0).toFixed(0), reproduction(one, drawn)]),
  );
}
