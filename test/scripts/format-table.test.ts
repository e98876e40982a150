import { expect, it } from 'vitest';
import { formatTable } from '../../scripts/format-table.js';

it('aligns numbers to the right and Chinese names to the left, amounts with separators, years without', () => {
  const table = formatTable(
    ['name', 'year', 'amount', 'share'],
    [
      ['甲局', '2024', '1234567.50', '91.1'],
      ['“乙”', '2023', '-12.00', '100'],
      ['c', '', '', ''],
    ],
  );
  expect(table.split('\n')).toEqual([
    'name    year        amount  share',
    '甲局    2024  1,234,567.50   91.1',
    '“乙”  2023        -12.00    100',
    'c',
    '',
  ]);
});
