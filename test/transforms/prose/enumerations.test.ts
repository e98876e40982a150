import { describe, expect, it } from 'vitest';
import { formatFen } from '../../../transforms/amounts/index.js';
import type { StatedAmount } from '../../../transforms/types.js';
import { clean, read } from './documents.js';

const HEADING = '一、三公经费情况说明';

function item({ threePublicItem, fiscalYear, budgetStage, amount }: StatedAmount): string {
  return `${String(threePublicItem)} ${String(fiscalYear)}/${budgetStage} ${formatFen(amount)}`;
}

describe('分别', () => {
  it.each([
    [
      '因公出国、公务接待、公务用车运行费分别为1、2、3万元。',
      ['overseas 2024/budget 10000.00', 'reception 2024/budget 20000.00', 'vehicle_operation 2024/budget 30000.00'],
    ],
    ['公务接待费、会议费分别为2万元和3万元。', ['reception 2024/budget 20000.00', 'meeting 2024/budget 30000.00']],
    [
      '2023年公务接待费、会议费分别为2万元和3万元。',
      ['reception 2023/prior_year 20000.00', 'meeting 2023/prior_year 30000.00'],
    ],
    [
      '公务用车购置及运行费、公务接待费分别为5万元、2万元。',
      ['vehicle 2024/budget 50000.00', 'reception 2024/budget 20000.00'],
    ],
    [
      '“三公”经费2023年和2024年预算分别为10万元、12万元。',
      ['total 2023/prior_year 100000.00', 'total 2024/budget 120000.00'],
    ],
    ['“三公”经费预算数和决算数分别为10万元和8万元。', ['total 2024/budget 100000.00', 'total 2024/final 80000.00']],
  ])('gives each thing its amount: %s', (text, expected) => {
    expect(clean([HEADING, text]).map(item)).toEqual(expected);
  });

  it('keeps the breakdown that it stands in', () => {
    const amounts = clean(['收入预算100万元，其中一般公共预算拨款收入、其他收入分别为60万元、40万元。']);
    expect(amounts.map(({ tableKind, lineRole }) => `${tableKind} ${lineRole}`)).toEqual([
      'revenue_summary total',
      'revenue_summary detail',
      'revenue_summary detail',
    ]);
  });

  it('gives nothing where things and amounts are not as many', () => {
    const { amounts, diagnostics } = read([HEADING, '公务接待费、会议费分别为2万元、3万元和4万元。']);
    expect(amounts).toEqual([]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual(
      Array.from({ length: 3 }, () => ['prose-amount-unread', 'warning']),
    );
  });

  it.each(['比上年分别减少1万元、2万元', '分别下降5%和6%', '分别占40%和60%'])(
    'leaves changes and shares out: %s',
    (words) => {
      const { amounts, diagnostics } = read([HEADING, `公务接待费2万元，会议费3万元，${words}。`]);
      expect(amounts.map(item)).toEqual(['reception 2024/budget 20000.00', 'meeting 2024/budget 30000.00']);
      expect(amounts.every((line) => line.yoyAmount === null && line.yoyPercent === null)).toBe(true);
      expect(amounts.every((line) => line.sharePercent === null)).toBe(true);
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['prose-change-unplaced', 'info']]);
    },
  );
});
