/** Changes in sentences against last year's column. */
import { expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();

/** Outcomes of the rule for a table with these headings and a sentence about its total, 10.00 after 8.00. */
function outcomes(headings: string, sentence: string): readonly string[] {
  const { checks } = transform(
    extractLines(
      '临海市水利局2024年部门预算',
      '一般公共预算支出表',
      '单位：万元',
      ...tabbed(`科目编码|科目名称|${headings}`, '|合计|8.00|10.00', '201|一般公共服务支出|8.00|10.00'),
      `2024年一般公共预算支出10.00万元，${sentence}。`,
    ),
    codebook,
  );
  return checks.filter(({ rule }) => rule === 'told-change').map(({ status }) => status);
}

const YEARS = '2023年预算数|2024年预算数';

it('agree with it, or one of them is wrong', () => {
  expect(outcomes(YEARS, '比上年增加2.00万元')).toEqual(['pass']);
  expect(outcomes(YEARS, '比上年增加5.00万元')).toEqual(['fail']);
  expect(outcomes(YEARS, '比上年减少2.00万元')).toEqual(['fail']);
});

it('are wrong whatever reason the sentence gives', () => {
  expect(outcomes(YEARS, '比上年增加5.00万元，主要原因是缴费基数调整')).toEqual(['fail']);
});

it('may be on what was carried out where the column is what was planned, and the other way round', () => {
  expect(outcomes(YEARS, '比2023年执行数增加5.00万元')).not.toContain('fail');
  expect(outcomes('2023年执行数|2024年预算数', '比上年增加5.00万元')).toEqual(['not_applicable']);
});

it('are no matter of a table without last year, or of rounding', () => {
  expect(outcomes('2024年预算数|2024年预算数', '比上年增加5.00万元')).toEqual([]);
  expect(outcomes(YEARS, '比上年增加2.01万元')).toEqual(['pass_within_rounding']);
});

it('are on what was carried out where both say so in the same words', () => {
  expect(outcomes('2023年执行数|2024年预算数', '比2023年执行数增加5.00万元')).toEqual(['fail']);
  expect(outcomes('2023年预计执行数|2024年预算数', '比2023年执行数增加5.00万元')).toEqual(['not_applicable']);
});

it.each([
  '比2023年调整预算数增加5.00万元',
  '剔除一次性因素后，比上年增加5.00万元',
  '与上年同口径预算数相比增加5.00万元',
])('may be on another figure of last year: %s', (sentence) => {
  expect(outcomes(YEARS, sentence)).not.toContain('fail');
});
