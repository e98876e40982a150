/** The text of a document as it is kept: paragraphs, tables, text boxes, in order. */

export interface Paragraph {
  readonly kind: 'paragraph';
  /** As printed, its number in front; `\n` for a line break, `\t` for a tab. */
  readonly text: string;
  /** Its style makes it a heading. */
  readonly isHeading: boolean;
  /** Characters by which its first line stands in; null where it is centred or stands at the right. */
  readonly indent: number | null;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  /** Widths of the columns as the table states them, in twentieths of a point; they may be missing or wrong. */
  readonly columnWidths: readonly number[];
  /** It hangs beside the text: so many twentieths of a point below the top of the paragraph after it; null where it has its place on the page. */
  readonly floats?: { readonly below: number | null };
  /** Which of the words around it stand above it is not sure. */
  readonly isPlaceUnsure?: boolean;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Columns left free before the first cell and after the last one. */
  readonly columnsBefore: number;
  readonly columnsAfter: number;
  /** Twentieths of a point; null where it is not said. */
  readonly widthBefore: number | null;
  /** The row is printed again on each page. */
  readonly isHeader: boolean;
}

export interface TableCell {
  readonly blocks: readonly Block[];
  /** Columns that it covers, at least 1. */
  readonly columns: number;
  readonly width: CellWidth | null;
  /** `begins`: merged with those below that go on; null: a cell of its own row alone. */
  readonly down: 'begins' | 'goes on' | null;
  /** It is a part of the cell on its left. */
  readonly isPartOfLeft: boolean;
}

/** Twentieths of a point, or a share of the table's width. */
export interface CellWidth {
  readonly value: number;
  readonly isShare: boolean;
}

/** A text box; it stands somewhere near the paragraph that comes before it here. */
export interface TextBox {
  readonly kind: 'box';
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table | TextBox;

export interface BlockSink {
  add(block: Block): void;
}
