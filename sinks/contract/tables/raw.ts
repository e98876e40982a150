/** What the page says, lossless: tables, cells and everything outside tables. */
import { optional, required } from '../columns.js';
import { documentTable } from '../table.js';
import { documentId } from './documents.js';

const tableNo = required('INTEGER', 'Running number of the table in reading order, from 1 (see raw_tables).');
const tableId = required('VARCHAR', '<document_id>:<table_no>, to join tables by one column.');

export const rawTables = documentTable(
  'raw_tables',
  'Tables as read. A table continued over pages is one table; header repetitions are gone.',
  ['document_id', 'table_no'],
  {
    document_id: documentId,
    table_no: tableNo,
    table_id: tableId,
    title: optional('VARCHAR', 'The caption that names the table, as printed.'),
    table_kind: required('VARCHAR', 'Which statement of the report it is (see enum_values).'),
    unit: optional('VARCHAR', 'Money unit as printed (元, 千元, 万元, 亿元); null where none is named.'),
    unit_factor: optional('INTEGER', 'Yuan per unit: 10000 for 万元.'),
    page_first: optional('INTEGER', 'First page, from 1; null where the source has no pages.'),
    page_last: optional('INTEGER', 'Last page.'),
    sheet_name: optional('VARCHAR', 'Sheet of a workbook; null elsewhere.'),
    row_count: required('INTEGER', 'Rows of the grid, header rows included.'),
    column_count: required('INTEGER', 'Columns of the grid.'),
    header_row_count: required('INTEGER', 'Rows above the first body row, a 栏次 (column number) row included.'),
    method: required('VARCHAR', 'How the grid was found (ruled, tsv, cell_per_line, ...).'),
  },
);

export const rawCells = documentTable(
  'raw_cells',
  'Cells as printed. Blank cells are present with empty text; cells that a span covers are absent.',
  ['document_id', 'table_no', 'row_no', 'col_no'],
  {
    document_id: documentId,
    table_no: tableNo,
    table_id: tableId,
    row_no: required('INTEGER', 'First row that the cell covers, from 0.'),
    col_no: required('INTEGER', 'First column that the cell covers, from 0.'),
    row_span: required('INTEGER', 'Number of rows covered.'),
    col_span: required('INTEGER', 'Number of columns covered.'),
    text: required('VARCHAR', 'The words as printed; a line break inside the cell is a newline.'),
    page_no: optional('INTEGER', 'Page on which the cell starts.'),
    x0: optional('FLOAT', 'Left edge in PDF points from the left of the page as displayed.'),
    y0: optional('FLOAT', 'Top edge in PDF points from the top of the page as displayed.'),
    x1: optional('FLOAT', 'Right edge.'),
    y1: optional('FLOAT', 'Bottom edge.'),
  },
);

export const rawBlocks = documentTable(
  'raw_blocks',
  'Everything outside tables: headings, paragraphs, captions, notes, page furniture.',
  ['document_id', 'block_no'],
  {
    document_id: documentId,
    block_no: required('INTEGER', 'Running number in reading order, from 1.'),
    kind: required('VARCHAR', 'heading, paragraph, caption, note or page_furniture (page numbers, running heads).'),
    text: required('VARCHAR', 'The text as printed.'),
    page_no: optional('INTEGER', 'Page on which the block starts.'),
    line_first: optional('INTEGER', 'First line of the source text, from 1.'),
    line_last: optional('INTEGER', 'Last line of the source text.'),
    x0: optional('FLOAT', 'Left edge in PDF points from the left of the page as displayed.'),
    y0: optional('FLOAT', 'Top edge in PDF points from the top of the page as displayed.'),
    x1: optional('FLOAT', 'Right edge.'),
    y1: optional('FLOAT', 'Bottom edge.'),
  },
);
