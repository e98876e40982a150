/** A column that no row fills in a table that prints noughts wherever there is nothing. */
import type { Diagnostic } from '../../../extractors/types.js';
import type { BlankColumn, BudgetLine, BudgetTable } from '../../types.js';

/** Rows and columns, at least, of a table of which one can say how it prints what there is not. */
const FEWEST_ROWS = 5;
const FEWEST_COLUMNS = 3;

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/**
 * A warning `column-blank-among-noughts` at each amount beside a column of money that no row fills, in a table that fills all others in every row and prints another without anything
 * but noughts: its figures may have been lost, or stand in those columns.
 *
 * @param lines those of the document
 */
export function reportBlankAmongNoughts(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  const placed = lines.filter((line): line is PlacedLine => line.place.kind === 'table');
  return tables.flatMap(({ raw, blankColumns }) =>
    blankColumns.flatMap((blank) => {
      const beside = placed.filter((line) => line.place.tableNo === raw.tableNo && isOfOneSide(line, blank));
      return printsNoughts(beside) ? beside.map((line) => warn(line, blank)) : [];
    }),
  );
}

function isOfOneSide(line: BudgetLine, { flow, budgetStage, fiscalYear }: BlankColumn): boolean {
  return line.flow === flow && line.budgetStage === budgetStage && line.fiscalYear === fiscalYear;
}

function printsNoughts(lines: readonly PlacedLine[]): boolean {
  const rows = new Set(lines.map(({ place }) => place.row));
  const columns = new Set(lines.map(({ place }) => place.col));
  const filled = new Set(lines.filter(({ amount }) => amount !== 0n).map(({ place }) => place.col));
  const isLarge = rows.size >= FEWEST_ROWS && columns.size >= FEWEST_COLUMNS;
  return isLarge && lines.length === rows.size * columns.size && filled.size > 0 && filled.size < columns.size;
}

function warn({ place, label, amountText }: PlacedLine, { col: blank }: BlankColumn): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `"${label}": the table prints noughts, and nothing at all in column ${String(blank)}; its figures may be lost or stand in other columns, so ${amountText} is suspect`;
  const origin = { tableNo, row, col, page };
  return { stage: 'transform', severity: 'warning', code: 'column-blank-among-noughts', message, origin };
}
