import { expect, it } from 'vitest';
import { reportExchangedClasses } from '../../../../transforms/checks/doubts/exchanged-classes.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import { coded, table } from '../../lines/stated.js';

const COLUMNS = [{ spendingType: 'personnel' }, { spendingType: 'public' }] as const;
const told = (...rows: readonly (readonly [code: string, personnel: string, running: string])[]) =>
  reportExchangedClasses(
    arrangeLines(
      table(
        COLUMNS,
        rows.map(([code, ...cells]) => ({ ...coded('dept_economic', code), cells })),
      ),
    ),
  ).map(({ code, origin }) => [code, origin.row, origin.col]);

it('doubts a table whose classes of personnel all stand under running costs', () => {
  expect(told(['30101', '0.00', '5.00'], ['30102', '0.00', '4.00'], ['30201', '3.00', '0.00'])).toEqual([
    ['columns-exchanged', 1, 2],
    ['columns-exchanged', 2, 2],
    ['columns-exchanged', 3, 1],
  ]);
});

it('has no doubt where any of them stands where it should', () => {
  expect(told(['30101', '5.00', '0.00'], ['30102', '0.00', '4.00'], ['30301', '0.00', '1.00'])).toEqual([]);
  expect(told(['30101', '0.00', '5.00'])).toEqual([]);
});
