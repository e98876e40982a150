/** What the checks say of several lines together. */
import type { BudgetLine } from '../../types.js';
import type { Finding } from '../finding.js';

export interface Ties {
  /** Whether one check that holds binds them all: they are its whole and parts. */
  areInOneSum(lines: readonly BudgetLine[]): boolean;
  /** Whether sentences that state one quantity differently may be left alone: entries under one whole, or a check that fails tells of it already. */
  areEntries(lines: readonly BudgetLine[]): boolean;
}

/** Findings by the lines that they bind. */
export function tieLines(findings: readonly Finding[]): Ties {
  const holding = byLine(findings.filter(({ status }) => status === 'pass' || status === 'pass_within_rounding'));
  const failing = byLine(findings.filter(({ status }) => status === 'fail'));
  const areInOneSum = (lines: readonly BudgetLine[]): boolean => {
    const [first, ...others] = lines.map(({ lineNo }) => holding.get(lineNo));
    return [...(first ?? [])].some((sum) => others.every((bound) => bound?.has(sum)));
  };
  const areEntries = (lines: readonly BudgetLine[]): boolean =>
    areUnderOneWhole(lines) || areInOneSum(lines) || lines.some(({ lineNo }) => failing.has(lineNo));
  return { areInOneSum, areEntries };
}

function byLine(findings: readonly Finding[]): Map<number, Set<Finding>> {
  const found = new Map<number, Set<Finding>>();
  for (const finding of findings) {
    for (const lineNo of finding.lineNos) found.set(lineNo, (found.get(lineNo) ?? new Set()).add(finding));
  }
  return found;
}

function areUnderOneWhole(lines: readonly BudgetLine[]): boolean {
  const whole = lines[0]?.parentLineNo ?? null;
  return whole !== null && lines.every(({ parentLineNo }) => parentLineNo === whole);
}
