/** Sums across a row that the columns' meanings promise: funds, spending types and 三公 items. */
import type { Grid } from '../../../extractors/types.js';
import type { BlankColumn, BudgetLine, BudgetTable, FundSource, SpendingType, ThreePublicItem } from '../../types.js';
import { fundAncestors, itemAncestors, spendingAncestors } from '../../lines/index.js';
import type { Sum } from './sum.js';
import { isPartialColumn, shareHead } from './header.js';
import type { RuleId } from '../rules/index.js';

/** The columns of a table: its grid, and those that no row fills. */
export type Columns = Pick<BudgetTable, 'grid' | 'blankColumns'>;

/** What a column of money means. */
type ColumnMeaning = Omit<BlankColumn, 'col'>;

/** One respect in which the columns of a row differ. */
interface Axis {
  readonly rule: RuleId;
  readonly value: (column: ColumnMeaning) => string | null;
  /** Everything else that two columns must have in common to be compared. */
  readonly rest: (column: ColumnMeaning) => string;
  /** Values above, nearest first. */
  readonly above: (line: BudgetLine, row: ReadonlyMap<string, BudgetLine>, grid: Grid | null) => readonly string[];
  /** Columns that are printed beside the parts, and sometimes counted in the whole. */
  readonly beside: string | null;
  /** Whether the columns of the table suffice to make up the whole. */
  readonly complete: (whole: string, columns: ReadonlySet<string>, partColumns: number) => boolean;
}

/** 单位资金 may be one source among others, or the head over 事业收入, 经营收入, …: the printed head decides. */
const OWN_FUNDS: readonly FundSource[] = [
  'institutional',
  'operating',
  'superior_subsidy',
  'affiliate_remittance',
  'other',
];

const FUNDS: Axis = {
  rule: 'fund-parts',
  value: ({ fundSource }) => fundSource,
  rest: ({ spendingType, threePublicItem }) => `${spendingType ?? ''} ${threePublicItem ?? ''}`,
  above: (line, row, grid) => [...ownFundsAbove(line, row, grid), ...fundAncestors(line.fundSource)],
  beside: 'carryover',
  complete: (_, __, partColumns) => partColumns > 1,
};

const SPENDING: Axis = {
  rule: 'spending-parts',
  value: ({ spendingType }) => spendingType,
  rest: ({ fundSource, threePublicItem }) => `${fundSource} ${threePublicItem ?? ''}`,
  above: ({ spendingType }) => (spendingType === null ? [] : spendingAncestors(spendingType)),
  beside: 'carryover',
  complete: (whole, columns) =>
    SPENDING_PARTS[whole]?.some((parts) => parts.every((part) => columns.has(part))) ?? false,
};

/** What makes up a whole: any of these lists. */
const SPENDING_PARTS: Readonly<Record<string, readonly (readonly SpendingType[])[]>> = {
  total: [
    ['basic', 'project'],
    ['personnel', 'public', 'project'],
  ],
  basic: [['personnel', 'public']],
};

const ITEMS: Axis = {
  rule: 'three-public-parts',
  value: ({ threePublicItem }) => threePublicItem,
  rest: ({ fundSource, spendingType }) => `${fundSource} ${spendingType ?? ''}`,
  above: ({ threePublicItem }) => (threePublicItem === null ? [] : itemAncestors(threePublicItem)),
  beside: null,
  complete: hasAllItems,
};

/** Whether the items that make up `whole` are all among `items`. */
export function hasAllItems(whole: string, items: ReadonlySet<string>): boolean {
  const has = (item: ThreePublicItem): boolean => items.has(item);
  const vehicles = has('vehicle_purchase') && has('vehicle_operation');
  return whole === 'vehicle' ? vehicles : has('overseas') && has('reception') && (has('vehicle') || vehicles);
}

/**
 * The sums across the rows of one table. Where two columns of a row mean the same, the head is not understood well enough and nothing
 * is said about them; where the columns may be incomplete, only parts above the whole are wrong.
 *
 * @param table null where only the lines are known
 */
export function findRowSums(lines: readonly BudgetLine[], table: Columns | null): Sum[] {
  return [FUNDS, SPENDING, ITEMS].flatMap((axis) => sumsAlong(axis, lines, table));
}

/**
 * The columns with amounts that are parts of a column in which no row prints any, each with the number of that one.
 *
 * @param lines those of the table
 */
export function findBlankWholes(lines: readonly BudgetLine[], { blankColumns }: Columns): Map<number, number> {
  const found = new Map<number, number>();
  for (const axis of [FUNDS, SPENDING, ITEMS])
    for (const blank of blankColumns)
      for (const line of lines) {
        const isPart =
          comparableKey(axis, line) === comparableKey(axis, blank) &&
          axis.above(line, new Map(), null).includes(axis.value(blank) ?? '');
        if (isPart && line.place.kind === 'table') found.set(line.place.col, blank.col);
      }
  return found;
}

