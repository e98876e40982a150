/** Cells that count more columns than their table has, as programs write them that draw a table to the width of the page. */
import type { TableRow } from '../body/blocks.js';

/** Share of the rows that must count as many columns for these to be the table's. */
const MOSTLY = 0.5;

/** Narrows in each row that counts more columns than most rows the one cell that can be too wide; where several can, the row stays as it is. */
export function narrowCells(rows: readonly TableRow[]): readonly TableRow[] {
  const counts = rows.map(columnsOf);
  const usual = mostCommon(counts);
  if (counts.filter((count) => count === usual).length <= MOSTLY * rows.length) return rows;
  return rows.map((row, at) => narrowRow(row, (counts[at] ?? 0) - usual));
}

function narrowRow(row: TableRow, surplus: number): TableRow {
  if (surplus <= 0) return row;
  const wide = row.cells.filter(({ columns }) => columns > surplus);
  if (wide.length !== 1) return row;
  const narrow = (columns: number): number => (columns > surplus ? columns - surplus : columns);
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, columns: narrow(cell.columns) })) };
}

function columnsOf({ cells, columnsBefore, columnsAfter }: TableRow): number {
  return cells.reduce((sum, { columns }) => sum + columns, columnsBefore + columnsAfter);
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  const [usual] = [...times].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return usual;
}
