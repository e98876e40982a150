import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../../extractors/types.js';
import { RoundingUnits } from '../../../../transforms/checks/rounding.js';
import { checkSums } from '../../../../transforms/checks/sums/sum.js';
import { findTableSums } from '../../../../transforms/checks/sums/table-sums.js';
import { arrangeLines } from '../../../../transforms/lines/index.js';
import type { StatedAmount } from '../../../../transforms/types.js';
import { coded, headed, stated, table } from '../../lines/stated.js';

/** `rule status` of the sums of a table of one row, 201 or a function code, under these columns. */
function outcomes(columns: readonly Partial<StatedAmount>[], cells: readonly (string | null)[], grid: Grid): string[] {
  const row = { ...coded('function', '201'), cells };
  const lines = arrangeLines(table(columns, [row]));
  const findings = checkSums(findTableSums(lines, { grid, blankColumns: [] }), new RoundingUnits(lines));
  return findings.map(({ rule, status }) => `${rule} ${status}`);
}

describe('columns of classes', () => {
  const own = coded('function', '201').codes;
  const ofClass = (code: string) => ({ codes: [...own, ...coded('gov_economic', code).codes] });
  const columns = [{}, ofClass('501'), ofClass('502'), ofClass('50201')];

  it('add up to the column without a class, a class within another aside', () => {
    expect(outcomes(columns, ['5.00', '2.00', '3.00', '1.00'], headed(1, 5, []))).toEqual(['header-sum pass']);
    expect(outcomes(columns, ['5.00', '2.00', '2.00', '1.00'], headed(1, 5, []))).toEqual(['header-sum fail']);
  });

  it('may be incomplete where one stands alone or their head says 其中', () => {
    expect(outcomes(columns.slice(0, 2), ['5.00', '2.00'], headed(1, 3, []))).toEqual([]);
    const grid = headed(1, 5, [{ col: 2, text: '其中：机关工资福利支出' }]);
    expect(outcomes(columns, ['5.00', '2.00', '2.00', '1.00'], grid)).toEqual([]);
  });

  it('leave the kinds of spending beside them comparable', () => {
    const spending = [
      { spendingType: 'total' },
      { spendingType: 'basic' },
      { spendingType: 'basic', ...ofClass('501') },
      { spendingType: 'project' },
    ] as const;
    expect(outcomes(spending, ['5.00', '3.00', '3.00', '1.00'], headed(1, 5, []))).toEqual(['spending-parts fail']);
  });
});

describe('基本支出 and 项目支出 under 其中', () => {
  const grid = headed(2, 4, [{ col: 2, colSpan: 2, text: '其中：' }]);
  const columns = (fundSource: StatedAmount['fundSource']) =>
    (['total', 'basic', 'project'] as const).map((spendingType) => ({ spendingType, fundSource }));

  it('are all that an appropriation is spent on', () => {
    expect(outcomes(columns('general_public'), ['5.00', '3.00', '1.00'], grid)).toEqual(['spending-parts fail']);
    expect(outcomes(columns('general_public'), ['5.00', '3.00', '2.00'], grid)).toEqual(['spending-parts pass']);
  });

  it('need not be all that a unit spends', () => {
    expect(outcomes(columns('all'), ['5.00', '3.00', '1.00'], grid)).toEqual(['spending-parts not_applicable']);
  });
});

describe('a head with a 小计 among the columns of a total', () => {
  const grid = headed(2, 6, [
    { col: 1, rowSpan: 2, text: '总计' },
    { col: 2, colSpan: 2, text: '一般公共预算拨款' },
    { col: 4, rowSpan: 2, text: '政府性基金' },
    { row: 1, col: 2, text: '小计' },
    { row: 1, col: 3, text: '经费拨款' },
  ]);
  const columns = (['all', 'general_public', 'general_public', 'gov_fund'] as const).map((fundSource) => ({
    fundSource,
  }));

  it('counts once, with its 小计', () => {
    expect(outcomes(columns, ['5.00', '3.00', '3.00', '2.00'], grid)).toContain('fund-parts pass');
    expect(outcomes(columns, ['6.00', '3.00', '3.00', '2.00'], grid)).toContain('fund-parts fail');
  });
});

describe('a head with a 小计 that a row leaves blank', () => {
  const funds = ['all', 'general_public', 'general_public', 'general_public', 'gov_fund'] as const;
  const columns = funds.map((fundSource) => ({ fundSource }));
  const grid = headed(2, 6, [
    { col: 1, rowSpan: 2, text: '合计' },
    { col: 2, colSpan: 3, text: '一般公共预算拨款' },
    { row: 1, col: 2, text: '小计' },
    { row: 1, col: 3, text: '经费拨款' },
    { row: 1, col: 4, text: '非税收入' },
    { col: 5, rowSpan: 2, text: '政府性基金' },
  ]);

  it('counts in the whole by the columns beside it', () => {
    expect(outcomes(columns, ['7.00', null, '3.00', '1.00', '3.00'], grid)).toEqual(['fund-parts pass']);
    expect(outcomes(columns, ['7.00', null, '4.00', '3.00', '1.00'], grid)).toEqual(['fund-parts fail']);
  });

  it('says nothing where columns without a head of their own mean the same', () => {
    expect(outcomes(columns, ['7.00', null, '4.00', '3.00', '1.00'], headed(2, 6, []))).toEqual([]);
  });
});

describe('a column of a fund that no row of 三公 fills', () => {
  const ITEM = { label: '公务接待费', threePublicItem: 'reception' } as const;
  const told = (...blank: readonly StatedAmount['fundSource'][]) => {
    const amounts = table(
      [{ fundSource: 'fiscal_appropriation' }, { fundSource: 'general_public' }],
      [{ ...ITEM, cells: ['5.00', '2.00'] }],
    );
    const lines = arrangeLines(amounts);
    const blankColumns = blank.map((fundSource, at) => ({ ...stated('0'), fundSource, col: 3 + at }));
    const findings = checkSums(
      findTableSums(lines, { grid: headed(1, 5, []), blankColumns }),
      new RoundingUnits(lines),
    );
    return findings.map(({ rule, status }) => `${rule} ${status}`);
  };

  it('makes the columns complete for every item', () => {
    expect(told('gov_fund', 'state_capital')).toEqual(['fund-parts fail']);
    expect(told()).toEqual(['fund-parts not_applicable']);
  });
});
