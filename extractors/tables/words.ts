/** What the words and numbers in cells look like in printed tables of any kind: numerals, column numbers, captions, footers. */
import { isUnitLine, withoutDeclaredUnits } from '../../notation/money-units.js';

/** ASCII and the common Chinese characters (U+4E00 to U+9FFF) stay as they are, and most texts consist of them. */
const SQUEEZED = /^[!-~\u4e00-\u9fff]*$/;

/** Without white space, compatibility characters folded: `项　目` and `项 目` are the same heading. */
export function squeeze(text: string): string {
  if (SQUEEZED.test(text)) return text;
  return text.normalize('NFKC').replace(/\s+/g, '');
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

const NUMERAL = /^[-−△▲+(]?[¥￥]?\d[\d,]*(?:\.\d+)?%?\)?$/;
const YEAR = /^(?:19|20)\d\d$/;

/** What a spreadsheet prints for a number that its column is too narrow for. */
const UNPRINTED = /^#{2,}$/;

/** A cell that holds nothing but a number (amount, count, share, code; also one that was not printed, ###), years aside. */
export function isNumeral(text: string): boolean {
  const word = squeeze(text);
  return (NUMERAL.test(word) && !YEAR.test(word)) || UNPRINTED.test(word);
}

const NUMBERING_LABEL = /^(?:栏次|栏目|栏号|行次|档次|栏)(?:合计)?$/;
const NUMBERING_CELL = /^(?:\(?\d{1,2}\)?|[甲乙丙丁戊]|\d{1,2}=[\d+\-()]+|[①-⑳])$/;

/**
 * The row of column numbers that closes a header (栏次 1 2 3 …, 甲 乙 1 2 …). A misprinted label (档次) does not matter: the numbers
 * run on by one, from 1, and there are at least two of them.
 */
export function isNumberingRow(cells: readonly string[]): boolean {
  // 类, 款 and 项 head their columns, or one column, down to the first row of amounts, beside the numbers
  const words = cells.map(squeeze).filter((word) => word !== '' && !/^[类款项]{1,3}$/.test(word));
  const labelled = NUMBERING_LABEL.test(words[0] ?? '');
  // a form with two sides labels its column numbers twice
  const marks = labelled ? words.filter((word) => !NUMBERING_LABEL.test(word)) : words;
  if (marks.length < 2 || !marks.every((word) => NUMBERING_CELL.test(word))) return false;
  const numbers = marks
    .map((word) => /^\(?(\d{1,2})\)?(?:=|$)/.exec(word.normalize('NFKC'))?.[1])
    .filter((digits) => digits !== undefined);
  if (numbers.length < (labelled ? 1 : 2)) return false;
  return numbers.every((digits, at) => Number(digits) === Number(numbers[0]) + at) && Number(numbers[0]) <= 2;
}

const CAPTION =
  /^[（(]?(?:金额|计量|货币)?单位[:：]|^金额[:：]|^(?:预算)?年度[:：]|^(?:预算|会计)年度|^截[止至](?:时间|日期)?[:：]|^(?:填报|编制|制表|填表|公开|预算|报送)(?:单位|部门|日期|时间)(?:名称)?[:：(（]|^(?:部门|单位)(?:名称|编码)?(?:\(盖章\)|（盖章）)?[:：]|^附[表件]?$/;
/** Several captions on one line end with the unit: 103某市人民政府办公厅 预算年度：2024 单位：万元. With a table's name it is the name. */
const ENDS_WITH_UNIT = /^[^表。；，]{2,50}\s(?:金额)?单位\s*[:：]\s*(?:人民币)?\s*[百千万亿]*元\s*$/;
/** The number of a form: 公开01表, 附表3, 附件2-1, 表一. */
const FORM_NUMBER =
  /^(?=.*[表附])(?:\p{Script=Han}{0,6}公开|财决|财预|预算|决算|附)?(?:表|附表|附件|件)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-—.]\d{1,2})?(?:附?表)?$/u;
/** A code with the name of a department, as forms print it over a table (103某市人民政府办公厅); never a year with a table's name. */
const CODED_NAME = /^(?!(?:19|20)\d\d年)\d{3,12}[-—_]?\p{Script=Han}[\p{Script=Han}（）()、]{2,40}(?<!表)$/u;

/** A line or cell that speaks of the whole table: unit, department, year, number of the form. */
export function isCaption(text: string): boolean {
  return CAPTION.test(squeeze(text)) || ENDS_WITH_UNIT.test(text) || isFormNumber(text) || isUnitAmongCaptions(text);
}

/** What a sentence says before it names the unit: 除特别注明外，本表, 更正：以下. */
const LEAD_IN =
  /^(?:除[^,]{0,12}外,?)?(?:更正:?|说明:?)?(?:本|以下|下列|上述|表[中内])?(?:各?表|报表|表格|数据|金额|货币|计量)*$/;
const PAGE_MARK = /^第\d+页(?:[,，]?共\d+页)?$|^共\d+页$/;

/** A unit and nothing beside it but what else is said of tables: 公开表1　单位：万元　第1页, 本表单位均为万元. */
function isUnitAmongCaptions(text: string): boolean {
  if (!isUnitLine(text)) return false;
  const others = withoutDeclaredUnits(text)
    .replace(/\(\s*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return others.every((word) => CAPTION.test(word) || isFormNumber(word) || PAGE_MARK.test(word) || LEAD_IN.test(word));
}

/** Whether a line is the number of a form and nothing else. */
export function isFormNumber(text: string): boolean {
  return FORM_NUMBER.test(squeeze(text));
}

/** Department code and name alone on a line: a caption where it stands directly over a table. */
export function isCodedName(text: string): boolean {
  return CODED_NAME.test(squeeze(text));
}

const NOTE = /^(?:备?注\d*[:：.、]|说明[:：]|附注[:：]|注释[:：]|\*+注|备注$)/;
const SIGNATURE = /签字|盖章[:：]|填表人|制表人|审核人|复核人|经办人|联系电话|单位负责人|财务负责人|填报人|填报日期/;

export function isNote(text: string): boolean {
  return NOTE.test(squeeze(text));
}

/** A line or row for signatures, stamps and contacts under a form. */
export function isSignature(text: string): boolean {
  return SIGNATURE.test(squeeze(text));
}

/** Whether a line reads as the name of a table (ends with 表, a bracketed remark or 续表 aside). */
export function isTableName(text: string): boolean {
  const word = squeeze(text).replace(/[（(][^（）()]*[)）]$/, '');
  return (
    word.length >= 3 &&
    word.length <= 60 &&
    /表$|表[一二三四五六七八九十\d]+$/.test(word) &&
    !FORM_NUMBER.test(word) &&
    !/[。；，;]/.test(word)
  );
}

const INDICATOR_LEVEL = /^[一二三](?:级|级绩效)指标(?:名称)?$/;

/** A row that heads a list of performance indicators (一级指标 二级指标 三级指标 …), wherever in a form it stands. */
export function isIndicatorHeader(cells: readonly string[]): boolean {
  return cells.filter((cell) => INDICATOR_LEVEL.test(squeeze(cell))).length >= 2;
}

/** A heading whose column groups rows: a blank below one of its words belongs to that word. */
export function isGroupingHeading(text: string): boolean {
  return /^[一二]级(?:绩效)?指标/.test(squeeze(text));
}

/** A heading over codes or row numbers, which are digits and no amounts. */
export function isCodeHeading(text: string): boolean {
  return /^[类款项]{1,3}$|(?:编码|代码|编号|序号|行次|科目号)$/.test(squeeze(text));
}
