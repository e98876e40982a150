/** Figures of 三公 that stand at another item than their own, beside one that prints none. */
import type { Diagnostic } from '../../../extractors/types.js';
import { groupBy } from '../../codebook/group-by.js';
import { codeOf, fundAncestors, itemAncestors } from '../../lines/index.js';
import type { BudgetLine, ThreePublicItem } from '../../types.js';

type ItemLine = BudgetLine & {
  readonly place: Extract<BudgetLine['place'], { kind: 'table' }>;
  readonly threePublicItem: ThreePublicItem;
};

/** Classes of basic expenditure that are paid for as one item of 三公 (《支出经济分类科目》). */
const ITEM_OF_CLASS: ReadonlyMap<string, ThreePublicItem> = new Map([
  ['30217', 'reception'],
  ['30231', 'vehicle_operation'],
]);

/**
 * A warning `item-slipped` at the items of a list of 三公 whose total they make up without one that the document spends money on: it prints 30217 or 30231 in basic expenditure and no such item, or
 * buys vehicles and runs none: one of several units may, and the column's total holds its figure in place. A printed nought is a figure of its own, which the rule between the two tells.
 *
 * @param lines those of the document
 */
export function reportSlippedItems(lines: readonly BudgetLine[]): Diagnostic[] {
  const lists = groupBy(lines.filter(isItem), listOf);
  const classes = lines.filter((line) => line.place.kind === 'table' && line.spendingType !== null && line.amount > 0n);
  return [...lists.values()].flatMap((list) => {
    const paid = [...ITEM_OF_CLASS].flatMap(([code, item]) =>
      isLeftOut(item, list) && classes.some((line) => isOfClass(line, code, list[0])) ? [item] : [],
    );
    if (paid[0] !== undefined) return list.filter(isPart).map((line) => report(line, paid[0] ?? 'total'));
    const bought = list.find(({ threePublicItem }) => threePublicItem === 'vehicle_purchase');
    const isOdd = bought !== undefined && bought.amount > 0n && isLeftOut('vehicle_operation', list);
    if (isOdd && isOneOfUnits(list, [...lists.values()])) return [];
    return isOdd ? [report(bought, 'vehicle_operation')] : [];
  });
}

function isItem(line: BudgetLine): line is ItemLine {
  return line.place.kind === 'table' && line.tableKind === 'three_public' && line.threePublicItem !== null;
}

/** The items of one table that make up one total. */
function listOf(line: ItemLine): string {
  const { place, flow, budgetStage, fiscalYear, fundSource, budgetUnitName } = line;
  return [place.tableNo, flow, budgetStage, fiscalYear, fundSource, budgetUnitName].join('|');
}

/** Whether the table lists the same items for another unit, or for all. */
function isOneOfUnits([first]: readonly ItemLine[], lists: readonly (readonly ItemLine[])[]): boolean {
  return lists.some(
    ([other]) => other?.place.tableNo === first?.place.tableNo && other?.budgetUnitName !== first?.budgetUnitName,
  );
}

/** Whether the items above one that is not printed are made up without it. */
function isLeftOut(item: ThreePublicItem, list: readonly ItemLine[]): boolean {
  if (list.some(({ threePublicItem }) => threePublicItem === item)) return false;
  const [above] = itemAncestors(item).flatMap((whole) => list.filter((line) => line.threePublicItem === whole));
  if (!above) return false;
  const parts = list.filter((line) => nearestAbove(line, list) === above.threePublicItem);
  return above.amount > 0n && parts.reduce((sum, { amount }) => sum + amount, 0n) === above.amount;
}

function nearestAbove({ threePublicItem }: ItemLine, list: readonly ItemLine[]): ThreePublicItem | undefined {
  return itemAncestors(threePublicItem).find((whole) => list.some((line) => line.threePublicItem === whole));
}

function isPart({ threePublicItem, amount }: ItemLine): boolean {
  return itemAncestors(threePublicItem).length > 0 && amount !== 0n;
}

/** Whether it is basic expenditure of a class, from the money of the list and of the same year and unit. */
function isOfClass(line: BudgetLine, code: string, list: ItemLine | undefined): boolean {
  if (!list || codeOf(line, 'dept_economic') !== code || line.threePublicItem !== null) return false;
  const isWhole = codeOf(line, 'function') === null && line.projectName === null && line.spendingType !== 'project';
  const isOfMoney = line.fundSource === list.fundSource || fundAncestors(line.fundSource).includes(list.fundSource);
  const { flow, budgetStage, fiscalYear, budgetUnitName } = list;
  const isOfOnePeriod = line.budgetStage === budgetStage && line.fiscalYear === fiscalYear;
  return isWhole && isOfMoney && isOfOnePeriod && line.flow === flow && line.budgetUnitName === budgetUnitName;
}

function report({ place, label, amountText }: ItemLine, lacking: ThreePublicItem): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `"${label}": nothing is printed for ${lacking}, though the document spends money that needs it; its figure may stand at another item, so ${amountText} is suspect`;
  const origin = { tableNo, row, col, page };
  return { stage: 'transform', severity: 'warning', code: 'item-slipped', message, origin };
}
