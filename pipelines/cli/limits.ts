/** `--fail-on`: how much of what may be found before a command fails. */
import { UsageError } from './exit.js';

/** What can be limited. */
export const MEASURES = [
  'suspect',
  'quarantined',
  'gone',
  'failed-checks',
  'without-text',
  'without-converter',
] as const;
type Measure = (typeof MEASURES)[number];

/** What the commands that take limits say of the option; quarantined is what the contract calls so, in documents and sources. */
export const FAIL_ON_OPTION = [
  '--fail-on <limit>',
  `Exit with 3 when more than N are found: ${MEASURES.map((name) => `${name}:N`).join(', ')} (may be repeated); quarantined counts documents and unreadable sources, gone the sources that this run, or the last, was the first not to find`,
] as const;

/** What an archive holds of each measure. */
export type Measured = Readonly<Record<Measure, number>>;

export interface Limit {
  readonly measure: Measure;
  /** The most that is let pass. */
  readonly most: number;
}

/** Reads `suspect:0`, `quarantined:5`, `failed-checks:10`. @throws UsageError for anything else */
export function parseLimit(text: string): Limit {
  const match = /^([a-z-]+):(\d+)$/.exec(text);
  const measure = MEASURES.find((name) => name === match?.[1]);
  if (!match || measure === undefined)
    throw new UsageError(`--fail-on takes ${MEASURES.map((name) => `${name}:N`).join(', ')}; not "${text}"`);
  return { measure, most: Number(match[2]) };
}

/** A sentence for each limit that is passed. */
export function passedLimits(limits: readonly Limit[], measured: Measured): readonly string[] {
  return limits
    .filter(({ measure, most }) => measured[measure] > most)
    .map(({ measure, most }) => `${measure}: ${measured[measure]}, more than the limit of ${most}`);
}
