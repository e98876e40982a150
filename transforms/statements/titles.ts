/** What a table's name says it is. Extend here when a province calls a statement by another name. */
import type { TableKind } from '../types.js';

/**
 * Patterns over the packed title, first match wins: the special statements stand before the general ones whose words they contain
 * (一般公共预算基本支出表 before 支出表).
 */
export const TITLE_RULES: readonly (readonly [pattern: RegExp, kind: TableKind])[] = [
  [/专项资金.*(?:汇总|明细|情况)表/, 'special_funds'],
  [/绩效(?:目标|指标|评价|自评)|绩效.*表/, 'performance_targets'],
  [/专项资金/, 'special_funds'],
  [/固定资产|资产占用|资产占有|资产情况/, 'fixed_assets'],
  [/机构设置|单位构成|机构(?:基本)?情况|人员(?:基本)?情况|单位基本情况|人员编制/, 'organization'],
  [/三公|因公出国.*公务接待/, 'three_public'],
  [/政府采购/, 'procurement'],
  [/政府购买服务/, 'other'],
  [/政府性?基金/, 'gov_fund_expenditure'],
  [/国有资本经营/, 'state_capital_expenditure'],
  [/机关运行经费/, 'agency_operation'],
  [/基本支出.*政府(?:预算)?(?:支出)?经济|政府(?:预算)?(?:支出)?经济.*基本支出/, 'general_public_basic_gov_economic'],
  [/基本支出/, 'general_public_basic_dept_economic'],
  // 财决07表: what was carried over, received, spent and left of the general public budget alone, class by class
  [/(?:一般公共预算|公共财政预算).*收入支出决算表/, 'general_public_expenditure'],
  [/(?:财政拨款|一般公共预算).*(?:收支|收入支出)|(?:收支|收入支出).*财政拨款/, 'fiscal_appropriation_summary'],
  [/收支|收入支出/, 'revenue_expenditure_summary'],
  [/项目(?:支出|经费|预算|资金)|支出项目/, 'project_expenditure'],
  [/(?:一般公共预算|公共财政预算|财政拨款).*支出/, 'general_public_expenditure'],
  [/收入/, 'revenue_summary'],
  [/支出|开支/, 'expenditure_summary'],
];
