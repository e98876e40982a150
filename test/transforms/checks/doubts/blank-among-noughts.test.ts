import { expect, it } from 'vitest';
import { reportBlankAmongNoughts } from '../../../../transforms/checks/doubts/blank-among-noughts.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import { budgetTable } from '../../../builders/budget-document.js';
import { coded, stated, table } from '../../lines/stated.js';

const FUNDS = [{ fundSource: 'all' }, { fundSource: 'general_public' }, { fundSource: 'gov_fund' }] as const;
const blank = { ...stated('0'), col: 4, fundSource: 'carryover' } as const;

function told(count: number, cells: readonly (string | null)[], fields = {}): readonly (number | null | undefined)[] {
  const rows = Array.from({ length: count }, (_, at) => ({ ...coded('function', String(201 + at)), cells }));
  const tables = [
    { ...budgetTable(1, 'expenditure_summary', [['']]), blankColumns: [{ ...blank, ...fields }] },
    budgetTable(2, 'expenditure_summary', [['']]),
  ];
  return reportBlankAmongNoughts(arrangeLines(table(FUNDS, rows)), tables).map(({ origin }) => origin.row);
}

it('tells a column without anything in a table that prints noughts', () => {
  expect(new Set(told(5, ['2.00', '2.00', '0.00']))).toEqual(new Set([1, 2, 3, 4, 5]));
});

it('says nothing where blanks stand for noughts, or too little is printed to know', () => {
  expect(told(5, ['2.00', '2.00', null])).toEqual([]);
  expect(told(5, ['2.00', '1.00', '1.00'])).toEqual([]);
  expect(told(5, ['0.00', '0.00', '0.00'])).toEqual([]);
  expect(told(4, ['2.00', '2.00', '0.00'])).toEqual([]);
  expect(told(5, ['2.00', '2.00', '0.00'], { fiscalYear: 2023 })).toEqual([]);
});
