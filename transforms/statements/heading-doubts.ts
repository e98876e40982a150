/** Headings of money that say more, or something else, than any fact can hold. Headings are packed. */
import type { FundSource, TableKind } from '../types.js';
import { findTerms, FUND_SOURCES, lastMeaning, SPENDING_TYPES, THREE_PUBLIC_ITEMS } from '../vocabulary/index.js';
import { withoutHeadingUnit } from '../amounts/index.js';
import type { HeaderPath } from './header-path.js';

/** A bracketed remark on what is within an amount: it does not say what the amount is; brackets within it are its own. */
const ASIDE = /\((?:已?含|不含|不?包[含括]|其中)(?:[^()]|\([^()]*\))*\)/g;

/** 一般公共预算(含上年结转) is 一般公共预算; any other bracket belongs to the name (因公出国(境)). */
export function withoutAsides(heading: string): string {
  return heading.replace(ASIDE, '');
}

/** What joins two names; a plus between figures adds up columns (合计(1+2)). */
const JOINER = /(?<=\p{Script=Han})\+(?=\p{Script=Han})|[、和及]/gu;

/** Names of all that the funds joined before them are part of (一般公共预算、政府性基金等财政拨款). */
const COMMON_NAMES: readonly (FundSource | null)[] = ['fiscal_appropriation', 'current_year'];

/** The budgets that together are 财政拨款. */
const APPROPRIATIONS: readonly FundSource[] = ['general_public', 'gov_fund', 'state_capital'];

/**
 * Whether a heading joins several funds without a common name (政府性基金+国有资本, 事业收入和经营收入): no fund is all of them, but 财政拨款 of its three budgets. What a plus adds to a
 * fund needs no known name. A joiner inside a name (上年结转和结余) joins nothing.
 */
export function joinsFunds(heading: string): boolean {
  const terms = findTerms(heading, FUND_SOURCES);
  const joiners = [...heading.matchAll(JOINER)].filter(({ index }) =>
    terms.every(({ start, end }) => index < start || index >= end),
  );
  const bounds = [0, ...joiners.map(({ index }) => index), heading.length];
  const parts = bounds.slice(1).map((end, at) => lastMeaning(heading.slice(bounds[at], end), FUND_SOURCES));
  if (COMMON_NAMES.includes(parts.at(-1) ?? null)) return false;
  const funds = new Set(parts.filter((fund) => fund !== null));
  if (areAllAppropriations([...funds])) return false;
  return funds.size > 1 || (funds.size === 1 && joiners.some(([joiner]) => joiner === '+'));
}

/** Alone it is what this year gives beside what was carried over; behind the name of a budget (一般公共预算当年拨款) it is that budget's. */
const APPROPRIATED_THIS_YEAR = /^[本当]年(?:预算)?拨款$/;

/** The one fund that words name, also as the budgets that it is made of; null where they name none, or join several. */
export function fundIn(words: string): FundSource | null {
  if (joinsFunds(words)) return null;
  if (APPROPRIATED_THIS_YEAR.test(withoutHeadingUnit(words))) return 'current_year';
  const funds = new Set(findTerms(words, FUND_SOURCES).map(({ meaning }) => meaning));
  return areAllAppropriations([...funds]) ? 'fiscal_appropriation' : lastMeaning(words, FUND_SOURCES);
}

function areAllAppropriations(funds: readonly FundSource[]): boolean {
  return funds.length === APPROPRIATIONS.length && APPROPRIATIONS.every((fund) => funds.includes(fund));
}

/** A month other than the last, a quarter, a half, or a day before the end of the year. */
const PART_OF_YEAR = /(?<!\d)(?:[2-9]|1[01])月|季度|半年|截[至止](?!.*(?:12月|年末|年底))/;

/** Whether a heading's figure is of a part of the year (1-9月执行数): no budget and no final account is. */
export function isOfPartOfYear(heading: string): boolean {
  return PART_OF_YEAR.test(heading);
}

/** Whether a heading's figure is foreseen (预计执行数): it is neither a budget nor a final account. */
export function isForeseen(heading: string): boolean {
  return /预计|预测/.test(heading);
}

/** A heading of what is bought of the money beside it (政府采购预算); a fund of that name is none. */
const PURCHASES = /采购/;

/**
 * Whether a column is a part (其中) of another that neither a fund nor a kind of spending tells from it (其中:会议费, 其中:政府采购预算). In the statement
 * of 三公 its items do. What is bought is such a part everywhere but in the statement of purchases.
 */
export function isUnknownPart(path: HeaderPath, kind: TableKind): boolean {
  if (kind !== 'procurement' && PURCHASES.test(path.at(-1) ?? '')) return true;
  const first = path.findIndex((heading) => heading.startsWith('其中'));
  if (first < 0) return false;
  return path
    .slice(first)
    .map(withoutAsides)
    .every(
      (heading) =>
        lastMeaning(heading, FUND_SOURCES) === null &&
        lastMeaning(heading, SPENDING_TYPES) === null &&
        (kind !== 'three_public' || lastMeaning(heading, THREE_PUBLIC_ITEMS) === null),
    );
}
