/** `extract --format json`: the output contract's shape, to the letter. */
import type { Box, Cell, RawBlock } from '../../extractors/index.js';
import type { BudgetDocument, BudgetTable } from '../../transforms/index.js';

export interface ExtractedJson {
  readonly document: {
    readonly document_id: string;
    readonly file_name: string;
    readonly media_type: string;
    readonly charset: string | null;
    readonly page_count: number | null;
  };
  readonly tables: readonly TableJson[];
  readonly blocks: readonly BlockJson[];
}

export interface TableJson {
  readonly table_no: number;
  readonly title: string | null;
  readonly table_kind: string;
  readonly unit: string | null;
  readonly page_first: number | null;
  readonly page_last: number | null;
  readonly row_count: number;
  readonly column_count: number;
  readonly header_row_count: number;
  readonly cells: readonly CellJson[];
}

export interface CellJson {
  readonly row: number;
  readonly col: number;
  readonly row_span: number;
  readonly col_span: number;
  readonly text: string;
  readonly page: number | null;
  readonly bbox: Box | null;
}

export interface BlockJson {
  readonly block_no: number;
  readonly kind: string;
  readonly text: string;
  readonly page: number | null;
  readonly bbox: Box | null;
}

/** What a document's extraction shows, under the contract's names; the reading of each table is the one that the accounts decided for. */
export function toExtractedJson(document: BudgetDocument): ExtractedJson {
  const { raw } = document;
  return {
    document: {
      document_id: raw.documentId,
      file_name: raw.fileName,
      media_type: raw.mediaType,
      charset: raw.charset,
      page_count: raw.pages.length > 0 ? raw.pages.length : null,
    },
    tables: document.tables.map(toTableJson),
    blocks: document.blocks.map(toBlockJson),
  };
}

function toTableJson({ raw, grid, tableKind, unit }: BudgetTable): TableJson {
  return {
    table_no: raw.tableNo,
    title: raw.title,
    table_kind: tableKind,
    unit,
    page_first: raw.pageFirst,
    page_last: raw.pageLast,
    row_count: grid.rowCount,
    column_count: grid.columnCount,
    header_row_count: grid.headerRowCount,
    cells: grid.cells.map(toCellJson),
  };
}

function toCellJson({ row, col, rowSpan, colSpan, text, page, box }: Cell): CellJson {
  return { row, col, row_span: rowSpan, col_span: colSpan, text, page, bbox: roundBox(box) };
}

function toBlockJson({ blockNo, kind, text, page, box }: RawBlock): BlockJson {
  return { block_no: blockNo, kind, text, page, bbox: roundBox(box) };
}

/** To hundredths of a point, finer than any printer; more digits are noise of the arithmetic. */
function roundBox(box: Box | null): Box | null {
  if (box === null) return null;
  const [x0, y0, x1, y1] = box;
  return [hundredths(x0), hundredths(y0), hundredths(x1), hundredths(y1)];
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/** The contract's JSON as text, ending in a line end. */
export function renderJson(document: BudgetDocument): string {
  return `${JSON.stringify(toExtractedJson(document), null, 2)}\n`;
}
