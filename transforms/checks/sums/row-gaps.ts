/** What a table has columns for and does not print: wholes without parts, parts without a whole. */
import { hasCode } from '../../lines/index.js';
import type { BudgetLine } from '../../types.js';
import { comparableKey, countParts, FUNDS, ITEMS, SPENDING } from './axes.js';
import type { Axis, ColumnMeaning, Columns } from './axes.js';
import { groupRows, rowOf, valuesOfColumns } from './comparable-rows.js';
import { isPartialColumn } from './header.js';

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

/**
 * The columns with amounts that are wholes of which the table has columns for all parts and no row fills any.
 *
 * @param lines those of the table
 */
export function findBlankParts(lines: readonly BudgetLine[], table: Columns): ReadonlySet<number> {
  const wholes = [FUNDS, SPENDING, ITEMS].flatMap((axis) => {
    const printed = lines.filter(({ amount }) => amount !== 0n);
    const columns = valuesOfColumns(axis, [...printed, ...table.blankColumns]);
    return printed.filter((line) => {
      const whole = axis.value(line) ?? '';
      const values = columns.get(comparableKey(axis, line)) ?? new Set();
      const isPart = (other: ColumnMeaning): boolean =>
        comparableKey(axis, other) === comparableKey(axis, line) && axis.wholes(other).includes(whole);
      const blank = table.blankColumns.filter(isPart);
      const isPartial = !axis.closed(line) && blank.some(({ col }) => isPartialColumn(table.grid, col));
      const isComplete = axis.complete(whole, values, countParts(axis, whole, values));
      return blank.length > 0 && isComplete && !isPartial && !printed.some(isPart);
    });
  });
  return new Set(wholes.flatMap(({ place }) => (place.kind === 'table' ? [place.col] : [])));
}

/** A row that prints a whole and none of its parts, or parts and not the whole. */
export interface RowGap {
  readonly lines: readonly BudgetLine[];
  readonly missing: 'parts' | 'whole';
}

/**
 * Coded rows that leave blank either a whole or all parts of it, in tables whose columns hold both and of which another row prints both.
 *
 * @param lines those of the table
 */
export function findRowGaps(lines: readonly BudgetLine[], table: Columns): RowGap[] {
  const plain = withoutClassColumns(lines);
  const gaps = [FUNDS, SPENDING].flatMap((axis) => gapsAlong(axis, plain, table));
  return gaps.filter((gap) => gap.lines.every((line) => line.lineRole === 'detail' && hasCode(line)));
}

/** The lines that have the codes of their row alone, not those of a class that heads their column: such columns are printed for some wholes only. */
function withoutClassColumns(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  const fewest = new Map<string, number>();
  for (const line of lines) {
    const known = fewest.get(rowOf(line)) ?? line.codes.length;
    fewest.set(rowOf(line), Math.min(known, line.codes.length));
  }
  return lines.filter((line) => line.codes.length === fewest.get(rowOf(line)));
}

function gapsAlong(axis: Axis, lines: readonly BudgetLine[], table: Columns): RowGap[] {
  const rows = [...groupRows(axis, lines, table).values()];
  const wholes = new Set(rows.flatMap(({ columns }) => [...columns]));
  return [...wholes].flatMap((whole) => {
    const having = rows.filter(
      ({ columns }) => columns.has(whole) && axis.complete(whole, columns, countParts(axis, whole, columns)),
    );
    const found = having.map((row) => ({
      wholes: row.lines.filter((line) => axis.value(line) === whole && line.amount !== 0n),
      parts: row.lines.filter((line) => line.amount !== 0n && axis.above(line, new Map(), table.grid).includes(whole)),
    }));
    if (!found.some((row) => row.wholes.length > 0 && row.parts.length > 0)) return [];
    return found.flatMap((row): RowGap[] => {
      if (row.wholes.length > 0 && row.parts.length === 0) return [{ lines: row.wholes, missing: 'parts' }];
      return row.wholes.length === 0 && row.parts.length > 0 ? [{ lines: row.parts, missing: 'whole' }] : [];
    });
  });
}
