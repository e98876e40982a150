/** 收入总计 = 支出总计, inside one table that prints both. */
import type { BudgetLine } from '../../types.js';
import { compare, pair } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId } from '../names.js';
import type { RoundingUnits } from '../rounding.js';

/** Compares the totals of the two sides of each summary table, fund by fund; `lines` are one table's. */
export function checkBalance(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const revenue = finalTotals(lines, 'revenue');
  const expenditure = finalTotals(lines, 'expenditure');
  return expenditure.flatMap((spent) => {
    const received = revenue.find(
      (line) =>
        line.fundSource === spent.fundSource &&
        line.budgetStage === spent.budgetStage &&
        line.fiscalYear === spent.fiscalYear,
    );
    return received ? [balance(received, spent, units)] : [];
  });
}

/**
 * The totals that must balance: 总计, or the plain 合计 of a side that prints no 总计 and no carryover, neither as a row nor as a column
 * beside this year's money of one fund (年初结转和结余, 本年收入, 本年支出, 年末结转和结余). A side with two of them (a group of columns whose head is not understood) is left alone.
 */
function finalTotals(lines: readonly BudgetLine[], flow: BudgetLine['flow']): BudgetLine[] {
  const side = lines.filter((line) => line.flow === flow);
  const totals = side.filter(
    (line) => line.lineRole === 'total' && (line.spendingType ?? 'total') === 'total' && line.threePublicItem === null,
  );
  const grand = totals.filter(({ totalKind }) => totalKind === 'grand');
  if (grand.length > 0) return grand;
  const carried = side.filter((line) => line.amount !== 0n && isCarryover(line));
  if (carried.some(({ lineRole }) => lineRole === 'carryover')) return [];
  return totals.filter((line) => line.totalKind !== 'subtotal' && (line.fundSource === 'all' || carried.length === 0));
}

function isCarryover({ lineRole, fundSource, spendingType }: BudgetLine): boolean {
  return lineRole === 'carryover' || fundSource === 'carryover' || spendingType === 'carryover';
}

function balance(received: BudgetLine, spent: BudgetLine, units: RoundingUnits): Finding {
  return compare({
    rule: 'balance',
    checkId: `balance:${placeId(received)}:${placeId(spent)}`,
    subject: `t.${received.place.kind === 'table' ? String(received.place.tableNo) : ''} ${nameOf(received)} = ${nameOf(spent)}`,
    terms: pair(received, spent),
    tolerance: units.ofPair(received, spent),
  });
}
