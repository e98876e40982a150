/** Totals that stand in another column than their parts. */
import type { BudgetLine } from '../../types.js';
import type { Sum } from './sum.js';

interface TableColumn {
  readonly totals: BudgetLine[];
  readonly parts: BudgetLine[];
}

/**
 * A column with a total and no parts beside one with parts and no total: the total row or its details have slipped sideways. Either
 * alone is common (a blank is no line); both together contradict, and the total is checked against its missing parts.
 *
 * @param lines the lines of one table
 */
export function findShiftedTotals(lines: readonly BudgetLine[]): Sum[] {
  const columns = [...groupByColumn(lines).values()];
  const hasTotals = columns.some(({ totals, parts }) => totals.length > 0 && parts.length > 0);
  const orphanParts = columns.some(
    ({ totals, parts }) => totals.length === 0 && parts.some(({ amount }) => amount !== 0n),
  );
  if (!hasTotals || !orphanParts) return [];
  return columns.flatMap(({ totals, parts }) =>
    parts.length > 0
      ? []
      : totals
          .filter(({ amount }) => amount !== 0n)
          .map((whole): Sum => ({ rule: 'column-total', whole, parts: [], kind: 'exact' })),
  );
}

/**
 * A side of a table (revenue or expenditure of one year and stage) with a total and nothing but carryover that makes it up, beside a side that prints both:
 * the rows that state it are lost. The total is checked against its missing parts.
 *
 * @param lines the lines of one table
 */
export function findBareTotals(lines: readonly BudgetLine[]): Sum[] {
  const sides = new Map<string, TableColumn>();
  const carried = new Set(lines.filter(({ lineRole }) => lineRole === 'carryover').map(({ lineNo }) => lineNo));
  const isCarried = ({ lineNo, parentLineNo }: BudgetLine): boolean =>
    carried.has(lineNo) || carried.has(parentLineNo ?? 0);
  for (const line of lines.filter((each) => each.place.kind === 'table' && each.amount !== 0n && !isCarried(each))) {
    const key = [line.tableKind, line.flow, line.budgetStage, line.fiscalYear].join('|');
    const side = sides.get(key) ?? { totals: [], parts: [] };
    sides.set(key, side);
    (line.lineRole === 'total' ? side.totals : side.parts).push(line);
  }
  if (![...sides.values()].some(({ totals, parts }) => totals.length > 0 && parts.length > 0)) return [];
  const broken = new Set(lines.map(({ parentLineNo }) => parentLineNo));
  return [...sides.values()]
    .filter(({ parts }) => parts.length === 0)
    .flatMap(({ totals }) => totals.filter(({ lineNo }) => !broken.has(lineNo)))
    .map((whole): Sum => ({ rule: 'column-total', whole, parts: [], kind: 'exact' }));
}

function groupByColumn(lines: readonly BudgetLine[]): Map<string, TableColumn> {
  const columns = new Map<string, TableColumn>();
  for (const line of lines) {
    if (line.place.kind !== 'table' || (line.lineRole !== 'total' && line.lineRole !== 'detail')) continue;
    const key = `${line.tableKind} ${line.flow} ${String(line.place.col)}`;
    const column = columns.get(key) ?? { totals: [], parts: [] };
    columns.set(key, column);
    (line.lineRole === 'total' ? column.totals : column.parts).push(line);
  }
  return columns;
}
