import { expect, it } from 'vitest';
import { reportNegativeItems } from '../../../../transforms/checks/doubts/negative-items.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import { table } from '../../lines/stated.js';

it('doubts what is below zero among items of 三公 and purchases, and nothing else', () => {
  const rows = [{ label: '公务接待费', cells: ['-2.00', '2.00'] }];
  const told = (column: Parameters<typeof table>[0][number]) =>
    reportNegativeItems(arrangeLines(table([column, column], rows))).map(({ code, origin }) => [code, origin.col]);
  expect(told({ tableKind: 'three_public', threePublicItem: 'reception' })).toEqual([['amount-negative', 1]]);
  expect(told({ tableKind: 'procurement' })).toEqual([['amount-negative', 1]]);
  expect(told({ tableKind: 'expenditure_summary' })).toEqual([]);
});
