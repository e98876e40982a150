/** Rows of a sheet as codes with their names, or as what they are instead. */
import { hasHan, haveDottedCodes, readCodeCell, readNameCell } from './cells.js';
import { readPrintedCode } from '../printed-code.js';
import type { CodeColumn, Columns } from './columns.js';
import { isHeaderRow } from './header.js';

type Row = readonly string[];

/** A code and a name as a row states them, not yet judged. */
export interface StatedCode {
  readonly kind: 'code';
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/** A row that states no code. */
export interface OtherRow {
  readonly kind: 'other';
  readonly row: number;
  readonly text: string;
}

/** What each row below the header states, in order; `firstRow` is the number (from 1) of the first. Blank rows and repeated headers say nothing. */
export function readRows(rows: readonly Row[], firstRow: number, columns: Columns): readonly (StatedCode | OtherRow)[] {
  const above: string[] = [];
  const dotted = new Set(
    columns.codes.map(({ column }) => column).filter((at) => haveDottedCodes(rows.map((row) => row[at] ?? ''))),
  );
  return rows.flatMap((row, at): readonly (StatedCode | OtherRow)[] => {
    if (row.every((text) => text.trim() === '') || isHeaderRow(row)) return [];
    const place = firstRow + at;
    const found = columns.isLevelled ? readLevels(row, columns.codes, above) : readWhole(row, columns.codes, dotted);
    const parent = columns.parent === null ? null : readCodeCell(row[columns.parent] ?? '') || null;
    if (found.length === 0) return [{ kind: 'other', row: place, text: textOf(row) }];
    return found.map((one) => ({ kind: 'code', row: place, parent, ...one }));
  });
}

interface CodeAndName {
  readonly code: string;
  readonly name: string;
}

/** Whole codes, one or several side by side. A code cell of words alone is a heading or a note. */
function readWhole(row: Row, codes: readonly CodeColumn[], dotted: ReadonlySet<number>): readonly CodeAndName[] {
  return codes.flatMap((column) => {
    const text = row[column.column] ?? '';
    if (text.trim() === '') return [];
    const name = nameIn(row, column);
    const split = readPrintedCode(text);
    if (hasHan(text))
      return split.code === null ? [] : [{ code: split.code, name: readNameCell(split.name ?? '') || name }];
    return [{ code: readCodeCell(text, dotted.has(column.column)), name }];
  });
}

/**
 * The codes of a row whose 类, 款 and 项 stand in columns of their own: what is left out of a column is the row's above. `above` keeps the code
 * that was read last on each level. A name column that several levels share names the lowest.
 */
function readLevels(row: Row, codes: readonly CodeColumn[], above: string[]): readonly CodeAndName[] {
  const found: { code: string; nameColumns: readonly number[]; name: string }[] = [];
  codes.forEach((column, at) => {
    const digits = readCodeCell(row[column.column] ?? '');
    if (digits === '' || hasHan(digits)) return;
    const code = at === 0 ? digits : joinLevel(above[at - 1] ?? '', digits);
    above.splice(at, above.length, code);
    found.push({ code, nameColumns: column.nameColumns, name: nameIn(row, column) });
  });
  return found.filter(
    (one, at) =>
      at === found.length - 1 || (one.name !== '' && !sharesColumn(one.nameColumns, found[at + 1]?.nameColumns)),
  );
}

/** `201` and `3` make 20103; a column may as well hold the whole code. */
function joinLevel(parent: string, digits: string): string {
  return digits.length > 2 ? digits : `${parent}${digits.padStart(2, '0')}`;
}

function sharesColumn(left: readonly number[], right: readonly number[] = []): boolean {
  return left[0] === right[0];
}

function nameIn(row: Row, { nameColumns }: CodeColumn): string {
  return readNameCell(nameColumns.map((column) => row[column] ?? '').find((text) => text.trim() !== '') ?? '');
}

function textOf(row: Row): string {
  return row
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(' | ')
    .replace(/\s+/g, ' ')
    .slice(0, 60);
}
