/** Columns that mean the same and state different amounts: one of them was read for what it is not. */
import type { Cell, Diagnostic, Grid } from '../../extractors/types.js';
import { factKey } from '../lines/index.js';
import type { BudgetLine, BudgetTable } from '../types.js';
import type { Finding } from './finding.js';
import { findHeaderGroups, isPartialColumn } from './header.js';
import { tieLines } from './ties.js';

/**
 * A warning `columns-contradict` at each of several amounts of one row that state the same quantity and differ. Not where a sum that holds binds
 * them as whole and parts, nor where the head says that they are (one group of columns, 其中).
 */
export function reportContradictions(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  findings: readonly Finding[],
): Diagnostic[] {
  const grids = new Map(tables.map(({ raw, grid }) => [raw.tableNo, grid]));
  const ties = tieLines(findings);
  return [...sameQuantities(lines).values()].filter(differ).flatMap((alike) => {
    const tableNo = tableOf(alike[0]);
    const grid = tableNo === null ? undefined : grids.get(tableNo);
    const isExplained = ties.areInOneSum(alike) || (grid !== undefined && areWholeAndParts(alike, grid));
    return isExplained ? [] : alike.flatMap(report);
  });
}

/** Lines of one row of one table under one key. */
function sameQuantities(lines: readonly BudgetLine[]): Map<string, BudgetLine[]> {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const rows = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    if (line.place.kind !== 'table') continue;
    const { tableNo, row } = line.place;
    const fact = factKey(line, byNumber.get(line.parentLineNo ?? 0) ?? null);
    const key = `${String(tableNo)} ${String(row)} ${fact}`;
    const alike = rows.get(key);
    if (alike) alike.push(line);
    else rows.set(key, [line]);
  }
  return rows;
}

function differ(alike: readonly BudgetLine[]): boolean {
  return alike.some(({ amount }) => amount !== alike[0]?.amount);
}

function areWholeAndParts(alike: readonly BudgetLine[], grid: Grid): boolean {
  const columns = alike.flatMap(({ place }) => (place.kind === 'table' ? [place.col] : []));
  const [first, ...others] = columns.map((col) => groupOf(grid, col));
  const isOneGroup = first !== undefined && others.every((head) => head === first);
  return isOneGroup || columns.some((col) => isPartialColumn(grid, col));
}

/** The head directly over a column's own. */
function groupOf(grid: Grid, col: number): Cell | undefined {
  return findHeaderGroups(grid).find(({ children }) =>
    children.some((child) => child.colSpan === 1 && child.col === col),
  )?.head;
}

function tableOf(line: BudgetLine | undefined): number | null {
  return line?.place.kind === 'table' ? line.place.tableNo : null;
}

function report({ place, label, amountText }: BudgetLine): Diagnostic[] {
  if (place.kind !== 'table') return [];
  const { tableNo, row, col, page } = place;
  const message = `"${label}": another column of the row means the same as that of ${amountText} and states another amount; the lines are suspect`;
  return [
    {
      stage: 'transform',
      severity: 'warning',
      code: 'columns-contradict',
      message,
      origin: { tableNo, row, col, page },
    },
  ];
}
