/** What the page says of coverage. */
import { expect, it } from 'vitest';
import { tellDetail } from '../../../sinks/report/page/gaps.js';

it('tells coverage in both languages, with its thousands parted', () => {
  expect(tellDetail('budget 2024: 110000000.00 yuan by function of 126000000.00 printed (87.30 %)')).toEqual([
    '2024 年预算数：按功能科目 110,000,000.00 元，列示合计 126,000,000.00 元（87.30%）',
    'budget 2024: 110,000,000.00 yuan by function of 126,000,000.00 printed (87.30 %)',
  ]);
  expect(tellDetail('final 2023: 6400000.00 yuan by function')).toEqual([
    '2023 年决算数：按功能科目 6,400,000.00 元',
    'final accounts 2023: 6,400,000.00 yuan by function',
  ]);
});

it('leaves other details as they are', () => {
  expect(tellDetail('p.3, p.4')).toBe('p.3, p.4');
  expect(tellDetail(null)).toBeNull();
});
