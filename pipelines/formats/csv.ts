/** `extract --format csv`: one rectangular sheet in reading order. */
import Papa from 'papaparse';
import type { BudgetDocument } from '../../transforms/index.js';
import { partsInReadingOrder, rowsOf, type Part } from './parts.js';

/**
 * One CSV row for each table row and each block. `table_no` or `block_no` says which it is; a table row has its cells in `col_0`, `col_1`, …,
 * a block its text in `col_0`. Every row has the columns of the widest table.
 */
export function renderCsv(document: BudgetDocument): string {
  const width = Math.max(1, ...document.tables.map((table) => table.grid.columnCount));
  const header = [
    'table_no',
    'block_no',
    'row_no',
    'kind',
    ...Array.from({ length: width }, (_, col) => `col_${String(col)}`),
  ];
  const rows = partsInReadingOrder(document).flatMap(toRows);
  return `${Papa.unparse([header, ...rows.map((row) => padded(row, header.length))], { newline: '\n' })}\n`;
}

function toRows(part: Part): string[][] {
  if (part.kind === 'block') return [['', String(part.block.blockNo), '', part.block.kind, part.block.text]];
  const { raw, grid, tableKind } = part.table;
  return rowsOf(grid).map((texts, row) => [String(raw.tableNo), '', String(row), tableKind, ...texts]);
}

function padded(row: readonly string[], length: number): string[] {
  return [...row, ...new Array<string>(length - row.length).fill('')];
}
