/** Whether a run of rows goes on with the table before it, and which of its rows only repeat that table's header. */
import { layOver } from './drawn-columns.js';
import { countHeaderRows } from './header-extent.js';
import { isBlank, isNumberingRow, squeeze } from './words.js';
import { widthOf } from './rows.js';
import type { Fragment, SourceRow } from './rows.js';

/** Share of heading words that a repeated header must have in common with the first one; a converter may alter a few. */
const LEAST_COMMON_HEADINGS = 0.7;

/** The header a continuation prints again, and the body rows below it. */
export interface Continuation {
  readonly header: readonly SourceRow[];
  readonly body: readonly SourceRow[];
}

/**
 * Splits `further` into repeated header and body when it continues `first`: same method and number of columns (drawn: the same columns), and either the same
 * heading words (a few may differ or stand elsewhere) or no header at all. null when it is a table of its own.
 *
 * @param lastPage the page on which the table stands so far; null where the source has no pages
 */
export function continueTable(first: Fragment, further: Fragment, lastPage: number | null): Continuation | null {
  const width = widthOf(first.rows);
  const next = first.edges ? onNextPage(first, further, lastPage) : further;
  if (next === null || (!first.edges && first.method !== next.method) || widthOf(next.rows) !== width) return null;
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

/** A drawn table goes on in the same columns, and never on its own page: what stands below it there is another table. */
function onNextPage(first: Fragment, further: Fragment, lastPage: number | null): Fragment | null {
  const page = further.rows[0]?.drawn?.page ?? null;
  return page !== null && lastPage !== null && page > lastPage ? layOver(first, further) : null;
}

/** Body rows without the headers that a page break repeated between them. */
export function dropRepeatedHeaders(header: readonly SourceRow[], body: readonly SourceRow[]): SourceRow[] {
  const numbered = header.findIndex((row) => isNumberingRow(row.cells));
  const headings = numbered > 0 ? header.slice(0, numbered) : header;
  if (headings.length === 0) return [...body];
  const kept: SourceRow[] = [];
  for (let at = 0; at < body.length; at += 1) {
    if (!headings.every((row, below) => sameTexts(row, body[at + below]))) {
      kept.push(...body.slice(at, at + 1));
      continue;
    }
    at += headings.length - 1;
    const after = body[at + 1];
    if (after && numbered > 0 && isNumberingRow(after.cells)) at += 1;
  }
  return kept;
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

function sameTexts(a: SourceRow, b: SourceRow | undefined): boolean {
  return (
    b?.cells.length === a.cells.length && a.cells.every((text, col) => squeeze(text) === squeeze(b.cells[col] ?? ''))
  );
}
