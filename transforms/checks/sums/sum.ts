/** A whole and its parts. */
import type { BudgetLine } from '../../types.js';
import { compare } from '../finding.js';
import type { Finding, Term } from '../finding.js';
import { listNames, nameOf, placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';
import type { RuleId } from '../rules/index.js';

/**
 * `exact`: whole = parts. `at_most`: the parts listed may be incomplete, so only more than the whole is wrong. `tentative`: they may be
 * the parts of something else, so only an agreement tells anything.
 */
export type SumKind = 'exact' | 'at_most' | 'tentative';

export interface Sum {
  readonly rule: RuleId;
  readonly whole: BudgetLine;
  readonly parts: readonly BudgetLine[];
  readonly kind: SumKind;
  /** What a figure is called in this sum where its row's name would not tell it from the others: a column's meaning. */
  readonly columnName?: (line: BudgetLine) => string;
}

/** The checks of all sums; one that does not hold and, by its kind, need not hold is `not_applicable`. */
export function checkSums(sums: readonly Sum[], units: RoundingUnits): Finding[] {
  return sums.map((sum) => checkSum(sum, units));
}

function checkSum(sum: Sum, units: RoundingUnits): Finding {
  const { rule, whole, parts, kind } = sum;
  const finding = compare({
    rule,
    checkId: `${rule}:${placeId(whole)}:${partsId(parts)}`,
    subject: subjectOf(sum),
    terms: [{ line: whole, side: 'actual' }, ...parts.map((line): Term => ({ line, side: 'expected' }))],
    tolerance: units.ofSum([whole, ...parts]),
  });
  if (finding.status !== 'fail' || kind === 'exact') return finding;
  const isTooMuch = kind === 'at_most' && finding.expected > finding.actual;
  return isTooMuch ? finding : { ...finding, status: 'not_applicable' };
}

function subjectOf({ whole, parts, columnName }: Sum): string {
  if (!columnName) return `${placeName(whole)} ${nameOf(whole)} = ${listNames(parts.map(nameOf))}`;
  const row =
    whole.place.kind === 'table' ? `t.${String(whole.place.tableNo)} r.${String(whole.place.row)}` : placeName(whole);
  return `${row} ${nameOf(whole)}: ${columnName(whole)} = ${listNames(parts.map(columnName))}`;
}

function partsId(parts: readonly BudgetLine[]): string {
  const first = parts[0];
  return first ? `${placeId(first)}+${String(parts.length - 1)}` : '';
}
