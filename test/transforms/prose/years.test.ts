import { describe, expect, it } from 'vitest';
import type { StatedAmount } from '../../../transforms/types.js';
import { clean, read } from './documents.js';

const HEADING = '一、三公经费情况说明';

/** `label year/stage amount in fen`. */
function dated({ label, fiscalYear, budgetStage, amount }: StatedAmount): string {
  return `${label} ${String(fiscalYear)}/${budgetStage} ${String(amount)}`;
}

describe('the year of an amount', () => {
  it.each([
    [
      'goes from last year to this one',
      '2024年公务用车运行维护费由上年的30万元减少到25万元。',
      ['公务用车运行维护费 2023/prior_year 30000000', '公务用车运行维护费 2024/budget 25000000'],
    ],
    [
      'goes to this one by any verb',
      '公务用车运行费由上年的30万元压减至25万元。',
      ['公务用车运行费 2023/prior_year 30000000', '公务用车运行费 2024/budget 25000000'],
    ],
    [
      'goes to this one by 为',
      '公务接待费由2023年的9万元减少为8万元。',
      ['公务接待费 2023/prior_year 9000000', '公务接待费 2024/budget 8000000'],
    ],
    [
      'holds on for the same thing',
      '2023年“三公”经费预算数为12万元，执行数10万元。',
      ['“三公”经费 2023/prior_year 12000000', '“三公”经费 2023/prior_year 10000000'],
    ],
    [
      'holds on for the parts',
      '2023年“三公”经费预算12万元，其中：公务接待费2万元；2024年“三公”经费预算10万元。',
      [
        '“三公”经费预算 2023/prior_year 12000000',
        '公务接待费 2023/prior_year 2000000',
        '“三公”经费预算 2024/budget 10000000',
      ],
    ],
    [
      'does not hold on for other things behind a figure of this year',
      '2024年“三公”经费预算100万元（2023年90万元），其中公务接待费50万元。',
      [
        '“三公”经费预算 2024/budget 100000000',
        '“三公”经费预算 2023/prior_year 90000000',
        '公务接待费 2024/budget 50000000',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(clean([HEADING, text]).map(dated)).toEqual(expected);
  });

  it.each(['2025年计划会议费5万元。', '2025年计划支出预算5万元。'])(
    'later than the document: a warning, no line: %s',
    (text) => {
      const { amounts, diagnostics } = read([text]);
      expect(amounts).toEqual([]);
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['prose-amount-unread', 'warning']]);
    },
  );

  it('is this one behind what moved to it', () => {
    const amounts = clean(['收入预算从2023年的480万元增加到2024年的500万元。']);
    expect(amounts.map(({ amount, budgetStage }) => [amount, budgetStage])).toEqual([
      [480_000_000n, 'prior_year'],
      [500_000_000n, 'budget'],
    ]);
  });
});
