/** Words that say nothing but of which money rows are that stand below or beside them: a year or stage, a fund, a kind of spending. */
import type { FundSource, SpendingType } from '../../types.js';
import { findTerms, FUND_SOURCES, pack, SPENDING_TYPES } from '../../vocabulary/index.js';
import type { Term } from '../../vocabulary/index.js';
import { readOutline } from '../outline.js';
import { partPeriod, readRowPeriod } from '../row-period.js';
import type { FiguresPeriod } from '../row-period.js';

/** What such words say; null where they leave that to the statement. */
export interface Ruling {
  readonly fundSource: FundSource | null;
  readonly spendingType: SpendingType | null;
  readonly period: FiguresPeriod | null;
  /** The unit of the amounts below. */
  readonly unit: string | null;
  /** A row that divides the table as the one before it did says nothing known: what is below it may be of anything. */
  readonly isUnsure: boolean;
}

export const NO_RULING: Ruling = { fundSource: null, spendingType: null, period: null, unit: null, isUnsure: false };

/** Kinds of spending that 基本支出 is made of. */
export const PARTS_OF_BASIC: readonly SpendingType[] = ['personnel', 'public'];

/** What may stand behind the name of a fund or of a kind of spending. */
const REST = /^(?:财政)?(?:预算|拨款|资金)?(?:安排)?(?:的)?(?:收入|支出|收支)?(?:部分)?:?$/;

/**
 * @param text as printed, its number too (一、基本支出; 2024年预算数; 2024年一般公共预算支出)
 * @param fiscalYear the statement's: an earlier year is `prior_year`
 * @returns null where the words say anything else, too
 */
export function readRulingWords(text: string, fiscalYear: number | null): Ruling | null {
  const words = pack(readOutline(text).words);
  const period = figuresIn(words, fiscalYear);
  if (period) return { ...NO_RULING, period };
  for (const [thing, around] of partPeriod(words)) {
    const fundSource = wholeMeaning(thing, FUND_SOURCES);
    const spendingType = wholeMeaning(thing, SPENDING_TYPES);
    // 本年收入 and 年末结转 head rows of either side, whatever their money is
    const isNamed =
      (fundSource !== null && fundSource !== 'current_year') || (spendingType !== null && spendingType !== 'carryover');
    if (isNamed) return { ...NO_RULING, fundSource, spendingType, period: figuresIn(around, fiscalYear) };
  }
  return null;
}

/** A year, a stage or both, and nothing else; null where they name none (本年). */
function figuresIn(words: string, fiscalYear: number | null): FiguresPeriod | null {
  const period = readRowPeriod(words, fiscalYear);
  return period?.kind === 'figures' && (period.stage !== null || period.year !== null) ? period : null;
}

function wholeMeaning<Meaning>(words: string, terms: readonly Term<Meaning>[]): Meaning | null {
  const [first] = findTerms(words, terms);
  return first?.start === 0 && REST.test(words.slice(first.end)) ? first.meaning : null;
}
