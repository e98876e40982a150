/**
 * The phrases by which sentences tell what an amount in them is. All patterns are written for folded text (half-width marks, no
 * white space, no quotation marks). A province that says it differently needs a word here.
 */

/** What a heading or a clause is about beyond the facets of the vocabulary. */
export type Theme =
  'three_public' | 'procurement' | 'agency' | 'project' | 'performance' | 'assets' | 'definitions' | 'narrative';

/** First match wins: 机关运行经费 also is an entry of 其他重要事项, 绩效 sections also name 项目支出. */
export const THEMES: readonly (readonly [Theme, RegExp])[] = [
  ['definitions', /名词解释|名词说明|术语解释|专业名词|专业术语|名词术语/],
  ['performance', /绩效/],
  ['three_public', /三公|公务接待|因公出国|公务用?车/],
  ['procurement', /政府采购/],
  ['agency', /机关运行经费/],
  ['assets', /国有资产|固定资产|资产总额|资产占有|资产占用|资产原值|资产情况/],
  ['project', /重点项目|项目情况说明|项目概述/],
  ['narrative', /职能|职责|重点工作|工作任务|工作目标|机构设置|单位构成|人员构成|人员情况|部门概况|单位概况/],
];

/** Headings of tables on meetings and training count with 三公. */
export const MEETING_HEADING = /会议费|培训费/;

/** Revenue and expenditure in one phrase: 收支, 收入支出, 收、支. */
export const BOTH_FLOWS = /收支|收入[、和与及]?支出|收[、和]支|收入总计[、和与及]支出总计/;

/** Words that change nothing about what an amount is; what is left of a subject without them is its own name. */
export const FILLER =
  /[①-⑳]|\([^()]{3,}\)|\((?:结余|补助)\)|整体支出|20\d\d|\d+[个项家]|财政拨款|拨款|一般公共预算|总预算|总决算|预算|决算|执行数|总额|总计|总量|合计|共计|小计|总数|总|安排的?|金额|资金|规模|年初|全年|本年度?|当年|年度|本级|部门|单位|通过|用于|使用|批复|编制|核定|综合|实际|计划|预计|完成|执行|支出|收入|收支|经费|费用|财政|数额|科目|主要|情况|涉及|方面|按照?|同比|其中|另外|以及|分别|均|各|共|为|是|约|达到?|中|的|等|及|和|与|在|对|由|从|我|本|该|全|数|额|收|支|下属|所属|年|、|:|[()"《》]/g;

/** What a department spends in all, in texts on 绩效. */
export const WHOLE_EXPENDITURE = /整体支出/;

/** Filler of sentences on one theme only. */
export const THEME_FILLER: Partial<Record<Theme, RegExp>> = {
  three_public: /公务|用车|公车|车辆?|财政拨款/g,
  procurement: /采购|面向|预留|份额|项目|给/g,
  agency: /行政单位|事业单位|参照公务员法管理|参公|机关|运行|日常/g,
  performance:
    /全面|[本我](?:院|局|校|委|办|镇|街道|中心)|填报|编报|目标|跟踪|监控|自评|评价|管理|开展|组织|实施|纳入|实行|拟|整体|重点|项目/g,
};

/** Parts of a thing that repeat money counted with it: who is received, who buys. Matched against what is left of the words. */
export const PART_OF: Partial<Record<Theme, RegExp>> = {
  three_public: /^(?:国内|外宾|外事|国\(?境\)?外|境外)/,
  // 中 is filler: 集 is what is left of 集中采购
  procurement: /^(?:政府)?(?:集|分散|协议供货|定点)$/,
};

/** Numbers that open a paragraph or an item: 一、 （一）、 1. (1) ①. */
export const NUMBERING =
  /^(?:第[一二三四五六七八九十\d]+(?:部分|章|节)|\([一二三四五六七八九十]+\)[、.]?|[一二三四五六七八九十]+[、.]|\(\d{1,2}\)[、.]?|\d{1,2}(?:[、]|\.(?!\d))|[①-⑳])/;

/** How deep a numbering stands, outermost first. */
export const NUMBERING_LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+(?:部分|章|节)/,
  /^[一二三四五六七八九十]+[、.]/,
  /^\([一二三四五六七八九十]+\)/,
  /^\d{1,2}(?:[、]|\.(?!\d))/,
  /^(?:\(\d{1,2}\)|[①-⑳])/,
];

/** A heading that prints no number still reads like one. */
export const HEADING_ENDS = /(?:说明|解释|情况|概况|一览|总表|预算表|决算表|支出表|收入表)$/;

/** Directly before a number: by how much something moved. Group 1 is the verb. */
export const CHANGE_BEFORE =
  /(净?增加|增长|净?减少|下降|降低|压减|压缩|缩减|核减|调减|调增|上升|上涨|提高|增幅|降幅|减幅|增减变动|增减|变动|节约|多|少)(?:\([^)]*\))?(?:了|额|率|幅度|数额|比例|资金|支出|收入|经费)?(?:约|共|合计|为|是|达|各)*$/;

/** Directly before a number: what something moved to, a level (减少到25万元). */
export const MOVED_TO =
  /(?:净?增加|净?减少|增长|压减|压缩|核减|调减|调增|提高|降低|下降|上升|调整)(?:[到至]|为)(?:了|约)?(?:(?:20\d\d|本|当)年度?(?:预算)?的?)?$/;

/** Directly before a number: each of the things before has it. */
export const OF_EACH = /[均各](?:为|是|安排)?$/;

