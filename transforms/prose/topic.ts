/** What the words of a heading or a clause say about the amounts below or behind them. */
import type { Flow, FundSource, SpendingType, ThreePublicItem } from '../types.js';
import type { Term } from '../vocabulary/index.js';
import { findTerms, FLOWS, FUND_SOURCES, SPENDING_TYPES, THREE_PUBLIC_ITEMS } from '../vocabulary/index.js';
import type { Theme } from './phrases.js';
import { BOTH_FLOWS, MEETING_HEADING, THEMES, WHOLE_EXPENDITURE } from './phrases.js';

/** The facets that words name; null = they say nothing of it. */
export interface Topic {
  readonly theme: Theme | null;
  readonly flow: Flow | 'both' | null;
  readonly fund: FundSource | null;
  readonly spending: SpendingType | null;
  readonly item: ThreePublicItem | null;
}

export const NO_TOPIC: Topic = { theme: null, flow: null, fund: null, spending: null, item: null };

/** Words of 三公 items that mean other things outside a text about 三公: they count only there. */
const ONLY_IN_THREE_PUBLIC = new Set([
  '购置费',
  '运行维护费',
  '运行费',
  '接待费',
  '接待支出',
  '接待经费',
  '会议费',
  '培训费',
  '出国(境)',
  '出国(境)费',
]);

/** The items by words that mean nothing else anywhere. */
const ONLY_WITHOUT_CONTEXT = THREE_PUBLIC_ITEMS.map((term) => ({
  ...term,
  words: term.words.filter((word) => !ONLY_IN_THREE_PUBLIC.has(word)),
}));

/** Reads the facets named in folded `text`; `theme` is what the text around it is about. */
export function readTopic(text: string, theme: Theme | null = null): Topic {
  const own = THEMES.find(([, words]) => words.test(text))?.[0] ?? null;
  const item = (own ?? theme) === 'three_public' || own === null ? readItem(text, own ?? theme) : null;
  const spending = lastOf(text, SPENDING_TYPES) ?? (WHOLE_EXPENDITURE.test(text) ? 'total' : null);
  const flow = readFlow(text) ?? (spending === 'carryover' ? 'expenditure' : null);
  return {
    theme: own ?? (item === null ? null : 'three_public'),
    flow,
    fund: isOtherFund(readFund(text), flow, spending) ? null : readFund(text),
    spending,
    item,
  };
}

/** 本年收入支出 is of both flows, 年末结转和结余 is money that goes out: neither is a source. */
function isOtherFund(fund: FundSource | null, flow: Topic['flow'], spending: SpendingType | null): boolean {
  return (fund === 'current_year' && flow === 'both') || (fund === 'carryover' && spending === 'carryover');
}

/** A report that names what else it publishes: 2025年部门预算及“三公”经费预算公开. */
const REPORT_WITH_ITEMS =
  /(?:部门|单位|年度?|本级|政府)(?:预算|决算|预决算)[及和与、暨].*三公|三公.*[及和与、暨].*(?:部门|单位)(?:预算|决算|预决算)/;

/** The topic of a heading: 会议费 and 培训费 sections read like 三公. The name of the whole report has none, whatever it lists. */
export function readHeadingTopic(text: string): Topic {
  if (REPORT_WITH_ITEMS.test(text)) return NO_TOPIC;
  return readTopic(text, MEETING_HEADING.test(text) ? 'three_public' : null);
}

export function isBlank(topic: Topic): boolean {
  return Object.values(topic).every((facet) => facet === null);
}

/**
 * What holds for words inside a context: their own facets first, the context's where they are silent. A theme of their own
 * leaves the context's fund source behind (采购 in a section on 财政拨款), a flow turned round its spending type; 财政拨款 in a
 * section on 一般公共预算 is that budget's.
 */
export function inherit(context: Topic, own: Topic): Topic {
  if (leavesTheme(context, own)) return own;
  const newTheme = own.theme !== null && own.theme !== context.theme;
  const turned =
    own.flow !== null && own.flow !== 'both' && context.flow !== null && !flowsWithin(own.flow, context.flow);
  return {
    theme: own.theme ?? context.theme,
    flow: own.flow ?? (newTheme ? null : inheritFlow(context.flow, own)),
    fund: newTheme ? own.fund : narrowFund(context.fund, own.fund),
    spending: own.spending ?? (newTheme || turned || own.flow === 'revenue' ? null : context.spending),
    item: own.item ?? (newTheme ? null : context.item),
  };
}

/** 上年结转 in a section on 收支 is where money comes from. */
function inheritFlow(context: Topic['flow'], own: Topic): Topic['flow'] {
  return context === 'both' && own.fund === 'carryover' ? 'revenue' : context;
}

/** 三公经费, 采购 and 机关运行经费 are spent, and not of funds: 政府性基金收入 below their heading is no longer about them. */
function leavesTheme(context: Topic, own: Topic): boolean {
  const { theme } = context;
  if (theme !== 'three_public' && theme !== 'agency' && theme !== 'procurement') return false;
  const ofFund = own.fund === 'gov_fund' || own.fund === 'state_capital';
  return (
    own.theme === null &&
    own.item === null &&
    (own.flow === 'revenue' || own.flow === 'both' || (theme !== 'procurement' && ofFund))
  );
}

function narrowFund(context: FundSource | null, own: FundSource | null): FundSource | null {
  const narrower = context === 'general_public' || context === 'gov_fund' || context === 'state_capital';
  return own === 'fiscal_appropriation' && narrower ? context : (own ?? context);
}

function flowsWithin(own: Flow | 'both', context: Flow | 'both'): boolean {
  return own === context || context === 'both';
}

/** The words that name items of 三公 in a text on `theme`. */
export function itemTerms(theme: Theme | null): readonly Term<ThreePublicItem>[] {
  return theme === 'three_public' ? THREE_PUBLIC_ITEMS : ONLY_WITHOUT_CONTEXT;
}

/** The different items that `text` names; where it ends on 三公 (公务接待费等三公经费) that alone. */
export function findItems(text: string, theme: Theme | null): readonly ThreePublicItem[] {
  const found = findTerms(text, itemTerms(theme)).map(({ meaning }) => meaning);
  return found.at(-1) === 'total' ? ['total'] : [...new Set(found)].filter((item) => item !== 'total');
}

/** What is bought and what is run are together 公务用车购置及运行费. */
function readItem(text: string, theme: Theme | null): ThreePublicItem | null {
  const items = findItems(text, theme);
  const isVehicle = items.length === 2 && items.includes('vehicle_purchase') && items.includes('vehicle_operation');
  return isVehicle ? 'vehicle' : (items.at(-1) ?? null);
}

/** 经费拨款 is what comes in, 经费 what is spent. */
function readFlow(text: string): Topic['flow'] {
  return BOTH_FLOWS.test(text) ? 'both' : lastOf(text.replaceAll('经费拨款', ''), FLOWS);
}

/** Money carried over is carried over whatever budget it came from; 一般公共预算当年财政拨款 is of that budget. */
function readFund(text: string): FundSource | null {
  const found = findTerms(text, FUND_SOURCES).map(({ meaning }) => meaning);
  const last = found.reduce<FundSource | null>(narrowFund, null);
  return found.find((meaning) => meaning === 'carryover') ?? last;
}

function lastOf<Meaning>(text: string, terms: readonly Term<Meaning>[]): Meaning | null {
  return findTerms(text, terms).at(-1)?.meaning ?? null;
}
