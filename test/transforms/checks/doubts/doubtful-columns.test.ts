import { describe, expect, it } from 'vitest';
import { reportBlankWholes, reportFailingColumns } from '../../../../transforms/checks/doubts/doubtful-columns.js';
import { RoundingUnits } from '../../../../transforms/checks/rounding.js';
import { checkSums } from '../../../../transforms/checks/sums/sum.js';
import { findTableSums } from '../../../../transforms/checks/sums/table-sums.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { BudgetTable, StatedAmount } from '../../../../transforms/types.js';
import { coded, stated, table } from '../../lines/stated.js';
import { budgetTable } from '../../../builders/budget-document.js';

const SPENDING = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'project' }] as const;

/** Rows of function classes with these cells in the columns 合计, 基本支出, 项目支出. */
function rows(...cells: readonly (readonly (string | null)[])[]) {
  return cells.map((row, at) => ({ ...coded('function', String(201 + at)), cells: row }));
}

function failing(amounts: readonly StatedAmount[]) {
  const lines = arrangeLines(amounts);
  const findings = checkSums(findTableSums(lines, null), new RoundingUnits(lines));
  return reportFailingColumns(lines, findings).map(({ code, origin }) => [code, origin.row, origin.col]);
}

describe('columns whose sums fail', () => {
  const single = ['4.00', '4.00', null];

  it('are in doubt in all rows where that is so in several', () => {
    const said = failing(table(SPENDING, rows(['3.00', '1.00', '1.00'], ['5.00', '1.00', '3.00'], single)));
    expect(said).toContainEqual(['columns-in-doubt', 3, 1]);
    expect(said).toHaveLength(8);
  });

  it('are not where one row fails, or more rows of several figures hold', () => {
    const right = ['3.00', '1.00', '2.00'];
    expect(failing(table(SPENDING, rows(['3.00', '1.00', '1.00'], right, single)))).toEqual([]);
    expect(failing(table(SPENDING, rows(['3.00', '1.00', '1.00'], ['5.00', '1.00', '3.00'], right, right)))).toEqual(
      [],
    );
  });
});

describe('a whole that no row fills', () => {
  const amounts = table(SPENDING, rows([null, '1.00', '2.00'], [null, '4.00', null]));
  const blank = { ...stated('0'), col: 1 };
  const of = (blankColumns: BudgetTable['blankColumns']) =>
    reportBlankWholes(arrangeLines(amounts), [
      { ...budgetTable(1, 'expenditure_summary', [['', '', '', '']]), blankColumns },
    ]);

  it('makes its parts suspect', () => {
    expect(of([blank]).map(({ code, origin }) => [code, origin.row, origin.col])).toEqual([
      ['whole-column-blank', 1, 2],
      ['whole-column-blank', 1, 3],
      ['whole-column-blank', 2, 2],
    ]);
  });

  it('is none where the table has no such column, or its blank one is of another year', () => {
    expect(of([])).toEqual([]);
    expect(of([{ ...blank, fiscalYear: 2023 }])).toEqual([]);
  });
});
