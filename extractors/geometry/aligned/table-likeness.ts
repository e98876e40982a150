/** Is a region whose text stands in columns a table? Prose in columns, lists and tables of contents stand so too. */
import type { AlignedGrid } from './aligned-grid.js';
import { median } from '../boxes.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import { PROSE_LENGTH, weighText } from '../lines/loose-lines.js';
import { hasLeader, isNumeric, type Segment } from '../lines/segments.js';
import type { TextRow } from './text-rows.js';

/** Rows with words in two columns or more that make a table, without rules around it. */
const FEWEST_ROWS = 3;
/** The same between rules, which already say that something stands here. */
const FEWEST_RULED_ROWS = 2;
/** Share of the rows with words at the left that must have words in two columns or more; the others are a panel that goes on alone. */
const MOSTLY_DIVIDED = 0.5;
/** Share of the texts beside the first column that must be numbers, where there are no rules and few columns. */
const SOME_NUMBERS = 0.4;
/** Columns that make a table of words alone. */
const MANY_COLUMNS = 4;
/** Rows from which rising numbers at the right edge are page numbers. */
const FEWEST_ENTRIES = 4;

/**
 * Rows of words in several columns, enough of them, that are neither prose nor a table of contents; without rules they must hold numbers
 * or have many columns.
 *
 * @param ruled whether horizontal rules stand above and below
 */
export function isTable(grid: AlignedGrid, ruled: boolean): boolean {
  const { columns } = grid;
  const rows = grid.rows.map(({ lines }) => lines);
  if (columns.length < 2) return false;
  const divided = rows.filter((row) => countColumns(row, columns) > 1);
  if (divided.length < (ruled ? FEWEST_RULED_ROWS : FEWEST_ROWS)) return false;
  const alone = rows.filter((row) => !divided.includes(row) && startsAtLeft(row, columns));
  if (divided.length < MOSTLY_DIVIDED * (divided.length + alone.length)) return false;
  if (isProse(grid) || isContents(grid)) return false;
  return ruled || columns.length >= MANY_COLUMNS || shareOfNumbers(grid) >= SOME_NUMBERS;
}

function countColumns(row: TextRow, columns: readonly Column[]): number {
  const segments = row.flatMap((line) => line.segments);
  return new Set(segments.map((segment) => columnsUnder(columns, segment).first)).size;
}

function startsAtLeft(row: TextRow, columns: readonly Column[]): boolean {
  return row.some((line) => line.segments.some((segment) => columnsUnder(columns, segment).first === 0));
}

function segmentsOfColumn(grid: AlignedGrid, col: number): Segment[] {
  return grid.lines.flatMap((line) =>
    line.segments.filter((segment) => columnsUnder(grid.columns, segment).first === col),
  );
}

/** Two columns or more whose usual line is as long as running text. */
function isProse(grid: AlignedGrid): boolean {
  const long = grid.columns.filter((_, col) => {
    return median(segmentsOfColumn(grid, col).map((segment) => weighText(segment.text))) >= PROSE_LENGTH;
  });
  return long.length > 1;
}

/** Headings with page numbers at the right that never fall. */
function isContents(grid: AlignedGrid): boolean {
  if (grid.lines.some((line) => line.segments.some((segment) => hasLeader(segment.text)))) return true;
  if (grid.columns.length > 2) return false;
  const pages = segmentsOfColumn(grid, 1).map((segment) => segment.text.trim());
  if (pages.length < FEWEST_ENTRIES || !pages.every((page) => /^\d{1,3}$/.test(page))) return false;
  return pages.every((page, at) => at === 0 || Number(page) >= Number(pages[at - 1]));
}

function shareOfNumbers(grid: AlignedGrid): number {
  const texts = grid.columns.flatMap((_, col) => (col === 0 ? [] : segmentsOfColumn(grid, col)));
  return texts.filter((segment) => isNumeric(segment.text)).length / Math.max(1, texts.length);
}
