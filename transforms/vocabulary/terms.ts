/**
 * The words of budget disclosures and what they mean: the one file a domain expert reads and extends.
 *
 * Words are written packed: no white space, half-width brackets, no quotation marks. A longer word beats a shorter one inside it.
 * Where a word means nothing for a facet but must hide a shorter one inside it (收入总计 is not the flow word 收入 of a
 * heading), it stands with the meaning it should have.
 */
import type { BudgetStage, Flow, FundSource, SpendingType, ThreePublicItem } from '../types.js';
import type { Term } from './find.js';

/** Where money comes from: columns and rows of revenue, columns of expenditure. */
export const FUND_SOURCES: readonly Term<FundSource>[] = [
  {
    meaning: 'general_public',
    words: [
      '一般公共预算财政拨款',
      '一般公共预算拨款',
      '一般公共预算资金',
      '一般公共预算',
      '公共财政预算拨款',
      '公共财政预算',
      '公共预算财政拨款',
      '一般预算拨款',
      '公共财政拨款',
      '经费拨款',
      '非税收入拨款',
      '纳入预算管理的非税收入',
    ],
  },
  {
    meaning: 'gov_fund',
    words: [
      '政府性基金预算财政拨款',
      '政府性基金财政拨款',
      '政府性基金预算拨款',
      '政府性基金预算',
      '政府性基金拨款',
      '政府性基金',
      '政府基金预算',
      '政府基金',
      '基金预算拨款',
      '基金预算',
      '基金预算财政拨款',
    ],
  },
  {
    meaning: 'state_capital',
    words: [
      '国有资本经营预算财政拨款',
      '国有资本经营预算拨款',
      '国有资本经营财政拨款',
      '国有资本经营预算',
      '国有资本经营收入',
      '国有资本经营',
      '国资预算',
      '国有资本预算',
    ],
  },
  {
    meaning: 'fiscal_appropriation',
    words: [
      '财政拨款',
      '财政资金',
      '财政拨付',
      '财政补助收入',
      '本级财力',
      '财政性资金',
      '提前通知专项转移支付',
      '提前通知转移支付',
      '提前下达专项转移支付',
      '提前下达转移支付',
      // what is left of it at the end of the year is no carryover from the last
      '年末财政拨款结转',
      '年终财政拨款结转',
      '结转下年财政拨款',
    ],
  },
  {
    meaning: 'special_account',
    words: [
      '财政专户管理资金',
      '财政专户核拨资金',
      '财政专户核拨',
      '财政专户拨款',
      '财政专户资金',
      '纳入专户管理',
      '财政专户',
      '专户资金',
      '教育收费',
      '专户核拨',
      '专户管理资金',
    ],
  },
  { meaning: 'institutional', words: ['事业收入', '事业预算收入'] },
  { meaning: 'operating', words: ['事业单位经营收入', '经营收入', '经营预算收入'] },
  { meaning: 'superior_subsidy', words: ['上级补助收入', '上级补助', '上级财政补助', '上级补助预算收入'] },
  { meaning: 'affiliate_remittance', words: ['附属单位上缴收入', '附属单位上缴', '附属单位缴款', '下级单位上缴收入'] },
  { meaning: 'own_funds', words: ['单位资金', '自有资金', '单位自有资金', '单位自筹'] },
  { meaning: 'other', words: ['其他收入', '其他资金', '其它收入', '其它资金', '其他来源', '其他来源收入'] },
  {
    meaning: 'carryover',
    words: [
      '上年结转结余',
      '上年结转和结余',
      '上年结转',
      '上年结余结转',
      '上年结余',
      '年初财政拨款结转和结余',
      '年初结转和结余',
      '年初结转结余',
      '年初结转',
      '结转结余资金',
      '结转结余',
      '结转和结余',
      '以前年度结转',
      '上年未使用资金',
      '上年财政拨款结转',
      '财政拨款结转',
      '上年财政拨款资金结转',
      '上年财政拨款资金结转结余',
      '上年资金结转',
      '上年财政拨款结转结余',
      '结转资金',
    ],
  },
  {
    meaning: 'used_surplus',
    words: [
      '使用非财政拨款结余',
      '使用非财政拨款结余(含专用结余)',
      '用事业基金弥补收支差额',
      '动用事业基金',
      '使用专用结余',
      '用非财政拨款结余弥补收支差额',
      '非财政拨款结余',
      '事业基金弥补收支差额',
    ],
  },
  {
    meaning: 'sme_reserved',
    words: [
      '中小企业预留份额',
      '中小微企业预留份额',
      '中小企业预留',
      '中小微企业预留',
      '预留中小微企业份额',
      '预留中小企业份额',
      '面向中小企业',
      '面向中小微企业',
      '中小微企业',
      '中小企业',
    ],
  },
  {
    meaning: 'small_micro_reserved',
    words: ['小微企业', '小型微型企业', '小型和微型企业', '小型、微型企业', '其中:小微企业', '小微企业预留'],
  },
  {
    meaning: 'current_year',
    words: [
      '本年收入',
      '本年收入合计',
      '当年收入',
      '本年财政拨款收入合计',
      '本年小计',
      '当年安排',
      '本年安排',
      '当年预算安排',
      '本年预算安排',
    ],
  },
];

