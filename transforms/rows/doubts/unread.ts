/** Money that a table prints and no line states: said once a table, so that nothing is left out in silence. */
import type { Cell, Diagnostic } from '../../../extractors/types.js';
import {
  endsInMoney,
  isGluedToWords,
  isLoneUnit,
  isMoneyText,
  isSeveralFigures,
  isUnprinted,
  parseAmount,
} from '../../amounts/index.js';
import type { Column } from '../../statements/columns.js';
import type { StatedAmount, TableKind } from '../../types.js';
import { readCodeCell, schemeOfCode } from '../codes/printed-code.js';
import type { BodyRow, TableToRead } from '../table-to-read.js';

/** Kinds that print money and are kept raw on purpose: assets are stocks, forms give targets. */
const RAW_KINDS: ReadonlySet<TableKind> = new Set(['performance_targets', 'fixed_assets', 'organization']);
/** What names the row; remarks and quantities may hold figures of their own. */
const NAMING: ReadonlySet<Column['role']> = new Set(['code', 'name', 'unit_name', 'project_name', 'item_name']);
/** Fewer such numbers occur in any table of words. */
const LEAST_MONEY = 2;

/** A table of a kind without lines that prints money all the same: its title or its words may be unknown. */
export function reportUnknownTable({ tableNo, tableKind, grid }: TableToRead): Diagnostic[] {
  if (RAW_KINDS.has(tableKind)) return [];
  const money = grid.cells.filter(({ text }) => isMoneyText(text) || isSeveralFigures(text));
  if (money.length < LEAST_MONEY) return [];
  return [
    report(
      'table-kind-unknown',
      `the table is no known statement but prints ${String(money.length)} amounts; it is kept raw, no lines are made of it`,
      tableNo,
      money[0],
    ),
  ];
}

/** A table without header rows: what its numbers mean nobody says. */
export function reportMissingHeader({ tableNo, grid }: TableToRead): Diagnostic[] {
  const numbers = grid.cells.filter(({ text }) => isAmount(text) || isUnprinted(text) || isSeveralFigures(text));
  if (numbers.length === 0) return [];
  return [
    report(
      'header-missing',
      `the table has no header; its ${String(numbers.length)} numbers are kept raw, no lines are made of them`,
      tableNo,
      numbers[0],
    ),
  ];
}

/**
 * Amounts under headings without a money unit, where the table names none either, are an error `unit-missing`. The others of which no line was made: adjustments within the year (调整数), which no line states; in money columns, spread over several columns or in a section that is no statement; in columns of
 * names and codes, where a row was cut or shifted; anywhere where no column is for money. What a row's own unit tells to be counted (人) is no amount.
 *
 * @param places where amounts and changes were read
 */
export function reportUnreadAmounts(
  { tableNo, unit, isUnruled }: TableToRead,
  columns: readonly Column[],
  rows: readonly BodyRow[],
  places: readonly (StatedAmount['place'] | Cell)[],
): Diagnostic[] {
  const roles = new Map(columns.map(({ col, role }) => [col, role]));
  const read = new Set(places.map((place) => ('row' in place ? placeKey(place) : '')));
  const unread = rows
    .filter((row) => !isCounted(row, columns))
    .flatMap((row) => [...row.values()])
    .filter((cell) => isMoney(cell.text, roles.get(cell.col), isUnruled) && !read.has(placeKey(cell)));
  const lackUnit = new Set(
    unit === null
      ? columns.filter((column) => column.role === 'amount' && column.unit === null).map(({ col }) => col)
      : [],
  );
  const unitless = unread.filter(({ col }) => lackUnit.has(col));
  const others = unit === null && places.length === 0 ? [] : unread.filter(({ col }) => !lackUnit.has(col));
  const raw = places.length === 0 && unread.length === 0 ? moneyOutsideAmounts(rows, roles) : [];
  return [...reportUnitless(unitless, tableNo), ...reportOthers([...others, ...raw], tableNo)];
}

/** Figures of money in columns that are not known to hold any, where no column is: their headings are lost. */
function moneyOutsideAmounts(rows: readonly BodyRow[], roles: ReadonlyMap<number, Column['role']>): readonly Cell[] {
  if ([...roles.values()].includes('amount')) return [];
  const money = rows.flatMap((row) => [...row.values()]).filter(({ text }) => isMoneyText(text));
  return money.length < LEAST_MONEY ? [] : money;
}

function reportUnitless(cells: readonly Cell[], tableNo: number): Diagnostic[] {
  if (cells.length === 0) return [];
  const message = `neither the table nor its headings name a money unit for ${String(cells.length)} amounts, and the document gives no single one; they are kept raw, no lines are made of them`;
  return [{ ...report('unit-missing', message, tableNo, cells[0]), severity: 'error' }];
}

function reportOthers(unread: readonly Cell[], tableNo: number): Diagnostic[] {
  if (unread.length === 0) return [];
  const message = `${String(unread.length)} numbers are of no statement, adjustments within the year, spread over several columns, or stand among names; they are kept raw, no lines are made of them`;
  return [report('amounts-unread', message, tableNo, unread[0])];
}

function isCounted(row: BodyRow, columns: readonly Column[]): boolean {
  return columns.some(({ role, col }) => role === 'measure' && isOtherUnit(row.get(col)?.text ?? ''));
}

function isOtherUnit(word: string): boolean {
  return word.trim() !== '' && !isLoneUnit(word);
}

function placeKey({ row, col }: { readonly row: number; readonly col: number }): string {
  return `${String(row)} ${String(col)}`;
}

/** Without rules an amount may stand behind a name, too. */
function isMoney(text: string, role: Column['role'] | undefined, isUnruled: boolean): boolean {
  if (role === 'amount' || role === 'adjustment') return isAmount(text);
  if (role === 'code' && schemeOfCode(readCodeCell(text) ?? '') !== null) return false;
  if (isSeveralFigures(text)) return true;
  if (role === undefined || !NAMING.has(role)) return false;
  return isMoneyText(text) || isGluedToWords(text) || (isUnruled && endsInMoney(text));
}

function isAmount(text: string): boolean {
  return parseAmount(text, 1).kind === 'amount';
}

function report(code: string, message: string, tableNo: number, first: Cell | undefined): Diagnostic {
  return {
    stage: 'transform',
    severity: 'warning',
    code,
    message,
    origin: { tableNo, row: first?.row ?? null, col: first?.col ?? null },
  };
}
