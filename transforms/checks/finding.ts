/** A rule applied to one place: what was expected, what is printed, what follows. */
import { fenToMicro } from '../amounts/index.js';
import { codeOf } from '../lines/index.js';
import type { BudgetLine, Check, CheckStatus, LineScheme, MicroYuan } from '../types.js';
import type { RoundingUnits } from './rounding.js';
import type { RuleId } from './rules.js';

/** A check before the document numbers it. */
export type Finding = Omit<Check, 'checkNo' | 'rule'> & { readonly rule: RuleId };

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

/** Checks one sum; null where it does not hold and, by its kind, need not hold. */
export function checkSum(sum: Sum, units: RoundingUnits): Finding | null {
  const { rule, whole, parts, kind } = sum;
  const expected = parts.reduce((total, part) => total + fenToMicro(part.amount), 0n);
  const actual = fenToMicro(whole.amount);
  const tolerance = units.ofSum([whole, ...parts]);
  const status = judge(expected, actual, tolerance);
  const needNotHold = kind === 'tentative' || (kind === 'at_most' && expected < actual);
  if (status === 'fail' && needNotHold) return null;
  return {
    rule,
    checkId: `${rule}:${placeId(whole)}:${partsId(parts)}`,
    subject: subjectOf(sum),
    expected,
    actual,
    tolerance,
    unit: 'yuan',
    status,
    lineNos: [whole, ...parts].map(({ lineNo }) => lineNo),
    cellRefs: [],
  };
}

function subjectOf({ whole, parts, columnName }: Sum): string {
  if (!columnName) return `${placeName(whole)} ${nameOf(whole)} = ${listNames(parts.map(nameOf))}`;
  const row =
    whole.place.kind === 'table' ? `t.${String(whole.place.tableNo)} r.${String(whole.place.row)}` : placeName(whole);
  return `${row} ${nameOf(whole)}: ${columnName(whole)} = ${listNames(parts.map(columnName))}`;
}

/** `pass` when equal, `pass_within_rounding` when the difference is no more than `tolerance`, else `fail`. */
export function judge(expected: bigint, actual: bigint, tolerance: MicroYuan): CheckStatus {
  const difference = expected > actual ? expected - actual : actual - expected;
  if (difference === 0n) return 'pass';
  return difference <= tolerance ? 'pass_within_rounding' : 'fail';
}

/** Short stable name of a line's place for a check id: `t2.r3.c5`, `b12.c34.expenditure`. */
export function placeId({ place, flow }: BudgetLine): string {
  if (place.kind === 'table') return `t${String(place.tableNo)}.r${String(place.row)}.c${String(place.col)}`;
  return `b${String(place.blockNo)}.c${String(place.charStart)}.${flow}`;
}

/** Where a line stands, for people: table and column, or block. */
export function placeName({ place }: BudgetLine): string {
  return place.kind === 'table' ? `t.${String(place.tableNo)} c.${String(place.col)}` : `b.${String(place.blockNo)}`;
}

const NAMING_SCHEMES: readonly LineScheme[] = ['dept_economic', 'gov_economic', 'function', 'revenue', 'procurement'];

/** What a line is called in a check's subject: its code, else its words. */
export function nameOf(line: BudgetLine): string {
  const code =
    line.lineRole === 'total'
      ? null
      : NAMING_SCHEMES.map((scheme) => codeOf(line, scheme)).find((found) => found !== null);
  return code ?? line.label.replace(/\s+/g, '');
}

/** Longer lists are shortened: a subject is read by people. */
const NAMES_SHOWN = 12;

/** `a + b + c`, shortened where there are many. */
export function listNames(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(' + ') + (more > 0 ? ` + … (${String(more)} more)` : '');
}

function partsId(parts: readonly BudgetLine[]): string {
  const first = parts[0];
  return first ? `${placeId(first)}+${String(parts.length - 1)}` : '';
}
