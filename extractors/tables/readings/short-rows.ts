/** Rows that lack a cell although the converter prints every cell of the others: their texts may stand one column off. */
import type { Diagnostic } from '../../types.js';
import type { SourceRow } from '../rows.js';
import { widthOf } from '../rows.js';

/** Where fewer rows than this are whole, the converter cuts the blanks at the end of rows, and a short row says nothing. */
const LEAST_WHOLE_SHARE = 0.8;

/**
 * One warning a short row.
 *
 * @param rows of a positional table; the same as its grid's rows where `areGridRows`
 */
export function reportShortRows(rows: readonly SourceRow[], tableNo: number, areGridRows: boolean): Diagnostic[] {
  const width = widthOf(rows);
  const short = rows.flatMap((row, at) => (row.cells.length < width ? [{ row, at }] : []));
  if (rows.length - short.length < rows.length * LEAST_WHOLE_SHARE) return [];
  return short.map(({ row, at }) => ({
    stage: 'extract',
    severity: 'warning',
    code: 'row-short',
    message: `the row has ${String(row.cells.length)} cells where the table has ${String(width)} columns; its texts may stand one column off`,
    origin: { tableNo, row: areGridRows ? at : null, line: row.lineFirst },
  }));
}
