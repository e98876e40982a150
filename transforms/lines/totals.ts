/**
 * Which total each top row of a table side belongs to. A table prints its totals first (合计 above what it adds up) or last (本年收入合计,
 * 收入总计 below).
 */
import type { OutlineRow } from './rows.js';

/**
 * Fills in the parents of rows that have none: details under the subtotal of their unit, those under 本年合计 or 合计, that, carryover
 * and 结余分配 under 总计. A carryover row counts in a plain 合计, not in a 本年…合计.
 *
 * @param parents index of each row's parent, undefined for none; not changed
 */
export function encloseInTotals(
  rows: readonly OutlineRow[],
  parents: readonly (number | undefined)[],
): (number | undefined)[] {
  const filled = [...parents];
  encloseInSubtotals(rows, filled);
  encloseInCurrent(rows, filled);
  encloseInGrand(rows, filled);
  return filled;
}

/** Whether totals of a kind stand above what they add up; 本年收入 may stand above its parts and 总计 below them. */
function standFirst(rows: readonly OutlineRow[], kind: 'current' | 'grand'): boolean {
  const firstTotal = rows.findIndex(({ totalKind }) => totalKind === kind);
  const firstContent = rows.findIndex(({ totalKind }) => totalKind === null);
  return firstTotal >= 0 && (firstContent < 0 || firstTotal < firstContent);
}

/**
 * Unit subtotals. Several in a row above one block hold one another (department, then unit); the run's last is the innermost. Where
 * the first block stands above the first subtotal, subtotals close their blocks.
 */
function encloseInSubtotals(rows: readonly OutlineRow[], parents: (number | undefined)[]): void {
  const content = rows.flatMap((row, index) => (isTop(row, parents[index]) && row.role === 'detail' ? [index] : []));
  const subtotals = rows.flatMap((row, index) => (row.totalKind === 'subtotal' ? [index] : []));
  const [firstSubtotal] = subtotals;
  const [firstContent] = content;
  if (firstSubtotal === undefined || firstContent === undefined) return;
  if (firstContent < firstSubtotal) closeBlocks(rows, parents);
  else openBlocks(rows, parents);
}

function closeBlocks(rows: readonly OutlineRow[], parents: (number | undefined)[]): void {
  let block: number[] = [];
  rows.forEach((row, index) => {
    if (row.totalKind === 'subtotal') {
      for (const member of block) parents[member] = index;
      block = [];
    } else if (isTop(row, parents[index]) && row.role === 'detail') block.push(index);
  });
}

function openBlocks(rows: readonly OutlineRow[], parents: (number | undefined)[]): void {
  let levels: number[] = [];
  let run: number[] = [];
  rows.forEach((row, index) => {
    if (row.totalKind === 'subtotal') run.push(index);
    else if (row.totalKind !== null) {
      levels = [];
      run = [];
    } else if (isTop(row, parents[index]) && row.role === 'detail') {
      if (run.length > 0) {
        levels = [...levels.slice(0, Math.max(0, levels.length - run.length)), ...run];
        chain(levels, parents);
        run = [];
      }
      const innermost = levels.at(-1);
      if (innermost !== undefined) parents[index] = innermost;
    }
  });
}

function chain(levels: readonly number[], parents: (number | undefined)[]): void {
  levels.forEach((level, depth) => {
    const outer = levels[depth - 1];
    if (outer !== undefined) parents[level] = outer;
  });
}

function encloseInCurrent(rows: readonly OutlineRow[], parents: (number | undefined)[]): void {
  const hasGrand = rows.some((row) => row.totalKind === 'grand');
  const nearest = nearestTotals(rows, 'current');
  rows.forEach((row, index) => {
    const total = nearest[index];
    if (total === undefined || parents[index] !== undefined || row.totalKind === 'grand') return;
    if (row.totalKind === 'current' && Math.abs(total - index) !== 1) return;
    const besideYear = row.role === 'carryover' || row.role === 'surplus_distribution';
    if (besideYear && (hasGrand || /本年/.test(rows[total]?.label ?? ''))) return;
    if (row.role !== 'memo') parents[index] = total;
  });
}

function encloseInGrand(rows: readonly OutlineRow[], parents: (number | undefined)[]): void {
  const nearest = nearestTotals(rows, 'grand');
  rows.forEach((row, index) => {
    if (parents[index] === undefined && row.totalKind !== 'grand' && row.role !== 'memo')
      parents[index] = nearest[index];
  });
}

/** For each row the nearest other total of a kind: above it where totals come first, below it where they come last. */
function nearestTotals(rows: readonly OutlineRow[], kind: 'current' | 'grand'): (number | undefined)[] {
  const isFirst = standFirst(rows, kind);
  const order = rows.map((_, index) => (isFirst ? index : rows.length - 1 - index));
  const nearest: (number | undefined)[] = rows.map(() => undefined);
  let latest: number | undefined;
  for (const index of order) {
    nearest[index] = latest;
    if (rows[index]?.totalKind === kind) latest = index;
  }
  return nearest;
}

/** A row that nothing but a total may contain. */
function isTop(row: OutlineRow, parent: number | undefined): boolean {
  return parent === undefined && row.totalKind === null;
}
