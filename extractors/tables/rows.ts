/** Tables before their grid is known: rows of cell texts, as a format's reader finds them. */
import type { Box, TableMethod } from '../types.js';
import { isNumeral, squeeze } from './words.js';

/** A cell where the source draws its grid; it covers `rowSpan` rows from its own on and `colSpan` columns from `col` on. */
export interface DrawnCell {
  readonly text: string;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box | null;
  /** Characters that would still fit on its last line, padding included; absent where that is not known. */
  readonly spare?: number;
}

/** A row of a drawn grid: the cells that begin in it, left to right. */
export interface DrawnRow {
  readonly page: number | null;
  /**
   * Number of the piece of the document in which it stands, growing in reading order: the page, or where there are no pages the table as the
   * file has it. Tables of one piece are never one.
   */
  readonly piece: number;
  readonly cells: readonly DrawnCell[];
  /** The source says that the row is printed again on each page. */
  readonly isHeader?: boolean;
  /** It ends before the table does, and the source does not say that the rest is left free. */
  readonly isShort?: boolean;
}

/** A row of a table as the source gives it. */
export interface SourceRow {
  /** Cell texts in order; `\n` where the source breaks a line inside a cell. */
  readonly cells: readonly string[];
  /** First and last line in the source text, from 1; where the source has no lines, any numbers that grow in reading order. */
  readonly lineFirst: number;
  readonly lineLast: number;
  /** Where the source draws a grid: `cells` then has one text a column, blank where a cell from the left or from above covers it. */
  readonly drawn?: DrawnRow;
}

/** A run of rows that the source prints as one table: a whole table, or the part of one between two page breaks. */
export interface Fragment {
  readonly rows: readonly SourceRow[];
  readonly method: TableMethod;
  /**
   * true where every row has one text per grid column, blank where a merged cell covers it (tab-separated); false where merged
   * cells are collapsed, so that rows have fewer texts than the grid has columns (one cell a line).
   */
  readonly positional: boolean;
  /**
   * true where every cell is printed, and a merged one once: a row with fewer cells than the table has columns holds merged ones, nobody knows
   * which (words of an old Word document).
   */
  readonly mergedOnce?: boolean;
  /** Which of the lines around it stand above it is not sure. */
  readonly isPlaceUnsure?: boolean;
  /** Left edges of the columns and the right edge of the last one, in points; absent where nothing is drawn. */
  readonly edges?: readonly number[];
  /** Other complete grids of the same stretch, where what is drawn can be seen in several ways. */
  readonly alternatives?: readonly Fragment[];
  /** The stretches that begin with a cell across the whole width, each in its own columns; together all rows. */
  readonly stretches?: readonly Fragment[];
  /** The same stretch in the columns of the table that ends the page before, if it goes on with that. */
  readonly asAbove?: Fragment;
}

/** A cell put into its column; `continuesAbove` where it is no cell of its own but the lower part of the one above. */
export interface PlacedCell {
  readonly text: string;
  readonly col: number;
  readonly colSpan: number;
  readonly continuesAbove: boolean;
}

/** The cells of one row, left to right, covering every column once. */
export type PlacedRow = readonly PlacedCell[];

/** The most cells a row has: the number of grid columns. */
export function widthOf(rows: readonly SourceRow[]): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), 0);
}

/** Codes stand on many rows of a table: 201 says nothing without the words behind it. */
const CODE = /^\d{2,}$/;

/** The words by which a row is told from others: its first text, or all its texts but amounts where it begins with a code. */
export function rowName(row: SourceRow | undefined): string {
  const first = row?.cells.map(squeeze).find((word) => word !== '') ?? '';
  return CODE.test(first) ? rowWords(row) : first;
}

/** All texts of a row but its amounts. */
export function rowWords(row: SourceRow | undefined): string {
  const words = (row?.cells ?? []).map(squeeze).filter((word) => word !== '');
  return words.filter((word) => CODE.test(word) || !isNumeral(word)).join('|');
}
