/** What a case is known to get wrong: `known-gaps.md`, so that its expectation can say what is true. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sheet, SheetRecord } from './sheet.js';

const GAPS_FILE = 'known-gaps.md';

export interface SortedDifferences {
  /** Differences that nobody knew of. */
  readonly unknown: readonly string[];
  /** Gaps that are none any more: their bullet is to be removed. */
  readonly closed: readonly string[];
}

/** The gaps that a case lists, each a beginning of a difference: the text in back-quotes that begins a bullet. None without the file. */
export function readGaps(folder: string): readonly string[] {
  const path = join(folder, GAPS_FILE);
  if (!existsSync(path)) return [];
  return [...readFileSync(path, 'utf8').matchAll(/^- `([^`]+)`/gm)].map(([, gap = '']) => gap);
}

/** Tells the differences that are known gaps from those that are not. */
export function sortDifferences(differences: readonly string[], gaps: readonly string[]): SortedDifferences {
  const isOf = (difference: string, gap: string): boolean =>
    difference === gap || difference.startsWith(`${gap}:`) || difference.startsWith(`${gap}  `);
  return {
    unknown: differences.filter((difference) => !gaps.some((gap) => isOf(difference, gap))),
    closed: gaps.filter((gap) => !differences.some((difference) => isOf(difference, gap))),
  };
}

/** `actual` with what `expected` says in the places of the gaps: an update must not write over what is true. */
export function keepTruth(actual: Sheet, expected: Sheet, gaps: readonly string[]): Sheet {
  const own = gaps.map((gap) => gap.split('  ')).filter(([file]) => file === actual.file);
  const records = own.reduce(
    (kept, [, key = '', field]) => keepRecord(kept, expected.records, key, field),
    actual.records,
  );
  return { ...actual, records };
}

function keepRecord(
  actual: readonly SheetRecord[],
  expected: readonly SheetRecord[],
  key: string,
  field: string | undefined,
): readonly SheetRecord[] {
  const at = expected.findIndex((record) => record.key === key);
  const truth = expected[at];
  if (!truth) return actual.filter((record) => record.key !== key);
  if (!actual.some((record) => record.key === key)) {
    const before = actual.findIndex((record) => record.key === expected[at - 1]?.key);
    return actual.toSpliced(before + 1, 0, truth);
  }
  return actual.map((record) => {
    if (record.key !== key) return record;
    return field === undefined
      ? truth
      : { key, fields: new Map([...record.fields, [field, truth.fields.get(field) ?? '']]) };
  });
}
