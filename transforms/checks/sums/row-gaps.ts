/** What a table has columns for and does not print: wholes without parts, parts without a whole. */
import type { Grid } from '../../../extractors/types.js';
import { hasCode } from '../../lines/index.js';
import type { BlankColumn, BudgetLine } from '../../types.js';
import { comparableKey, countParts, FUNDS, ITEMS, SPENDING } from './axes.js';
import type { Axis, ColumnMeaning, Columns } from './axes.js';
import { groupRows, rowOf, valuesOfColumns } from './comparable-rows.js';
import { isPartialColumn, isWholeHead, lowestHead } from './header.js';
import { wholeColumns } from './header-sums.js';

const AXES = [FUNDS, SPENDING, ITEMS] as const;

/** A column with amounts beside one in which no row prints any. */
export interface BesideBlank {
  readonly blank: number;
  /** Whether it is a part of that one, or a whole of which that one is a part. */
  readonly is: 'part' | 'whole';
}

/** A total with one column beside it may be the first of a list that goes on elsewhere. */
const FEWEST_PARTS = 2;

/**
 * The columns with amounts that are parts of a column in which no row prints any, and the wholes of which that one is a part itself: its figures may stand in either.
 *
 * @param lines those of the table
 */
export function findBlankWholes(
  lines: readonly BudgetLine[],
  { grid, blankColumns }: Columns,
): ReadonlyMap<number, BesideBlank> {
  const found = new Map<number, BesideBlank>();
  for (const blank of blankColumns) {
    const parts = new Set([...partsByMeaning(blank, lines), ...partsByHead(blank, lines, grid)]);
    if (parts.size === 0) continue;
    for (const col of wholesOf(blank, lines)) found.set(col, { blank: blank.col, is: 'whole' });
    for (const col of parts) found.set(col, { blank: blank.col, is: 'part' });
  }
  return found;
}

function partsByMeaning(blank: BlankColumn, lines: readonly BudgetLine[]): readonly number[] {
  return AXES.flatMap((axis) =>
    columnsOf(
      lines.filter((line) => axis.above(line, new Map(), null).includes(axis.value(blank) ?? '')),
      axis,
      blank,
    ),
  );
}

function wholesOf(blank: BlankColumn, lines: readonly BudgetLine[]): readonly number[] {
  return AXES.flatMap((axis) =>
    columnsOf(
      lines.filter((line) => axis.wholes(blank).includes(axis.value(line) ?? '')),
      axis,
      blank,
    ),
  );
}

/** The columns beside one that is headed 小计 or 合计 and means what they mean: under its own head, or in the whole table where it has none. */
function partsByHead(blank: BlankColumn, lines: readonly BudgetLine[], grid: Grid): readonly number[] {
  const head = lowestHead(grid, blank.col);
  if (!head || !isWholeHead(head)) return [];
  const wholes = wholeColumns(grid);
  const hasGroup = [...wholes.values()].includes(blank.col);
  const alike = lines.filter((line) => AXES.every((axis) => axis.value(line) === axis.value(blank)));
  const columns = columnsOf(alike, FUNDS, blank).filter((col) => !hasGroup || wholes.get(col) === blank.col);
  return new Set(columns).size < FEWEST_PARTS ? [] : columns;
}

function columnsOf(lines: readonly BudgetLine[], axis: Axis, beside: ColumnMeaning): readonly number[] {
  return lines.flatMap((line) =>
    line.place.kind === 'table' && comparableKey(axis, line) === comparableKey(axis, beside) ? [line.place.col] : [],
  );
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
