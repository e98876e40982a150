/** What one fund pays for against what all funds pay for. */
import { describe, expect, it } from 'vitest';
import { checkFundLimits } from '../../../../transforms/checks/pairs/fund-limits.js';
import { RoundingUnits } from '../../../../transforms/checks/rounding.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { BudgetLine, BudgetTable, StatedAmount } from '../../../../transforms/types.js';
import { budgetTable } from '../../../builders/budget-document.js';
import { coded, stated, table, TOTAL } from '../../lines/stated.js';

const CLASS = coded('function', '2010301');
const ALL = [
  { fundSource: 'all', spendingType: 'basic' },
  { fundSource: 'all', spendingType: 'project' },
] as const;
const GENERAL = [{ spendingType: 'basic' }, { spendingType: 'project' }] as const;

function outcomes(...amounts: readonly (readonly StatedAmount[])[]): string[] {
  const lines = arrangeLines(amounts.flat());
  return limitsOf(lines, TABLES);
}

const TABLES = [1, 2].map((tableNo) => budgetTable(tableNo, 'expenditure_summary', [['']]));

function limitsOf(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): string[] {
  return checkFundLimits(lines, tables, new RoundingUnits(lines)).map(({ status, subject }) => `${status} ${subject}`);
}

describe('expenditure of one fund', () => {
  const whole = table(ALL, [{ ...CLASS, cells: ['7.00', '2.00'] }], 1);
  const part = (...cells: readonly string[]): StatedAmount[] => table(GENERAL, [{ ...CLASS, cells }], 2);

  it('is no more than that of all funds: columns exchanged are told', () => {
    expect(outcomes(whole, part('7.00', '2.00'))).toEqual([]);
    expect(outcomes(whole, part('5.00', '1.00'))).toEqual([]);
    expect(outcomes(whole, part('2.00', '7.00'))).toEqual([expect.stringMatching(/^fail .*2010301.*≤/)]);
  });

  it('is none where all funds pay nothing, in print', () => {
    expect(outcomes(table(ALL, [{ ...CLASS, cells: ['7.00', '0.00'] }], 1), part('7.00', '2.00'))).toHaveLength(1);
  });

  it('may be more by what was carried over', () => {
    const carried = stated('5.00', { lineRole: 'carryover', fundSource: 'carryover', label: '上年结转' });
    expect(outcomes(whole, part('2.00', '7.00'), [carried])).toEqual([]);
  });

  it('may be more by a part of what one of the two tables counts and the other does not', () => {
    const carried = stated('5.00', { lineRole: 'carryover', fundSource: 'carryover', label: '上年结转' });
    const other = coded('function', '2010302');
    const rows = (first: string, second: string, sum: string) => [
      { ...TOTAL, cells: [sum] },
      { ...CLASS, cells: [first] },
      { ...other, cells: [second] },
    ];
    const all = table([{ fundSource: 'all', spendingType: 'total' }], rows('3.00', '2.00', '5.00'), 1);
    const general = (...row: Parameters<typeof rows>) => table([{ spendingType: 'total' }], rows(...row), 2);
    expect(outcomes(all, general('6.00', '4.00', '10.00'), [carried])).toEqual([]);
    expect(outcomes(all, general('6.00', '4.00', '11.00'), [carried])).toHaveLength(3);
    expect(outcomes(all, general('9.00', '1.00', '10.00'), [carried])).toHaveLength(1);
  });

  it.each([0, 1])(
    'accuses no table of another fund where one of the two is only guessed to be its own: %i',
    (guessed) => {
      const lines = arrangeLines([...whole, ...part('2.00', '7.00')]);
      const tables = TABLES.map((one, at) => ({ ...one, isGuess: at === guessed }));
      expect(limitsOf(lines, TABLES)).toHaveLength(1);
      expect(limitsOf(lines, tables)).toEqual([]);
    },
  );

  it('accuses none where its own reading is in doubt', () => {
    const doubtful = part('2.00', '7.00').map((amount) => ({ ...amount, ambiguous: true }));
    expect(outcomes(whole, doubtful)).toEqual([]);
  });

  it('is compared with the same thing of another table only', () => {
    expect(outcomes(table([...ALL, ...GENERAL], [{ ...CLASS, cells: ['7.00', '2.00', '2.00', '7.00'] }], 1))).toEqual(
      [],
    );
    expect(
      outcomes(
        whole,
        part('2.00', '7.00').map((amount) => ({ ...amount, fiscalYear: 2023 })),
      ),
    ).toEqual([]);
  });
});
