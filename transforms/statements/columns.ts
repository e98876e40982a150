/** What each column of a statement means, from the words of its whole header path. */
import { findForeignUnit, findHeadingUnit, isKnownUnit, withoutHeadingUnit } from '../amounts/index.js';
import type { Grid } from '../../extractors/types.js';
import type { BudgetStage, Flow, FundSource, LineScheme, SpendingType, ThreePublicItem } from '../types.js';
import {
  BUDGET_STAGES,
  findTerms,
  FUND_SOURCES,
  lastMeaning,
  SPENDING_TYPES,
  THREE_PUBLIC_ITEMS,
} from '../vocabulary/index.js';
import { CHANGE_GROUP, CHANGE_RULES, LABEL_RULES, MEASURE, PLAIN_AMOUNT, RATE } from './column-words.js';
import type { LabelRole } from './column-words.js';
import { readHeaderPaths } from './header-path.js';
import type { HeaderPath } from './header-path.js';
import { fundIn, isForeseen, isOfPartOfYear, joinsFunds, withoutAsides } from './heading-doubts.js';
import { thisYearColumns } from './this-year.js';

interface ColumnBase {
  readonly col: number;
  readonly path: HeaderPath;
}

/** A column that says who the row is. */
export interface LabelColumn extends ColumnBase {
  readonly role: LabelRole;
  /** The classification its heading names; null where it names none. */
  readonly scheme: LineScheme | null;
}

/** A column of money; null where the header says nothing of a facet. */
export interface AmountColumn extends ColumnBase {
  readonly role: 'amount';
  readonly flow: Flow | null;
  readonly fundSource: FundSource | null;
  readonly spendingType: SpendingType | null;
  readonly stage: BudgetStage | null;
  /** The year before the document's that the header names; null where it names none. */
  readonly earlierYear: number | null;
  readonly threePublicItem: ThreePublicItem | null;
  /** Whether the innermost heading says anything of a facet. */
  readonly isNamed: boolean;
  /** Whether its headings say what no fact can hold: several funds at once, a part of the year, or what is foreseen of it. */
  readonly isBeyondFacts: boolean;
  /** A unit that the heading itself names (预算数（元）), also one of another currency. */
  readonly unit: string | null;
}

/** A column of changes on the year before, of shares, or of adjustments within the year. */
export interface ChangeColumn extends ColumnBase {
  readonly role: 'change_amount' | 'change_percent' | 'share' | 'adjustment';
}

export type Column = LabelColumn | AmountColumn | ChangeColumn;

/**
 * What most of a column's body holds, `words` being texts without any digit, `codes` numbers that are all codes of one classification, `units`
 * words of which some are money units and none is long: it decides where a heading may head either.
 */
export type ColumnContent = 'numbers' | 'codes' | 'words' | 'units' | 'mixed' | 'blank';

/**
 * One column meaning a grid column.
 *
 * @param contents what the body of each column holds (项目 heads names, or the money of 项目支出; a blank heading heads anything)
 * @param fiscalYear the document's year: a heading that names an earlier one is last year's figure
 */
export function readColumns(grid: Grid, contents: readonly ColumnContent[], fiscalYear: number | null): Column[] {
  const paths = readHeaderPaths(grid);
  const ofThisYear = thisYearColumns(paths, fiscalYear);
  const isOfQuantities = paths.some((path) => QUANTITY.test(path.at(-1) ?? ''));
  const columns = paths.map((path, col): Column => {
    const content = contents[col] ?? 'blank';
    if (content === 'units' && !isOfQuantities && MEASURE.test(path.at(-1) ?? ''))
      return { col, path, role: 'measure', scheme: null };
    return readColumn({ col, path }, content === 'units' ? 'words' : content, fiscalYear);
  });
  return nameUnits(
    columns.map((column) =>
      column.role === 'amount' && ofThisYear.has(column.col) ? { ...column, isNamed: true } : column,
    ),
  );
}

/** What heads units where no column of codes stands beside it. */
function nameUnits(columns: readonly Column[]): Column[] {
  const isCoded = columns.some(({ role }) => role === 'code');
  return columns.map((column) => (isCoded || !isNameOfUnits(column) ? column : { ...column, role: 'unit_name' }));
}

/** Whether a heading names a column of units, each with its classes below it (单位名称（科目）). */
export function headsUnitsAndClasses(path: HeaderPath): boolean {
  return /^单位名称\(科目(?:名称)?\)$/.test(path.at(-1) ?? '');
}

const QUANTITY = /数量|单价/;

/** 单位名称（科目） beside columns of codes names classes, and elsewhere units. */
function isNameOfUnits(column: Column): column is LabelColumn {
  return column.role === 'name' && headsUnitsAndClasses(column.path);
}

