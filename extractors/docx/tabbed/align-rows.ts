/** The columns of a table that somebody set with tabs. A tab may lead to the next column, or only fill the gap to it. */
import { isAmount } from '../../tables/loose-amounts.js';
import { isBlank, isNumberingRow, isNumeral, squeeze } from '../../tables/words.js';

/** The texts of one line between its tabs. */
export type TabbedRow = readonly string[];

/** Rows with their texts in columns (`positional`), or with merged cells collapsed: a header of several rows, a total over the columns of words. */
export interface AlignedRows {
  readonly rows: readonly TabbedRow[];
  readonly positional: boolean;
}

const TOTAL = /^[合总小]计/;
/** What heads amounts and nothing else. */
const TOTAL_HEADING = /^[合总小]计$/;
/** What is printed where there is no amount. */
const NO_AMOUNT = /^[-—–/]*$/;

/**
 * Each tab taken for a column where that gives columns of words and columns of amounts, those with a heading; else the texts in their order
 * where every row has as many as the one header row; null where neither holds.
 */
export function alignRows(rows: readonly TabbedRow[]): AlignedRows | null {
  const first = rows.findIndex(isBodyRow);
  if (first < 0) return null;
  const [header, body] = [rows.slice(0, first), rows.slice(first)];
  return alignByTabs(header, body) ?? alignByOrder(header, body);
}

/** A number stands behind the first text, and it is no row of column numbers. */
export function isBodyRow(row: TabbedRow): boolean {
  return !isNumberingRow(row) && textsOf(row).slice(1).some(isNumeral);
}

function alignByTabs(header: readonly TabbedRow[], body: readonly TabbedRow[]): AlignedRows | null {
  const all = [...header, ...widenTotals(body)];
  const width = all.reduce((most, { length }) => Math.max(most, length), 0);
  const columns = Array.from({ length: width }, (_, col) => ({
    col,
    headings: header.map((row) => row[col] ?? '').filter((text) => !isBlank(text)),
    texts: all.slice(header.length).flatMap((row) => (saysNothing(row[col] ?? '') ? [] : [row[col] ?? ''])),
  })).filter(({ headings, texts }) => headings.length + texts.length > 0);
  const areOfOneKind = columns.every(({ headings, texts }) => {
    const areAmounts = texts.some(isAmount) || TOTAL_HEADING.test(squeeze(headings.at(-1) ?? ''));
    return !areAmounts || texts.every(isNumeral);
  });
  const areHeaded =
    header.length > 0
      ? columns.every(({ headings, texts }) => headings.length > 0 || !texts.some(isNumeral))
      : new Set(body.map(({ length }) => length)).size === 1;
  if (!areOfOneKind || !areHeaded) return null;
  const aligned = all.map((row) => columns.map(({ col }) => row[col] ?? ''));
  return { rows: collapseUpper(aligned, header), positional: countHeadings(header) < 2 };
}

/** Nothing says how far a heading over others reaches, and it may stand in the middle: only its order counts. */
function collapseUpper(rows: readonly TabbedRow[], header: readonly TabbedRow[]): readonly TabbedRow[] {
  const lowest = header.findLastIndex((row) => !isNumberingRow(row));
  return rows.map((row, at) => (at < lowest ? textsOf(row) : row));
}

function countHeadings(header: readonly TabbedRow[]): number {
  return header.filter((row) => !isNumberingRow(row)).length;
}

/** The label of a total stands over all columns of words; the tabs between them may be left out. */
function widenTotals(body: readonly TabbedRow[]): readonly TabbedRow[] {
  const others = body.filter((row) => !isTotal(row));
  const labels = others.reduce((fewest, row) => Math.min(fewest, firstAmount(row)), Infinity);
  return body.map((row) => {
    const missing = isTotal(row) && labels !== Infinity ? labels - firstAmount(row) : 0;
    return missing > 0 ? [...row.slice(0, 1), ...Array.from({ length: missing }, () => ''), ...row.slice(1)] : row;
  });
}

/** Where headings stand over others, the lowest row need not have one for each column. */
function alignByOrder(header: readonly TabbedRow[], body: readonly TabbedRow[]): AlignedRows | null {
  if (countHeadings(header) !== 1) return null;
  const headings = header.map(textsOf);
  const texts = body.map(textsOf);
  const width = headings[0]?.length ?? 0;
  const isWhole = (row: TabbedRow): boolean =>
    row.length === width || row.length === 1 || (isTotal(row) && row.length === width - 1);
  return texts.every(isWhole) ? { rows: [...headings, ...texts], positional: false } : null;
}

function textsOf(row: TabbedRow): TabbedRow {
  return row.filter((text) => !isBlank(text));
}

function isTotal(row: TabbedRow): boolean {
  return TOTAL.test(squeeze(textsOf(row)[0] ?? ''));
}

/** Infinity where the row has none. */
function firstAmount(row: TabbedRow): number {
  const at = row.findIndex(isAmount);
  return at < 0 ? Infinity : at;
}

function saysNothing(text: string): boolean {
  return NO_AMOUNT.test(squeeze(text));
}
