/** What a configuration may say. */
import { z } from 'zod';

/** Whole numbers from `least`; the words are those of every complaint, on the command line too. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly words: string;
}

function rangeFrom(least: number, most = Number.MAX_SAFE_INTEGER): NumberRange {
  const end = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${String(most)}`;
  return { least, most, words: `a whole number from ${String(least)}${end}` };
}

/** More processes than any machine has use for. */
const MOST_JOBS = 1_024;
/** Eleven days; a timer can't wait for a month. */
const MOST_SECONDS = 1_000_000;

/** MiB that a worker holds before it has read anything, and some to read with. */
const LEAST_MEMORY = 256;

/** What numbers each setting may have. */
export const RANGES = {
  jobs: rangeFrom(0, MOST_JOBS),
  seconds: rangeFrom(1, MOST_SECONDS),
  memory: rangeFrom(LEAST_MEMORY),
  pages: rangeFrom(1),
  cells: rangeFrom(1),
  unpackedBytes: rangeFrom(1),
  failOn: rangeFrom(0),
} as const;

/** How Parquet is written: beside the database, not at all, or alone. */
const PARQUET = ['beside', 'none', 'only'] as const;
const REPROCESS = ['none', 'failed', 'all'] as const;
const LOG_FORMATS = ['text', 'json'] as const;

function numberIn({ least, most, words }: NumberRange) {
  return z.int(words).min(least, words).max(most, words).optional();
}

function wordOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, words.join(', ')).optional();
}

const path = (words: string) => z.string(words).min(1, words);
const paths = () => z.array(path('a path'), 'a list of paths').optional();

export const configSchema = z.strictObject(
  {
    inputs: paths(),
    manifests: paths(),
    out: path('a path').optional(),
    codes: path('a path').optional(),
    jobs: numberIn(RANGES.jobs),
    limits: z
      .strictObject(
        {
          seconds: numberIn(RANGES.seconds),
          memory: numberIn(RANGES.memory),
          pages: numberIn(RANGES.pages),
          cells: numberIn(RANGES.cells),
          unpackedBytes: numberIn(RANGES.unpackedBytes),
        },
        'an object',
      )
      .optional(),
    reprocess: wordOf(REPROCESS),
    parquet: wordOf(PARQUET),
    failOn: z
      .strictObject(
        {
          suspect: numberIn(RANGES.failOn),
          quarantined: numberIn(RANGES.failOn),
          gone: numberIn(RANGES.failOn),
          'failed-checks': numberIn(RANGES.failOn),
          'without-text': numberIn(RANGES.failOn),
          'without-converter': numberIn(RANGES.failOn),
        },
        'an object',
      )
      .optional(),
    logFormat: wordOf(LOG_FORMATS),
  },
  'an object',
);
