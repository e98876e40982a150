/** Columns that no row fills, though other statements print what their total would be. */
import type { Diagnostic } from '../../../extractors/types.js';
import { groupBy } from '../../codebook/index.js';
import { statementOf } from '../../lines/index.js';
import type { BlankColumn, BudgetLine, BudgetTable } from '../../types.js';
import type { FundClass } from '../pairs/fund-classes.js';
import { isComparable, quantityKey } from '../pairs/equal-facts.js';
import { placeName } from '../names.js';
import { comparableKey, FUNDS, ITEMS, SPENDING } from '../sums/axes.js';

/**
 * A warning `column-unfilled` at each amount of a table in which no row fills a column of money, and another statement prints the total that it would have: the
 * figures of that column may stand in these. Wholes of the column are left alone, and so is carryover, which statements count or not.
 */
export function reportUnfilledColumns(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  fundClass: FundClass,
): Diagnostic[] {
  const printed = printedQuantities(lines, fundClass);
  const placed = groupBy(lines, ({ place }) => (place.kind === 'table' ? place.tableNo : null));
  return tables.flatMap(({ raw, blankColumns }) => {
    const own = placed.get(raw.tableNo) ?? [];
    const unfilled = blankColumns.flatMap((blank) => {
      const elsewhere = findElsewhere(blank, own, printed, fundClass);
      return elsewhere ? [{ blank, elsewhere }] : [];
    });
    return own.flatMap((line) => {
      const found = unfilled.find(({ blank }) => mayHold(line, blank));
      return found ? report(line, found.blank, found.elsewhere) : [];
    });
  });
}

/** What the document prints that is not nought, by what it is. */
function printedQuantities(
  lines: readonly BudgetLine[],
  fundClass: FundClass,
): ReadonlyMap<string, readonly BudgetLine[]> {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  return groupBy(
    lines.filter((each) => isComparable(each) && each.amount !== 0n),
    (line) => quantityKey(line, byNumber.get(line.parentLineNo ?? 0) ?? null, fundClass),
  );
}

/** The total of the column as another table prints it, or a sentence about the same statement. */
function findElsewhere(
  blank: BlankColumn,
  own: readonly BudgetLine[],
  printed: ReadonlyMap<string, readonly BudgetLine[]>,
  fundClass: FundClass,
): BudgetLine | undefined {
  const total = own.find(
    (line) =>
      line.lineRole === 'total' &&
      line.totalKind !== 'subtotal' &&
      line.budgetUnitName === null &&
      isOfOneYear(line, blank),
  );
  if (!total || [blank.fundSource, blank.spendingType].includes('carryover')) return undefined;
  const { fundSource, spendingType, threePublicItem } = blank;
  const key = quantityKey({ ...total, fundSource, spendingType, threePublicItem }, null, fundClass);
  const isAbout = (line: BudgetLine): boolean => line.place.kind === 'table' || line.tableKind === total.tableKind;
  return printed.get(key)?.find((line) => isAbout(line) && statementOf(line) !== statementOf(total));
}

function isOfOneYear(line: BudgetLine, { flow, budgetStage, fiscalYear }: BlankColumn): boolean {
  return line.flow === flow && line.budgetStage === budgetStage && line.fiscalYear === fiscalYear;
}

/** Whether a figure of the column may be this one: not where this one is a whole of the column. */
function mayHold(line: BudgetLine, blank: BlankColumn): boolean {
  const isWhole = [FUNDS, SPENDING, ITEMS].some(
    (axis) =>
      comparableKey(axis, line) === comparableKey(axis, blank) && axis.wholes(blank).includes(axis.value(line) ?? ''),
  );
  return isOfOneYear(line, blank) && !isWhole;
}

function report({ place, label, amountText }: BudgetLine, blank: BlankColumn, elsewhere: BudgetLine): Diagnostic[] {
  if (place.kind !== 'table') return [];
  const { tableNo, row, col, page } = place;
  const message = `"${label}": no row fills column ${String(blank.col)}, of which ${placeName(elsewhere)} prints ${elsewhere.amountText}; its figures may stand in other columns, so ${amountText} is suspect`;
  return [
    { stage: 'transform', severity: 'warning', code: 'column-unfilled', message, origin: { tableNo, row, col, page } },
  ];
}
