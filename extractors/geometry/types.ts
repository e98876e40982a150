/** What leaves this room: the tables of a page and the text lines around them. */
import type { Box, Diagnostic } from '../types.js';

/** A cell of a table on one page; covers rows `row .. row + rowSpan - 1` and columns `col .. col + colSpan - 1`. */
export interface TableCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** In reading order; `\n` where a line ends inside the cell; `''` for a blank cell. */
  readonly text: string;
  /** The place of the cell, not of its text. */
  readonly box: Box;
  /** Characters that would still fit on its last line, padding included; absent for blank cells and turned text. */
  readonly spare?: number;
}

/** `rowCount` × `columnCount` places, tiled by `cells` without gap or overlap, in row-major order. */
export interface TableGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly TableCell[];
}

/** Where the texts of a column stand, in points, and whether they are numbers. */
export interface TableColumn {
  readonly from: number;
  readonly to: number;
  /** Where most of its texts begin. */
  readonly left: number;
  readonly numbers: boolean;
}

/** A table as one page shows it; `alternatives` are further complete grids where the rules and the text tell different things. */
export interface PageTable extends TableGrid {
  readonly box: Box;
  /** `ruled` where rules alone part the cells, `aligned` where columns or rows come from the alignment of text. */
  readonly method: 'ruled' | 'aligned';
  readonly alternatives?: readonly TableGrid[];
  /**
   * Where cells run across the whole frame inside it: the stretches that begin with them, each in its own columns, together all of the table. They are
   * tables of their own if such a cell names one.
   */
  readonly stretches?: readonly PageTable[];
  /** Where the texts of its columns stand; absent where rules part them. */
  readonly columns?: readonly TableColumn[];
  /** The same stretch in the columns of the table that ends the page before, where it has others but stands in those too. */
  readonly asAbove?: TableGrid;
}

/** A line of text outside tables. */
export interface PageLine {
  readonly text: string;
  readonly box: Box;
  /** Points; the size of most of its characters. */
  readonly fontSize: number;
  readonly bold: boolean;
  /** Column of running text, from 0 at the left; absent where the page has one column. */
  readonly column?: number;
  /** true for text laid over or under the page; it comes last. */
  readonly watermark?: true;
}

export type PageItem =
  { readonly kind: 'table'; readonly table: PageTable } | { readonly kind: 'line'; readonly line: PageLine };

/** A page as it is read: turned by `angle` against the page displayed, so that most of its text is upright. Points. */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  /** Clockwise angle in degrees in which its text runs on the page as displayed. */
  readonly angle: 0 | 90 | 180 | 270;
}

/** Tables and lines, each in reading order, with boxes in `frame`; `items` are both in the order in which they are read together. Diagnostics: `rules-left-aside` (warning) where a page has too many rules to try them all. */
export interface PageTables {
  readonly items: readonly PageItem[];
  readonly tables: readonly PageTable[];
  readonly lines: readonly PageLine[];
  readonly frame: PageFrame;
  readonly diagnostics: readonly Diagnostic[];
}