function readColumn(base: ColumnBase, content: ColumnContent, fiscalYear: number | null): Column {
  const leaf = ownHeading(base.path);
  const isNumeric = content === 'numbers' || content === 'codes';
  // a column of nothing sets others apart
  if (leaf === '' && content === 'blank') return { ...base, role: 'text', scheme: null };
  if (leaf === '' && !isNumeric) return { ...base, role: 'name', scheme: null };
  const change = changeRole(base.path);
  if (change) return { ...base, role: change };
  if (RATE.test(leaf)) return { ...base, role: 'text', scheme: null };
  const label = LABEL_RULES.find(([pattern]) => pattern.test(withoutHeadingUnit(leaf)))?.[1];
  // 编号 numbers the rows, or heads their codes
  if (label === 'sequence' && content === 'codes') return { ...base, role: 'code', scheme: schemeOf(base.path) };
  if (label === 'name' && isNumeric && /科目|分类/.test(leaf))
    return { ...base, role: 'code', scheme: schemeOf(base.path) };
  // 类 款 项 may head three columns of names, too
  if (label === 'code' && !isNumeric && LEVEL.test(leaf)) return { ...base, role: 'name', scheme: schemeOf(base.path) };
  if (label && !isMoney(leaf, isNumeric, label)) return { ...base, role: label, scheme: schemeOf(base.path) };
  const facets = readFacets(base.path, fiscalYear);
  // over words no heading heads money: 收入 and 支出 head the names of their side, anything else a remark
  if (content === 'words')
    return { ...base, role: flowOf([leaf]) === null ? 'text' : 'name', scheme: schemeOf(base.path) };
  return { ...base, role: 'amount', ...facets };
}

/** The innermost heading. 合计 below 科目编码 is none: a form may print it, beside lower headings, in the row that begins with it. */
function ownHeading(path: HeaderPath): string {
  const [outer = '', leaf = ''] = path.length > 1 ? path.slice(-2) : ['', ...path];
  return /^[合总小]计$/.test(leaf) && /(?:编码|代码|名称)$/.test(outer) ? outer : leaf;
}

function changeRole(path: HeaderPath): ChangeColumn['role'] | null {
  const leaf = path.at(-1) ?? '';
  if (path.slice(0, -1).some((heading) => CHANGE_GROUP.test(heading)))
    return /%|率|幅|比/.test(leaf) ? 'change_percent' : 'change_amount';
  const role = CHANGE_RULES.find(([pattern]) => pattern.test(leaf))?.[1] ?? null;
  return /决算数$|预算数$/.test(leaf) ? null : role;
}

/** A heading that is nothing but a level of the classification. */
export const LEVEL = /^[类款项]级?$/;

/** Whether a heading with a label's word heads money after all: 项目支出, 项目 over numbers; never 编码, 数量. */
function isMoney(leaf: string, numeric: boolean, label: LabelRole): boolean {
  if (
    label === 'sequence' ||
    label === 'code' ||
    label === 'unit_code' ||
    label === 'item_code' ||
    label === 'project_code'
  )
    return false;
  if (/名称|数量|单价|人数|编码|说明|备注/.test(leaf)) return false;
  const word = withoutHeadingUnit(leaf);
  return (
    PLAIN_AMOUNT.test(word) ||
    lastMeaning(word, SPENDING_TYPES) !== null ||
    lastMeaning(word, FUND_SOURCES) !== null ||
    (numeric && label === 'name')
  );
}

function schemeOf(path: HeaderPath): LineScheme | null {
  const words = path.join('');
  if (/政府(?:预算)?(?:支出)?经济/.test(words)) return 'gov_economic';
  if (/经济/.test(words)) return 'dept_economic';
  if (/功能/.test(words)) return 'function';
  if (/采购(?:品目|目录)/.test(words)) return 'procurement';
  return /收入分类/.test(words) ? 'revenue' : null;
}

type Facets = Omit<AmountColumn, 'role' | 'col' | 'path'>;

/** Inner headings refine outer ones; what stands under 上年结转 or 中小企业预留 stays that, whatever is printed below it. */
function readFacets(printed: HeaderPath, fiscalYear: number | null): Facets {
  const path = printed.map(withoutAsides);
  const joined = path.map(joinsFunds);
  const funds = path.map(fundIn);
  const sticky = funds.find((fund) => fund === 'carryover' || fund === 'used_surplus' || fund === 'sme_reserved');
  const small = funds.find((fund) => fund === 'small_micro_reserved');
  const spendings = path.map((heading) => lastMeaning(heading, SPENDING_TYPES));
  const stages = path.map((heading) => stageOf(heading, fiscalYear));
  const items = path.map((heading) => lastMeaning(heading, THREE_PUBLIC_ITEMS));
  const leaf = path.at(-1) ?? '';
  const isNamed =
    flowOf([leaf]) !== null ||
    PLAIN_AMOUNT.test(withoutHeadingUnit(leaf)) ||
    [funds, spendings, stages, items].some((facet) => (facet.at(-1) ?? null) !== null);
  const stage = stageOfPath(path, stages, fiscalYear);
  const isJoined = joined.lastIndexOf(true) > funds.findLastIndex((fund) => fund !== null);
  const across = isNamed || isJoined ? null : fundAcross(path);
  return {
    flow: flowOf(path),
    fundSource: small ?? sticky ?? across ?? innermost(funds),
    spendingType: innermost(spendings),
    stage,
    earlierYear: innermost(path.map((heading) => earlierYear(heading, fiscalYear))),
    threePublicItem: innermost(items),
    isNamed: (isNamed || across !== null) && !path.some((heading) => isLaterYear(heading, fiscalYear)),
    isBeyondFacts: isJoined || path.some(isOfPartOfYear) || (stage !== 'prior_year' && path.some(isForeseen)),
    unit: innermost(printed.map(findForeignUnit)) ?? printed.map(findHeadingUnit).findLast(isKnownUnit) ?? null,
  };
}

