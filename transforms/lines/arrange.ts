/** From stated amounts in reading order to numbered lines with their hierarchy and their one preferred statement. */
import type { Diagnostic } from '../../extractors/types.js';
import type { BudgetLine, StatedAmount } from '../types.js';
import { findLostLevels } from './lost-levels.js';
import { linkCodesOfPanels, linkPanels } from './panels.js';
import { findPreferred } from './prefer.js';
import { findProseParents } from './prose-parents.js';
import { findRowParents } from './row-parents.js';
import { describeRows } from './rows.js';
import type { OutlineRow } from './rows.js';
import { findSides } from './sides.js';
import type { Numbered, Side } from './sides.js';
import { tellLevels } from './tell-levels.js';
import { encloseInTotals } from './totals.js';

/**
 * Numbers the amounts from 1 in the order given (reading order) and says of which line each is a part, which lines are leaves and
 * which statement of a fact is preferred. Checks are not counted yet and `confidence` is `consistent`: the checks fill them in.
 */
export function arrangeLines(amounts: readonly StatedAmount[]): BudgetLine[] {
  return arrangeAndTell(amounts).lines;
}

/** `arrangeLines`, with an info `level-by-sums` at each row that only sums make the whole of rows below it. */
export function arrangeAndTell(amounts: readonly StatedAmount[]): {
  readonly lines: BudgetLine[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const given = amounts.map((amount, index) => ({ index, amount }));
  const { parents, moved } = findParents(given);
  const numbered = given.map(({ index, amount }) => ({ index, amount: inherit(amount, moved.get(index)) }));
  const leaves = findLeaves(numbered, parents);
  const own = numbered.map(({ amount }) => amount);
  const preferred = findPreferred(own, parents, leaves);
  const lines = own.map((amount, index): BudgetLine => ({
    ...amount,
    lineNo: index + 1,
    parentLineNo: lineNoOf(parents.get(index)),
    isLeaf: leaves.has(index),
    isPreferred: preferred.has(index),
    checksPassed: 0,
    checksFailed: 0,
    confidence: 'consistent',
  }));
  return { lines, diagnostics: tellLevels([...moved.values()]) };
}

function lineNoOf(index: number | undefined): number | null {
  return index === undefined ? null : index + 1;
}

/** Rows that only their amounts put under 基本支出 or 项目支出 are of that kind, where nothing else says of which they are. */
function inherit(amount: StatedAmount, whole: StatedAmount | undefined): StatedAmount {
  const isOpen = amount.spendingType === 'total' && whole !== undefined && whole.spendingType !== null;
  return isOpen ? { ...amount, spendingType: whole.spendingType } : amount;
}

interface Parents {
  readonly parents: Map<number, number>;
  /** Amounts whose parent only sums tell, by index, each with that parent. */
  readonly moved: ReadonlyMap<number, StatedAmount>;
}

function findParents(numbered: readonly Numbered[]): Parents {
  const moved = new Map<number, StatedAmount>();
  const parents = findProseParents(numbered.filter(({ amount }) => amount.place.kind === 'prose'));
  for (const table of groupByTable(numbered).values()) {
    const sides = findSides(table);
    for (const side of sides) linkColumns(side, parents, moved);
    linkCodesOfPanels(sides, parents);
    linkPanels(sides, parents);
  }
  return { parents, moved };
}

function groupByTable(numbered: readonly Numbered[]): Map<number, Numbered[]> {
  const tables = new Map<number, Numbered[]>();
  for (const item of numbered) {
    if (item.amount.place.kind !== 'table') continue;
    const table = tables.get(item.amount.place.tableNo);
    if (table) table.push(item);
    else tables.set(item.amount.place.tableNo, [item]);
  }
  return tables;
}

/** The hierarchy of the rows holds in every column; over a row that a column leaves blank, the next one above counts. */
function linkColumns(side: Side, parents: Map<number, number>, moved: Map<number, StatedAmount>): void {
  const rows = describeRows(side);
  const levels = findLostLevels(rows, encloseInTotals(rows, findRowParents(rows)), side.columns);
  const rowParents = levels.parents;
  for (const column of side.columns.values()) {
    rows.forEach((row, index) => {
      const cell = column.get(row.row);
      const parent = cell && nearestPrinted(rows, rowParents, index, column);
      if (cell && parent) parents.set(cell.index, parent.index);
      if (cell && parent && levels.moved.has(index)) moved.set(cell.index, parent.amount);
    });
  }
}

function nearestPrinted(
  rows: readonly OutlineRow[],
  parents: readonly (number | undefined)[],
  index: number,
  column: ReadonlyMap<number, Numbered>,
): Numbered | undefined {
  for (let above = parents[index]; above !== undefined; above = parents[above]) {
    const cell = column.get(rows[above]?.row ?? -1);
    if (cell) return cell;
  }
  return undefined;
}

/**
 * Lines that nothing of their own table and column breaks down. 其中 is neither a leaf nor makes one of its line, for it repeats; a
 * total is a leaf only where its column holds nothing but totals.
 */
function findLeaves(numbered: readonly Numbered[], parents: ReadonlyMap<number, number>): Set<number> {
  const broken = new Set<number>();
  for (const { index, amount } of numbered) {
    const parent = parents.get(index);
    if (parent !== undefined && amount.lineRole !== 'memo') broken.add(parent);
  }
  const detailed = new Set(numbered.flatMap(({ amount }) => (isDetail(amount) ? [columnKey(amount)] : [])));
  return new Set(
    numbered.flatMap(({ index, amount }) => {
      const counts = amount.lineRole !== 'memo' && !broken.has(index);
      const onlyTotal =
        amount.lineRole !== 'total' || amount.place.kind === 'prose' || !detailed.has(columnKey(amount));
      return counts && onlyTotal ? [index] : [];
    }),
  );
}

function isDetail(amount: StatedAmount): boolean {
  return amount.place.kind === 'table' && amount.lineRole !== 'total' && amount.lineRole !== 'memo';
}

function columnKey({ place, flow }: StatedAmount): string {
  return place.kind === 'table' ? `${String(place.tableNo)} ${String(place.col)} ${flow}` : '';
}
