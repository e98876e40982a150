/** The part of a table that shows a few of its figures: their rows and columns, what names them, and the header above. */
import type { ExcerptCell, ExcerptRow, Mark } from './types.js';

/** A cell of a table, as printed. */
export interface PrintedCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

/** A figure to be shown. */
export interface MarkedCell {
  readonly row: number;
  readonly col: number;
  readonly mark: Mark;
}

export interface Excerpt {
  /** Columns shown, from 0, as in `raw_cells`. */
  readonly columns: readonly number[];
  readonly rows: readonly ExcerptRow[];
  readonly moreRows: number;
}

/** Columns of figures; a check across a row rarely has more parts. */
const MOST_COLUMNS = 8;
/** Rows below the header. */
const MOST_ROWS = 12;
/** A name has letters or Chinese characters; a code may have one letter before its digits. */
const NAME = /\p{L}{2}|\p{Script=Han}/u;
const CODE = /^[A-Z]?\d{3,}$/;

type RowCells = ReadonlyMap<number, readonly PrintedCell[]>;

/**
 * The rows and columns of `figures`, the names left of them, and the header.
 *
 * @param cells of the header and of the figures' rows
 * @param headerRows those that are at hand, from the top
 */
export function layOut(cells: readonly PrintedCell[], headerRows: number, figures: readonly MarkedCell[]): Excerpt {
  const used = [...new Set(figures.map(({ row }) => row))];
  const shown = used.slice(0, MOST_ROWS).sort((a, b) => a - b);
  const heads = Array.from({ length: headerRows }, (_, row) => row).filter((row) => !shown.includes(row));
  const byRow: RowCells = new Map([...heads, ...shown].map((row) => [row, cells.filter((cell) => reaches(cell, row))]));
  const columns = chooseColumns(
    byRow,
    figures.filter(({ row }) => shown.includes(row)),
  );
  const marks = new Map(figures.toReversed().map(({ row, col, mark }) => [`${row} ${col}`, mark]));
  const told = new Set<PrintedCell>();
  const rows = [...byRow].map(([row, inRow]) => ({
    row,
    isHeader: row < headerRows,
    cells: layRow(row, columns, inRow, marks, told),
  }));
  return { columns, rows, moreRows: used.length - shown.length };
}

function reaches({ row, rowSpan }: PrintedCell, at: number): boolean {
  return row <= at && at < row + rowSpan;
}

function cellAt(inRow: readonly PrintedCell[], col: number): PrintedCell | undefined {
  return inRow.find((cell) => cell.col <= col && col < cell.col + cell.colSpan);
}

function chooseColumns(byRow: RowCells, figures: readonly MarkedCell[]): readonly number[] {
  const own = [...new Set(figures.map(({ col }) => col))].slice(0, MOST_COLUMNS);
  const kept = figures.filter(({ col }) => own.includes(col));
  const naming = kept.flatMap(({ row, col }) => namingColumns(byRow.get(row) ?? [], col));
  return [...new Set([...own, ...naming])].sort((a, b) => a - b);
}

/** The nearest column on the left that names the row, with the code in front of the name. */
function namingColumns(inRow: readonly PrintedCell[], col: number): readonly number[] {
  const left = inRow.filter((cell) => cell.col < col).sort((a, b) => b.col - a.col);
  const at = left.findIndex(({ text }) => NAME.test(text));
  const code = left[at + 1];
  return left
    .slice(at, at + 1)
    .map((name) => name.col)
    .concat(at >= 0 && code && CODE.test(code.text) ? code.col : []);
}

/** A cell that several of the columns share is one; one that began in a row above is blank. */
function layRow(
  row: number,
  columns: readonly number[],
  inRow: readonly PrintedCell[],
  marks: ReadonlyMap<string, Mark>,
  told: Set<PrintedCell>,
): readonly ExcerptCell[] {
  const cells: ExcerptCell[] = [];
  let last: PrintedCell | undefined;
  for (const col of columns) {
    const cell = cellAt(inRow, col);
    const previous = cells.at(-1);
    if (cell && cell === last && previous) {
      cells[cells.length - 1] = { ...previous, span: previous.span + 1 };
      continue;
    }
    cells.push({ text: !cell || told.has(cell) ? '' : cell.text, span: 1, mark: marks.get(`${row} ${col}`) ?? null });
    if (cell) told.add(cell);
    last = cell;
  }
  return cells;
}
