/** A measurement as the tables of docs/mapping-score.md. */
import type { Judged } from './judge.js';
import type { Tally } from './reliability.js';
import { brierScore, calibrationError, isPlain, tallyBins, tallyBy } from './reliability.js';

/** Kinds of evidence that fewer rows show are left out: their interval is too wide to say anything. */
const FEWEST_ROWS = 30;

/** Bins and kinds of evidence of the given mappings, as Markdown. */
export function reportTables(judged: readonly Judged[]): string {
  const given = judged.filter((one) => one.given !== null);
  const kinds = tallyBy(given, ({ evidence }) => evidence).filter(({ count }) => count >= FEWEST_ROWS);
  return [table('score', tallyBins(given)), table('evidence', kinds)].join('\n\n');
}

/** The figures of a measurement on one line each. */
export function reportFigures(title: string, judged: readonly Judged[]): string {
  const given = judged.filter((one) => one.given !== null);
  const others = given.filter((one) => !isPlain(one));
  const none = judged.filter((one) => one.given === null);
  const figures = [
    title,
    judged.length,
    given.length,
    calibrationError(tallyBins(given)).toFixed(4),
    calibrationError(tallyBins(others)).toFixed(4),
    brierScore(given).toFixed(4),
    given.filter(({ isRight }) => !isRight).length,
    none.filter(({ isRight }) => !isRight).length,
  ];
  return row(figures.map(String));
}

/** The heading of `reportFigures`. */
export const FIGURES_HEADING = heading([
  'rare kinds',
  'rows',
  'given a code',
  'calibration error',
  'without plain rows',
  'Brier score',
  'wrong codes',
  'left without their code',
]);

function table(label: string, tallies: readonly Tally[]): string {
  return [
    heading([label, 'n', 'mean score', 'share right', '95 %']),
    ...tallies.map((one) =>
      row([
        one.label,
        String(one.count),
        one.score.toFixed(3),
        one.share.toFixed(3),
        `${one.low.toFixed(3)} to ${one.high.toFixed(3)}`,
      ]),
    ),
  ].join('\n');
}

function heading(words: readonly string[]): string {
  return [row(words), row(words.map(() => '---'))].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
