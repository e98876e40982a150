/** Lists of one total by function. */
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../../transforms/index.js';
import { extractLines, tabbed } from '../../../builders/text-document.js';

const codebook = loadCodebook();
const SUMMARY = ['项目|预算数', '一般公共服务支出|', '农林水支出|7.00', '住房保障支出|3.00', '本年支出合计|10.00'];
const LEAVES = [
  '科目编码|科目名称|合计',
  '|合计|10.00',
  '2130301|行政运行|5.00',
  '2130314|防汛|2.00',
  '2210201|住房公积金|3.00',
];

/** What the two rules say of a summary of all expenditure and a list under another title. */
function outcomes(summary: readonly string[], list: readonly string[], title = '支出总表'): readonly string[] {
  const { checks } = transform(
    extractLines(
      '临海县水利局2024年部门预算',
      '部门支出预算总表',
      '单位：万元',
      ...tabbed(...summary),
      title,
      '单位：万元',
      ...tabbed(...list),
    ),
    codebook,
  );
  const own = checks.filter(({ rule }) => rule === 'class-sums' || rule === 'fund-limit');
  return own.map(({ checkId, status }) => `${checkId.split(':').slice(0, 2).join(' ')} ${status}`);
}

const slipped = SUMMARY.with(1, '一般公共服务支出|7.00').with(2, '农林水支出|');

describe('classes of one total', () => {
  it('are what the 项 of another list add up to', () => {
    expect(outcomes(SUMMARY, LEAVES)).toEqual(['class-sums 213 pass', 'class-sums 221 pass']);
  });

  it('contradict it where an amount slipped to the row of another class', () => {
    expect(outcomes(slipped, LEAVES)).toEqual(
      expect.arrayContaining(['class-sums 201 fail', 'class-sums 213 fail', 'class-sums 221 pass']),
    );
  });

  it('are compared nowhere where a list is not whole', () => {
    expect(outcomes(slipped, LEAVES.slice(0, -1))).toEqual([]);
  });
});

describe('classes of a part of a total', () => {
  const part = ['科目编码|科目名称|合计', '|合计|5.00', '2130301|行政运行|5.00'];
  const title = '一般公共预算支出表';

  it('are classes of the whole, too', () => {
    expect(outcomes(SUMMARY, part, title)).toEqual([]);
    expect(outcomes(slipped, part, title)).toEqual(['fund-limit 213 fail']);
  });

  it('may be left out by a whole that is smaller, which its total tells', () => {
    const small = ['项目|预算数', '住房保障支出|3.00', '本年支出合计|3.00'];
    expect(outcomes(small, part, title)).toEqual(['fund-limit t2.r1.c2 fail']);
  });
});