/** What expenditure is for, as columns and sentences divide it. */
export const SPENDING_TYPES: readonly Term<SpendingType>[] = [
  { meaning: 'basic', words: ['基本支出', '基本经费'] },
  { meaning: 'personnel', words: ['人员经费', '人员支出', '人员类', '人员类项目', '人员费用'] },
  {
    meaning: 'public',
    words: ['日常公用经费', '公用经费', '日常公用支出', '公用支出', '运转类公用经费', '公用经费项目', '日常公用'],
  },
  {
    meaning: 'project',
    words: ['项目支出', '项目经费', '专项支出', '其他运转类', '特定目标类', '项目资金', '项目预算'],
  },
  { meaning: 'operating', words: ['事业单位经营支出', '经营支出'] },
  { meaning: 'remit_superior', words: ['上缴上级支出', '上解上级支出', '上缴上级', '上解上级'] },
  {
    meaning: 'subsidy_affiliate',
    words: [
      '对附属单位补助支出',
      '对下级单位补助支出',
      '对附属单位补助',
      '对下级单位补助',
      '附属单位补助支出',
      '补助附属单位支出',
    ],
  },
  {
    meaning: 'carryover',
    words: [
      '年终结转结余',
      '年终结转和结余',
      '年末结转和结余',
      '年末结转结余',
      '年末财政拨款结转和结余',
      '结转下年',
      '年终结转',
      '年末结转',
      '年终结余',
      '结转下年支出',
      '结转至下年',
    ],
  },
];

/** 三公经费 and the two items often printed with it. */
export const THREE_PUBLIC_ITEMS: readonly Term<ThreePublicItem>[] = [
  { meaning: 'total', words: ['三公经费', '三公'] },
  {
    meaning: 'overseas',
    words: [
      '因公出国(境)费用',
      '因公出国(境)经费',
      '因公出国(境)费',
      '因公出国(境)',
      '因公出国境',
      '因公出国',
      '出国(境)费',
      '出国(境)',
    ],
  },
  {
    meaning: 'vehicle',
    words: [
      '公务用车购置及运行维护费',
      '公务用车购置和运行维护费',
      '公务用车购置及运行费',
      '公务用车购置和运行费',
      '公务用车购置及运维费',
      '公务用车购置与运行费',
      '公务用车购置费及运行费',
      '公务用车购置费及运行维护费',
      '公务用车购置、运行维护费',
      '公务用车购置与运行维护费',
      '公务用车费',
      '公务用车购置及运行',
      '公务用车购置运行费',
      '公务用车购置运行维护费',
      '公务用车购置和运行',
      '公务车购置及运行费',
      '公务车购置及运行维护费',
      '购置及运行费',
      '购置及运行维护费',
    ],
  },
  { meaning: 'vehicle_purchase', words: ['公务用车购置费', '公务用车购置', '公务用车购置支出', '购置费'] },
  {
    meaning: 'vehicle_operation',
    words: [
      '公务用车运行维护费',
      '公务用车运行费',
      '公务用车运维费',
      '公务用车运行维护',
      '公务用车运行',
      '公车运行维护费',
      '运行维护费',
      '运行费',
      '公务用车维护费',
      '公车运行费',
    ],
  },
  { meaning: 'reception', words: ['公务接待费', '公务接待', '接待费', '接待支出', '接待经费'] },
  { meaning: 'meeting', words: ['会议费'] },
  { meaning: 'training', words: ['培训费'] },
];

export const FLOWS: readonly Term<Flow>[] = [
  { meaning: 'revenue', words: ['收入'] },
  { meaning: 'expenditure', words: ['支出', '经费'] },
];

/** Which figure of the year a column prints. 上年 words hide the plain ones inside them. */
export const BUDGET_STAGES: readonly Term<BudgetStage>[] = [
  {
    meaning: 'budget',
    words: [
      '年初预算数',
      '年初预算',
      '本年预算数',
      '本年预算',
      '当年预算数',
      '当年预算',
      '预算数',
      '预算金额',
      '预算额',
      '预算安排',
      '预算',
    ],
  },
  {
    meaning: 'adjusted_budget',
    words: ['调整预算数', '全年预算数', '调整预算', '全年预算', '调整后预算数', '调整后预算'],
  },
  { meaning: 'final', words: ['决算数', '本年决算数', '本年决算', '全年执行数', '执行数', '实际支出', '决算'] },
  {
    meaning: 'prior_year',
    words: [
      '上年预算数',
      '前一年度',
      '前一年',
      '上年预算',
      '上年执行数',
      '上年决算数',
      '上年决算',
      '上年数',
      '上年度',
      '上年同期',
      '去年预算数',
      '上一年预算数',
      '上一年度',
      '上年完成数',
      '上年支出',
      '上年金额',
      '上年',
    ],
  },
];
