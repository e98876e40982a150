/** What a table row says of its place in the hierarchy, whichever of its columns are filled. */
import type { FundSource, LineRole, SpendingType, StatedAmount, ThreePublicItem, TotalKind } from '../types.js';
import { treeCodes } from './dimensions.js';
import type { Numbered, Side } from './sides.js';

export interface OutlineRow {
  /** Grid row. */
  readonly row: number;
  readonly role: LineRole;
  /** null for rows that are no totals, and for the 三公 total, which is an item among others. */
  readonly totalKind: TotalKind | null;
  readonly depth: number | null;
  /** Codes in the order of `TREE_SCHEMES`, `''` for none. */
  readonly codes: readonly string[];
  /** Item, fund and spending type where the rows of a column differ in them; null where they are the column's meaning. */
  readonly item: ThreePublicItem | null;
  readonly fund: FundSource | null;
  readonly spending: SpendingType | null;
  readonly unit: string;
  readonly project: string;
  readonly label: string;
}

/** The rows of a side in grid order. */
export function describeRows(side: Side): OutlineRow[] {
  const items = rowBorne(side, ({ threePublicItem }) => threePublicItem);
  const funds = rowBorne(side, ({ fundSource }) => fundSource);
  const spendings = rowBorne(side, ({ spendingType }) => spendingType);
  const rows = [...side.rows.entries()].sort(([a], [b]) => a - b);
  return rows.flatMap(([row, cells]) => {
    const first = cells[0]?.amount;
    return first ? [describe(row, first, items(cells), funds(cells), spendings(cells))] : [];
  });
}

function describe(
  row: number,
  amount: StatedAmount,
  item: ThreePublicItem | null,
  fund: FundSource | null,
  spending: SpendingType | null,
): OutlineRow {
  const isTotal = amount.lineRole === 'total' && item === null;
  return {
    row,
    role: amount.lineRole,
    totalKind: isTotal ? (amount.totalKind ?? 'current') : null,
    depth: amount.outlineDepth,
    codes: treeCodes(amount),
    item,
    fund,
    spending,
    unit: amount.budgetUnitName ?? '',
    project: amount.projectName ?? amount.projectCode ?? '',
    label: amount.label,
  };
}

/** Reads a value where the rows bear it: in a column whose rows differ in it. What is the same all down a column is the column's. */
function rowBorne<Value>(
  side: Side,
  read: (amount: StatedAmount) => Value | null,
): (cells: readonly Numbered[]) => Value | null {
  const varying = new Set<number>();
  for (const [col, cells] of side.columns) {
    if (new Set([...cells.values()].map(({ amount }) => read(amount))).size > 1) varying.add(col);
  }
  return (cells) => {
    const bearer = cells.find(({ amount }) => amount.place.kind === 'table' && varying.has(amount.place.col));
    return bearer ? read(bearer.amount) : null;
  };
}
