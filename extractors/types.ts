/**
 * The types that leave the extractors: bytes on the way in (`SourceDocument`), tables and text blocks with their places on
 * the way out (`RawDocument`). Nothing here knows what a budget is.
 */

/** Why a document can't be read at all; stored as the code of its error diagnostic. */
export type UnreadableCode =
  | 'empty-file'
  | 'not-text'
  | 'unsupported-format'
  | 'source-unreadable'
  | 'source-too-large'
  | 'too-many-cells'
  | 'damaged-member'
  | 'manifest-record-unusable'
  | 'pdf-encrypted'
  | 'pdf-truncated'
  | 'pdf-damaged'
  | 'pdf-without-pages'
  | 'docx-encrypted'
  | 'docx-damaged'
  | 'docx-beyond-limits'
  | 'doc-encrypted'
  | 'doc-damaged'
  | 'converter-missing'
  | 'conversion-failed';

/** Thrown at the door for bytes that are no document of a known format; the pipelines quarantine the source with its reason. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';

  /** @param message what was found and what would help, without the place */
  constructor(
    readonly code: UnreadableCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A document at the door: its bytes and what is known of them before anything is read. */
export interface SourceDocument {
  /** sha256 of `bytes`, lower-case hex. */
  readonly documentId: string;
  /** Base name, as the file system or archive spells it. */
  readonly fileName: string;
  /** Percent-encoded; a member of an archive is `a.zip!/b.txt`. */
  readonly sourceUri: string;
  readonly bytes: Uint8Array;
}

/** x0, y0, x1, y1 in PDF points from the top-left of the page as displayed; x1 and y1 exclusive. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Where something stands. Every field that is known is given; rows and columns from 0, everything else from 1. */
export interface Origin {
  readonly page?: number | null;
  readonly tableNo?: number | null;
  readonly row?: number | null;
  readonly col?: number | null;
  readonly blockNo?: number | null;
  /** Line of the source text. */
  readonly line?: number | null;
}

export type Stage = 'extract' | 'transform' | 'load';
export type Severity = 'info' | 'warning' | 'error';

/** A data problem that travels with the value: place, fact and consequence. */
export interface Diagnostic {
  readonly stage: Stage;
  readonly severity: Severity;
  /** Kebab-case, from the catalogue of the stage (`amount-unparsable`). */
  readonly code: string;
  /** What was found and what follows from it, without the place. */
  readonly message: string;
  readonly origin: Origin;
}

/** A cell of a grid; covers rows `row .. row + rowSpan - 1` and columns `col .. col + colSpan - 1`. */
export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The words as printed; `\n` where the source breaks a line inside the cell; `""` for a blank cell. */
  readonly text: string;
  readonly page: number | null;
  readonly box: Box | null;
}

/** `rowCount` × `columnCount` places, tiled by `cells` without gap or overlap, in row-major order. */
export interface Grid {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows above the first body row, the 栏次 row included; 0 for a form whose labels and values alternate. */
  readonly headerRowCount: number;
  readonly cells: readonly Cell[];
}

/** One complete way to see a table. */
export interface Reading {
  readonly grid: Grid;
  /** Why this reading is offered, for people (`as printed`, `header by order of its words`). */
  readonly why: string;
  /** Where its texts may stand otherwise than they seem to; for each place the ways to see it. Absent for none. */
  readonly repairs?: readonly (readonly Repair[])[];
}

/** Another way to see a few cells of a reading: the same characters, parted or put together otherwise. */
export interface Repair {
  /** What would have happened, for people (`several figures in one cell`). */
  readonly why: string;
  /** Body cells of one row that cover one place each, left to right. */
  readonly cells: readonly RepairedCell[];
  /** Where the row holds several, one on each line of its cells: how many. Absent where the row stays one. */
  readonly rowCount?: number;
}

/** A cell's text as it is printed, and as it may be meant: one text, or one for each row that its row is parted into. */
export interface RepairedCell {
  readonly row: number;
  readonly col: number;
  readonly from: string;
  readonly to: readonly string[];
}

export type TableMethod = 'ruled' | 'aligned' | 'tagged' | 'docx' | 'sheet' | 'html' | 'tsv' | 'cell_per_line' | 'ocr';

export interface RawTable {
  /** Running number in reading order, from 1. */
  readonly tableNo: number;
  /** Place in the reading order that tables and blocks of a document share. */
  readonly order: number;
  /** The nearest line above that names the table; null where none does. */
  readonly title: string | null;
  /** Lines and table rows above the grid that speak of the whole table (unit, department, year), as printed, title excluded. */
  readonly captions: readonly string[];
  /** Lines directly below that belong to it (注：…), as printed. */
  readonly notes: readonly string[];
  /** At least one, likeliest first; transforms take the first under which the accounts add up. */
  readonly readings: readonly [Reading, ...Reading[]];
  readonly method: TableMethod;
  /** Which cells of the header are merged was lost on the way here: any column may stand under another heading. */
  readonly spansLost?: boolean;
  /** Which of the lines around it stand above it is not sure: its name and captions may be another table's. */
  readonly placeUnsure?: boolean;
  readonly sheetName: string | null;
  readonly pageFirst: number | null;
  readonly pageLast: number | null;
  /** First and last line in the source text (from 1), null where the source has no lines. */
  readonly lineFirst: number | null;
  readonly lineLast: number | null;
}

export type BlockKind = 'heading' | 'paragraph' | 'caption' | 'note' | 'page_furniture';

/** Where a text goes on at the top of a further page. */
export interface PageBreak {
  /** UTF-16 offset of the first character there. */
  readonly at: number;
  readonly page: number;
}

/** A stretch of text outside tables; a paragraph broken by a page end is one block. */
export interface RawBlock {
  readonly blockNo: number;
  readonly order: number;
  readonly kind: BlockKind;
  readonly text: string;
  /** On which it begins, and its place there. */
  readonly page: number | null;
  readonly box: Box | null;
  /** Absent where it ends on the page on which it begins. */
  readonly pageBreaks?: readonly PageBreak[];
  readonly lineFirst: number | null;
  readonly lineLast: number | null;
}

export interface RawPage {
  readonly pageNo: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: number;
  readonly hasText: boolean;
  /** Boxes of the characters at which a text goes on unseen, for its place or the page is too small for it; absent for none. */
  readonly cuts?: readonly Box[];
}

/** All that a document says, with places; facts can be made anew from it without the bytes. */
export interface RawDocument {
  readonly documentId: string;
  readonly fileName: string;
  readonly sourceUri: string;
  readonly byteSize: number;
  readonly mediaType: string;
  /** Name of the text encoding (`utf-8`, `gb18030`, …); null where the format has none. */
  readonly charset: string | null;
  /** Empty where the source has no pages. */
  readonly pages: readonly RawPage[];
  readonly tables: readonly RawTable[];
  readonly blocks: readonly RawBlock[];
  readonly diagnostics: readonly Diagnostic[];
}
