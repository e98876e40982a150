/** How far scores keep what they say: of the mappings given with score s, a share s is right. */
import { groupBy } from '../../transforms/codebook/group-by.js';
import type { Judged } from './judge.js';

/** Mappings that belong together, and how many of them are right. */
export interface Tally {
  readonly label: string;
  readonly count: number;
  readonly right: number;
  /** Mean score, 0 to 1. */
  readonly score: number;
  /** Share of right ones, 0 to 1. */
  readonly share: number;
  /** Wilson interval of the share, 95 %. */
  readonly low: number;
  readonly high: number;
}

/** Lower bounds of the bins of scores; the last holds 1 alone. */
const BIN_BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1] as const;
/** Standard normal deviate of a two-sided 95 % interval. */
const Z = 1.96;

/** A row whose code and name agree in every respect: most rows are, and they would hide how the others fare. */
export function isPlain({ score }: Judged): boolean {
  return score === 1;
}

/** Mappings as tallies by a label of each, the most frequent first. */
export function tallyBy(judged: readonly Judged[], labelOf: (one: Judged) => string): readonly Tally[] {
  const groups = groupBy(judged, labelOf);
  return [...groups].map(([label, group]) => tally(label, group)).toSorted((a, b) => b.count - a.count);
}

/** The given mappings by bins of their scores, lowest first; empty bins are left out. */
export function tallyBins(judged: readonly Judged[]): readonly Tally[] {
  return BIN_BOUNDS.flatMap((low, at) => {
    const high = BIN_BOUNDS[at + 1] ?? Infinity;
    const group = judged.filter(({ score }) => score >= low && score < high);
    const label = low === 1 ? '1' : `${String(low)} to ${String(high)}`;
    return group.length === 0 ? [] : [tally(label, group)];
  });
}

/** Mean distance of the bins' scores from their shares of right mappings, weighted by their size (expected calibration error). */
export function calibrationError(bins: readonly Tally[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.score - bin.share), 0) / count;
}

/** Mean squared distance of the scores from 1 for right and 0 for wrong mappings. */
export function brierScore(judged: readonly Judged[]): number {
  return judged.reduce((sum, { score, isRight }) => sum + (score - Number(isRight)) ** 2, 0) / judged.length;
}

function tally(label: string, group: readonly Judged[]): Tally {
  const right = group.filter(({ isRight }) => isRight).length;
  const score = group.reduce((sum, one) => sum + one.score, 0) / group.length;
  return { label, count: group.length, right, score, share: right / group.length, ...wilson(right, group.length) };
}

/** The interval in which a share lies with 95 % confidence, by Wilson's score method. */
export function wilson(right: number, count: number): { readonly low: number; readonly high: number } {
  const share = right / count;
  const middle = share + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const scale = 1 + Z ** 2 / count;
  return { low: (middle - spread) / scale, high: Math.min(1, (middle + spread) / scale) };
}
