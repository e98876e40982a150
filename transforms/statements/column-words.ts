/** What headings say a column holds besides money. First match wins; the patterns look at the innermost heading, packed. */

export type LabelRole =
  | 'sequence'
  | 'code'
  | 'name'
  | 'unit_code'
  | 'unit_name'
  | 'project_code'
  | 'project_name'
  | 'item_code'
  | 'item_name'
  | 'measure'
  | 'text';

/**
 * The headings of a column of codes and of one of names, read as one: their columns touch where no rules part them (采购品目编码采购品目名称, also with the
 * second line of the first at its end; 科目名称类款项). 编码及名称 heads one column.
 */
const CODES_AND_NAMES = /^(.{2,6})编码?\1名称码?$|^(?:科目)?名称类款项$/;

/** Whether the headings over a column, the innermost or all of them, are those of two columns. @param path outermost first */
export function headsCodesAndNames(path: readonly string[]): boolean {
  return CODES_AND_NAMES.test(path.at(-1) ?? '') || CODES_AND_NAMES.test(path.join(''));
}

/** A heading or row of things counted (公务用车保有量（辆）), not of money. */
export const COUNTED = /\((?:个|人|辆|台|套|次|批|件|户|批次|人次|团组)(?:[,、/](?:个|人|辆|台|套|次|批次|人次))*\)/;

/** A heading over what the amounts of each row are in; beside quantities or prices it says what is counted. */
export const MEASURE = /^(?:计量|金额|货币)?单位$/;

/** A heading over the years of the rows. */
export const YEAR_HEADING = /^(?:预算|会计|财政)?年(?:度|份|别)$/;

/** A heading over what is paid for one of something (标准（元/人）): a year and a month are no such things. */
export const RATE = /元[/每](?![年月])\p{L}/u;

export const LABEL_RULES: readonly (readonly [pattern: RegExp, role: LabelRole])[] = [
  [/^(?:序号|行次|编号|栏次|序次)$/, 'sequence'],
  [/^(?:预算)?(?:单位|部门|部门\(单位\)|单位\(部门\)|预算单位)(?:编码|代码)$/, 'unit_code'],
  [
    /^(?:(?:预算|采购|主管|使用|实施|项目|基层)?(?:单位|部门)|部门\(单位\)|单位\(部门\)|部门\/单位|单位\/部门)(?:名称|编码及名称|\(名称\))?$/,
    'unit_name',
  ],
  [/^项目(?:编码|代码|编号)$/, 'project_code'],
  [/^(?:政府)?采购(?:目录|品目|项目|物品)?(?:序号|编码|代码)$|品目(?:编码|代码)|目录(?:序号|编码|代码)/, 'item_code'],
  [/采购(?:品目|目录|物品|内容)|品目(?:名称)?$|^(?:采购)?(?:货物|服务)名称|^采购项目(?:名称)?$/, 'item_name'],
  [/编码及名称|编码和名称|代码及名称|编码名称/, 'name'],
  [/编码|代码|编号|科目号|^[类款项]{1,3}级?$|^目$/, 'code'],
  [/^支出(?:用途|性质|类别|类型|结构)$|^(?:收入|资金)来源$/, 'name'],
  // the second list of expenditure beside that by function
  [/^(?:(?:支出)?项目)?\(?按?(?:支出)?(?:性质|用途|类型|类别)分类\)?$/, 'name'],
  [/^(?:(?:一|二)?级?项目|专项|子?项目|专项资金|资金)名称$|^项目单位及名称$/, 'project_name'],
  [
    /备注|说明|依据|用途|目标|内容|文号|类别|类型|方式|计量|规格|型号|性质|来源方式|时间|日期|期限|绩效|事由|分配|办法|^是否/,
    'text',
  ],
  [/标准$/, 'text'],
  [COUNTED, 'text'],
  [/^数量|数量$|单价|人数|台数|辆数|批次|面积|编制数/, 'text'],
  [YEAR_HEADING, 'text'],
  [/名称|科目|分类|^项目$|^支出项目$|^收入项目$|^事项$|^指标$|^内容$/, 'name'],
];

/**
 * Columns of changes and shares, and of what a budget was adjusted by in the year: they speak of the amount beside them and are no amounts of their
 * own.
 */
export const CHANGE_RULES: readonly (readonly [
  pattern: RegExp,
  role: 'change_amount' | 'change_percent' | 'share' | 'adjustment',
])[] = [
  [/^(?:预算)?调整(?:数|额|金额)$/, 'adjustment'],
  [/^(?!.*(?:增减|增长|变动|变化|增幅|下降|同比|±|[比较与]上年)).*(?:占比|比重|比例|所占|占.*%)/, 'share'],
  [
    /(?:增减|增长|变动|变化|增幅|下降|较上年|比上年|与上年|同比|±).*(?:%|率|幅|比)|^(?:%|增长率|增幅|增减率)$|%$/,
    'change_percent',
  ],
  [/增减|增加额|变动(?:额|数|情况)?|比上年.*(?:增|减)|较上年|(?<!收支)差额|增长额/, 'change_amount'],
];

/** A heading over change columns whose own headings only say 金额 and 比例, or name what has changed. */
export const CHANGE_GROUP =
  /^(?:(?:本年|当年|\d{4}年)?(?:比|较|与)上年.*|(?:本年|当年)?(?:增减|变动|变化|增长)(?:变化|变动)?(?:情况|额|数)?)$/;

/** Headings of money that say nothing more: they take their meaning from the headings above them. */
export const PLAIN_AMOUNT =
  /^(?:(?:预算)?(?:数|金额|资金)?(?:合计|总计|小计)(?:数|额|金额)?|(?:预算|资金)?总(?:额|金额)|金额|预算数|决算数|预算金额|预算资金|数额|本年(?:支出|收入)(?:合计)?|(?:支出|收入)(?:合计|总计)|预算)$/;
