/** What the lines of a document say, wherever in it they stand. */
import type { RawDocument } from '../../extractors/index.js';
import { lineRow } from '../../sinks/rows/lines.js';
import { transform, type Codebook } from '../../transforms/index.js';

/** Columns that tell the document and the place in it; formats differ in them. */
const PLACE_COLUMNS = new Set([
  ...['document_id', 'line_id', 'table_no', 'table_id', 'row_no', 'col_no', 'page_no'],
  ...['block_no', 'char_start', 'char_end'],
]);

/** In reading order, every column of the contract but those of place; words without the space of their layout. */
export function factsOf(raw: RawDocument, codebook: Codebook): readonly string[] {
  return transform(raw, codebook).lines.map((line) => {
    const said = Object.entries(lineRow('', line)).filter(([column]) => !PLACE_COLUMNS.has(column));
    return said.map(([column, value]) => `${column}=${String(value).replace(/\s+/gu, '')}`).join(' ');
  });
}
