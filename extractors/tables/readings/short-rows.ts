/** Rows with fewer cells than their table has columns: their texts may stand one column off, and a short header over the wrong ones. */
import type { Diagnostic } from '../../types.js';
import type { SourceRow } from '../rows.js';
import { widthOf } from '../rows.js';
import { isNumeral } from '../words.js';

/** Where fewer rows than this are whole, the converter cuts the blanks at the end of rows, and a short row says nothing. */
const LEAST_WHOLE_SHARE = 0.8;

/** The rows of a positional table, from its header down. */
export interface TableRows {
  readonly tableNo: number;
  readonly rows: readonly SourceRow[];
  readonly headerRowCount: number;
  /** Whether they are the same as its grid's rows. */
  readonly areGridRows: boolean;
  /** Whether each merged cell is printed once (see `Fragment`). */
  readonly mergedOnce: boolean;
}

/** Whether the header holds merged cells of which nobody knows over which columns they stand. */
export function hasLostSpans({ rows, headerRowCount, mergedOnce }: TableRows): boolean {
  const width = widthOf(rows);
  return mergedOnce && rows.slice(0, headerRowCount).some(({ cells }) => cells.length < width);
}

/** `row-short`, one a short row; instead `spans-lost`, once, for those of a header where the spans are lost (both warnings). */
export function reportShortRows(table: TableRows): Diagnostic[] {
  const { rows, headerRowCount, mergedOnce } = table;
  const width = widthOf(rows);
  const short = rows.flatMap((row, at) => (row.cells.length < width ? [{ row, at }] : []));
  if (hasLostSpans(table)) {
    const below = short.filter(({ at }) => at >= headerRowCount);
    return [reportLostSpans(table), ...below.map(({ row, at }) => reportShortRow(table, row, at, width))];
  }
  if (!mergedOnce && rows.length - short.length < rows.length * LEAST_WHOLE_SHARE) return [];
  return short.map(({ row, at }) => reportShortRow(table, row, at, width));
}

/** Where not even so many rows of a drawn table are whole, they are drawn so on purpose. */
const LEAST_WHOLE_DRAWN = 0.5;

/** `row-short` (warning) at each row with numbers that a drawn table ends too early: a cell is missing, at its end or before. */
export function reportShortDrawn(tableNo: number, rows: readonly SourceRow[]): Diagnostic[] {
  const short = rows.flatMap((row, at) => (row.drawn?.isShort && row.cells.some(isNumeral) ? [{ row, at }] : []));
  if (rows.length - short.length < rows.length * LEAST_WHOLE_DRAWN) return [];
  return short.map(({ at }) => ({
    stage: 'extract',
    severity: 'warning',
    code: 'row-short',
    message: 'the row ends before the table does; its texts may stand one column off',
    origin: { tableNo, row: at },
  }));
}

function reportShortRow({ tableNo, areGridRows }: TableRows, row: SourceRow, at: number, width: number): Diagnostic {
  return {
    stage: 'extract',
    severity: 'warning',
    code: 'row-short',
    message: `the row has ${String(row.cells.length)} cells where the table has ${String(width)} columns; its texts may stand one column off`,
    origin: { tableNo, row: areGridRows ? at : null, line: row.lineFirst },
  };
}

function reportLostSpans({ tableNo, rows }: TableRows): Diagnostic {
  const message =
    'over which columns the merged cells of the header stand is lost; the headings may belong to other columns, all lines of the table are suspect';
  return {
    stage: 'extract',
    severity: 'warning',
    code: 'spans-lost',
    message,
    origin: { tableNo, line: rows[0]?.lineFirst ?? null },
  };
}
