/** Rows of a table that are no part of its grid: its name, unit and department above, notes and signatures below. */
import { isLoneUnit, isUnitLine, namedUnits } from '../../notation/money-units.js';
import { isBlank, isCaption, isCodedName, isNote, isNumeral, isSignature, isTableName, squeeze } from './words.js';
import type { SourceRow } from './rows.js';

export interface TableParts {
  /** The last row above the grid that names the table; null where none does. */
  readonly title: string | null;
  readonly captions: readonly SourceRow[];
  readonly body: readonly SourceRow[];
  readonly footers: readonly SourceRow[];
}

/** A caption row holds at most this many texts; a header row with a column 单位 holds more. */
const MOST_CAPTION_TEXTS = 4;

/** Divides the rows that the source prints as one table. Rows keep their order; none is lost. */
export function splitParts(rows: readonly SourceRow[]): TableParts {
  let start = 0;
  while (
    start < rows.length &&
    (isCaptionRow(rows[start], rows[start + 1]) || (start > 0 && isCaptionOnly(rows[start])))
  )
    start += 1;
  let end = rows.length;
  while (end > start && isFooterRow(rows[end - 1])) end -= 1;
  const captions = rows.slice(0, start);
  const names = captions.flatMap(({ cells }) => cells.filter((text) => isTableName(text)));
  const title = names.at(-1) ?? nameAcross(captions[0], captions[1]);
  return {
    title: title === null ? null : title.trim(),
    captions,
    body: rows.slice(start, end),
    footers: rows.slice(end),
  };
}

/**
 * Rows that the source prints without a gap, divided where the name of another table stands between them. The captions above the name
 * (附表3) go with it.
 */
export function splitAtNames(rows: readonly SourceRow[]): readonly (readonly SourceRow[])[] {
  return splitBefore(rows, isNameRow, isCaptionOnly);
}

/** The same, divided where nothing but the unit stands between them too. */
export function splitAtCaptions(rows: readonly SourceRow[]): readonly (readonly SourceRow[])[] {
  const isAbove = (row: SourceRow, next: SourceRow): boolean =>
    isNameRow(row) || isCaptionOnly(row) || nameAcross(row, next) !== null;
  return splitBefore(rows, (row) => isNameRow(row) || isUnitRow(row), isAbove);
}

/** @param isAbove tells the rows that go with the one at which a table begins */
function splitBefore(
  rows: readonly SourceRow[],
  begins: (row: SourceRow) => boolean,
  isAbove: (row: SourceRow, next: SourceRow) => boolean,
): readonly (readonly SourceRow[])[] {
  const parts: SourceRow[][] = [];
  let open: SourceRow[] = [];
  for (const row of rows) {
    // what stands before the first row that is no caption is the same table's
    const from = begins(row) ? open.findLastIndex((above, at) => !isAbove(above, open[at + 1] ?? row)) + 1 : 0;
    if (from > 0) {
      parts.push(open.slice(0, from));
      open = open.slice(from);
    }
    open.push(row);
  }
  return [...parts, open];
}

/** The words of a cell across the whole drawn table that read as its name, or that stand over its unit; null where there is no such cell. */
export function nameAcross(row: SourceRow | undefined, next: SourceRow | undefined): string | null {
  const [only, ...others] = row?.drawn?.cells ?? [];
  if (!row || !only || others.length > 0 || isBlank(only.text) || only.colSpan < row.cells.length) return null;
  const isOverUnit = isCaptionOnly(next) && texts(next).some(isUnitLine) && !isCaptionOnly(row);
  return isNameRow(row) || isOverUnit ? only.text : null;
}

/** The name of a table and its captions, nothing else. */
function isNameRow(row: SourceRow): boolean {
  const words = texts(row);
  return (
    words.filter((word) => isTableName(word)).length === 1 &&
    words.every((word) => isTableName(word) || isCaption(word))
  );
}

/** The unit of a table, alone or with its other captions. */
function isUnitRow(row: SourceRow): boolean {
  const words = texts(row);
  return words.some(isUnitLine) && words.every(isCaption);
}

/** The same as the first or last row of a table, where the unit may stand without the word for it, or in a cell beside it. Within a header it is a column's. */
function isUnitAtEdge(row: SourceRow): boolean {
  const words = texts(row);
  const isAnnounced = words.length === 1 || words.some(isCaption);
  return isAnnounced && words.every((word) => isCaption(word) || isLoneUnit(word)) && namedUnits(words).length > 0;
}

/** Captions alone, the code and name of the department among them: below a caption, for a row of a list may read the same. */
function isCaptionOnly(row: SourceRow | undefined): boolean {
  return texts(row).every((word) => isCaption(word) || isSubtitle(word) || isCodedName(word));
}

function texts(row: SourceRow | undefined): string[] {
  return (row?.cells ?? []).filter((text) => !isBlank(text));
}

function isCaptionRow(row: SourceRow | undefined, next: SourceRow | undefined): boolean {
  if (nameAcross(row, next) !== null) return true;
  if (!row || !next) return false;
  const words = texts(row);
  if (words.length === 0) return true;
  if (words.length > MOST_CAPTION_TEXTS || words.some(isNumeral)) return false;
  if (words.some(isCaption) || isUnitAtEdge(row)) return true;
  return words.length === 1 && words.every((word) => isTableName(word) || isSubtitle(word)) && texts(next).length >= 1;
}

/** A line under a table's name: (2024年度), 续表, 附表1. */
export function isSubtitle(text: string): boolean {
  return /^[（(]?(?:19|20)\d\d年度?[)）]?$|^[（(]?续表?[\d一二三四五六七八九十]*(?:[-—.]\d+)*[)）]?$|^附表/.test(
    squeeze(text),
  );
}

function isFooterRow(row: SourceRow | undefined): boolean {
  const words = texts(row);
  const [first] = words;
  if (row && isUnitAtEdge(row)) return true;
  return first !== undefined && words.length <= 2 && (isNote(first) || isSignature(first));
}
