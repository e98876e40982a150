/** The same quantity must be the same in every table and sentence that prints it. */
import { fenToMicro } from '../../amounts/index.js';
import { domainOf, factKey, hasCode, isLocal, statementOf } from '../../lines/index.js';
import type { BudgetLine, Fen } from '../../types.js';
import { compare, judge, pair } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { FundClass } from './fund-classes.js';
import type { RoundingUnits } from '../rounding.js';
import { tieLines } from './ties.js';
import type { Ties } from './ties.js';

/** A quantity as one statement prints it: 本年合计 and 总计 of one table are candidates for the same words elsewhere. */
type Printed = readonly [BudgetLine, ...BudgetLine[]];

/**
 * Compares every statement of a quantity with its first (tables before prose). A difference that is a carryover which the document prints may be just
 * that (one statement counts it, the other does not): not applicable, no failure.
 *
 * @param found by the checks within tables and sentences
 */
export function checkEqualFacts(
  lines: readonly BudgetLine[],
  fundClass: FundClass,
  units: RoundingUnits,
  found: readonly Finding[],
): Finding[] {
  const carryovers = printedCarryovers(lines);
  const ties = tieLines(found);
  return [...groupByQuantity(lines, fundClass)].flatMap((statements) => {
    const [reference, ...others] = statements
      .flatMap((printed) => unambiguous(printed, ties))
      .sort((a, b) => proseRank(a[0]) - proseRank(b[0]));
    return reference ? others.map((other) => compareClosest(reference, other, carryovers, units)) : [];
  });
}

/** For each quantity what each statement prints of it. */
function groupByQuantity(lines: readonly BudgetLine[], fundClass: FundClass): BudgetLine[][][] {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const quantities = new Map<string, Map<string, BudgetLine[]>>();
  for (const line of lines.filter(isComparable)) {
    const key = quantityKey(line, byNumber.get(line.parentLineNo ?? 0) ?? null, fundClass);
    const statements = quantities.get(key) ?? new Map<string, BudgetLine[]>();
    quantities.set(key, statements);
    const statement = hasCode(line) || line.place.kind === 'table' ? statementOf(line) : placeId(line);
    const printed = statements.get(statement);
    if (printed) printed.push(line);
    else statements.set(statement, [line]);
  }
  return [...quantities.values()].map((statements) => [...statements.values()]);
}

/**
 * Rows of one statement that mean the same are different facts (two purchases of one item); only totals are alternatives. Sentences that mean the
 * same and differ contradict each other, unless they are entries of one list.
 */
function unambiguous(printed: readonly BudgetLine[], ties: Ties): Printed[] {
  const distinct = printed.filter((line, at) => printed.findIndex(({ amount }) => amount === line.amount) === at);
  const [first, ...rest] = printed.every(({ lineRole }) => lineRole === 'total') ? printed : distinct;
  const repeats = first !== undefined && first.lineRole !== 'total' && (rest.length > 0 || isRepeatedRow(printed));
  if (!first) return [];
  if (!repeats) return [[first, ...rest]];
  return first.place.kind === 'prose' && !ties.areEntries(printed) ? distinct.map((line): Printed => [line]) : [];
}

function isRepeatedRow(printed: readonly BudgetLine[]): boolean {
  return printed.length > 1 && printed[0]?.place.kind === 'table';
}

/** 其中 rows that only words tell apart, and project amounts that name no project, say something in their place only. */
export function isComparable(line: BudgetLine): boolean {
  if (isLocal(line)) return false;
  return line.lineRole !== 'memo' || line.threePublicItem !== null;
}

/** Under which a line is compared between statements. @param parent the line of which it is a part, null for none */
export function quantityKey(line: BudgetLine, parent: BudgetLine | null, fundClass: FundClass): string {
  const kind = domainOf(line) === 'projects' ? line.tableKind : '';
  const neutral = {
    ...line,
    fundSource: fundClass(line),
    totalKind: line.totalKind === 'subtotal' ? line.totalKind : null,
  };
  return `${kind} ${factKey(neutral, parent)}`;
}

function printedCarryovers(lines: readonly BudgetLine[]): ReadonlySet<Fen> {
  const carried = lines.filter(({ lineRole, fundSource, spendingType }) =>
    [lineRole, fundSource, spendingType].includes('carryover'),
  );
  return new Set(carried.map(({ amount }) => amount));
}

function compareClosest(
  reference: Printed,
  other: Printed,
  carryovers: ReadonlySet<Fen>,
  units: RoundingUnits,
): Finding {
  const [a, b] = closest(reference, other);
  const tolerance = units.ofPair(a, b);
  const finding = compare({
    rule: 'equal-facts',
    checkId: `equal-facts:${placeId(a)}:${placeId(b)}`,
    subject: `${nameOf(b)}: ${placeName(b)} = ${placeName(a)}`,
    terms: pair(a, b),
    tolerance,
  });
  const isCarryover = (carried: Fen): boolean =>
    judge(fenToMicro(carried), fenToMicro(difference(a, b)), tolerance) !== 'fail';
  const isExcused = finding.status === 'fail' && [...carryovers].some(isCarryover);
  return isExcused ? { ...finding, status: 'not_applicable' } : finding;
}

function closest(reference: Printed, other: Printed): readonly [BudgetLine, BudgetLine] {
  let best: readonly [BudgetLine, BudgetLine] = [reference[0], other[0]];
  for (const a of reference) {
    for (const b of other) if (difference(a, b) < difference(...best)) best = [a, b];
  }
  return best;
}

function difference(a: BudgetLine, b: BudgetLine): Fen {
  return a.amount > b.amount ? a.amount - b.amount : b.amount - a.amount;
}

function proseRank({ place }: BudgetLine): number {
  return place.kind === 'prose' ? 1 : 0;
}