/**
 * The innermost stage; what stands under last year (2023年度 › 决算数) stays last year's figure, unless a heading within names this year (2023年与2024年
 * 对比 › 2024年预算数).
 */
function stageOfPath(
  path: HeaderPath,
  stages: readonly (BudgetStage | null)[],
  fiscalYear: number | null,
): BudgetStage | null {
  const lastYear = stages.lastIndexOf('prior_year');
  const isBack = path.slice(lastYear + 1).some((heading) => namesThisYear(heading, fiscalYear));
  return lastYear >= 0 && !isBack ? 'prior_year' : innermost(stages.slice(lastYear + 1));
}

function namesThisYear(heading: string, fiscalYear: number | null): boolean {
  return /^[本当]年/.test(heading) || (fiscalYear !== null && yearIn(heading) === fiscalYear);
}

/** The fund whose name is printed in two cells of the head, one above the other (一般公共预算 › 拨款收入). */
function fundAcross(path: HeaderPath): FundSource | null {
  const outer = path.slice(0, -1).join('').length;
  const found = findTerms(path.join(''), FUND_SOURCES).findLast(({ start, end }) => start < outer && end > outer);
  return found?.meaning ?? null;
}

function innermost<Value>(values: readonly (Value | null)[]): Value | null {
  return values.findLast((value) => value !== null) ?? null;
}

/**
 * Only a heading that is about a side of the accounts as a whole names the flow: 收入, 本年收入, 支出预算; not 财政拨款收入 in a 支出表. The innermost
 * counts; what last year left is revenue where no heading names a side.
 */
function flowOf(path: HeaderPath): Flow | null {
  for (const heading of path.toReversed()) {
    if (/^(?:本年|财政拨款|部门)?支出(?:预算|决算)?(?:合计)?$/.test(heading)) return 'expenditure';
    if (/^(?:本年|财政拨款|部门)?收入(?:预算|决算)?(?:合计)?$/.test(heading)) return 'revenue';
  }
  return path.some((heading) => /^[上年初]+结转/.test(heading)) ? 'revenue' : null;
}

/** 上年…结转 is money of this year that last year left. */
const LAST_YEARS_REST = /^上年[^数]{0,10}(?:结转|结余)/;

/** The year that a heading names, also in two digits (23年预算). */
export function yearIn(heading: string): number | null {
  const full = /(?:19|20)\d\d(?=年)/.exec(heading)?.[0];
  const short = /(?<!\d)\d\d(?=年(?:预算|决算|执行|数|度))/.exec(heading)?.[0];
  return full === undefined ? (short === undefined ? null : 2000 + Number(short)) : Number(full);
}

/** The year that a heading names where it lies before the document's. */
export function earlierYear(heading: string, fiscalYear: number | null): number | null {
  const year = yearIn(heading);
  return year !== null && fiscalYear !== null && year < fiscalYear ? year : null;
}

/** Whether a heading names a year after the statement's: whose figure that is, the statement does not say. */
function isLaterYear(heading: string, fiscalYear: number | null): boolean {
  const year = yearIn(heading);
  return year !== null && fiscalYear !== null && year > fiscalYear;
}

/** The figure of the year that a heading names; null where it names none, or one of a part of the year or foreseen. */
export function stageOf(heading: string, fiscalYear: number | null): BudgetStage | null {
  if (earlierYear(heading, fiscalYear) !== null) return 'prior_year';
  const stages = findTerms(heading, BUDGET_STAGES);
  if (
    stages.some(
      ({ meaning, word }) => meaning === 'prior_year' && !LAST_YEARS_REST.test(heading.slice(heading.indexOf(word))),
    )
  )
    return 'prior_year';
  if (isOfPartOfYear(heading) || isForeseen(heading)) return null;
  const last = stages.filter(({ meaning }) => meaning !== 'prior_year').at(-1);
  return last && /数$|额$|执行|安排$|支出$|算$/.test(last.word) && !/(?:公共|基金|经营|政府)预算/.test(heading)
    ? last.meaning
    : null;
}
