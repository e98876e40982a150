/** Statements that part one total by function: what each says of a 类, though it prints no row for it. */
import { fundAncestors } from '../../lines/index.js';
import { groupBy } from '../../codebook/index.js';
import type { BudgetLine } from '../../types.js';
import { compare } from '../finding.js';
import type { Finding, Term } from '../finding.js';
import { placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';
import { figuresOf, findListsOfClasses } from './class-lists.js';
import type { ListOfClasses, PlacedLine } from './class-lists.js';
import type { FundClass } from './fund-classes.js';

/**
 * Compares whole lists of one total, class by class, with the first of them. A class that one does not print is what its 项 add up to, or nothing: an amount that slipped to the row of
 * another class leaves the total as it was. Classes that both print are compared elsewhere; a list that is not whole says nothing of the classes that it lacks.
 */
export function checkClassSums(lines: readonly BudgetLine[], fundClass: FundClass, units: RoundingUnits): Finding[] {
  const lists = findListsOfClasses(lines);
  const alike = groupBy(lists, ({ total }) =>
    [total.budgetStage, total.fiscalYear, fundClass(total), total.amount].join('|'),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.flatMap((other) => compareLists(first, other, units)),
  );
}

/**
 * Classes on which a whole list of one fund spends money and a whole list of all funds, of which that is a part, spends none. Only these are checks. Where the list of all is smaller, it leaves
 * something out, and lacks perhaps this.
 */
export function checkMissingClasses(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const lists = findListsOfClasses(lines);
  return lists.flatMap((part) => {
    const whole = lists.find((list) => mayHold(list, part));
    if (!whole) return [];
    const codes = [...part.classes.keys()].filter((code) => figuresOf(whole, code).length === 0);
    return codes.map((code) => compareClass('fund-limit', code, [whole, []], [part, figuresOf(part, code)], units));
  });
}

function mayHold({ total: whole }: ListOfClasses, { total: part }: ListOfClasses): boolean {
  const isWider = fundAncestors(part.fundSource).includes(whole.fundSource) && whole.fundSource !== 'current_year';
  const isOfOnePeriod = whole.budgetStage === part.budgetStage && whole.fiscalYear === part.fiscalYear;
  return isWider && isOfOnePeriod && whole.amount >= part.amount && whole.place.tableNo !== part.place.tableNo;
}

function compareLists(first: ListOfClasses, other: ListOfClasses, units: RoundingUnits): Finding[] {
  if (first.total.place.tableNo === other.total.place.tableNo) return [];
  const codes = new Set([...first.classes.keys(), ...other.classes.keys()]);
  return [...codes].flatMap((code) => {
    if (first.printed.has(code) && other.printed.has(code)) return [];
    const [expected, actual] = [first, other].map((list) => figuresOf(list, code));
    return compareClass('class-sums', code, [first, expected ?? []], [other, actual ?? []], units);
  });
}

type Side = readonly [list: ListOfClasses, figures: readonly PlacedLine[]];

function compareClass(
  rule: 'class-sums' | 'fund-limit',
  code: string,
  [first, expected]: Side,
  [other, actual]: Side,
  units: RoundingUnits,
): Finding {
  const terms: Term[] = [
    ...expected.map((line) => ({ line, side: 'expected' as const })),
    ...actual.map((line) => ({ line, side: 'actual' as const })),
  ];
  return compare({
    rule,
    checkId: `${rule}:${code}:${placeId(first.total)}:${placeId(other.total)}`,
    subject: `${placeName(other.total)} ${code} = ${placeName(first.total)} ${code}`,
    terms,
    tolerance: terms.reduce((sum, { line }) => sum + units.of(line), 0n) / 2n,
  });
}
