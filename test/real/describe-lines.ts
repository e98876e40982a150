/** The amounts of a table: what each column means, once, and row by row whose amounts they are. */
import type { Grid } from '../../extractors/types.js';
import { groupBy } from '../../transforms/codebook/group-by.js';
import type { BudgetLine } from '../../transforms/index.js';

/** A line with the column in which it stands. */
interface Placed {
  readonly line: BudgetLine;
  readonly row: number;
  readonly col: number;
  readonly page: number | null;
}

/**
 * `columns`: letter, heading and meaning of every column with amounts. `amounts`: page, row, then letter and amount; what an amount means
 * stands behind it where it is not what the column's first amount means.
 */
export function describeLines(
  lines: readonly BudgetLine[],
  grid: Grid,
  year: number | null,
): Readonly<Record<'columns' | 'amounts', readonly string[]>> {
  const placed = lines.flatMap(placeOf);
  const columns = [...new Set(placed.map(({ col }) => col))].sort((a, b) => a - b);
  const meanings = new Map(columns.map((col) => [col, meaningIn(col, placed, year)]));
  const rows = groupBy(placed, ({ line, row }) => `${String(row)} ${rowOf(line)}`);
  return {
    columns: columns.map((col) => `${letterOf(col)} ${headingOf(col, grid)}: ${meanings.get(col) ?? ''}`),
    amounts: [...rows.values()].map((row) => describeRow(row, meanings, year)),
  };
}

function placeOf(line: BudgetLine): Placed[] {
  const { place } = line;
  return place.kind === 'table' ? [{ line, row: place.row, col: place.col, page: place.page }] : [];
}

function meaningIn(col: number, placed: readonly Placed[], year: number | null): string {
  const first = placed.find((one) => one.col === col);
  return first ? meaningOf(first.line, year) : '';
}

function describeRow(row: readonly Placed[], meanings: ReadonlyMap<number, string>, year: number | null): string {
  const [first] = row;
  const amounts = row.map(({ line, col }) => {
    const meaning = meaningOf(line, year);
    return `${letterOf(col)} ${line.amountText}${meaning === meanings.get(col) ? '' : ` (${meaning})`}`;
  });
  return [`p${String(first?.page)} ${first ? rowOf(first.line) : ''}`, ...amounts].join(' | ');
}

/** Codes, words and role of a row; a detail is not said to be one. */
export function rowOf({ codes, label, lineRole, totalKind }: BudgetLine): string {
  const role = lineRole === 'detail' ? '' : `[${[lineRole, totalKind].filter((part) => part !== null).join(' ')}]`;
  return [...codes.map(({ code }) => code ?? 'no code'), withoutSpaces(label), role]
    .filter((part) => part !== '')
    .join(' ');
}

/** Flow, source of the money, kind of spending (`-`: none), stage, 三公 item; the year where it is not the document's. */
export function meaningOf(line: BudgetLine, year: number | null): string {
  const { flow, fundSource, spendingType, budgetStage, threePublicItem, fiscalYear } = line;
  const more = [threePublicItem, fiscalYear === year ? null : String(fiscalYear)];
  return [flow, fundSource, spendingType ?? '-', budgetStage, ...more.filter((part) => part !== null)].join(' ');
}

/** The words above a column, outermost first. */
function headingOf(column: number, { cells, headerRowCount }: Grid): string {
  const above = cells.filter(
    ({ row, col, colSpan }) => row < headerRowCount && col <= column && column < col + colSpan,
  );
  return above
    .map(({ text }) => withoutSpaces(text))
    .filter((text) => text !== '')
    .join(' › ');
}

/** As spreadsheets name columns; statements have fewer than 26. */
function letterOf(col: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + col);
}

/** Words as they are without the white space of their layout. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
