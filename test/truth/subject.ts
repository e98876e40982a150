/** A document without any fault: what it says, and what of it is known to be right. */
import type { Cell, Grid, RawDocument } from '../../extractors/types.js';
import type { BudgetDocument } from '../../transforms/index.js';

/** A document whose lines the golden test has found right. */
export interface Subject {
  readonly name: string;
  readonly raw: RawDocument;
  readonly document: BudgetDocument;
}

/** A table with the cells that give lines. */
export interface AmountTable {
  readonly tableNo: number;
  readonly grid: Grid;
  /** In reading order; each is the only thing at its place. */
  readonly amounts: readonly Cell[];
  /** Columns with at least one amount, ascending. */
  readonly columns: readonly number[];
  /** Body rows with at least one amount, ascending. */
  readonly rows: readonly number[];
}

/** The tables that give lines, under the reading that was taken; tables without a line are left out. */
export function amountTables({ document }: Subject): readonly AmountTable[] {
  return document.tables.flatMap(({ raw: { tableNo }, grid }) => {
    const places = new Set(
      document.lines.flatMap(({ place }) =>
        place.kind === 'table' && place.tableNo === tableNo ? [`${place.row} ${place.col}`] : [],
      ),
    );
    const amounts = grid.cells.filter(({ row, col }) => places.has(`${row} ${col}`));
    const columns = ascending(amounts.map(({ col }) => col));
    const rows = ascending(amounts.map(({ row }) => row));
    return amounts.length === 0 ? [] : [{ tableNo, grid, amounts, columns, rows }];
  });
}

/** The text of the cell that begins at a place; `''` where none does. */
export function textAt({ cells }: Grid, row: number, col: number): string {
  return cells.find((cell) => cell.row === row && cell.col === col)?.text ?? '';
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