interface TableRow {
  readonly lines: BudgetLine[];
  /** All values that comparable columns of the table have on the axis, filled in this row or not. */
  readonly columns: ReadonlySet<string>;
}

function sumsAlong(axis: Axis, lines: readonly BudgetLine[], table: Columns | null): Sum[] {
  const columns = valuesOfColumns(axis, [...lines, ...(table?.blankColumns ?? [])]);
  const rows = new Map<string, TableRow>();
  for (const line of lines) {
    const value = axis.value(line);
    if (line.place.kind !== 'table' || value === null) continue;
    const comparable = comparableKey(axis, line);
    // the sides of a summary share grid rows; only their words tell them apart
    const key = [String(line.place.row), axis === ITEMS ? '' : line.label, comparable].join('|');
    const row = rows.get(key) ?? { lines: [], columns: columns.get(comparable) ?? new Set() };
    row.lines.push(line);
    rows.set(key, row);
  }
  return [...rows.values()].flatMap((row) => sumsInRow(axis, row.lines, row.columns, table?.grid ?? null));
}

/** All values that columns have on the axis, by what makes them comparable. */
function valuesOfColumns(axis: Axis, columns: readonly ColumnMeaning[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const column of columns) {
    const value = axis.value(column);
    if (value === null) continue;
    const key = comparableKey(axis, column);
    values.set(key, (values.get(key) ?? new Set<string>()).add(value));
  }
  return values;
}

function comparableKey(axis: Axis, column: ColumnMeaning): string {
  return [column.flow, column.budgetStage, column.fiscalYear, axis.rest(column)].join('|');
}

function sumsInRow(axis: Axis, row: readonly BudgetLine[], columns: ReadonlySet<string>, grid: Grid | null): Sum[] {
  const byValue = new Map(row.map((line) => [axis.value(line) ?? '', line]));
  if (byValue.size < row.length) return [];
  const children = new Map<BudgetLine, BudgetLine[]>();
  for (const line of row) {
    const above = axis.above(line, byValue, grid).flatMap((value) => byValue.get(value) ?? []);
    const [whole] = above;
    if (whole) children.set(whole, [...(children.get(whole) ?? []), line]);
  }
  return [...children].map(([whole, parts]) => {
    const partial =
      grid !== null && parts.some(({ place }) => place.kind === 'table' && isPartialColumn(grid, place.col));
    const partColumns = countPartColumns(axis, whole, columns);
    const complete = !partial && axis.complete(axis.value(whole) ?? '', columns, partColumns);
    return {
      rule: axis.rule,
      whole,
      parts: fitBeside(axis, whole, parts, byValue),
      kind: complete ? 'exact' : 'at_most',
      columnName: (line) => axis.value(line) ?? '',
    };
  });
}

/** How many of the table's columns are parts of the whole's meaning, filled in this row or not. */
function countPartColumns(axis: Axis, whole: BudgetLine, columns: ReadonlySet<string>): number {
  const value = axis.value(whole);
  if (axis !== FUNDS || value === null) return columns.size - 1;
  return [...columns].filter((column) => fundAncestors(column as FundSource).some((above) => above === value)).length;
}

/** What may count in the money that last year left: everything, or what the 财政 gave. */
const WHOLES_WITH_CARRYOVER: ReadonlySet<string | null> = new Set(['all', 'total', 'fiscal_appropriation']);

/**
 * A carryover column counts in 合计 or stands beside it, as the form wants: it is taken in or left out where only that makes the sum.
 */
function fitBeside(
  axis: Axis,
  whole: BudgetLine,
  parts: readonly BudgetLine[],
  row: ReadonlyMap<string, BudgetLine>,
): readonly BudgetLine[] {
  const beside = axis.beside === null ? undefined : row.get(axis.beside);
  if (!beside || beside.amount === 0n) return parts;
  if (!WHOLES_WITH_CARRYOVER.has(axis.value(whole))) return parts;
  const without = parts.filter((part) => part !== beside);
  const sum = without.reduce((total, part) => total + part.amount, 0n);
  const distance = (amount: bigint): bigint => (amount < whole.amount ? whole.amount - amount : amount - whole.amount);
  const includes = distance(sum + beside.amount) < distance(sum);
  return includes ? [...without, beside] : without;
}

function ownFundsAbove(line: BudgetLine, row: ReadonlyMap<string, BudgetLine>, grid: Grid | null): string[] {
  const own = row.get('own_funds');
  if (!own || !grid || !OWN_FUNDS.includes(line.fundSource)) return [];
  if (own.place.kind !== 'table' || line.place.kind !== 'table') return [];
  const outside = row.get('fiscal_appropriation') ?? row.get('general_public') ?? row.get('all');
  const outsideCol = outside?.place.kind === 'table' ? outside.place.col : null;
  return shareHead(grid, own.place.col, line.place.col, outsideCol) ? ['own_funds'] : [];
}
