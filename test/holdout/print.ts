/** The figures and misses as text for people. */
import type { Figure } from './figures.js';
import type { Answer } from './questions.js';

const CANDIDATES_SHOWN = 3;

/** `function, name path: 180/180 100.0 % (97.9 – 100.0)` */
export function figureText({ scheme, question, n, right, low, high }: Figure): string {
  const interval = `(${percent(low)} – ${percent(high)})`;
  return `${scheme}, ${question}: ${String(right)}/${String(n)} ${percent(right / n)} % ${interval}`;
}

/** What was printed, what was given for it, and what else was thought of. */
export function missText({ pair, question, given, candidates }: Answer): string {
  const { document, scheme, code, codePrinted, name, path, fiscalYear, budget, place } = pair;
  const printed = [...path, codePrinted === null ? name : `${codePrinted} ${name}`].join(' > ');
  const year = `${String(fiscalYear)}${budget === null ? '' : `, ${budget}`}`;
  const shown = candidates
    .slice(0, CANDIDATES_SHOWN)
    .map(({ entry, score, reason }) => `    ${entry.code} ${entry.name} ${String(score)}: ${reason}`);
  return [
    `${scheme}, ${question}: ${printed} (${year}) is ${code ?? 'no code'}, given ${given ?? 'none'} [${document} ${place}]`,
    ...shown,
  ].join('\n');
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