/** One change of several levels. */
export const CHANGE_OF_EACH = /[各均](?:分别)?(?:净?增加|增长|净?减少|下降|降低)/;

/** Both directions printed, none struck out: 增加（减少）. */
export const CHANGE_UNDECIDED = /增加\(减少\)|减少\(增加\)|增长\(下降\)|下降\(增长\)|增减(?:变动|额|率)?/;
export const FALLING = /减|降|压|缩|节约|少/;

/** A change of nothing. */
export const FLAT =
  /持平|无增减变[动化]|无增减|没有增减|增减变[动化]为0(?![.\d])|无变[动化]|没有变[动化]|未发生变[动化]|与上年(?:一致|相同)|保持不变/g;

/** A clause that opens the reasons of a change. */
export const REASON = /原因|^(?:因(?!公)|由于|因为|系)/;
/** Opens a breakdown after a level, reasons after a change. */
export const MAINLY = /^主要(?:是|为|系|包括|有|用于|由于|因(?!公))/;
/** Opens a breakdown: group 1 (or 2) are the words of the whole, if any. */
export const BREAKDOWN = /^(.*?)(?:其中|包括|包含|分别为|分别是|分为|如下|构成)|^(.*)中$/;
/** The enumeration of reasons goes on after a semicolon. */
export const REASON_GOES_ON = /^(?:[一二三四五六七八九]是|\(?\d\)?[、.是]|其[一二三四])/;

/** It goes on in the next sentence too; 1. and (1) there open an item of the text. */
export const REASON_GOES_ON_NEXT = /^[二三四五六七八九]是/;

/** Directly before a number: a bound, not an amount. */
export const BOUND_BEFORE = /(?:[≤≥<>＜＞≦≧]=?|不超过|不高于|不低于|不少于|小于|大于|超过|高于|低于|控制在)$/;
/** Directly after a unit: a bound or a rate. */
export const BOUND_AFTER = /^(?:\(含\)|\(不含\))?(?:及?以上|及?以下|以内|之内|起点?|[/每])/;
/** What a clause on 绩效 counts: its own words, without who does what with it. */
export const EVALUATED = /(?:部门|单位)?整体支出(?:预算)?|项目支出(?:预算)?/;

/** In the clause of a number: the price or the limit of a single thing, an amount per head. */
export const UNIT_PRICE = /单价|单位价值|单台|单套|单件|限额|限价|人均|每人|户均|标准(?:为|是)?$/;
/** In the clause of a number: what is owned, not what is budgeted. */
export const OWNED = /资产|原值|净值|账面|存款|负债|价值/;
/** In the clauses before a number: contracts by who won them, which repeat what was bought. */
export const AWARDED = /供应商|中标|成交|授予|合同金额/;
/** A clause that moves money, with its object between verb and number: the change of a part. */
export const MOVED = /^(?:主要)?(?:是|为)?(?:新增|增加|减少|压减|压缩|核减|调减|调增|追加)/;

/** Comparison with something else: group 1 is what stands before it. */
export const COMPARISON =
  /^(.*?)(?:(?:与|同|和)(?=20\d\d|上|去|年初|本年|全年|预算|决算|调整)|[比较](?=20\d\d|上|去|年初|本|全年|预算|决算|调整|同期))(.*)$/;
export const EARLIER = /上一?年度?(?!结转|结余|末|底|初)|去年|上一年|同期/;
export const PLANNED = /预算|决算|计划|年初|全年|调整/;

/** Words that say which figure of the year before a clause states (not 上年结转, which is money of this year). */
export const PRIOR_LEVEL =
  /(?:上一?年|去年)度?(?:同期)?(?:的|当年|部门|财政|一般公共)*(?:预算|决算|执行|完成|实际|支出|收入|安排|数)|[由从](?:上一?年|去年)度?的?$/;

/** In a breakdown: what is spent or received of this year's money, beside what was carried over. */
export const OF_THIS_YEAR = /^(?:当年|本年)(?:收入|支出)(?:预算)?$/;

/** Words for the year of the document. */
export const THIS_YEAR = /今年|本年|当年|现/;

/** Opens a clause on the money of a whole region (全县2024年教育支出, 2024年我市财政收入), not on a task there (全市统一考试项目). */
export const REGION_WIDE =
  /^(?:截至|预计)?(?:20\d\d年度?(?:末|底)?,?)?(?:全(?:国|省|市|县|区|州|盟|旗|镇|乡|街道)|我(?:国|省|市|县|区|州|盟|旗)(?!.{0,10}[局委办院校厅处会]))(?!性)(?!.*(?:项目|工程|专项|活动|考试|会议费|培训费|补助|补贴))(?:20\d\d年度?|的|各级|地方|部门|单位)*(?:.{0,12}(?:收入|支出|收支|预算|决算|经费|财力|税收|总值|投资))/;
/** Turns from the region to the publisher. */
export const OWN_AGAIN = /^(?:其中)?[:,]?[本我](?:部门|单位|局|委|办|院|校|中心|街道|镇|乡|级)/;

/** The part of a whole that is told by who spends it. */
export const BY_SPENDER =
  /^(?:其中)?[:,]?[局委办厅院校]?(?:机关|本级|下属|所属)(?:本级|机关|单位)?(?:支出|预算|经费|安排)*[:为是]?$/;

/** Words of a sentence about budget levels: an amount in it that nobody understood deserves a warning. */
export const BUDGET_WORDS = /会议费|培训费|预算|决算|收入|支出|拨款|经费|因公|公务|采购/;
