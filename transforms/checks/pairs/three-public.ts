/** “三公” items against the departmental economic codes of the same spending: basic expenditure is a part of it. */
import { codeOf, domainOf, fundAncestors } from '../../lines/index.js';
import type { BudgetLine, ThreePublicItem } from '../../types.js';
import { compareAtMost, pair } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { FundClass } from './fund-classes.js';
import type { RoundingUnits } from '../rounding.js';

interface ItemOfCode {
  readonly item: ThreePublicItem;
  /** Whether the class may hold more than the item. */
  readonly mayExceed: boolean;
}

/** 30212 holds study visits of teachers and researchers too, which 三公 leaves out. */
const ITEMS: ReadonlyMap<string, ItemOfCode> = new Map([
  ['30212', { item: 'overseas', mayExceed: true }],
  ['30217', { item: 'reception', mayExceed: false }],
  ['30231', { item: 'vehicle_operation', mayExceed: false }],
]);

/**
 * Rows 30212, 30217 and 30231 of tables by departmental economic class against the items of 三公 for the same money: the same year, stage and unit, and the same
 * fund or one that holds it. A class is no more than its item; that it is less tells nothing, for such tables list basic expenditure as a rule, and 三公
 * counts projects too. Classes under a function or a project are parts of others and left alone.
 */
export function checkThreePublic(lines: readonly BudgetLine[], fundClass: FundClass, units: RoundingUnits): Finding[] {
  const items = lines.filter(({ threePublicItem, totalKind }) => threePublicItem !== null && totalKind !== 'subtotal');
  const tabulated = items.filter(({ place }) => place.kind === 'table');
  return lines.flatMap((line) => {
    const known = ITEMS.get(codeOf(line, 'dept_economic') ?? '');
    if (!known || !isWholeClass(line)) return [];
    const isItem = (other: BudgetLine): boolean => other.threePublicItem === known.item && isSameSpending(line, other);
    const item = nearest(line, tabulated.filter(isItem), fundClass) ?? nearest(line, items.filter(isItem), fundClass);
    return item ? [compareClass(line, item, known, units)] : [];
  });
}

/** A row of its class and nothing else, in the column of all its spending that the table has. */
function isWholeClass(line: BudgetLine): boolean {
  return (
    line.place.kind === 'table' &&
    domainOf(line) === 'accounts' &&
    (line.spendingType === 'public' || line.spendingType === 'basic' || line.spendingType === 'total') &&
    codeOf(line, 'function') === null &&
    line.projectName === null &&
    line.projectCode === null
  );
}

function isSameSpending(a: BudgetLine, b: BudgetLine): boolean {
  return (
    a.flow === b.flow &&
    a.budgetStage === b.budgetStage &&
    a.fiscalYear === b.fiscalYear &&
    a.budgetUnitName === b.budgetUnitName
  );
}

/** The item of the line's own fund, else of the next one that holds it; where the document spends no other money, as wide a one as any. */
function nearest(line: BudgetLine, items: readonly BudgetLine[], fundClass: FundClass): BudgetLine | undefined {
  const [printed, own] = [line.fundSource, fundClass(line)];
  return [own, printed, ...fundAncestors(printed)]
    .map((fund) => items.find((item) => fundClass(item) === fund || item.fundSource === fund))
    .find((item) => item !== undefined);
}

function compareClass(line: BudgetLine, item: BudgetLine, { mayExceed }: ItemOfCode, units: RoundingUnits): Finding {
  const finding = compareAtMost({
    rule: 'three-public-economic',
    checkId: `three-public-economic:${placeId(line)}:${placeId(item)}`,
    subject: `${placeName(line)} ${nameOf(line)} ≤ ${placeName(item)} ${nameOf(item)}`,
    terms: pair(item, line),
    tolerance: units.ofPair(item, line),
  });
  return finding.status === 'fail' && mayExceed ? { ...finding, status: 'not_applicable' } : finding;
}
