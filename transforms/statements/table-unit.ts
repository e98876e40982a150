/** The money unit of each table: what it prints itself, else what the table that it goes on with prints. */
import type { Grid, RawTable } from '../../extractors/types.js';
import {
  findBracketedUnit,
  findDeclaredUnit,
  findForeignUnit,
  findHeadingUnit,
  isKnownUnit,
  isLoneUnit,
  namedUnits,
} from '../amounts/index.js';
import { MEASURE } from './column-words.js';
import { readHeaderPaths } from './header-path.js';

/** The unit that a table names in its captions, title, notes or header; null where it names none. */
function findTableUnit(raw: RawTable, grid: Grid): string | null {
  // what other money is worth is not known: no unit of another table may stand in its place
  const foreign = raw.captions.map(findForeignUnit).find((unit) => unit !== null);
  return unitsAround(raw)[0] ?? unitOfHeadings(grid) ?? foreign ?? null;
}

/** The one money unit that the table's headings name; null where they name none, or several. */
export function unitOfHeadings(grid: Grid): string | null {
  const [unit, ...others] = unitsOfHeadings(grid);
  return unit !== undefined && others.length === 0 ? unit : null;
}

/** The money units that the table's headings name. */
export function unitsOfHeadings(grid: Grid): readonly string[] {
  const headings = grid.cells
    .filter(({ row }) => row < Math.max(1, grid.headerRowCount))
    .map(({ text }) => findDeclaredUnit(text) ?? findHeadingUnit(text));
  return [...new Set(headings.filter(isKnownUnit))];
}

/** Whether a column of the table names a money unit for each of its rows. */
export function namesUnitOfEachRow(grid: Grid): boolean {
  const measures = readHeaderPaths(grid).flatMap((path, col) => (MEASURE.test(path.at(-1) ?? '') ? [col] : []));
  const rows = grid.rowCount - grid.headerRowCount;
  return measures.some((at) => {
    const units = grid.cells.filter(
      ({ row, col, text }) => row >= grid.headerRowCount && col === at && isLoneUnit(text),
    );
    return rows > 0 && units.reduce((named, { rowSpan }) => named + rowSpan, 0) === rows;
  });
}

/**
 * The money units after 单位 in its captions, title, notes and header cells, and in brackets in the first three: more than one where two tables were read as
 * one, or the document contradicts itself.
 */
export function declaredUnits(raw: RawTable, grid: Grid): readonly string[] {
  const header = grid.cells.filter(({ row }) => row < grid.headerRowCount).map(({ text }) => findDeclaredUnit(text));
  return [...new Set([...unitsAround(raw), ...header.filter(isKnownUnit)])];
}

/** Those of captions, title and notes. */
function unitsAround({ captions, title, notes }: RawTable): readonly string[] {
  return [captions, [title ?? ''], notes].flatMap((texts) => [
    ...namedUnits(texts),
    ...texts.map(findBracketedUnit).filter(isKnownUnit),
  ]);
}

interface ReadGrid {
  readonly raw: RawTable;
  readonly grid: Grid;
}

/**
 * Units of all tables in order; null where nothing but the document's other tables may tell. A table without captions has the unit of the table
 * before where it is the second half of the same form.
 */
export function findUnits(tables: readonly ReadGrid[]): (string | null)[] {
  const units: (string | null)[] = [];
  for (const [at, table] of tables.entries()) {
    const before = tables[at - 1];
    const goesOn = before !== undefined && isSecondHalf(table, before);
    units.push(findTableUnit(table.raw, table.grid) ?? (goesOn ? (units.at(-1) ?? null) : null));
  }
  return units;
}

/**
 * The second half of a form has its name, or none: then it stands right below the first half, or under the same headings. A table without a name
 * that heads other things on another page may be of any statement.
 */
function isSecondHalf({ raw, grid }: ReadGrid, before: ReadGrid): boolean {
  if (raw.captions.length > 0) return false;
  if (raw.title !== null) return raw.title === before.raw.title;
  const isOnSamePage = raw.pageFirst === before.raw.pageLast;
  return (isOnSamePage && raw.order === before.raw.order + 1) || headingsOf(grid) === headingsOf(before.grid);
}

function headingsOf(grid: Grid): string {
  return JSON.stringify(readHeaderPaths(grid));
}
