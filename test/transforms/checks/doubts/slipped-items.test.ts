import { expect, it } from 'vitest';
import { reportSlippedItems } from '../../../../transforms/checks/doubts/slipped-items.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { ThreePublicItem } from '../../../../transforms/types.js';
import { coded, stated, table } from '../../lines/stated.js';

const BASIC = { spendingType: 'public' } as const;
const place = { kind: 'table', tableNo: 2, row: 1, col: 1, page: null } as const;
const reception = stated('3.00', { ...coded('dept_economic', '30217'), ...BASIC, place });

/** Rows of 三公 that are told, in a list of these items beside basic expenditure. */
function told(items: Readonly<Partial<Record<ThreePublicItem, string>>>, basic = [reception]): readonly unknown[] {
  const rows = Object.entries(items).map(([item, amount]) => ({
    tableKind: 'three_public' as const,
    threePublicItem: item as ThreePublicItem,
    label: item,
    cells: [amount],
  }));
  return reportSlippedItems(arrangeLines([...table([{}], rows, 1), ...basic])).map(({ origin }) => origin.row);
}

it('tells items that make up 三公 without one that basic expenditure pays for', () => {
  expect(told({ total: '9.00', vehicle: '6.00', overseas: '3.00' })).toEqual([2, 3]);
});

it('tells vehicles that are bought and none run', () => {
  expect(told({ total: '6.00', vehicle: '6.00', vehicle_purchase: '6.00' }, [])).toEqual([3]);
  expect(told({ total: '8.00', vehicle: '8.00', vehicle_purchase: '6.00', vehicle_operation: '2.00' }, [])).toEqual([]);
});

it('says nothing of one among several units that buys and runs none', () => {
  const row = (budgetUnitName: string | null, amounts: readonly (string | null)[]) => ({
    tableKind: 'three_public' as const,
    budgetUnitName,
    label: budgetUnitName ?? '合计',
    cells: amounts,
  });
  const columns = (['total', 'vehicle', 'vehicle_purchase', 'vehicle_operation'] as const).map((item) => ({
    threePublicItem: item,
  }));
  const rows = [row('甲', ['6.00', '6.00', '6.00', null]), row('乙', ['2.00', '2.00', null, '2.00'])];
  expect(reportSlippedItems(arrangeLines(table(columns, rows, 1)))).toEqual([]);
  expect(reportSlippedItems(arrangeLines(table(columns, rows.slice(0, 1), 1)))).toHaveLength(1);
});

it('says nothing where the item is printed, the total holds more, or the money is other', () => {
  expect(told({ total: '9.00', vehicle: '6.00', reception: '3.00' })).toEqual([]);
  expect(told({ total: '9.00', vehicle: '6.00' })).toEqual([]);
  expect(told({ total: '6.00', vehicle: '6.00' }, [])).toEqual([]);
  const others = { fundSource: 'gov_fund', fiscalYear: 2023, budgetUnitName: '甲', projectName: '乙' } as const;
  for (const [field, value] of Object.entries(others))
    expect(told({ total: '6.00', vehicle: '6.00' }, [{ ...reception, [field]: value }])).toEqual([]);
});
