/** Changes on the year before: what moved, by how much, against what. */
import type { Fen, PercentE4 } from '../types.js';
import { parseAmount, parseDecimal, scaleRounded, unitFactor } from '../amounts/index.js';
import type { MoneyMention, PercentMention } from './mentions.js';
import { CHANGE_BEFORE, CHANGE_UNDECIDED, COMPARISON, EARLIER, FALLING, MOVED_TO, PLANNED } from './phrases.js';

/** What a change is measured against: the year before, or another figure of the same year. */
type Base = 'year_before' | 'same_year';

/** The words of a clause that say what moved, and against what; base null where the clause does not compare. */
export interface Comparison {
  readonly subject: string;
  readonly base: Base | null;
  /** The latest year before this one that the base names; null where it names none. */
  readonly year: number | null;
}

/** Splits 公务接待费与2022年预算数持平 into its subject and the base of comparison. */
export function readComparison(clause: string, currentYear: number | null): Comparison {
  const [, subject = '', against = ''] = COMPARISON.exec(clause) ?? [];
  if (against === '') return { subject: clause, base: null, year: null };
  const years = [...against.matchAll(/20\d\d/g)].map(([digits]) => Number(digits));
  const earlier = years.filter((year) => currentYear === null || year < currentYear);
  const year = earlier.length > 0 ? Math.max(...earlier) : null;
  if (EARLIER.test(against)) return { subject, base: 'year_before', year };
  if (years.length > 0) return { subject, base: year === null ? 'same_year' : 'year_before', year };
  return { subject, base: PLANNED.test(against) ? 'same_year' : null, year };
}

/** The verb that makes the number behind `clause` a change; null where the number is none: 由…减少为 leads to a level. */
export function changeVerb(clause: string): string | null {
  if (MOVED_TO.test(clause) && COMPARISON.exec(clause) === null) return null;
  return CHANGE_BEFORE.exec(clause)?.[1] ?? null;
}

/** A clause that prints both directions (增加（减少）): nobody can tell the sign of a plain number behind it. */
export function isUndecided(clause: string): boolean {
  return CHANGE_UNDECIDED.test(clause);
}

/** Signed fen of a change; null where the number can't be read. */
export function changeAmount(mention: MoneyMention, verb: string): Fen | null {
  const factor = unitFactor(mention.unit ?? '元');
  const reading = factor === null ? null : parseAmount(mention.digits, factor);
  return reading?.kind === 'amount' ? signed(reading.amount, verb) : null;
}

/** Signed percentage of a change; null where the number can't be read. */
export function changePercent(mention: PercentMention, verb: string): PercentE4 | null {
  const percent = readPercent(mention);
  return percent === null ? null : signed(percent, verb);
}

export function readPercent(mention: PercentMention): PercentE4 | null {
  const decimal = parseDecimal(mention.digits.replaceAll(',', ''));
  return decimal === null ? null : scaleRounded(decimal, 4).value;
}

/** 减少-5 is a fall of 5 as much as 减少5 is; 增加-5 is a fall too. */
function signed(value: bigint, verb: string): bigint {
  return FALLING.test(verb) && value > 0n ? -value : value;
}
