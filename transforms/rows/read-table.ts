/** From a table's grid to the amounts it states. */
import type { Cell, Diagnostic, Grid } from '../../extractors/types.js';
import { holdsWrittenFigure, isLoneUnit, isUnprinted, parseAmount } from '../amounts/index.js';
import type { Codebook } from '../codebook/types.js';
import { readColumns } from '../statements/columns.js';
import type { ColumnContent } from '../statements/columns.js';
import { LINE_KINDS } from '../statements/kinds.js';
import { fundOfStatement } from '../statements/fund-default.js';
import { splitPanels } from '../statements/panels.js';
import { panelFlow } from '../statements/panel-flow.js';
import { periodOf } from '../statements/period.js';
import type { DocumentFacts, StatedAmount } from '../types.js';
import { leaveOutPageTotals } from './page-totals.js';
import { schemeOfCode } from './codes/printed-code.js';
import { readPanel } from './read-panel.js';
import { readRowPeriod } from './row-period.js';
import { reportStage } from './doubts/stage.js';
import { reportMissingHeader, reportUnknownTable, reportUnreadAmounts } from './doubts/unread.js';
import type { BodyRow, ReadTable, TableToRead } from './table-to-read.js';

/**
 * Reads every amount of a table, row by row from left to right; a printed zero is an amount, a blank is none.
 *
 * Tables of kinds without lines, and tables without a header, give nothing but a warning where they print money. Cells in money columns that are no amounts, unmapped names and doubtful codes become
 * diagnostics; amounts whose unit nobody names give none and an error, since yuan can't be known.
 */
export function readTable(table: TableToRead, facts: DocumentFacts, codebook: Codebook): ReadTable {
  const defaults = LINE_KINDS[table.tableKind];
  if (!defaults) return withoutAmounts(reportUnknownTable(table));
  if (table.grid.headerRowCount === 0) return withoutAmounts(reportMissingHeader(table));
  const period = periodOf(table.title, facts);
  const { cells, diagnostics: ofPages } = leaveOutPageTotals(bodyRows(table.grid), table.tableNo);
  const columns = readColumns(table.grid, judgeColumns(table.grid), period.fiscalYear);
  const fundSource = fundOfStatement(table.title, columns, defaults);
  const panels = splitPanels(columns);
  const parts = panels.map((panel, at) =>
    readPanel({
      table,
      panel,
      left: panels[at - 1] ?? null,
      facts,
      codebook,
      cells,
      defaults: { ...defaults, fundSource },
      flow: panelFlow(panels, at, defaults, cells),
      period,
    }),
  );
  const amounts = parts.flatMap((part) => part.amounts).sort((a, b) => rowOf(a) - rowOf(b) || colOf(a) - colOf(b));
  const diagnostics = [...reportStage(table, period), ...ofPages, ...parts.flatMap((part) => part.diagnostics)];
  const read = [...amounts.map(({ place }) => place), ...parts.flatMap((part) => part.changes)];
  return {
    amounts,
    blankColumns: parts.flatMap((part) => part.blankColumns),
    diagnostics: [...diagnostics, ...reportUnreadAmounts(table, columns, cells, read)],
  };
}

function withoutAmounts(diagnostics: readonly Diagnostic[]): ReadTable {
  return { amounts: [], blankColumns: [], diagnostics };
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

/** Fewer numbers may look like codes by accident. */
const FEWEST_CODES = 3;

/** Characters of a unit: 平方公里. */
const LONGEST_UNIT = 6;

/** What most filled body cells of a column are; `blank` where none is filled. Amounts with words in the cell are no words. */
function judgeColumns(grid: Grid): ColumnContent[] {
  const counts = Array.from({ length: grid.columnCount }, () => ({
    filled: 0,
    words: 0,
    numbers: 0,
    codes: 0,
    short: 0,
    units: 0,
  }));
  for (const { row, col, text } of grid.cells) {
    const count = counts[col];
    if (row < grid.headerRowCount || text.trim() === '' || !count) continue;
    count.filled += 1;
    if (text.trim().length <= LONGEST_UNIT) count.short += 1;
    if (isLoneUnit(text)) count.units += 1;
    if (schemeOfCode(text.trim()) !== null) count.codes += 1;
    if (isUnprinted(text) || parseAmount(text, 1).kind !== 'unparsable') count.numbers += 1;
    else if (
      isLoneUnit(text) ||
      (!/\d/.test(text.normalize('NFKC')) && !holdsWrittenFigure(text)) ||
      readRowPeriod(text, null) !== null
    )
      count.words += 1;
  }
  return counts.map(({ filled, words, numbers, codes, short, units }) => {
    if (filled === 0) return 'blank';
    if (codes === filled && codes >= FEWEST_CODES) return 'codes';
    if (units > 0 && words === filled && short === filled) return 'units';
    if (numbers * 2 > filled) return 'numbers';
    return words * 2 > filled ? 'words' : 'mixed';
  });
}
