/** Which rows at the top of a further page repeat the header of a drawn table, and whether they head another table instead. */
import { countHeaderRows } from '../headers/extent.js';
import type { SourceRow } from '../rows.js';
import { isBlank, isIndicatorHeader, isNumberingRow, isNumeral, squeeze } from '../words.js';

/** Share of headings that must be known from the first page, word by word or column by column; a few may be worded anew. */
const LEAST_KNOWN = 0.7;
/** Share of their characters that two wordings of one heading have in common (专户资金, 专户管理资金). */
const SAME_WORDING = 0.6;
/** What heads the whole of other columns, however it is called. */
const WHOLE = /^[合总小]计数?$/;
/** Deeper headers than this are not printed. */
const DEEPEST_HEADER = 6;
/** Body rows looked at to see which columns hold numbers. */
const SAMPLE_ROWS = 50;

/**
 * Number of rows at the top of `next` that repeat `header`, in full, in other words, or with fewer levels; 0 where it begins with body rows;
 * null where its first rows head something else. Both stand in the same columns.
 *
 * @param body rows of the table so far, below its header
 */
export function countRepeatedRows(
  header: readonly SourceRow[],
  body: readonly SourceRow[],
  next: readonly SourceRow[],
): number | null {
  if (areMoved(headedColumns(next.slice(0, countOwnHeader(next)), wordsByColumn(header)))) return null;
  const repeated = countKnownRows(header, next);
  if (body.length === 0) return withoutNumbering(repeated, header, next);
  // the indicators of a form stand somewhere within it, below headings of their own
  if (repeated > 0 || isIndicatorHeader(next[0]?.cells ?? [])) return repeated;
  return countOwnHeader(next) > 0 && headsOtherThings(next[0], body) ? null : 0;
}

/** Rows at the top of `next` whose headings are those of the header; a header that is printed twice is repeated twice. */
function countKnownRows(header: readonly SourceRow[], next: readonly SourceRow[]): number {
  const own = countOwnHeader(next);
  const words = wordsByColumn(header);
  const isHeading = (row: SourceRow): boolean => isNumberingRow(row.cells) || isKnownRow(row, words);
  const whole = own > 0 && isKnown(next.slice(0, own), words) ? own : 0;
  return whole + countLeading(next.slice(whole, whole + DEEPEST_HEADER), isHeading);
}

/** Where the break stands right below the headings, the row of column numbers is not repeated: it is the header's last row. */
function withoutNumbering(repeated: number, header: readonly SourceRow[], next: readonly SourceRow[]): number {
  if (header.some(({ cells }) => isNumberingRow(cells))) return repeated;
  return countLeading(next.slice(0, repeated), ({ cells }) => !isNumberingRow(cells));
}

/** Whether `next` heads as many columns as the header, each with the same words: the same columns, however wide they are drawn. */
export function haveSameHeadings(header: readonly SourceRow[], next: readonly SourceRow[]): boolean {
  const own = wordsByColumn(header);
  const other = wordsByColumn(next.slice(0, countOwnHeader(next)));
  const areSame = own.every((words, col) => words.length > 0 && words.join('|') === other[col]?.join('|'));
  return own.length > 0 && own.length === other.length && areSame;
}

/**
 * Number of header rows by their words, and by what the source says of them where these are words; a merged heading reaches as far down as it is
 * drawn, but amounts beside it are body (类 款 项).
 */
export function countOwnHeader(rows: readonly SourceRow[]): number {
  const texts = rows.map(({ cells }) => cells);
  const count = Math.max(countHeaderRows(texts, texts[0]?.length ?? 0, true), countMarkedHeader(rows));
  const ends = rows
    .slice(0, count)
    .flatMap(({ drawn }, row) => (drawn?.cells ?? []).map((cell) => (isBlank(cell.text) ? 0 : row + cell.rowSpan)));
  const reach = Math.min(Math.max(count, ...ends), rows.length);
  const amounts = rows.slice(count, reach).findIndex(({ cells }) => !isNumberingRow(cells) && cells.some(isNumeral));
  return amounts < 0 ? reach : count + amounts;
}

