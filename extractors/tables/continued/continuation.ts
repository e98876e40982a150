/** Whether a run of rows goes on with the table before it, and which of its rows only repeat that table's header. */
import { countHeaderRows } from '../headers/extent.js';
import { isBlank, isNumberingRow, isNumeral, squeeze } from '../words.js';
import { rowName, widthOf } from '../rows.js';
import type { Fragment, SourceRow } from '../rows.js';

/** Share of heading words that a repeated header must have in common with the first one; a converter may alter a few. */
const LEAST_COMMON_HEADINGS = 0.7;

/** The header a continuation prints again, and the body rows below it. */
export interface Continuation {
  readonly header: readonly SourceRow[];
  readonly body: readonly SourceRow[];
}

/**
 * Splits `next` into repeated header and body when it continues `first`: same method and number of columns, and either the same heading words
 * (a few may differ or stand elsewhere) or no header at all. null when it is a table of its own.
 */
export function continueTable(first: Fragment, next: Fragment): Continuation | null {
  const width = widthOf(first.rows);
  if (first.method !== next.method || widthOf(next.rows) !== width) return null;
  const header = headerOf(first, width);
  if (header.length === 0) return null;
  const repeated = headerOf(next, width);
  if (
    repeated.length > 0 &&
    commonShare(words(header), words(repeated)) >= LEAST_COMMON_HEADINGS &&
    !swapsColumns(header, repeated)
  ) {
    return { header: repeated, body: next.rows.slice(repeated.length) };
  }
  const startsWithBody = repeated.length === 0 && next.rows[0]?.cells.length === width;
  return startsWithBody ? { header: [], body: next.rows } : null;
}

/** A run of rows that begins with the same words as the table's first body row (合计, 1) is another table of the same form. */
export function startsOver(first: Fragment, { header, body }: Continuation): boolean {
  const name = rowName(first.rows[header.length]);
  return header.length > 0 && name !== '' && name === rowName(body[0]);
}

/**
 * Adds the rows below a page break to `rows`. A row that the break cuts is put together: below, only the rest of its words stands, without its
 * number or code and without amounts.
 */
export function addContinued(rows: SourceRow[], below: readonly SourceRow[]): void {
  const last = rows.at(-1);
  const [rest, ...others] = below;
  if (!last || !rest || !isRestOfRow(last, rest)) {
    for (const row of below) rows.push(row);
    return;
  }
  const cells = last.cells.map((text, col) =>
    isBlank(rest.cells[col] ?? '') ? text : `${text}\n${rest.cells[col] ?? ''}`,
  );
  rows[rows.length - 1] = { cells, lineFirst: last.lineFirst, lineLast: rest.lineLast };
  for (const row of others) rows.push(row);
}

function isRestOfRow(last: SourceRow, rest: SourceRow): boolean {
  const isWord = (text: string | undefined): boolean => text !== undefined && !isBlank(text) && !isNumeral(text);
  return (
    last.cells.length === rest.cells.length &&
    isBlank(rest.cells[0] ?? '') &&
    rest.cells.some((text) => !isBlank(text)) &&
    rest.cells.every((text, col) => isBlank(text) || (isWord(text) && isWord(last.cells[col])))
  );
}

/**
 * Whether two headers that leave no column without an own heading print the same words over other columns: then the words are to
 * be believed, and the tables differ. Where merged cells were flattened, positions say nothing.
 */
function swapsColumns(header: readonly SourceRow[], repeated: readonly SourceRow[]): boolean {
  const [first, again] = [header, repeated].map((rows) => rows.filter((row) => !isNumberingRow(row.cells)).at(-1));
  if (!first || !again || [first, again].some(({ cells }) => cells.some(isBlank))) return false;
  const moved = first.cells.filter((text, col) => {
    const word = squeeze(text);
    return word !== squeeze(again.cells[col] ?? '') && again.cells.some((other) => squeeze(other) === word);
  });
  return moved.length >= 2;
}

function headerOf(fragment: Fragment, width: number): readonly SourceRow[] {
  const count = countHeaderRows(
    fragment.rows.map(({ cells }) => cells),
    width,
    fragment.positional,
  );
  return fragment.rows.slice(0, count);
}

function words(rows: readonly SourceRow[]): string[] {
  return rows.flatMap(({ cells }) => cells.filter((text) => !isBlank(text)).map(squeeze));
}

function commonShare(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common / Math.max(a.length, b.length, 1);
}
