/** Columns that mean the same and state different amounts: one of them was read for what it is not. */
import type { Diagnostic, Grid } from '../../../extractors/types.js';
import { factKey } from '../../lines/index.js';
import type { BudgetLine, BudgetTable } from '../../types.js';
import { pack } from '../../vocabulary/index.js';
import type { Finding } from '../finding.js';
import { findHeaderGroups, isPartialColumn, isWholeHead, leafHeading } from '../sums/header.js';
import type { HeaderGroup } from '../sums/header.js';
import { areYearParts } from '../sums/year-parts.js';
import { tieLines } from '../pairs/ties.js';

/**
 * A warning `columns-contradict` at each of several amounts of one row that state the same quantity and differ, and at every
 * other amount of such columns, for what heads one of them was misread. Not where a sum that holds binds them as whole and parts, nor where the head says that they are (其中, or one group of
 * columns that has a 小计 or a heading for every part; this year's money and what has been announced), nor between 预算数 and 执行数 of last year.
 */
export function reportContradictions(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  findings: readonly Finding[],
): Diagnostic[] {
  const grids = new Map(tables.map(({ raw, grid }) => [raw.tableNo, grid]));
  const ties = tieLines(findings);
  const differing = [...sameQuantities(lines, grids).values()].filter(differ).filter((alike) => {
    const tableNo = tableOf(alike[0]);
    const grid = tableNo === null ? undefined : grids.get(tableNo);
    return !ties.areInOneSum(alike) && !(grid && areWholeAndParts(alike, grid));
  });
  const misread = new Set(differing.flat().map(columnOf));
  return lines.filter((line) => misread.has(columnOf(line))).flatMap(report);
}

/** Lines of one row of one table under one key. */
function sameQuantities(lines: readonly BudgetLine[], grids: ReadonlyMap<number, Grid>): Map<string, BudgetLine[]> {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const rows = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    // what is in doubt by itself, under a heading that nobody knows, speaks against no other
    if (line.place.kind !== 'table' || line.ambiguous) continue;
    const { tableNo, row } = line.place;
    const fact = factKey(line, byNumber.get(line.parentLineNo ?? 0) ?? null);
    const key = [tableNo, row, figureOfLastYear(line, grids.get(tableNo)), fact].join(' ');
    const alike = rows.get(key);
    if (alike) alike.push(line);
    else rows.set(key, [line]);
  }
  return rows;
}

/** Last year's figures are those planned or those carried out. */
function figureOfLastYear({ budgetStage, place }: BudgetLine, grid: Grid | undefined): 'executed' | '' {
  if (budgetStage !== 'prior_year' || place.kind !== 'table' || !grid) return '';
  return /执行|决算|完成/.test(pack(leafHeading(grid, place.col))) ? 'executed' : '';
}

function differ(alike: readonly BudgetLine[]): boolean {
  return alike.some(({ amount }) => amount !== alike[0]?.amount);
}

function areWholeAndParts(alike: readonly BudgetLine[], grid: Grid): boolean {
  const columns = alike.flatMap(({ place }) => (place.kind === 'table' ? [place.col] : []));
  const [first, ...others] = columns.map((col) => groupOf(grid, col));
  const isOneGroup = first !== undefined && others.every((group) => group?.head === first.head);
  const areParts = columns.some((col) => isPartialColumn(grid, col)) || areYearParts(grid, columns);
  return (isOneGroup && tellsItsParts(first)) || areParts;
}

/** The group of columns directly under one head. */
function groupOf(grid: Grid, col: number): HeaderGroup | undefined {
  return findHeaderGroups(grid).find(({ children }) =>
    children.some((child) => child.colSpan === 1 && child.col === col),
  );
}

/** A part without a heading of its own may stand under the wrong head. */
function tellsItsParts({ children }: HeaderGroup): boolean {
  return children.some(isWholeHead) || children.every(({ text }) => text.trim() !== '');
}

function tableOf(line: BudgetLine | undefined): number | null {
  return line?.place.kind === 'table' ? line.place.tableNo : null;
}

function columnOf({ place }: BudgetLine): string {
  return place.kind === 'table' ? `${place.tableNo} ${place.col}` : '';
}

function report({ place, label, amountText }: BudgetLine): Diagnostic[] {
  if (place.kind !== 'table') return [];
  const { tableNo, row, col, page } = place;
  const message = `"${label}": another column means the same as that of ${amountText}, and here or in another row the two differ; the lines are suspect`;
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
