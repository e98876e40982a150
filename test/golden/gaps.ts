/** What a case is known to get wrong: `known-gaps.md`, so that its expectation can say what is true. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
