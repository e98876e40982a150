/** How many rows at the top of a table are its header. */
import { readCollapsedHeader } from './collapsed.js';
import { isBlank, isIndicatorHeader, isNumberingRow, isNumeral, squeeze } from '../words.js';

/** Deeper headers than this are not printed; rows below it are body even without a number. */
const DEEPEST_HEADER = 6;
/** A table whose first rows head fewer of its columns than this share is a form: labels and values alternate. */
const LEAST_HEADED_SHARE = 0.75;

/**
 * Rows above the first body row, the row of column numbers included; 0 for a form.
 *
 * A row of column numbers closes the header. Without one, the header ends where every column has a heading, or at the first row
 * with a number; a table that has no heading for most of its columns by then is a form.
 *
 * @param rows cell texts; in a positional table each `width` long
 */
export function countHeaderRows(rows: readonly (readonly string[])[], width: number, positional: boolean): number {
  const top = rows.slice(0, DEEPEST_HEADER + 1);
  const numbering = top.findIndex(isNumberingRow);
  const numeric = top.findIndex((cells) => cells.some(isNumeral) && !isNumberingRow(cells));
  if (numbering > 0 && (numeric < 0 || numbering < numeric)) return numbering + 1;
  if (rows.findIndex(isIndicatorHeader) > 0) return 0;
  const empty = top.findIndex((cells) => cells.every(isBlank));
  const limit = Math.min(...[numeric, empty].filter((at) => at >= 0), top.length, DEEPEST_HEADER);
  const printed = positional ? blankCopies(top) : top;
  for (let count = 1; count <= limit; count += 1) {
    const header = printed.slice(0, count);
    if (
      positional
        ? headedColumns(header, width) === width
        : readCollapsedHeader(header, width).some(({ defects }) => defects === 0)
    )
      return count;
  }
  if (limit === 0) return 0;
  const headed = positional
    ? headedColumns(top.slice(0, limit), width)
    : (top[limit - 1]?.filter((text) => !isBlank(text)).length ?? 0);
  return headed / width >= LEAST_HEADED_SHARE && rows.length > limit ? limit : 0;
}

function headedColumns(header: readonly (readonly string[])[], width: number): number {
  let headed = 0;
  for (let col = 0; col < width; col += 1) if (header.some((cells) => !isBlank(cells[col] ?? ''))) headed += 1;
  return headed;
}

/**
 * Turns the copies that some converters put into every place of a merged cell back into blanks: a heading equal to the one on its
 * left while the headings below differ, or equal to the one above.
 */
export function blankCopies(header: readonly (readonly string[])[]): string[][] {
  return header.map((cells, row) =>
    cells.map((text, col) => {
      if (isBlank(text)) return text;
      if (row > 0 && squeeze(header[row - 1]?.[col] ?? '') === squeeze(text)) return '';
      const below = header[row + 1];
      const copied = col > 0 && squeeze(cells[col - 1] ?? '') === squeeze(text);
      return copied && below && squeeze(below[col] ?? '') !== squeeze(below[col - 1] ?? '') ? '' : text;
    }),
  );
}
