import { describe, expect, it } from 'vitest';
import { classifyTable } from '../../../transforms/statements/classify.js';
import type { TableKind } from '../../../transforms/types.js';
import { budgetTable } from '../../builders/budget-document.js';

function kindOf(title: string | null, rows: readonly (readonly string[])[] = [['项目', '金额']]): TableKind {
  const { raw, grid } = budgetTable(1, 'other', rows);
  return classifyTable({ ...raw, title }, grid);
}

describe('the kind of a table', () => {
  it.each<[string, TableKind]>([
    ['部门收支总体情况表', 'revenue_expenditure_summary'],
    ['收入支出决算总表', 'revenue_expenditure_summary'],
    ['2024年部门收入总表', 'revenue_summary'],
    ['支出决算表', 'expenditure_summary'],
    ['财政拨款收支总表', 'fiscal_appropriation_summary'],
    ['一般公共预算支出表', 'general_public_expenditure'],
    ['一般公共预算财政拨款收入支出决算表', 'general_public_expenditure'],
    ['财政拨款收入支出决算总表', 'fiscal_appropriation_summary'],
    ['一般公共预算基本支出表', 'general_public_basic_dept_economic'],
    ['一般公共预算基本支出表（政府经济分类）', 'general_public_basic_gov_economic'],
    ['政府性基金预算支出表', 'gov_fund_expenditure'],
    ['国有资本经营预算支出表', 'state_capital_expenditure'],
    ['财政拨款“三公”经费支出表', 'three_public'],
    ['政府采购预算表', 'procurement'],
    ['项目支出表', 'project_expenditure'],
    ['专项资金绩效目标汇总表', 'special_funds'],
    ['固定资产占用情况表', 'fixed_assets'],
    ['机构设置情况表', 'organization'],
  ])('%s tells it', (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });

  it('is told by indicators, whatever the title', () => {
    expect(kindOf('项目支出表', [['一级指标', '二级指标', '指标值']])).toBe('performance_targets');
  });

  it('is a form of targets by its title where its header speaks of them', () => {
    expect(kindOf('项目支出绩效目标表', [['项目名称', '绩效目标']])).toBe('performance_targets');
  });

  it('is told by printed classes where the title names none', () => {
    const rows = [
      ['编码', '名称', '金额'],
      ['501', '机关工资福利支出', '1.00'],
    ];
    expect(kindOf('一般公共预算基本支出表', rows)).toBe('general_public_basic_gov_economic');
  });

  it.each<[TableKind, readonly string[]]>([
    ['revenue_expenditure_summary', ['收入', '金额', '支出', '金额 ']],
    ['revenue_summary', ['科目', '合计', '财政拨款收入', '事业收入']],
    ['expenditure_summary', ['科目', '合计', '基本支出', '项目支出']],
    ['procurement', ['采购品目', '数量', '金额']],
    ['other', ['姓名', '职务']],
  ])('is %s by the words of a header without a title', (kind, header) => {
    expect(kindOf(null, [header, header.map(() => '')])).toBe(kind);
  });
});
