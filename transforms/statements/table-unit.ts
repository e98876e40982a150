/** The money unit of each table: what it prints itself, else what the table that it goes on with prints. */
import type { Grid, RawTable } from '../../extractors/types.js';
import { findBracketedUnit, findDeclaredUnit, isKnownUnit } from '../amounts/index.js';

/** The unit that a table names in its captions, title, notes or header; null where it names none. */
function findTableUnit(raw: RawTable, grid: Grid): string | null {
  const around = [...raw.captions, raw.title ?? '', ...raw.notes].map(
    (text) => findDeclaredUnit(text) ?? findBracketedUnit(text),
  );
  const declared = around.find(isKnownUnit);
  if (declared) return declared;
  const headings = grid.cells
    .filter(({ row }) => row < Math.max(1, grid.headerRowCount))
    .map(({ text }) => findDeclaredUnit(text) ?? findBracketedUnit(text));
  const units = new Set(headings.filter(isKnownUnit));
  return units.size === 1 ? ([...units][0] ?? null) : null;
}

/** The money units after 单位 in its captions and header cells: more than one where two tables were read as one. */
export function declaredUnits(raw: RawTable, grid: Grid): readonly string[] {
  const header = grid.cells.filter(({ row }) => row < grid.headerRowCount).map(({ text }) => text);
  const units = [...raw.captions, ...header].map(findDeclaredUnit).filter(isKnownUnit);
  return [...new Set(units)];
}

/**
 * Units of all tables in order. A table without captions and without a name of its own behind another is the second half of the same
 * form: it has the first half's unit.
 */
export function findUnits(tables: readonly { readonly raw: RawTable; readonly grid: Grid }[]): (string | null)[] {
  const units: (string | null)[] = [];
  for (const [at, { raw, grid }] of tables.entries()) {
    const own = findTableUnit(raw, grid);
    const goesOn = raw.captions.length === 0 && (raw.title === null || raw.title === tables[at - 1]?.raw.title);
    units.push(own ?? (goesOn ? (units.at(-1) ?? null) : null));
  }
  return units;
}
