/** Rows that print a year or stage of the accounts (2023年, 上年预算数), or the change between two: what other statements print as columns. */
import { earlierYear, stageOf, yearIn } from '../statements/columns.js';
import type { ChangeColumn } from '../statements/columns.js';
import type { BudgetStage } from '../types.js';
import { pack } from '../vocabulary/index.js';

/** A row of one year's or one stage's figures; null where its words leave that to the column or the statement. */
export interface FiguresPeriod {
  readonly kind: 'figures';
  readonly stage: BudgetStage | null;
  readonly year: number | null;
  /** `year` where it lies before the statement's. */
  readonly earlierYear: number | null;
}

export type RowPeriod = FiguresPeriod | { readonly kind: ChangeColumn['role'] };

const YEAR = '(?:(?:19|20)\\d{2}年?度?|\\d{2}年|上一?年度?|去年|前一年度?|本年度?|当年|今年)';
const FIGURES = '(?:年初|调整|调整后|全年|预计)?(?:预算|决算|执行|完成)(?:安排|执行)?(?:数|额|金额)?';
const TOTAL = '(?:合计|总计|小计|数)?';

/** Nothing but a year, a stage, or both: 本年收入 and 上年结转 name what the money is. */
const PERIOD = new RegExp(`^(?:${YEAR}(?:${FIGURES})?|${FIGURES})${TOTAL}$`);
/** Nothing but a change: 比上年增减, 2024年比2023年增减额, 增减率（%）. */
const CHANGE = new RegExp(
  `^(?:${YEAR}(?:${FIGURES})?)?(?:[比较与]|同比)?(?:${YEAR}(?:同期)?(?:${FIGURES})?)?(?:相比)?` +
    '(?:(?:增减|增加|减少|增长|下降|变动|变化|增幅|降幅|升降|差额)(?:变化|变动|情况|\\([^()]+\\))?' +
    '(?:额|数|金额|率|幅度|比例|百分比|%)?)(?:\\([^()]+\\))?$',
);
const SHARE = /^(?:占比|比重|比例|所占比[例重])(?:\(%\))?$/;
const LEADING_YEAR = new RegExp(`^${YEAR}`);
const TRAILING_FIGURES = new RegExp(`${FIGURES}$`);
const LAST_YEAR = /^(?:去年|前一年)/;

/**
 * What a label or a cell under 年度 says of its row's period; null where it says anything else, too.
 *
 * @param fiscalYear the statement's year: an earlier one is `prior_year`
 */
export function readRowPeriod(text: string, fiscalYear: number | null): RowPeriod | null {
  const words = pack(text);
  if (SHARE.test(words)) return { kind: 'share' };
  if (CHANGE.test(words)) return { kind: /率|幅|比例|百分比|%/.test(words) ? 'change_percent' : 'change_amount' };
  if (!PERIOD.test(words)) return null;
  const named = /^\d{4}$/.test(words) ? `${words}年` : words;
  const stage = LAST_YEAR.test(words) ? 'prior_year' : stageOf(named, fiscalYear);
  return { kind: 'figures', stage, year: yearIn(named), earlierYear: earlierYear(named, fiscalYear) };
}

/** The ways to part words into a name and the period around it: 2024年基本支出预算数 is 基本支出 with 2024年预算数. The whole as a name comes first. */
export function partPeriod(words: string): readonly (readonly [name: string, period: string])[] {
  const year = LEADING_YEAR.exec(words)?.[0] ?? '';
  const figures = TRAILING_FIGURES.exec(words)?.[0] ?? '';
  const name = (from: string, end: string): string => words.slice(from.length, words.length - end.length);
  return [
    [words, ''],
    [name(year, ''), year],
    [name('', figures), figures],
    [name(year, figures), year + figures],
  ];
}
