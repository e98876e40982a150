import { expect, it } from 'vitest';
import { reportExchangedFunds } from '../../../../transforms/checks/doubts/exchanged-funds.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { StatedAmount } from '../../../../transforms/types.js';
import { stated, table, TOTAL } from '../../lines/stated.js';

const PROJECT = { spendingType: 'project', tableKind: 'project_expenditure' } as const;
const LIST = (['all', 'general_public', 'gov_fund'] as const).map((fundSource) => ({ fundSource }));

/** What the statement of one fund prints for projects. */
function ofStatement(fundSource: StatedAmount['fundSource'], amount: string, tableNo: number): StatedAmount {
  const place = { kind: 'table', tableNo, row: 1, col: 2, page: null } as const;
  return stated(amount, { ...TOTAL, fundSource, spendingType: 'project', place });
}

function told(list: readonly StatedAmount[], ...statements: readonly StatedAmount[]): readonly string[] {
  return reportExchangedFunds(arrangeLines([...list, ...statements])).map(
    ({ code, origin }) => `${code} r${String(origin.row)} c${String(origin.col)}`,
  );
}

const rows = [
  { ...PROJECT, projectName: '甲', label: '甲', cells: ['1.00', '0.00', '1.00'] },
  { ...PROJECT, projectName: '乙', label: '乙', cells: ['3.00', '1.00', '2.00'] },
];
const list = table(LIST, rows, 1);
const cells = ['r1 c2', 'r1 c3', 'r2 c2', 'r2 c3'].map((place) => `columns-exchanged ${place}`);

it('tells funds of projects of which each statement prints the sum of the other', () => {
  expect(told(list, ofStatement('general_public', '3.00', 2), ofStatement('gov_fund', '1.00', 3))).toEqual(cells);
  const totalled = table(LIST, [{ ...PROJECT, ...TOTAL, cells: ['4.00', '1.00', '3.00'] }, ...rows], 1);
  expect(told(totalled, ofStatement('general_public', '3.00', 2), ofStatement('gov_fund', '1.00', 3))).toHaveLength(6);
});

it('says nothing where the statements agree, or print something else', () => {
  expect(told(list, ofStatement('general_public', '1.00', 2), ofStatement('gov_fund', '3.00', 3))).toEqual([]);
  expect(told(list, ofStatement('general_public', '3.00', 2), ofStatement('gov_fund', '2.00', 3))).toEqual([]);
  expect(told(list, ofStatement('general_public', '3.00', 2))).toEqual([]);
});
