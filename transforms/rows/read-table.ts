/** From a table's grid to the amounts it states. */
import type { Cell, Grid } from '../../extractors/types.js';
import { parseAmount } from '../amounts/index.js';
import type { Codebook } from '../codebook/types.js';
import { readColumns } from '../statements/columns.js';
import type { ColumnContent } from '../statements/columns.js';
import { LINE_KINDS } from '../statements/kinds.js';
import type { KindDefaults } from '../statements/kinds.js';
import { splitPanels } from '../statements/panels.js';
import { panelFlow } from '../statements/panel-flow.js';
import type { DocumentFacts, StatedAmount } from '../types.js';
import { readPanel } from './read-panel.js';
import { reportMissingHeader, reportUnknownTable, reportUnreadAmounts } from './report-unread.js';
import type { BodyRow, ReadTable, TableToRead } from './table-to-read.js';

/**
 * Reads every amount of a table, row by row from left to right; a printed zero is an amount, a blank is none.
 *
 * Tables of kinds without lines, and tables without a header, give nothing but a warning where they print money. Cells in money columns that are no amounts, unmapped names and doubtful codes become
 * diagnostics; a table whose unit nobody names gives no amounts and a warning, since yuan can't be known.
 */
export function readTable(table: TableToRead, facts: DocumentFacts, codebook: Codebook): ReadTable {
  const defaults = LINE_KINDS[table.tableKind];
  if (!defaults) return { amounts: [], diagnostics: reportUnknownTable(table) };
  if (table.grid.headerRowCount === 0) return { amounts: [], diagnostics: reportMissingHeader(table) };
  const cells = bodyRows(table.grid);
  const columns = readColumns(table.grid, judgeColumns(table.grid), facts.fiscalYear);
  const panels = splitPanels(columns);
  const parts = panels.map((panel, at) =>
    readPanel({
      table,
      panel,
      left: panels[at - 1] ?? null,
      facts,
      codebook,
      cells,
      defaults: fundDefaults(table, defaults),
      flow: panelFlow(panels, at, defaults, cells),
    }),
  );
  const amounts = parts.flatMap((part) => part.amounts).sort((a, b) => rowOf(a) - rowOf(b) || colOf(a) - colOf(b));
  const diagnostics = parts.flatMap((part) => part.diagnostics);
  return { amounts, diagnostics: [...diagnostics, ...reportUnreadAmounts(table, columns, cells, amounts)] };
}

/** A statement of 财政拨款 that does not say 一般公共预算 is about all of the appropriation. */
function fundDefaults({ title, grid }: TableToRead, defaults: KindDefaults): KindDefaults {
  if (defaults.fundSource !== 'general_public') return defaults;
  const words = `${title ?? ''}${grid.cells
    .filter(({ row }) => row < grid.headerRowCount)
    .map(({ text }) => text)
    .join('')}`.replace(/\s+/g, '');
  return /财政拨款/.test(words) && !/公共预算|公共财政/.test(words)
    ? { ...defaults, fundSource: 'fiscal_appropriation' }
    : defaults;
}

function rowOf({ place }: StatedAmount): number {
  return place.kind === 'table' ? place.row : 0;
}

function colOf({ place }: StatedAmount): number {
  return place.kind === 'table' ? place.col : 0;
}

function bodyRows(grid: Grid): BodyRow[] {
  const rows = Array.from({ length: grid.rowCount }, () => new Map<number, Cell>());
  for (const cell of grid.cells) rows[cell.row]?.set(cell.col, cell);
  return rows.slice(grid.headerRowCount);
}

/** What most filled body cells of a column are; `blank` where none is filled. */
function judgeColumns(grid: Grid): ColumnContent[] {
  const counts = Array.from({ length: grid.columnCount }, () => ({ filled: 0, numbers: 0 }));
  for (const { row, col, text } of grid.cells) {
    const count = counts[col];
    if (row < grid.headerRowCount || text.trim() === '' || !count) continue;
    count.filled += 1;
    if (parseAmount(text, 1).kind !== 'unparsable') count.numbers += 1;
  }
  return counts.map(({ filled, numbers }) => (filled === 0 ? 'blank' : numbers * 2 > filled ? 'numbers' : 'words'));
}
