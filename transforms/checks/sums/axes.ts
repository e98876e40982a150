/** In what respects the columns of a table differ, and which of them make up which. */
import type { Grid } from '../../../extractors/types.js';
import { fundAncestors, itemAncestors, spendingAncestors } from '../../lines/index.js';
import type { BlankColumn, BudgetLine, BudgetTable, FundSource, SpendingType, ThreePublicItem } from '../../types.js';
import type { RuleId } from '../rules/index.js';
import { shareHead } from './header.js';

/** The columns of a table: its grid, and those that no row fills. */
export type Columns = Pick<BudgetTable, 'grid' | 'blankColumns'>;

/** What a column of money means. */
export type ColumnMeaning = Omit<BlankColumn, 'col'>;

/** One respect in which the columns of a row differ. */
export interface Axis {
  readonly rule: RuleId;
  readonly value: (column: ColumnMeaning) => string | null;
  /** Everything else that two columns must have in common to be compared. */
  readonly rest: (column: ColumnMeaning) => string;
  /** Values above, nearest first, by what the column means alone. */
  readonly wholes: (column: ColumnMeaning) => readonly string[];
  /** Values above, nearest first, as the printed head has them. */
  readonly above: (line: BudgetLine, row: ReadonlyMap<string, BudgetLine>, grid: Grid | null) => readonly string[];
  /** Columns that are printed beside the parts, and sometimes counted in the whole. */
  readonly beside: string | null;
  /** Whether the columns of the table suffice to make up the whole. */
  readonly complete: (whole: string, columns: ReadonlySet<string>, partColumns: number) => boolean;
  /** Whether there are no other parts of a column than those that make it up, so that 其中 over all of them leaves none out. */
  readonly closed: (whole: ColumnMeaning) => boolean;
}

/** 单位资金 may be one source among others, or the head over 事业收入, 经营收入, …: the printed head decides. */
const OWN_FUNDS: readonly FundSource[] = [
  'institutional',
  'operating',
  'superior_subsidy',
  'affiliate_remittance',
  'other',
];

export const FUNDS: Axis = {
  rule: 'fund-parts',
  value: ({ fundSource }) => fundSource,
  rest: ({ spendingType, threePublicItem }) => `${spendingType ?? ''} ${threePublicItem ?? ''}`,
  wholes: ({ fundSource }) => fundAncestors(fundSource),
  above: (line, row, grid) => [...ownFundsAbove(line, row, grid), ...fundAncestors(line.fundSource)],
  beside: 'carryover',
  complete: (_, __, partColumns) => partColumns > 1,
  closed: () => false,
};

/** What the 财政 gives is spent as 基本支出 or 项目支出; only what a unit earns is spent as 经营支出 or handed up or down. */
const SPENT_IN_TWO_KINDS: ReadonlySet<FundSource> = new Set([
  'fiscal_appropriation',
  'general_public',
  'gov_fund',
  'state_capital',
]);

export const SPENDING: Axis = {
  rule: 'spending-parts',
  value: ({ spendingType }) => spendingType,
  rest: ({ fundSource, threePublicItem }) => `${fundSource} ${threePublicItem ?? ''}`,
  wholes: wholesOfSpending,
  above: wholesOfSpending,
  beside: 'carryover',
  complete: (whole, columns) =>
    SPENDING_PARTS[whole]?.some((parts) => parts.every((part) => columns.has(part))) ?? false,
  closed: ({ fundSource }) => SPENT_IN_TWO_KINDS.has(fundSource),
};

function wholesOfSpending({ spendingType }: ColumnMeaning): readonly string[] {
  return spendingType === null ? [] : spendingAncestors(spendingType);
}

function wholesOfItem({ threePublicItem }: ColumnMeaning): readonly string[] {
  return threePublicItem === null ? [] : itemAncestors(threePublicItem);
}

/** What makes up a whole: any of these lists. */
const SPENDING_PARTS: Readonly<Record<string, readonly (readonly SpendingType[])[]>> = {
  total: [
    ['basic', 'project'],
    ['personnel', 'public', 'project'],
  ],
  basic: [['personnel', 'public']],
};

export const ITEMS: Axis = {
  rule: 'three-public-parts',
  value: ({ threePublicItem }) => threePublicItem,
  rest: ({ fundSource, spendingType }) => `${fundSource} ${spendingType ?? ''}`,
  wholes: wholesOfItem,
  above: wholesOfItem,
  beside: null,
  complete: hasAllItems,
  closed: () => false,
};

/** Whether the items that make up `whole` are all among `items`. */
export function hasAllItems(whole: string, items: ReadonlySet<string>): boolean {
  const has = (item: ThreePublicItem): boolean => items.has(item);
  const vehicles = has('vehicle_purchase') && has('vehicle_operation');
  return whole === 'vehicle' ? vehicles : has('overseas') && has('reception') && (has('vehicle') || vehicles);
}

/** What two columns must have in common for one to be a part of the other in this respect. */
export function comparableKey(axis: Axis, column: ColumnMeaning): string {
  return [column.flow, column.budgetStage, column.fiscalYear, axis.rest(column)].join('|');
}

/** How many of the table's columns are parts of the whole's meaning, filled in this row or not. */
export function countParts(axis: Axis, whole: string, columns: ReadonlySet<string>): number {
  if (axis !== FUNDS) return columns.size - 1;
  return [...columns].filter((column) => fundAncestors(column as FundSource).some((above) => above === whole)).length;
}

function ownFundsAbove(line: BudgetLine, row: ReadonlyMap<string, BudgetLine>, grid: Grid | null): string[] {
  const own = row.get('own_funds');
  if (!own || !grid || !OWN_FUNDS.includes(line.fundSource)) return [];
  if (own.place.kind !== 'table' || line.place.kind !== 'table') return [];
  const outside = row.get('fiscal_appropriation') ?? row.get('general_public') ?? row.get('all');
  const outsideCol = outside?.place.kind === 'table' ? outside.place.col : null;
  return shareHead(grid, own.place.col, line.place.col, outsideCol) ? ['own_funds'] : [];
}
