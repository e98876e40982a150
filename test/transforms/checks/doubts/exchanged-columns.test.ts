import { describe, expect, it } from 'vitest';
import { reportExchangedColumns } from '../../../../transforms/checks/doubts/exchanged-columns.js';
import { checkEqualFacts } from '../../../../transforms/checks/pairs/equal-facts.js';
import { classifyFunds } from '../../../../transforms/checks/pairs/fund-classes.js';
import { RoundingUnits } from '../../../../transforms/checks/rounding.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import { coded, table, TOTAL } from '../../lines/stated.js';

const PARTS = [{ spendingType: 'personnel' }, { spendingType: 'public' }] as const;
const BY_FUNCTION = { tableKind: 'general_public_expenditure' } as const;
const BY_CLASS = { tableKind: 'general_public_basic_dept_economic' } as const;

type Cells = readonly [string, string];

/** Two statements of 人员经费 and 公用经费 with a total each: places at which columns are said to be exchanged. */
function exchanged(ofFunction: Cells, ofClass: Cells) {
  const lines = arrangeLines([
    ...table(PARTS, [{ ...TOTAL, ...BY_FUNCTION, cells: ofFunction }]),
    ...table(
      PARTS,
      [
        { ...TOTAL, ...BY_CLASS, cells: ofClass },
        { ...coded('dept_economic', '301'), ...BY_CLASS, cells: ofClass },
      ],
      2,
    ),
  ]);
  const findings = checkEqualFacts(lines, classifyFunds(lines), new RoundingUnits(lines), []);
  return reportExchangedColumns(lines, findings).map(({ code, origin }) =>
    [code, origin.tableNo, origin.row, origin.col].join(' '),
  );
}

describe('columns that another statement has the other way round', () => {
  it('are in doubt as a whole, in both statements', () => {
    expect(exchanged(['5.00', '2.00'], ['2.00', '5.00'])).toEqual([
      ...['columns-exchanged 1 1 1', 'columns-exchanged 1 1 2'],
      ...['columns-exchanged 2 1 1', 'columns-exchanged 2 1 2', 'columns-exchanged 2 2 1', 'columns-exchanged 2 2 2'],
    ]);
  });

  it('are not where they agree, or are no better in the place of each other', () => {
    expect(exchanged(['5.00', '2.00'], ['5.00', '2.00'])).toEqual([]);
    expect(exchanged(['5.00', '2.00'], ['2.00', '5.01'])).toEqual([]);
    expect(exchanged(['5.00', '2.00'], ['5.00', '3.00'])).toEqual([]);
  });
});
