/** How far a line may be trusted, from the checks that bind it. */
import type { Diagnostic } from '../../extractors/types.js';
import { DOUBTFUL_SCORE } from '../codes/index.js';
import type { BudgetLine, Check, Confidence } from '../types.js';
import { forceOf } from './rules/index.js';

interface Tally {
  passed: number;
  failed: number;
  proving: number;
  /** Of these such as hold without any tolerance. */
  exact: number;
}

/** Warnings that an exact sum takes back: the spaces were within one figure. */
const TAKEN_BACK: ReadonlySet<string> = new Set(['amount-spaced']);

/**
 * Counts each line's checks and grades it: `proven` when an arithmetic check between independently printed figures, not all zero, holds
 * and none fails (shares and rates are derived figures and prove nothing); `suspect` in a failing check, with an ambiguous reading, a doubtful code or a warning on its very cell
 * (spaces between its digits are forgiven where a sum confirms the figure to the last digit);
 * else `consistent`. Checks that do not apply count nowhere.
 */
export function gradeLines(
  lines: readonly BudgetLine[],
  checks: readonly Check[],
  diagnostics: readonly Diagnostic[],
): BudgetLine[] {
  const tallies = tally(checks);
  const warnings = diagnostics.filter(({ severity }) => severity !== 'info');
  const warned = new Set(warnings.filter(({ code }) => !TAKEN_BACK.has(code)).flatMap(cellOf));
  const spaced = new Set(warnings.filter(({ code }) => TAKEN_BACK.has(code)).flatMap(cellOf));
  return lines.map((line) => {
    const counts = tallies.get(line.lineNo) ?? NO_CHECKS;
    const isDoubtful = isWarned(line, warned) || (isWarned(line, spaced) && counts.exact === 0);
    const confidence = grade(line, counts, isDoubtful);
    return { ...line, checksPassed: counts.passed, checksFailed: counts.failed, confidence };
  });
}

const NO_CHECKS: Readonly<Tally> = { passed: 0, failed: 0, proving: 0, exact: 0 };

function tally(checks: readonly Check[]): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const check of checks) {
    if (check.status === 'not_applicable') continue;
    const allZero = (check.expected ?? 0n) === 0n && (check.actual ?? 0n) === 0n;
    for (const lineNo of new Set(check.lineNos)) {
      const counts = tallies.get(lineNo) ?? { ...NO_CHECKS };
      if (check.status === 'fail') counts.failed += 1;
      else counts.passed += 1;
      if (!allZero && proves(check)) counts.proving += 1;
      if (!allZero && proves(check) && check.status === 'pass') counts.exact += 1;
      tallies.set(lineNo, counts);
    }
  }
  return tallies;
}

/** A difference that rounding may explain proves nothing where the tolerance is more than this part of the figure. */
const LEAST_FIGURE_TO_TOLERANCE = 100n;

/**
 * Derived figures prove nothing. Neither do two prints of one figure that differ, nor a sum that only a tolerance large against the figure
 * lets pass.
 */
function proves({ status, rule, actual, tolerance }: Check): boolean {
  if (status === 'fail' || status === 'not_applicable' || forceOf(rule) === 'derived') return false;
  if (status === 'pass') return true;
  const figure = actual ?? 0n;
  return rule !== 'equal-facts' && tolerance * LEAST_FIGURE_TO_TOLERANCE <= (figure < 0n ? -figure : figure);
}

/** Whether a warning stands at the line's cell or row. */
function isWarned({ place }: BudgetLine, warned: ReadonlySet<string>): boolean {
  return (
    place.kind === 'table' &&
    (warned.has(cellKey(place.tableNo, place.row, place.col)) || warned.has(cellKey(place.tableNo, place.row, null)))
  );
}

function grade(line: BudgetLine, counts: Readonly<Tally>, isDoubtful: boolean): Confidence {
  // a name without any code is unmapped, not doubtful; a printed code that nothing matches may be misread
  const doubtfulCode = line.codes.some(
    ({ code, codePrinted, score }) => (code !== null || codePrinted !== null) && score < DOUBTFUL_SCORE,
  );
  if (counts.failed > 0 || line.ambiguous || doubtfulCode || isDoubtful) return 'suspect';
  return counts.proving > 0 ? 'proven' : 'consistent';
}

/** Failing checks name their lines themselves; their diagnostic must not taint the whole row. */
function cellOf({ code, origin }: Diagnostic): string[] {
  if (code === 'check-failed' || origin.tableNo == null || origin.row == null) return [];
  return [cellKey(origin.tableNo, origin.row, origin.col ?? null)];
}

function cellKey(tableNo: number, row: number, col: number | null): string {
  return `${String(tableNo)} ${String(row)} ${String(col)}`;
}
