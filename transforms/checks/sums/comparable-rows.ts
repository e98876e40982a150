/** The figures of a row that can be compared with one another. */
import type { BudgetLine } from '../../types.js';
import { comparableKey, ITEMS } from './axes.js';
import type { Axis, ColumnMeaning, Columns } from './axes.js';

/** Comparable figures of one row. */
export interface TableRow {
  readonly lines: BudgetLine[];
  /** All values that comparable columns of the table have on the axis, filled in this row or not. */
  readonly columns: ReadonlySet<string>;
}

/** The comparable lines of each row. */
export function groupRows(axis: Axis, lines: readonly BudgetLine[], table: Columns | null): Map<string, TableRow> {
  const blank = table?.blankColumns ?? [];
  const columns = valuesOfColumns(axis, [...lines, ...(axis === ITEMS ? blank : ofEachItem(blank, lines))]);
  const rows = new Map<string, TableRow>();
  for (const line of lines) {
    const value = axis.value(line);
    if (line.place.kind !== 'table' || value === null) continue;
    const comparable = comparableKey(axis, line);
    // columns may be those of classes
    const codes = line.codes.map(({ scheme, code }) => `${scheme} ${code ?? ''}`).join();
    const key = [axis === ITEMS ? String(line.place.row) : rowOf(line), comparable, codes].join('|');
    const row = rows.get(key) ?? { lines: [], columns: columns.get(comparable) ?? new Set() };
    row.lines.push(line);
    rows.set(key, row);
  }
  return rows;
}

/** Where the rows are items of 三公, a column that no row fills is one of each item. */
function ofEachItem(blank: readonly ColumnMeaning[], lines: readonly BudgetLine[]): readonly ColumnMeaning[] {
  const items = new Set(lines.map(({ threePublicItem }) => threePublicItem));
  return blank.flatMap((column) => [...items].map((threePublicItem) => ({ ...column, threePublicItem })));
}

/** All values that columns have on the axis, by what makes them comparable. */
export function valuesOfColumns(axis: Axis, columns: readonly ColumnMeaning[]): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  for (const column of columns) {
    const value = axis.value(column);
    if (value === null) continue;
    const key = comparableKey(axis, column);
    values.set(key, (values.get(key) ?? new Set<string>()).add(value));
  }
  return values;
}

/** The sides of a summary share grid rows; only their words tell them apart. */
export function rowOf({ place, label }: BudgetLine): string {
  return `${place.kind === 'table' ? String(place.row) : ''} ${label}`;
}
