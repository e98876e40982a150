/** Every enumerated column of the contract with its values, their tree and their names in both languages. */

export interface EnumValue {
  readonly value: string;
  /** The value of which this one is a part; null at the top. */
  readonly parent: string | null;
  readonly zh: string;
  readonly en: string;
}

/** `value 中文 | English`, or `value < parent 中文 | English`. */
function list(lines: string): readonly EnumValue[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const match = /^\s*(\S+)(?: < (\S+))? {2}(.+?) \| (.+)$/.exec(line);
      const [, value, parent, zh, en] = match ?? [];
      if (value === undefined || zh === undefined || en === undefined) throw new Error(`not an enum line: ${line}`);
      return { value, parent: parent ?? null, zh, en };
    });
}

const statuses = list(`
  loaded  已入库 | loaded
  quarantined  已隔离 | quarantined: nothing could be made of it
  pass  一致 | holds exactly
  pass_within_rounding  四舍五入差异 | differs by no more than rounding explains
  fail  不一致 | fails
  not_applicable  不适用 | cannot be decided
`);

/** Column name → its values; the same column name means the same list in every table. */
export const ENUMS: Readonly<Record<string, readonly EnumValue[]>> = {
  report_kind: list(`
    department_budget  部门预算 | budget of a department with its units
    unit_budget  单位预算 | budget of a single unit
    department_final  部门决算 | final accounts of a department
    unit_final  单位决算 | final accounts of a single unit
    government_budget  政府预算 | budget of a government
    government_final  政府决算 | final accounts of a government
    performance_targets  绩效目标 | performance targets published on their own
    other  其他 | anything else
  `),
  scope: list(`
    consolidated  汇总（含下属单位） | with subordinate units
    own  本级 | one unit only
    unknown  不明 | not stated
    project  项目支出绩效 | targets of a project
    department  部门整体绩效 | targets of a department as a whole
  `),
  status: statuses,
  table_kind: list(`
    revenue_expenditure_summary  收支总表 | revenue and expenditure
    revenue_summary  收入总表 | revenue
    expenditure_summary  支出总表 | expenditure
    fiscal_appropriation_summary  财政拨款收支总表 | fiscal appropriations, revenue and expenditure
    general_public_expenditure  一般公共预算支出表 | expenditure from the general public budget
    general_public_basic_dept_economic  一般公共预算基本支出表（部门经济分类） | basic expenditure by departments' economic class
    general_public_basic_gov_economic  一般公共预算基本支出表（政府经济分类） | basic expenditure by government's economic class
    gov_fund_expenditure  政府性基金预算支出表 | expenditure from government funds
    state_capital_expenditure  国有资本经营预算支出表 | expenditure from the state capital budget
    three_public  “三公”经费表 | official travel, vehicles and receptions
    procurement  政府采购预算表 | government procurement
    project_expenditure  项目支出表 | project expenditure
    special_funds  专项资金汇总表 | special funds
    agency_operation  机关运行经费 | operating costs of agencies
    performance_targets  绩效目标表 | performance targets
    fixed_assets  固定资产占用情况表 | fixed assets
    organization  机构设置 | organization and units
    other  其他 | anything else
  `),
  method: list(`
    ruled  框线 | drawn rulings
    aligned  对齐 | alignment of words
    tagged  标记 | structure tags
    docx  Word 表格 | Word table
    sheet  工作表 | workbook sheet
    html  网页表格 | HTML table
    tsv  分隔文本 | delimited text
    cell_per_line  一行一格文本 | text with one cell per line
    ocr  文字识别 | optical character recognition
  `),
  kind: list(`
    heading  标题 | heading
    paragraph  段落 | paragraph
    caption  表头说明 | caption of a table
    note  表注 | note to a table
    page_furniture  页眉页脚 | page number, running head
  `),
  source_kind: list(`
    table  表格 | table
    prose  文字说明 | prose
  `),
  budget_stage: list(`
    budget  预算数 | budget
    adjusted_budget  调整预算数 | adjusted budget
    final  决算数 | final accounts
    prior_year  上年数 | last year's figure beside this year's
  `),
  flow: list(`
    revenue  收入 | revenue
    expenditure  支出 | expenditure
  `),
  line_role: list(`
    detail  明细 | classified line
    total  合计 | total
    carryover  结转 | carryover from or to another year
    surplus_distribution  结余分配 | distribution of surplus
    memo  其中 | repeats part of a line already counted
  `),
  total_kind: list(`
    current  本年合计 | total of the year
    grand  总计 | total with carryover
    subtotal  小计 | total of a unit or group
  `),
  three_public_item: list(`
    total  “三公”经费合计 | total of the three
    overseas < total  因公出国（境）费 | travel abroad
    vehicle < total  公务用车购置及运行费 | official vehicles
    vehicle_purchase < vehicle  公务用车购置费 | purchase of vehicles
    vehicle_operation < vehicle  公务用车运行维护费 | running of vehicles
    reception < total  公务接待费 | receptions
    meeting  会议费 | meetings
    training  培训费 | training
  `),
  fund_source: list(`
    all  合计 | all sources
    current_year < all  本年收入 | this year's revenue
    fiscal_appropriation < current_year  财政拨款 | fiscal appropriation
    general_public < fiscal_appropriation  一般公共预算 | general public budget
    gov_fund < fiscal_appropriation  政府性基金预算 | government funds
    state_capital < fiscal_appropriation  国有资本经营预算 | state capital budget
    special_account < current_year  财政专户管理资金 | special fiscal account
    institutional < own_funds  事业收入 | institutional revenue
    operating < own_funds  事业单位经营收入 | operating revenue
    superior_subsidy < own_funds  上级补助收入 | subsidy from above
    affiliate_remittance < own_funds  附属单位上缴收入 | remitted by affiliates
    own_funds < current_year  单位资金 | the unit's own funds
    other < own_funds  其他收入 | other revenue
    carryover < all  上年结转结余 | carried over from last year
    used_surplus < all  使用非财政拨款结余 | surplus used
    sme_reserved < all  中小企业预留 | reserved for small and medium enterprises (repeats part of the amount)
    small_micro_reserved < sme_reserved  小微企业预留 | of which for small and micro enterprises
  `),
  spending_type: list(`
    total  支出合计 | all expenditure
    basic < total  基本支出 | basic expenditure
    personnel < basic  人员经费 | personnel
    public < basic  公用经费 | running costs
    project < total  项目支出 | projects
    operating < total  经营支出 | business operations
    remit_superior < total  上缴上级支出 | remitted to a superior
    subsidy_affiliate < total  对附属单位补助支出 | subsidies to affiliates
    carryover < total  结转下年 | carried over to next year
  `),
  mapping_method: list(`
    code  按代码 | by the printed code
    name  按名称 | by the printed name
    name_path  按名称路径 | by the names of all levels
    alias  按别名 | by an earlier or alternative name
    similar  按近似名称 | by a similar name
    none  未匹配 | nothing fits
  `),
  confidence: list(`
    proven  已验证 | an arithmetic check holds and none fails
    consistent  无矛盾 | no check contradicts or proves it, the reading is unambiguous
    suspect  存疑 | failing check, ambiguous reading or doubtful code
    high  高 | high (of a code table entry)
    medium  中 | medium (of a code table entry)
    low  低 | low (of a code table entry)
  `),
  state: list(`
    filled  已填列 | with figures
    zero  全部为零 | only zeros
    blank_form  空表 | a form without amounts
    declared_none  声明无此项支出 | declared to be none
    missing  缺失 | not there
  `),
  operator: list(`
    >=  大于等于 | at least
    <=  小于等于 | at most
    =  等于 | equal to
    >  大于 | more than
    <  小于 | less than
    text  文字描述 | described in words
  `),
  value_unit: list(`
    yuan  元 | yuan
    percent  百分比 | percent
    count  个数 | count
  `),
  stage: list(`
    extract  提取 | reading the file
    transform  转换 | understanding it
    load  入库 | writing it
  `),
  severity: list(`
    info  提示 | information
    warning  警告 | warning
    error  错误 | error
  `),
  scheme: list(`
    function  支出功能分类 | functional classification
    dept_economic  部门预算支出经济分类 | departments' economic classification
    gov_economic  政府预算支出经济分类 | government's economic classification
    revenue  收入分类 | revenue classification
    procurement  政府采购品目分类 | procurement catalogue
    cofog  政府职能分类（联合国） | UN classification of the functions of government
    gfsm  政府财政统计分类 | GFSM transactions
    region  行政区划 | administrative divisions
  `),
  evidence: list(`
    observed  见于真实文件 | this code with this name stands in a real document
    recalled_twice  两次独立回忆一致 | two independent recollections agree
    recalled_once  一次回忆 | one recollection
    disputed  有争议 | recollections differ
    official  官方版本 | an official edition, imported
    listed  公开名录 | a published list (GB/T 2260, COFOG, GFSM)
    judged  判断 | a judgement, made for this project
  `),
  budget: list(`
    general  一般公共预算 | general public budget
    gov_fund  政府性基金预算 | government funds
    state_capital  国有资本经营预算 | state capital budget
    social_insurance  社会保险基金预算 | social insurance funds
  `),
  relation: list(`
    exact  等同 | the same
    broader  目标更宽 | the target is wider
    narrower  目标更窄 | the target is narrower
    partial  部分对应 | overlaps
  `),
  reason: list(`
    failing_check  校验不符 | a check on it fails
    ambiguous_reading  读法不唯一 | it could be read in another way
    doubtful_code  代码存疑 | the code found for it is a guess
    warning  所在单元格有警告 | the program warned about its cell
  `),
  gap: list(`
    statement_missing  应有报表缺失 | an expected statement is missing
    statement_blank  空表未说明 | an expected statement is an empty form
    publisher_unknown  发布单位不明 | no publisher found
    coverage_partial  支出明细不全 | the rows by function cover less, or more, than the printed total
    coverage_unknown  支出合计未列 | rows by function without a printed total to measure them by
    fiscal_year_unknown  预算年度不明 | no fiscal year found
    pages_unread  有页面未读出 | pages of which nothing is read (scans, damage); a missing statement may stand there
    document_quarantined  文件已隔离 | nothing could be made of the document
    source_unreadable  来源无法读取 | the bytes could not be read
  `),
};

export interface EnumRow {
  readonly column_name: string;
  readonly value: string;
  readonly parent_value: string | null;
  readonly label_zh: string;
  readonly label_en: string;
}

/** The rows of `enum_values`. */
export function enumRows(): readonly EnumRow[] {
  return Object.entries(ENUMS).flatMap(([column, values]) =>
    values.map(({ value, parent, zh, en }) => ({
      column_name: column,
      value,
      parent_value: parent,
      label_zh: zh,
      label_en: en,
    })),
  );
}

/** Every pair of a value and one of its ancestors (general_public, all), nearest first. */
export function ancestors(column: string): readonly (readonly [value: string, ancestor: string])[] {
  const values = ENUMS[column] ?? [];
  const parentOf = new Map(values.map(({ value, parent }) => [value, parent]));
  return values.flatMap(({ value }) => {
    const pairs: [string, string][] = [];
    for (let up = parentOf.get(value) ?? null; up !== null; up = parentOf.get(up) ?? null) pairs.push([value, up]);
    return pairs;
  });
}
