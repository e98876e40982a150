/** The rules that budgets obey: what each says, and where it comes from. */

export interface Rule {
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

const CLASSIFICATION = '政府收支分类科目 (类, 款, 项 contain one another)';
const FORM = 'the statement forms of 部门预算 and 部门决算: heads and 合计 rows';
const ARITHMETIC = 'arithmetic of the printed figures';

/** Rule ids and their meaning; a check's `rule` is one of these ids. */
export const RULES = {
  'code-tree': {
    zh: '上级科目等于下级科目之和',
    en: 'A code equals the sum of the codes under it in the same column.',
    source: CLASSIFICATION,
  },
  'outline-parts': {
    zh: '分级列示的行等于其下各行之和',
    en: 'A row equals the sum of the rows that the outline puts under it.',
    source: FORM,
  },
  'column-total': { zh: '合计等于各行之和', en: 'A total equals the sum of its top rows.', source: FORM },
  'grand-total': {
    zh: '总计等于本年合计加结转结余',
    en: "A grand total equals the year's total and the carryover.",
    source: FORM,
  },
  'unit-subtotal': {
    zh: '单位小计等于其下各行之和',
    en: "A unit's subtotal equals the sum of its rows.",
    source: FORM,
  },
  'memo-parts': {
    zh: '其中项之和不大于所属项',
    en: 'The rows 其中 add up to no more than the row they repeat.',
    source: FORM,
  },
  'three-public-parts': {
    zh: '“三公”经费等于出国、公务用车、接待之和，公务用车等于购置与运行维护之和',
    en: '三公 = overseas + vehicles + reception; vehicles = purchase + operation.',
    source: '《党政机关厉行节约反对浪费条例》的“三公”经费口径',
  },
  'spending-parts': {
    zh: '支出合计等于基本支出与项目支出等之和，基本支出等于人员经费与公用经费之和',
    en: 'Total = basic + project (+ operating + remitted + subsidies); basic = personnel + public.',
    source: FORM,
  },
  'fund-parts': {
    zh: '合计等于各资金来源之和',
    en: "All funds = the year's funds + carryover; appropriation = general + fund + state capital budgets.",
    source: FORM,
  },
  'header-sum': {
    zh: '表头小计列等于同组各列之和',
    en: 'The 小计 or 合计 column of a head equals the other columns under that head.',
    source: FORM,
  },
  balance: { zh: '收入总计等于支出总计', en: 'Total revenue equals total expenditure.', source: '《预算法》收支平衡' },
  'equal-facts': {
    zh: '同一数字在各表、各处一致',
    en: 'The same quantity is the same in every statement and sentence that prints it.',
    source: ARITHMETIC,
  },
  'revenue-by-function': {
    zh: '收入总表与支出总表的功能科目一致',
    en: 'Where total revenue and total expenditure agree, so do their function codes.',
    source: '《预算法》收支平衡',
  },
  'economic-crosswalk': {
    zh: '政府经济分类与部门经济分类一致',
    en: 'Government and departmental economic codes that map to one another add up to the same.',
    source: '《支出经济分类科目改革方案》两套科目对应关系',
  },
  'function-economic': {
    zh: '养老、年金、公积金的功能科目与经济科目一致',
    en: 'Pension, annuity and housing-fund contributions agree between function and economic codes.',
    source: CLASSIFICATION,
  },
  'purchase-parts': {
    zh: '政府采购总额等于货物、工程、服务之和',
    en: 'Purchases = goods + works + services.',
    source: '《政府采购法》第二条',
  },
  'project-parts': {
    zh: '项目支出等于各项目之和',
    en: 'Project expenditure equals the sum of its projects.',
    source: ARITHMETIC,
  },
  'project-targets': {
    zh: '绩效目标表的项目金额与项目支出一致',
    en: "The amounts on the projects' performance forms add up to project expenditure.",
    source: '部门预算项目支出绩效目标编报',
  },
  share: { zh: '占比等于金额除以总额', en: 'A stated share is the amount divided by its total.', source: ARITHMETIC },
  growth: {
    zh: '增减率等于增减额除以上年数',
    en: "A stated rate of change is the change divided by last year's amount.",
    source: ARITHMETIC,
  },
  change: {
    zh: '增减额等于本年数减上年数',
    en: "A stated change is this year's amount less last year's.",
    source: ARITHMETIC,
  },
  'asset-parts': { zh: '资产总额等于各类资产之和', en: 'Total assets equal the sum of their kinds.', source: FORM },
  'asset-prose': {
    zh: '文字所述固定资产与固定资产表一致',
    en: 'Fixed assets in the text equal the total of the fixed-assets table.',
    source: ARITHMETIC,
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;

/** Rules whose sums run across the columns of a row. */
export const RULES_ACROSS: ReadonlySet<RuleId> = new Set([
  'fund-parts',
  'spending-parts',
  'three-public-parts',
  'header-sum',
]);
