/**
 * The sides of a table: columns whose rows carry the same labels. A summary of revenue and expenditure has two (or three), side by
 * side on the same grid rows, and each has a hierarchy of its own.
 */
import type { StatedAmount } from '../types.js';

/** An amount with its place in the list of all amounts. */
export interface Numbered {
  readonly index: number;
  readonly amount: StatedAmount;
}

export interface Side {
  /** The columns, each with its amounts by grid row. */
  readonly columns: ReadonlyMap<number, ReadonlyMap<number, Numbered>>;
  /** All amounts by grid row: any column's speaks for the row. */
  readonly rows: ReadonlyMap<number, readonly Numbered[]>;
}

interface OpenSide {
  readonly columns: Map<number, Map<number, Numbered>>;
  readonly rows: Map<number, Numbered[]>;
}

/**
 * Sorts the amounts of one table into sides: same flow, same label on every row they share. One pass a column; prose amounts
 * must not be among them.
 */
export function findSides(amounts: readonly Numbered[]): Side[] {
  const sides: OpenSide[] = [];
  for (const column of groupColumns(amounts).values()) {
    const cells = [...column.values()];
    const side = sides.find((open) => fits(open, cells)) ?? openSide(sides);
    for (const cell of cells) add(side, cell);
  }
  return sides;
}

function groupColumns(amounts: readonly Numbered[]): Map<string, Map<number, Numbered>> {
  const columns = new Map<string, Map<number, Numbered>>();
  for (const numbered of amounts) {
    const { place, flow, budgetStage, fiscalYear, tableKind } = numbered.amount;
    if (place.kind !== 'table') continue;
    // one form may hold several statements one below the other (三公经费, then 机关运行经费)
    // and the rows of a column may be years: those of one are no parts of another's
    const key = [tableKind, flow, budgetStage, fiscalYear, place.col].join(' ');
    const column = columns.get(key) ?? new Map<number, Numbered>();
    columns.set(key, column.set(place.row, numbered));
  }
  return columns;
}

function fits(side: OpenSide, cells: readonly Numbered[]): boolean {
  let shared = 0;
  for (const { amount } of cells) {
    const other = amount.place.kind === 'table' ? side.rows.get(amount.place.row)?.[0]?.amount : undefined;
    if (!other) continue;
    if (other.label !== amount.label || other.flow !== amount.flow || other.tableKind !== amount.tableKind)
      return false;
    shared += 1;
  }
  return shared > 0;
}

function openSide(sides: OpenSide[]): OpenSide {
  const side: OpenSide = { columns: new Map(), rows: new Map() };
  sides.push(side);
  return side;
}

function add(side: OpenSide, cell: Numbered): void {
  if (cell.amount.place.kind !== 'table') return;
  const { row, col } = cell.amount.place;
  const column = side.columns.get(col) ?? new Map<number, Numbered>();
  side.columns.set(col, column.set(row, cell));
  const inRow = side.rows.get(row);
  if (inRow) inRow.push(cell);
  else side.rows.set(row, [cell]);
}
