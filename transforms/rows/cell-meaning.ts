/** What a cell means where its row and its column both have a say. */
import type { Cell } from '../../extractors/types.js';
import { parseAmount } from '../amounts/index.js';
import { joinsFunds, withoutAsides } from '../statements/heading-doubts.js';
import type { AmountColumn } from '../statements/columns.js';
import { PLAIN_AMOUNT } from '../statements/column-words.js';
import type { KindDefaults } from '../statements/kinds.js';
import type { Panel } from '../statements/panels.js';
import type { Period } from '../statements/period.js';
import type { Flow, FundSource, StatedAmount, ThreePublicItem } from '../types.js';
import { lastMeaning, pack, THREE_PUBLIC_ITEMS } from '../vocabulary/index.js';
import type { RowIdentity } from './row-identity.js';

/** Columns that only head the money of a whole side: the row says which part of it is meant. */
const HEADS: readonly FundSource[] = ['current_year', 'fiscal_appropriation'];

/** The budgets that 财政拨款 is made of. */
const ONE_BUDGET: readonly FundSource[] = ['general_public', 'gov_fund', 'state_capital'];

/**
 * The fund of a cell: its column's, unless that is only the head over what the row names (财政拨款收入 over a row 一般公共预算资金).
 * 本年收入 heads a side of a two-sided statement, and means the statement's own fund where that has one; so does 当年财政拨款安排 in the statement of
 * one of the budgets that 财政拨款 is made of.
 */
export function fundOf(column: AmountColumn, row: RowIdentity, flow: Flow, defaults: KindDefaults): FundSource {
  const headsSide = defaults.flow === null || defaults.fundSource !== 'all';
  const isOwn = column.fundSource === 'fiscal_appropriation' && ONE_BUDGET.includes(defaults.fundSource);
  const ofColumn = isOwn || (column.fundSource === 'current_year' && headsSide) ? null : column.fundSource;
  if (ofColumn !== null && row.fundSource !== null && HEADS.includes(ofColumn)) return row.fundSource;
  if (ofColumn === null && isUnknownSource(row, flow, defaults)) return 'other';
  return ofColumn ?? row.fundSource ?? defaults.fundSource;
}

/** A row of the revenue side that names a source nobody knows, or several at once: some source it is, so never all of them. */
export function isUnknownSource(row: RowIdentity, flow: Flow, defaults: KindDefaults): boolean {
  if (flow !== 'revenue' || row.role !== 'detail' || row.fundSource !== null) return false;
  return joinsFunds(withoutAsides(pack(row.label))) || (defaults.flow === null && row.codes.length === 0);
}

/**
 * The 三公 item of a cell: its row's, else its column's. Where the items are columns, the 合计 among them is the total of 三公; where
 * they are rows, a 合计 is, unless another row is called 三公 or the rows count more than 三公 (会议费).
 */
export function itemOf(
  column: AmountColumn,
  row: RowIdentity,
  panel: Panel,
  plainTotal: ThreePublicItem | null,
): ThreePublicItem | null {
  const named = row.threePublicItem ?? column.threePublicItem;
  if (named !== null) return named;
  const byColumn = panel.amounts.some(({ threePublicItem }) => threePublicItem !== null && threePublicItem !== 'total');
  if (byColumn) return PLAIN_AMOUNT.test(column.path.at(-1) ?? '') ? 'total' : null;
  return row.role === 'total' ? plainTotal : null;
}

/**
 * What a 合计 row of a panel with the items of 三公 in its rows is the total of: 三公, or null where it is something else. Rows that state
 * nothing (一、三公经费支出 — —) only head the others.
 */
export function plainTotalItem(panel: Panel, rows: readonly ReadonlyMap<number, Cell>[]): ThreePublicItem | null {
  const textOf = (row: ReadonlyMap<number, Cell>, col: number): string => row.get(col)?.text ?? '';
  const stating = rows.filter((row) =>
    panel.amounts.some(({ col }) => parseAmount(textOf(row, col), 1).kind === 'amount'),
  );
  const items = new Set(
    stating.flatMap((row) => panel.labels.map(({ col }) => lastMeaning(pack(textOf(row, col)), THREE_PUBLIC_ITEMS))),
  );
  const others: readonly ThreePublicItem[] = ['total', 'meeting', 'training'];
  return items.has('reception') && others.every((item) => !items.has(item)) ? 'total' : null;
}

/** A column of 机关运行经费 beside those of 三公: a statement of its own. */
export function isAgencyOperation({ path }: AmountColumn): boolean {
  return path.some((words) => /机关运行(?:经)?费/.test(words));
}

/** Year and stage of a cell: last year's where statement, row or column say so, else what the row prints, else the column. */
export function periodOfCell(
  { fiscalYear, stage }: Period,
  column: AmountColumn,
  { period }: RowIdentity,
): Pick<StatedAmount, 'budgetStage' | 'fiscalYear'> {
  const ofRow = period?.kind === 'figures' ? period : null;
  const isOlder = [stage, ofRow?.stage, column.stage].includes('prior_year');
  const lastYear = ofRow?.earlierYear ?? column.earlierYear ?? (fiscalYear === null ? null : fiscalYear - 1);
  if (isOlder) return { budgetStage: 'prior_year', fiscalYear: lastYear };
  return { budgetStage: ofRow?.stage ?? column.stage ?? stage, fiscalYear: ofRow?.year ?? fiscalYear };
}
