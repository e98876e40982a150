/** Sums across a row that the printed head promises: the 小计 or 合计 column of a group equals the group's other columns. */
import type { Cell, Grid } from '../../../extractors/types.js';
import type { BudgetLine } from '../../types.js';
import type { Sum } from './sum.js';
import { findHeaderGroups, isWholeHead } from './header.js';
import type { HeaderGroup } from './header.js';

interface GroupColumns {
  readonly whole: number;
  readonly parts: readonly number[];
  /** The heads list only some of the parts (其中). */
  readonly partial: boolean;
}

/** The header sums of one table; `lines` are the table's own. */
export function findHeaderSums(lines: readonly BudgetLine[], grid: Grid): Sum[] {
  const groups = groupColumns(findHeaderGroups(grid));
  if (groups.length === 0) return [];
  return [...byRow(lines).values()].flatMap((row) => groups.flatMap((group) => sumOf(row, group) ?? []));
}

function sumOf(row: ReadonlyMap<number, BudgetLine>, group: GroupColumns): Sum | null {
  const whole = row.get(group.whole);
  const inColumns = group.parts.flatMap((col) => row.get(col) ?? []);
  const parts = inColumns.filter(
    ({ fundSource }) => fundSource !== 'sme_reserved' && fundSource !== 'small_micro_reserved',
  );
  if (!whole || parts.length === 0) return null;
  const comparable = parts.every(
    (part) =>
      part.flow === whole.flow && part.budgetStage === whole.budgetStage && part.fiscalYear === whole.fiscalYear,
  );
  if (!comparable) return null;
  return { rule: 'header-sum', whole, parts, kind: group.partial ? 'at_most' : 'exact', columnName };
}

/** The column of the 小计 or 合计 under their own head, by the columns that are its parts. */
export function wholeColumns(grid: Grid): ReadonlyMap<number, number> {
  const groups = groupColumns(findHeaderGroups(grid));
  return new Map(groups.flatMap(({ whole, parts }) => parts.map((part) => [part, whole] as const)));
}

function columnName({ place }: BudgetLine): string {
  return place.kind === 'table' ? `c.${String(place.col)}` : '';
}

function byRow(lines: readonly BudgetLine[]): Map<number, Map<number, BudgetLine>> {
  const rows = new Map<number, Map<number, BudgetLine>>();
  for (const line of lines) {
    if (line.place.kind !== 'table') continue;
    const row = rows.get(line.place.row) ?? new Map<number, BudgetLine>();
    rows.set(line.place.row, row.set(line.place.col, line));
  }
  return rows;
}

function groupColumns(groups: readonly HeaderGroup[]): GroupColumns[] {
  return groups.flatMap(({ children }) => {
    const wholes = children.filter(isWholeHead);
    const [whole] = wholes;
    if (!whole || wholes.length > 1) return [];
    const others = children.filter((child) => child !== whole);
    // 其中 first lists parts, maybe not all; 其中 after other columns repeats some of them
    const memo = others.findIndex(({ text }) => /^\s*其\s*中/.test(text));
    const parts = memo > 0 ? others.slice(0, memo) : others;
    return [{ whole: whole.col, parts: parts.flatMap((child) => columnsOf(child, groups)), partial: memo === 0 }];
  });
}

/** The columns that stand for a head: its own, its group's 小计, or all that its group holds. */
function columnsOf(cell: Cell, groups: readonly HeaderGroup[]): number[] {
  if (cell.colSpan === 1) return [cell.col];
  const inner = groups.find(({ head }) => head === cell)?.children ?? [];
  const whole = inner.find(isWholeHead);
  return whole ? [whole.col] : inner.flatMap((child) => columnsOf(child, groups));
}
