/** Which columns of a sheet hold codes and names: by the words of its header, and where these are silent by what stands below. */
import { hasHan, isCodeWithName, isFragment, isWholeCode } from './cells.js';
import type { ColumnRole, Header } from './header.js';

type Row = readonly string[];

/** A column of codes with the columns in which their names stand. */
export interface CodeColumn {
  readonly column: number;
  /** null where the column holds whole codes of any level. */
  readonly level: number | null;
  /** Where its name stands: the first of these that is filled; none where names stand in the code's own cells. */
  readonly nameColumns: readonly number[];
}

export interface Columns {
  /** Columns that together make one code, 类 first; or one column of whole codes; or several such side by side. */
  readonly codes: readonly CodeColumn[];
  /** Whether `codes` are the levels of one code. */
  readonly isLevelled: boolean;
  readonly parent: number | null;
}

/** Share of a column's filled cells that must be codes, fragments or names for it to be taken for one. */
const MOST_CELLS = 0.6;
/** Rows looked at for contents. */
const SAMPLE_ROWS = 2000;

/** The columns of the rows below a header (or of all rows without one); null where none holds codes. */
export function findColumns(header: Header | null, rows: readonly Row[]): Columns | null {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.roles.length ?? 0);
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    role: header?.roles[column] ?? null,
    isBlank: header?.blank[column] ?? false,
    ...describe(rows.slice(0, SAMPLE_ROWS).flatMap((row) => row[column] || [])),
  }));
  const codes = findCodeColumns(columns);
  if (codes.length === 0) return null;
  const levels = codes.map((code, at) => levelAt(code, at, codes.length));
  const isLevelled = codes.length > 1 && levels.every((level) => level !== null);
  const taken = new Set(codes.map(({ column }) => column));
  const names = findNameColumns(columns.filter(({ column }) => !taken.has(column)));
  return {
    codes: codes.map((code, at) => {
      const level = isLevelled ? (levels[at] ?? null) : null;
      const nameColumns = holdsNames(code)
        ? []
        : nameColumnsOf(code.column, level, codes[at + 1]?.column ?? width, names);
      return { column: code.column, level, nameColumns };
    }),
    isLevelled,
    parent: columns.find(({ role }) => role?.kind === 'parent')?.column ?? null,
  };
}

/** A column: what its heading says and what share of its filled cells holds what. */
interface Column extends Contents {
  readonly column: number;
  readonly role: ColumnRole | null;
  readonly isBlank: boolean;
}

interface Contents {
  readonly filled: number;
  readonly codes: number;
  readonly fragments: number;
  readonly withNames: number;
  readonly names: number;
  readonly isHead: boolean;
}

function describe(texts: readonly string[]): Contents {
  const share = (holds: (text: string) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(holds).length / texts.length;
  return {
    filled: texts.length,
    codes: share(isWholeCode),
    fragments: share(isFragment),
    withNames: share(isCodeWithName),
    names: share((text) => hasHan(text) && !isCodeWithName(text)),
    isHead: share((text) => isFragment(text) && text.trim().length === 3) >= MOST_CELLS,
  };
}

/** Columns that a heading calls codes and that hold some; where there is none, columns that look like it. */
function findCodeColumns(columns: readonly Column[]): readonly Column[] {
  const called = columns.filter(({ role, filled, names }) => {
    const isCalledCode = role?.kind === 'code' || role?.kind === 'code_and_name';
    return isCalledCode && filled > 0 && names < MOST_CELLS;
  });
  // A 编号 before the first whole code counts the rows.
  const named = called.slice(Math.max(0, called.findIndex(looksLikeCodes)));
  const silent = columns.filter(({ role }) => role === null);
  const alike = silent.filter(looksLikeCodes);
  const found = named.length > 0 ? named : alike;
  const last = found.at(-1);
  // 科目编码 over three columns without words of their own: the columns right of the 类 hold its 款 and 项.
  return last?.isHead === true ? [...found, ...fragmentsAfter(last.column, silent)] : found;
}

function looksLikeCodes({ codes, withNames }: Column): boolean {
  return codes >= MOST_CELLS || withNames >= MOST_CELLS;
}

function fragmentsAfter(column: number, silent: readonly Column[]): readonly Column[] {
  const next = silent.find((one) => one.column === column + 1 && one.fragments >= MOST_CELLS);
  return next === undefined ? [] : [next, ...fragmentsAfter(next.column, silent)];
}

function holdsNames({ role, withNames }: Column): boolean {
  return role?.kind === 'code_and_name' || withNames >= MOST_CELLS;
}

/** The level of a code column among its like: as its heading says, else by its place where the first holds 类 and the others fragments. */
function levelAt(code: Column, at: number, count: number): number | null {
  const stated = code.role?.level ?? null;
  if (stated !== null || count === 1) return stated;
  const isPart = at === 0 ? code.isHead : code.fragments >= MOST_CELLS;
  return isPart ? at + 1 : null;
}

interface NameColumn {
  readonly column: number;
  readonly level: number | null;
  /** The columns that its heading spans to the right: names indented by columns. */
  readonly spanned: readonly number[];
}

/** Columns called names; where there is none, the silent columns of Chinese text. */
function findNameColumns(columns: readonly Column[]): readonly NameColumn[] {
  const called = columns.filter(({ role, filled }) => role?.kind === 'name' && filled > 0);
  const silent = columns.filter(({ role, names }) => role === null && names >= MOST_CELLS);
  return (called.length > 0 ? called : silent).map(({ column, role }) => ({
    column,
    level: role?.level ?? null,
    spanned: role === null ? [] : spannedFrom(column + 1, silent),
  }));
}

function spannedFrom(column: number, silent: readonly Column[]): readonly number[] {
  const next = silent.find((one) => one.column === column && one.isBlank);
  return next === undefined ? [] : [column, ...spannedFrom(column + 1, silent)];
}

/** The name columns of a code column: that of its level; all levels, the lowest first; the nearest right of it; the nearest left. */
function nameColumnsOf(
  column: number,
  level: number | null,
  nextCode: number,
  names: readonly NameColumn[],
): readonly number[] {
  const ofLevel = names.find((name) => level !== null && name.level === level);
  if (ofLevel !== undefined) return [ofLevel.column];
  const plain = names.filter((name) => name.level === null);
  if (plain.length === 0) return names.map((name) => name.column).toReversed();
  const right = plain.filter((name) => name.column > column);
  const nearest = right.find((name) => name.column < nextCode) ?? right[0] ?? plain.at(-1);
  return nearest === undefined ? [] : [nearest.column, ...nearest.spanned];
}
