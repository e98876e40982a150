/** Tables, cells, blocks and pages as rows. */
import type { TableRow, tables } from '../contract/index.js';
import type { Box, RawBlock, RawPage } from '../../extractors/types.js';
import type { BudgetTable } from '../../transforms/types.js';
import { numberedId } from './place.js';

export function pageRow(documentId: string, page: RawPage): TableRow<typeof tables.documentPages> {
  const { pageNo, width, height, rotation, hasText } = page;
  return { document_id: documentId, page_no: pageNo, width, height, rotation, has_text: hasText };
}

export function tableRow(
  documentId: string,
  { raw, grid, tableKind, unit, unitFactor }: BudgetTable,
): TableRow<typeof tables.rawTables> {
  return {
    document_id: documentId,
    table_no: raw.tableNo,
    table_id: numberedId(documentId, raw.tableNo),
    title: raw.title,
    table_kind: tableKind,
    unit,
    unit_factor: unitFactor,
    page_first: raw.pageFirst,
    page_last: raw.pageLast,
    sheet_name: raw.sheetName,
    row_count: grid.rowCount,
    column_count: grid.columnCount,
    header_row_count: grid.headerRowCount,
    method: raw.method,
  };
}

export function cellRows(documentId: string, { raw, grid }: BudgetTable): readonly TableRow<typeof tables.rawCells>[] {
  const tableId = numberedId(documentId, raw.tableNo);
  return grid.cells.map((cell) => ({
    document_id: documentId,
    table_no: raw.tableNo,
    table_id: tableId,
    row_no: cell.row,
    col_no: cell.col,
    row_span: cell.rowSpan,
    col_span: cell.colSpan,
    text: cell.text,
    page_no: cell.page,
    ...boxColumns(cell.box),
  }));
}

export function blockRow(documentId: string, block: RawBlock): TableRow<typeof tables.rawBlocks> {
  return {
    document_id: documentId,
    block_no: block.blockNo,
    kind: block.kind,
    text: block.text,
    page_no: block.page,
    line_first: block.lineFirst,
    line_last: block.lineLast,
    ...boxColumns(block.box),
  };
}

function boxColumns(box: Box | null): Record<'x0' | 'y0' | 'x1' | 'y1', number | null> {
  const [x0, y0, x1, y1] = box ?? [null, null, null, null];
  return { x0, y0, x1, y1 };
}
