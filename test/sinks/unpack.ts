/** Packed rows read back, in words of their own: what a test compares, and what a writer would put into the tables. */
import { DOCUMENT_TABLES, type SqlType, type Table, type ValueOf } from '../../sinks/contract/index.js';
import type { PreparedDocument } from '../../sinks/index.js';
import type { DocumentRows } from '../../sinks/rows/document.js';
import type { PackedColumn, PackedRows, PackedValues, Validity } from '../../sinks/vectors/types.js';

type Value = ValueOf<SqlType> | null;

/** Rows of a document that is ready to be written. */
export function unpackDocument({ packed }: PreparedDocument): DocumentRows {
  const rows = [...packed].map(([name, ofTable]) => [name, unpackRows(DOCUMENT_TABLES[name], ofTable)]);
  return Object.fromEntries(rows) as DocumentRows;
}

/** Rows of a table. */
export function unpackRows(table: Table, { count, columns }: PackedRows): readonly Readonly<Record<string, Value>>[] {
  const values = Object.entries(table.columns).map(([name, { type }]): [string, readonly Value[]] => {
    const column = columns.get(name);
    if (!column) throw new Error(`no column ${name}`);
    return [name, unpackColumn(type, column, count)];
  });
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(values.map(([name, ofColumn]) => [name, ofColumn[row] ?? null])),
  );
}

function unpackColumn(type: SqlType, column: PackedColumn, count: number): readonly Value[] {
  const all = column.kind === 'lists' ? listsOf(column.lengths, column.items) : valuesOf(type, column, count);
  return all.map((value, row) => (isValid(column.valid, row) ? value : null));
}

function isValid(bits: Validity, row: number): boolean {
  return bits === null || (((bits[Math.floor(row / 8)] ?? 0) >> (row % 8)) & 1) === 1;
}

function listsOf(lengths: Uint32Array, items: PackedValues): readonly (readonly string[])[] {
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const texts = textsOf(items, all);
  let end = 0;
  return Array.from(lengths, (length) => texts.slice(end, (end += length)));
}

function valuesOf(type: SqlType, column: PackedValues, count: number): readonly Value[] {
  if (type === 'VARCHAR' || type === 'JSON') return textsOf(column, count);
  const { values, width } = column;
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return Array.from({ length: count }, (_, row) => numberOf(type, view, row * width, width));
}

function textsOf({ values, long }: PackedValues, count: number): readonly string[] {
  const entries = Buffer.from(values);
  return Array.from({ length: count }, (_, row) => {
    const length = entries.readUInt32LE(16 * row);
    if (length <= 12) return entries.toString('utf8', 16 * row + 4, 16 * row + 4 + length);
    const number = entries.readUInt32LE(16 * row + 8);
    const [start, end] = [long?.ends[number - 1] ?? 0, long?.ends[number] ?? 0];
    if (end - start !== length) throw new Error(`text ${number} has not ${length} bytes`);
    return Buffer.from(long?.bytes ?? []).toString('utf8', start, end);
  });
}

function numberOf(type: SqlType, view: DataView, at: number, width: number): Value {
  if (type === 'BOOLEAN') return view.getUint8(at) === 1;
  if (type === 'SMALLINT') return view.getInt16(at, true);
  if (type === 'INTEGER') return view.getInt32(at, true);
  if (type === 'FLOAT') return view.getFloat32(at, true);
  if (type === 'DOUBLE') return view.getFloat64(at, true);
  if (type === 'TIMESTAMPTZ') return new Date(Number(view.getBigInt64(at, true) / 1000n));
  return integerOf(view, at, width);
}

/** A BIGINT or a decimal, of whatever width. */
function integerOf(view: DataView, at: number, width: number): bigint {
  const bytes = Array.from({ length: width }, (_, byte) => BigInt(view.getUint8(at + byte)));
  return BigInt.asIntN(
    8 * width,
    bytes.reduceRight((high, byte) => (high << 8n) | byte, 0n),
  );
}
