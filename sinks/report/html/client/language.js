/** The words of the page in both languages, and which of them is spoken. */

/** Key → Chinese, English; `{0}` stands for a value. */
const WORDS = /** @type {const} */ ({
  title: ['预算数据质量报告', 'Data quality of budget disclosures'],
  written: ['生成于 {0} · {1}', 'written {0} · {1}'],
  documents: ['文件', 'Documents'],
  amounts: ['金额', 'Amounts'],
  checks: ['校验', 'Checks'],
  loaded: ['已入库', 'loaded'],
  quarantined: ['已隔离', 'quarantined'],
  unreadable: ['无法读取的来源', 'unreadable sources'],
  withoutText: ['含无文字页', 'with pages without text'],
  withoutConverter: ['未经转换器读取', 'read without a converter'],
  unloaded: ['未能入库的金额', 'amounts that made no line'],
  targets: ['绩效指标', 'performance targets'],
  byRule: ['按规则', 'By rule'],
  byPublisher: ['按单位', 'By publisher'],
  byKind: ['按报表', 'By statement'],
  failing: ['不符', 'failing'],
  suspectShort: ['存疑', 'suspect'],
  proven: ['已验证', 'proven'],
  consistent: ['无矛盾', 'consistent'],
  suspect: ['存疑', 'suspect'],
  pass: ['一致', 'hold'],
  pass_within_rounding: ['四舍五入差异', 'within rounding'],
  fail: ['不符', 'fail'],
  not_applicable: ['不适用', 'not applicable'],
  provenMeans: [
    '有独立列示的数字相互印证，且无校验不符',
    'a check between independently printed figures holds, none fails',
  ],
  consistentMeans: ['读法唯一，无矛盾，但也无从印证', 'its reading is unambiguous; nothing contradicts or proves it'],
  suspectMeans: [
    '使用前请核对：校验不符、读法不唯一或科目代码存疑',
    'look before use: a failing check, an ambiguous reading or a doubtful code',
  ],
  unknownPublisher: ['单位不明', 'publisher unknown'],
  search: ['搜索单位、文件、规则、科目、金额', 'Search publisher, file, rule, subject, amount'],
  anyRule: ['所有规则', 'All rules'],
  anyKind: ['所有报表', 'All statements'],
  anyConfidence: ['所有文件', 'All documents'],
  hasSuspect: ['有存疑金额的文件', 'Documents with suspect amounts'],
  hasConsistent: ['无存疑、未全部验证的文件', 'Documents without, not all proven'],
  allProven: ['金额全部已验证的文件', 'Documents with all amounts proven'],
  filterRule: ['规则', 'Rule'],
  filterKind: ['报表', 'Statement'],
  filterConfidence: ['文件可信程度', 'Confidence of the document'],
  arrange: ['排列', 'Arrange'],
  arrangeRule: ['按规则排列', 'by rule'],
  arrangePublisher: ['按单位排列', 'by publisher'],
  arrangeWorst: ['差异大者在前', 'by difference'],
  reset: ['清除筛选', 'Clear filters'],
  failingChecks: ['校验不符', 'Failing checks'],
  failingNote: [
    '按相对差异从大到小排列。前 {0} 项附所用的表格行和文字。',
    'Largest relative difference first. The first {0} show the rows and sentences they use.',
  ],
  between: ['文件之间的校验不符', 'Failing checks between documents'],
  betweenNote: [
    '一份文件列示的数字，在另一份文件中不同。金额的可信程度不因此改变。',
    'Figures that another document prints otherwise. They change nothing in how well an amount is known.',
  ],
  comparedWith: ['对照文件', 'Compared with'],
  otherFigure: ['对照文件列示', 'the other prints'],
  suspectLines: ['其他存疑金额', 'Other suspect amounts'],
  suspectNote: [
    '不在任何不符的校验中，但使用前应核对的金额。每项金额只列一次，列在最具体的原因下；全部原因见 line_doubts。',
    'Amounts in no failing check that should be looked at before use. Each stands once, under the reason that says most; line_doubts has them all.',
  ],
  unloadedTitle: ['未入库的金额', 'Amounts that made no line'],
  unloadedNote: [
    '原文列示、但单位、含义或数值不明，因此没有入库：任何汇总都不含这些金额。',
    'Printed, but of no known unit, meaning or value, and so not loaded: no sum has them in it.',
  ],
  findingsTitle: ['警告与错误', 'Warnings and errors'],
  findingsNote: [
    '程序读取时的提示，按代码归类，列出最先的几个文件；校验不符另列在上。',
    'What the program said while it read, by code, with the first documents; failing checks have their own list above.',
  ],
  findingCount: ['{0} 条，{1} 个文件', '{0} in {1} documents'],
  gapsTitle: ['缺失的内容', 'What is missing'],
  gapsNote: [
    '缺失或空白的报表、未覆盖的支出、未读出的页面、不明的单位与年度；各列出最先的几个文件。',
    'Missing or blank statements, expenditure not covered, pages not read, unknown publishers and years; each with the first documents.',
  ],
  gapOf: ['应有的 {1} 个文件中 {0} 个', '{0} of {1} documents that should have it'],
  gapCount: ['{0} 个文件', '{0} documents'],
  otherGaps: ['其他', 'Other'],
  alsoIn: ['另有 {0} 个文件', 'and {0} more documents'],
  onlyPublisher: ['单位：{0}', 'Publisher: {0}'],
  remove: ['取消此筛选', 'Remove this filter'],
  chartsTitle: ['按规则、单位、报表查看', 'By rule, publisher, statement'],
  points: ['个百分点', 'percentage points'],
  percentage: ['百分比', 'The percentage'],
  percentageTo: [
    '没有唯一可改的金额；列示的 {0} 应为 {1}',
    'no single amount would do; the printed {0} would have to be {1}',
  ],
  seeDocument: ['查看原文：', 'To see the document:'],
  quarantineTitle: ['已隔离的来源', 'Quarantined sources'],
  documentList: ['文件一览', 'The documents'],
  documentNote: ['需要核对之处多者在前。', 'Those with most to look at first.'],
  shown: ['{0} 项', '{0}'],
  shownOf: ['{1} 项中的 {0} 项', '{0} of {1}'],
  none: ['本页没有符合条件的条目', 'nothing on this page fits'],
  noneAtAll: ['无', 'none'],
  more: ['再显示（还有 {0} 项）', 'Show more ({0} left)'],
  all: ['全部 {0} 项', 'All {0}'],
  fewer: ['收起', 'Fewer'],
  elsewhere: [
    '本页收录 {1} 项中的 {0} 项；其余请查询 budget.duckdb：',
    'This page holds {0} of {1}; for the others ask budget.duckdb:',
  ],
  allOf: ['全部请查询 budget.duckdb：', 'For all of them ask budget.duckdb:'],
  expected: ['按相关数字推算', 'the figures give'],
  actual: ['原文列示', 'printed'],
  difference: ['差额', 'difference'],
  tolerance: ['容许误差', 'Tolerance'],
  nothing: ['无', 'nothing'],
  rule: ['规则', 'Rule'],
  source: ['依据', 'source'],
  statement: ['报表', 'Statement'],
  binds: ['因此存疑的金额', 'Amounts suspect for it'],
  bindsNone: ['无：所用数字不是入库金额', 'none: it uses figures that are no amounts of their own'],
  correction: ['只改一处即可成立', 'One change would do'],
  correctionTo: ['{0}（{1}）由 {2} 改为 {3} 元', '{0} ({1}): {2} would have to be {3} yuan'],
  page: ['第 {0} 页', 'p. {0}'],
  table: ['表 {0}', 'table {0}'],
  cell: ['表 {0} 行 {1} 列 {2}', 'table {0}, row {1}, column {2}'],
  block: ['第 {0} 段', 'block {0}'],
  unit: ['单位：{0}', 'unit {0}'],
  rowsMore: ['另有 {0} 行', '{0} more rows'],
  markWhole: ['被校验的数字', 'the figure that is checked'],
  markPart: ['所用的数字', 'figures that the check uses'],
  numbering: ['行列自 0 起编号', 'rows and columns count from 0'],
  seeTables: ['查看原表：', 'To see its tables:'],
  inArchive: ['在压缩包 {0} 内：{1}', 'in the archive {0}: {1}'],
  open: ['打开文件', 'open the file'],
  year: ['{0} 年', '{0}'],
  lineCount: ['{0} 项金额，{1} 个文件', '{0} amounts in {1} documents'],
  noReason: ['未记录原因', 'no reason recorded'],
  noCode: ['原因不明', 'reason unknown'],
  amountsIn: ['{0} 项金额', '{0} amounts'],
  language: ['语言', 'Language'],
  filters: ['筛选', 'Filters'],
  rows: ['行', 'row'],
});

/** @typedef {keyof typeof WORDS} WordKey */

/** 0 Chinese, 1 English. */
let language = /^zh\b/i.test(navigator.language) ? 0 : 1;

export function spoken() {
  return language;
}

/** @param {number} chosen 0 Chinese, 1 English */
export function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen === 0 ? 'zh-CN' : 'en';
}

/**
 * Words in the language that is spoken.
 *
 * @param {WordKey} key
 * @param {...(string | number)} values
 * @returns {string}
 */
export function say(key, ...values) {
  const text = WORDS[key][language === 0 ? 0 : 1];
  return text.replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? ''));
}

/** @param {readonly [string, string] | undefined} pair Chinese, English @param {string} otherwise */
export function sayPair(pair, otherwise) {
  return pair?.[language === 0 ? 0 : 1] ?? otherwise;
}

/** A text that may differ between the languages. @typedef {import('../../page/types.js').Said} Said */

/** @param {Said} said */
export function sayEither(said) {
  return typeof said === 'string' ? said : sayPair(said, '');
}

/** What it says in either language. @param {Said} said @returns {readonly string[]} */
export function saidTexts(said) {
  return typeof said === 'string' ? [said] : said;
}
