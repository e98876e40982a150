/** 小计 columns whose own head is lost: what they are the total of, and what the columns behind them are part of, nobody says. */
import type { Cell, Diagnostic, Grid } from '../../../extractors/types.js';
import type { BudgetLine, BudgetTable } from '../../types.js';
import { pack } from '../../vocabulary/index.js';
import { covers, headerCells, isWholeHead } from '../sums/header.js';

/** The columns from a 小计 to the end of what its head spans. */
interface LostHead {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/**
 * A warning `head-lost` at each amount in a 小计 column directly beside a 合计 or 总计, under one head or none with it, and in the columns behind it up to the end of
 * that head: a 小计 has a head of its own that tells of what.
 */
export function reportLostHeads(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  return tables.flatMap(({ raw, grid }) => {
    const lost = findLostHeads(grid);
    if (lost.length === 0) return [];
    return lines.flatMap((line) => report(line, raw.tableNo, lost));
  });
}

function findLostHeads(grid: Grid): LostHead[] {
  const wholes = headerCells(grid).filter(isWholeHead);
  const subtotals = wholes.filter(isSubtotal);
  return subtotals.flatMap((cell) => {
    const head = headAbove(cell, grid);
    const hasTotal = wholes.some((other) => !isSubtotal(other) && headAbove(other, grid) === head);
    return hasTotal ? [{ from: cell.col, to: head ? head.col + head.colSpan : grid.columnCount }] : [];
  });
}

/** The lowest head over the cell; where merged headings were flattened, over its column alone. */
function headAbove({ row, col }: Cell, grid: Grid): Cell | undefined {
  return headerCells(grid).findLast(
    (head) => head.row + head.rowSpan <= row && covers(head, col) && /\p{L}/u.test(head.text),
  );
}

function isSubtotal({ text }: Cell): boolean {
  return pack(text) === '小计';
}

function report({ place, label, amountText }: BudgetLine, tableNo: number, lost: readonly LostHead[]): Diagnostic[] {
  if (place.kind !== 'table' || place.tableNo !== tableNo) return [];
  const { row, col, page } = place;
  if (!lost.some(({ from, to }) => from <= col && col < to)) return [];
  const message = `"${label}": a 小计 stands beside a total without a head of its own; what ${amountText} is for is not sure`;
  return [{ stage: 'transform', severity: 'warning', code: 'head-lost', message, origin: { tableNo, row, col, page } }];
}