/** Rows at the top that the source marks as header; 0 where one of them holds figures, or nothing stands below them. */
function countMarkedHeader(rows: readonly SourceRow[]): number {
  const count = countLeading(rows, ({ drawn }) => drawn?.isHeader ?? false);
  const areHeadings = rows.slice(0, count).every(({ cells }) => isNumberingRow(cells) || !cells.some(isNumeral));
  return areHeadings && count < rows.length ? count : 0;
}

/** The headings over each column, from the outermost to its own. */
function wordsByColumn(header: readonly SourceRow[]): readonly (readonly string[])[] {
  const width = header[0]?.cells.length ?? 0;
  const columns = Array.from({ length: width }, (): string[] => []);
  for (const row of header) {
    if (isNumberingRow(row.cells)) continue;
    for (const { col, colSpan, text } of row.drawn?.cells ?? []) {
      if (isBlank(text)) continue;
      for (let at = col; at < Math.min(col + colSpan, width); at += 1) columns[at]?.push(squeeze(text));
    }
  }
  return columns;
}

/** Whether the rows hold headings only, nearly all of which stand over the same columns of the first page, perhaps in other words. */
function isKnown(rows: readonly SourceRow[], words: readonly (readonly string[])[]): boolean {
  const texts = rows.filter(({ cells }) => !isNumberingRow(cells)).flatMap(({ cells }) => cells);
  if (texts.some(isNumeral)) return false;
  const headed = headedColumns(rows, words);
  const found = headed.filter(({ own, known }) =>
    own.some((word) => known.some((other) => isSameHeading(word, other))),
  );
  return headed.length > 0 && found.length >= headed.length * LEAST_KNOWN && !areMoved(headed);
}

/** The headings over a column here and on the first page. */
interface HeadedColumn {
  readonly own: readonly string[];
  readonly known: readonly string[];
}

/** The columns that these rows head. */
function headedColumns(rows: readonly SourceRow[], words: readonly (readonly string[])[]): readonly HeadedColumn[] {
  return wordsByColumn(rows).flatMap((own, col) => (own.length > 0 ? [{ own, known: words[col] ?? [] }] : []));
}

/** One row of a header that is not repeated as a whole. A single text may be a row's name. */
function isKnownRow(row: SourceRow, words: readonly (readonly string[])[]): boolean {
  return row.cells.filter((text) => !isBlank(text)).length > 1 && isKnown([row], words);
}

/** The same words over other columns are to be believed: then it is another table. */
function areMoved(columns: readonly HeadedColumn[]): boolean {
  const all = new Set(columns.map(({ known }) => known.at(-1)));
  const moved = columns.filter(({ own, known }) => {
    const word = own.at(-1) ?? '';
    return all.has(word) && !known.includes(word);
  });
  return moved.length >= 2;
}

function isSameHeading(a: string, b: string): boolean {
  if (a === b || a.includes(b) || b.includes(a) || (WHOLE.test(a) && WHOLE.test(b))) return true;
  const left = Array.from(b);
  const common = Array.from(a).filter((character) => {
    const at = left.indexOf(character);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (a.length + b.length) >= SAME_WORDING;
}

/** A first row with words where the table has numbers; where it has no column of numbers, words say nothing. */
function headsOtherThings(row: SourceRow | undefined, body: readonly SourceRow[]): boolean {
  const sample = body.slice(0, SAMPLE_ROWS);
  const numeric = (row?.cells ?? []).flatMap((text, col) => {
    const filled = sample.map(({ cells }) => cells[col] ?? '').filter((cell) => !isBlank(cell));
    return filled.length > 0 && filled.filter(isNumeral).length * 2 > filled.length ? [text] : [];
  });
  if (numeric.length === 0) return sample.every(({ cells }) => cells.slice(1).every(isBlank));
  return numeric.filter((text) => !isBlank(text) && !isNumeral(text)).length * 2 > numeric.length;
}

function countLeading(rows: readonly SourceRow[], is: (row: SourceRow) => boolean): number {
  const end = rows.findIndex((row) => !is(row));
  return end < 0 ? rows.length : end;
}
