/** A rule applied to one place: what was expected, what is printed, what follows. */
import { fenToMicro } from '../amounts/index.js';
import type { BudgetLine, Check, CheckStatus, MicroYuan } from '../types.js';
import type { RuleId } from './rules/index.js';

/** A check before the document numbers it. */
export type Finding = Omit<Check, 'checkNo' | 'rule' | 'correction'> & {
  readonly rule: RuleId;
  readonly binding: Binding;
};

/** How a check depends on the lines that it binds. */
export interface Binding {
  /** By how much the figure of a line would have to change for the check to hold exactly; null where no change of it does that. */
  readonly needed: (lineNo: number) => MicroYuan | null;
  /** Whether the check would hold, rounding allowed, if the figure of a line were another by `change`. */
  readonly holdsWith: (lineNo: number, change: MicroYuan) => boolean;
}

/** The binding of a check that no other figure of a line would mend. */
export const UNBOUND: Binding = { needed: () => null, holdsWith: () => false };

/** A line on one side of an equation. */
export interface Term {
  readonly line: BudgetLine;
  /** `actual`: the printed side; `expected`: what the other figures give. */
  readonly side: 'actual' | 'expected';
  /** Taken off instead of added. */
  readonly minus?: boolean;
}

/** Figures of which two sides must be equal. */
export interface Equation {
  readonly rule: RuleId;
  readonly checkId: string;
  readonly subject: string;
  /** In the order in which the check names its lines. */
  readonly terms: readonly Term[];
  /** What the sides hold besides: printed figures that are no lines. */
  readonly constants?: { readonly actual?: MicroYuan; readonly expected?: MicroYuan };
  readonly tolerance: MicroYuan;
}

/** Checks one equation of amounts in yuan. */
export function compare({ rule, checkId, subject, terms, constants, tolerance }: Equation): Compared {
  const expected = (constants?.expected ?? 0n) + sumOf(terms, 'expected');
  const actual = (constants?.actual ?? 0n) + sumOf(terms, 'actual');
  return {
    rule,
    checkId,
    subject,
    expected,
    actual,
    tolerance,
    unit: 'yuan',
    status: judge(expected, actual, tolerance),
    lineNos: terms.map(({ line }) => line.lineNo),
    cellRefs: [],
    binding: bindTerms(terms, actual - expected, tolerance),
  };
}

/**
 * Checks that the printed side is no more than the other: less is all the other holds besides, and tells nothing (`not_applicable`). No single figure would have
 * to be a certain other one.
 */
export function compareAtMost(equation: Equation): Compared {
  const finding = compare(equation);
  const isLess = finding.status === 'fail' && finding.actual < finding.expected;
  const binding = bindTerms(equation.terms, finding.actual - finding.expected, equation.tolerance, 'at_most');
  return { ...finding, status: isLess ? 'not_applicable' : finding.status, binding };
}

/** A finding with both of its figures. */
export type Compared = Finding & { readonly expected: bigint; readonly actual: bigint };

/** The equation of two statements of one quantity: `actual` must be as `expected` has it. */
export function pair(expected: BudgetLine, actual: BudgetLine): readonly Term[] {
  return [
    { line: expected, side: 'expected' },
    { line: actual, side: 'actual' },
  ];
}

/** `pass` when equal, `pass_within_rounding` when the difference is no more than `tolerance`, else `fail`. */
export function judge(expected: bigint, actual: bigint, tolerance: MicroYuan): CheckStatus {
  const difference = magnitude(expected - actual);
  if (difference === 0n) return 'pass';
  return difference <= tolerance ? 'pass_within_rounding' : 'fail';
}

function sumOf(terms: readonly Term[], side: Term['side']): MicroYuan {
  return terms
    .filter((term) => term.side === side)
    .reduce((sum, { line, minus = false }) => sum + fenToMicro(minus ? -line.amount : line.amount), 0n);
}

function bindTerms(
  terms: readonly Term[],
  excess: MicroYuan,
  tolerance: MicroYuan,
  relation: 'equal' | 'at_most' = 'equal',
): Binding {
  const weights = new Map<number, bigint>();
  for (const { line, side, minus = false } of terms) {
    const weight = (side === 'actual') === minus ? -1n : 1n;
    weights.set(line.lineNo, (weights.get(line.lineNo) ?? 0n) + weight);
  }
  return {
    needed: (lineNo) => {
      const weight = weights.get(lineNo) ?? 0n;
      return weight === 0n || relation === 'at_most' ? null : -excess / weight;
    },
    holdsWith: (lineNo, change) => {
      const left = excess + (weights.get(lineNo) ?? 0n) * change;
      return (relation === 'at_most' ? left : magnitude(left)) <= tolerance;
    },
  };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
