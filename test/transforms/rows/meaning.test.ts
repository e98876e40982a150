/** Meanings that a cell has from its row and its column together, as other provinces print them. */
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import { readTable } from '../../../transforms/rows/index.js';
import type { StatedAmount, TableKind } from '../../../transforms/types.js';
import { documentFacts } from '../../builders/budget-document.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();

function read(tableKind: TableKind, ...rows: readonly string[]) {
  const [table] = extractLines(...tabbed(...rows)).tables;
  if (!table) throw new Error('no table was found');
  const { grid } = table.readings[0];
  const given = { tableNo: 1, tableKind, grid, unit: '万元', isGuess: false, title: null, isUnruled: false };
  return readTable(given, documentFacts({ fiscalYear: 2024 }), codebook);
}

function codes({ codes: found }: StatedAmount): readonly (string | null)[] {
  return found.map(({ code }) => code);
}

describe('a cell between its row and its column', () => {
  it('has the fund of its row under a heading that only heads the side', () => {
    const { amounts, diagnostics } = read(
      'fiscal_appropriation_summary',
      '财政拨款收入||财政拨款支出|',
      '项目|预算数|项目|预算数',
      '一、一般公共预算资金|5.00|一、一般公共服务支出|5.00',
    );
    expect(diagnostics).toEqual([]);
    expect(amounts.map(({ fundSource }) => fundSource)).toEqual(['general_public', 'fiscal_appropriation']);
  });

  it('has the class of its row and the class of its column', () => {
    const { amounts, diagnostics } = read(
      'general_public_expenditure',
      '科目编码|科目名称|总计|机关工资福利支出|机关商品和服务支出',
      '2130301|行政运行|3.00|2.00|1.00',
    );
    expect(diagnostics).toEqual([]);
    expect(amounts.map(codes)).toEqual([['2130301'], ['2130301', '501'], ['2130301', '502']]);
  });

  it('is suspect under the heading of what is bought of the money beside it', () => {
    const { amounts, diagnostics } = read('expenditure_summary', '科目|合计|政府采购预算', '合计|3.00|3.00');
    expect(diagnostics.map(({ code, origin }) => [code, origin.col])).toEqual([['column-unknown', 2]]);
    expect(amounts.map(({ ambiguous }) => ambiguous)).toEqual([false, true]);
  });

  it.each(['标准（元/人）', '补助标准', '单价（万元/台）', '每人每次元/人次'])('is no rate: %s', (heading) => {
    const { amounts, diagnostics } = read('project_expenditure', `项目名称|${heading}|预算数`, '甲项目|100.00|3.00');
    expect(amounts.map(({ amountText }) => amountText)).toEqual(['3.00']);
    expect(diagnostics).toEqual([]);
  });

  it('is of 财政拨款 where its heading or row joins the three budgets', () => {
    const joined = '一般公共预算、政府性基金预算、国有资本经营预算财政拨款';
    const ofColumn = read('expenditure_summary', `科目|合计|${joined}`, '合计|3.00|2.00');
    expect(ofColumn.diagnostics).toEqual([]);
    expect(ofColumn.amounts.map(({ fundSource }) => fundSource)).toEqual(['all', 'fiscal_appropriation']);
    const ofRow = read('revenue_summary', '项目|预算数', `${joined}收入|3.00`);
    expect(ofRow.amounts.map(({ fundSource }) => fundSource)).toEqual(['fiscal_appropriation']);
  });

  it('is in doubt where its row joins sources', () => {
    const { amounts, diagnostics } = read('revenue_summary', '项目|预算数', '事业收入和经营收入|3.00');
    expect(amounts.map(({ fundSource }) => fundSource)).toEqual(['other']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['source-unknown']);
  });

  it('is of this year beside what was carried over, or beside last year', () => {
    const beside = (one: string, other: string) =>
      read('project_expenditure', `项目名称|${one}|${other}`, '甲项目|3.00|2.00');
    expect(beside('本年拨款', '上年结转').amounts.map(({ fundSource }) => fundSource)).toEqual([
      'current_year',
      'carryover',
    ]);
    expect(beside('本年数', '上年数').amounts.map(({ budgetStage }) => budgetStage)).toEqual(['budget', 'prior_year']);
    expect(beside('本年拨款', '上年结转').diagnostics).toEqual([]);
    expect(beside('本年数', '上年数').diagnostics).toEqual([]);
  });

  it('may be that of a year', () => {
    const { amounts } = read('project_expenditure', '项目名称|金额（万元/年）', '甲项目|100.00');
    expect(amounts).toHaveLength(1);
  });

  it('is suspect under a heading that nobody knows', () => {
    const { amounts, diagnostics } = read('expenditure_summary', '科目|合计|甲类事项', '合计|3.00|2.00');
    expect(diagnostics.map(({ code, origin }) => [code, origin.col])).toEqual([['column-unknown', 2]]);
    expect(amounts.map(({ ambiguous }) => ambiguous)).toEqual([false, true]);
  });

  it.each(['三公经费', '会议费', '公务接待费', '政府采购预算'])(
    'is suspect as a part that no fund names: 其中：%s',
    (part) => {
      const { amounts } = read('expenditure_summary', `科目|合计|其中：${part}`, '合计|3.00|2.00');
      expect(amounts.map(({ ambiguous }) => ambiguous)).toEqual([false, true]);
    },
  );

  it('is known as a part that is a fund, a kind of spending, or an item of 三公', () => {
    const ofFund = read('expenditure_summary', '科目|合计|其中：财政拨款', '合计|3.00|2.00');
    const ofItem = read('three_public', '单位|三公经费合计|其中：公务接待费', '合计|3.00|2.00');
    expect([...ofFund.amounts, ...ofItem.amounts].some(({ ambiguous }) => ambiguous)).toBe(false);
  });

  it('is suspect in a lone column of a part of the year', () => {
    expect(read('expenditure_summary', '科目|1-9月执行数', '合计|3.00').amounts).toMatchObject([{ ambiguous: true }]);
  });

  it('leaves a change to the column that sums up the ones beside it', () => {
    const { amounts } = read(
      'general_public_expenditure',
      '科目|上年预算数|2024年预算数|||增减额',
      '||小计|基本支出|项目支出|',
      '合计|9.00|10.00|8.00|2.00|1.00',
    );
    expect(amounts.map(({ yoyAmount }) => yoyAmount)).toEqual([null, 1_000_000n, null, null]);
  });

  it('is no amount below a heading of changes', () => {
    const { amounts } = read(
      'revenue_summary',
      '收入来源|上年预算|本年预算|增减情况|',
      '|||金额|比例',
      '事业收入|3.00|2.00|-1.00|-33.33%',
    );
    expect(amounts.map(({ budgetStage, yoyAmount }) => [budgetStage, yoyAmount])).toEqual([
      ['prior_year', null],
      ['budget', -1_000_000n],
    ]);
  });

  it('is a department subtotal where its units have rows of their own', () => {
    const { amounts } = read(
      'revenue_summary',
      '单位代码|单位名称|总计',
      '|合计|3.00',
      '401|某县水利局|3.00',
      '401001|某县水利局本级|2.00',
      '401002|某县灌区管理站|1.00',
    );
    expect(amounts.map(({ lineRole, totalKind, budgetUnitName }) => [lineRole, totalKind, budgetUnitName])).toEqual([
      ['total', 'current', null],
      ['total', 'subtotal', '某县水利局'],
      ['detail', null, '某县水利局本级'],
      ['detail', null, '某县灌区管理站'],
    ]);
  });

  it('has both codes where two classifications stand beside each other', () => {
    const { amounts } = read(
      'general_public_basic_gov_economic',
      '政府预算支出经济分类|部门预算支出经济分类|金额',
      '50101 工资奖金津补贴|30101 基本工资|3.00',
    );
    expect(amounts.map(codes)).toEqual([['50101', '30101']]);
  });
});
