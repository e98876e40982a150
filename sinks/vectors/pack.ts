/** Rows into columns as DuckDB's vectors hold them, by plain code: what is done here the writer of an archive need not do. */
import type { AnyRow, SqlType, Table, ValueOf } from '../contract/index.js';
import { numberLayout, type NumberLayout } from './numbers.js';
import { packTexts } from './texts.js';
import type { PackedColumn, PackedLists, PackedRows, PackedValues, Validity } from './types.js';

type Value = ValueOf<SqlType> | null;

/**
 * Packs rows of a table, exactly: rows × columns of the contract, a missing value as null.
 * @throws TypeError where a value is of another kind than its column, RangeError where the bytes of its column can't hold it; digits that a decimal has no room for are refused before (`rows/check.ts`)
 */
export function packRows(table: Table, rows: readonly AnyRow[]): PackedRows {
  const columns = Object.entries(table.columns).map(([name, { type }]): [string, PackedColumn] => [
    name,
    packColumn(
      type,
      rows.map((row) => row[name] ?? null),
    ),
  ]);
  return { count: rows.length, columns: new Map(columns) };
}

function packColumn(type: SqlType, values: readonly Value[]): PackedColumn {
  if (type === 'VARCHAR[]') return packLists(values.map(expectList));
  const layout = numberLayout(type);
  return layout === null ? packTexts(values.map(expectText), validityOf(values)) : packNumbers(layout, values);
}

function packNumbers({ width, write }: NumberLayout, values: readonly Value[]): PackedValues {
  const packed = new Uint8Array(values.length * width);
  const view = new DataView(packed.buffer);
  values.forEach((value, row) => {
    if (value !== null) write(view, row * width, value);
  });
  return { kind: 'values', valid: validityOf(values), width, values: packed, long: null };
}

function packLists(lists: readonly (readonly string[] | null)[]): PackedLists {
  const lengths = Uint32Array.from(lists, (list) => list?.length ?? 0);
  const items = packTexts(
    lists.flatMap((list) => list ?? []),
    null,
  );
  return { kind: 'lists', valid: validityOf(lists), lengths, items };
}

function validityOf(values: readonly unknown[]): Validity {
  if (!values.includes(null)) return null;
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  values.forEach((value, row) => {
    if (value !== null) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  });
  return bits;
}

function expectText(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new TypeError(`a text was expected, not a ${typeof value}`);
}

function expectList(value: Value): readonly string[] | null {
  if (value === null || isList(value)) return value;
  throw new TypeError(`a list was expected, not a ${typeof value}`);
}

function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}
