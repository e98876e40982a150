/** Rows packed, filled into vectors and read back from DuckDB: every type, every length, nothing changed. */
import {
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  DuckDBTimestampTZValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveTable } from '../../../sinks/contract/table.js';
import { optional } from '../../../sinks/contract/columns.js';
import type { TableRow } from '../../../sinks/contract/index.js';
import { appendPacked } from '../../../sinks/duckdb/append.js';
import { packRows } from '../../../sinks/vectors/pack.js';
import { unpackRows } from '../unpack.js';

const table = archiveTable('every_type', 'One column of each type.', ['position'], {
  position: optional('INTEGER', 'Place among the rows.'),
  flag: optional('BOOLEAN', ''),
  small: optional('SMALLINT', ''),
  big: optional('BIGINT', ''),
  single: optional('FLOAT', ''),
  double: optional('DOUBLE', ''),
  time: optional('TIMESTAMPTZ', ''),
  tiny_decimal: optional('DECIMAL(4,1)', ''),
  percent: optional('DECIMAL(9,4)', ''),
  long_decimal: optional('DECIMAL(18,2)', ''),
  money: optional('DECIMAL(20,2)', ''),
  text: optional('VARCHAR', ''),
  json: optional('JSON', ''),
  texts: optional('VARCHAR[]', ''),
});
type Row = TableRow<typeof table>;

/** Both sides of the twelve bytes that an entry holds, in letters of one to four bytes, some of them again and again. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    'abcdefghijkl',
    'abcdefghijklm',
    '一般公共',
    '一般公共预',
    '一般公共a',
    '😀😀😀',
    '😀😀😀a',
    '\0',
    'a\0b',
    'éééééé',
    'ééééééé',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const decimal = (digits: number): fc.Arbitrary<bigint> =>
  fc.bigInt({ min: -(10n ** BigInt(digits)) + 1n, max: 10n ** BigInt(digits) - 1n });
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 });
const row: fc.Arbitrary<Row> = fc.record({
  position: fc.constant(0),
  flag: orNull(fc.boolean()),
  small: orNull(fc.integer({ min: -0x8000, max: 0x7fff })),
  big: orNull(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  single: orNull(fc.float({ noNaN: true })),
  double: orNull(fc.double({ noNaN: true })),
  time: orNull(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })),
  tiny_decimal: orNull(decimal(4)),
  percent: orNull(decimal(9)),
  long_decimal: orNull(decimal(18)),
  money: orNull(decimal(20)),
  text: orNull(text),
  json: orNull(fc.json()),
  texts: orNull(fc.array(text, { maxLength: 4 })),
});

/** A row of nulls. */
const EMPTY: Row = {
  position: 0,
  flag: null,
  small: null,
  big: null,
  single: null,
  double: null,
  time: null,
  tiny_decimal: null,
  percent: null,
  long_decimal: null,
  money: null,
  text: null,
  json: null,
  texts: null,
};

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** Appends rows in parts of such lengths, and reads all of them back. */
async function roundTrip(rows: readonly Row[], lengths: readonly number[]): Promise<readonly unknown[]> {
  const columns = Object.entries(table.columns).map(([name, { type }]) => `${name} ${type}`);
  await connection.run(`CREATE OR REPLACE TABLE ${table.name} (${columns.join(', ')})`);
  let end = 0;
  const parts = lengths.map((length) => packRows(table, rows.slice(end, (end += length))));
  await appendPacked(connection, table, parts);
  const result = await connection.runAndReadAll(`SELECT * FROM ${table.name} ORDER BY position`);
  return result
    .getRowObjects()
    .map((found) => Object.fromEntries(Object.entries(found).map(([name, value]) => [name, plain(value)])));
}

function plain(value: DuckDBValue): unknown {
  if (value instanceof DuckDBDecimalValue) return value.value;
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n));
  return value instanceof DuckDBListValue ? value.items : value;
}

const numbered = (rows: readonly Row[]): readonly Row[] => rows.map((own, position) => ({ ...own, position }));

test('rows of every type come back as they were, whatever parts they come in', async () => {
  const parts = fc.array(fc.array(row, { maxLength: 20 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(parts, async (given) => {
      const rows = numbered(given.flat());
      expect(
        await roundTrip(
          rows,
          given.map(({ length }) => length),
        ),
      ).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

test('rows of more than one chunk do, wherever a part ends', async () => {
  const lengths = [1, 2046, 1, 2, 4096, 0, 2047, 3000];
  const few = fc.sample(row, { numRuns: 97, seed: 7 });
  const count = lengths.reduce((sum, length) => sum + length, 0);
  const rows = numbered(Array.from({ length: count }, (_, at) => few[at % few.length] ?? EMPTY));
  expect(await roundTrip(rows, lengths)).toEqual(rows);
});

test('half of a surrogate pair is no letter, and none with the half of another text', async () => {
  const halves = ['long enough \ud83d', '\ude00 long enough', '\ud83d'];
  const rows = numbered(halves.map((half) => ({ ...EMPTY, text: half, texts: [half] })));
  const texts = ['long enough \ufffd', '\ufffd long enough', '\ufffd'];
  expect(await roundTrip(rows, [3])).toEqual(rows.map((own, at) => ({ ...own, text: texts[at], texts: [texts[at]] })));
});

test('the same rows can be read from what is packed', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      expect(unpackRows(table, structuredClone(packRows(table, rows)))).toEqual(rows);
    }),
  );
});

test.each([
  ['small', 0x8000],
  ['position', 2 ** 31],
  ['position', 1.5],
  ['big', 2n ** 63n],
  ['percent', 2n ** 31n],
  ['long_decimal', -(2n ** 63n) - 1n],
  ['money', 2n ** 127n],
])('a value that %s can not hold is refused, not changed: %s', (column, value) => {
  expect(() => packRows(table, [{ ...EMPTY, [column]: value }])).toThrow(/range|integer/);
});

test.each([
  ['flag', 1],
  ['money', 1.5],
  ['big', 1],
  ['position', '1'],
  ['single', '1'],
  ['text', 1],
  ['texts', 'a'],
  ['time', '2024-01-01'],
])('a value of another kind is refused: %s %s', (column, value) => {
  expect(() => packRows(table, [{ ...EMPTY, [column]: value }])).toThrow(TypeError);
});

test('a table whose columns are of other types is not written to', async () => {
  const columns = Object.entries(table.columns).map(
    ([name, { type }]) => `${name} ${name === 'money' ? 'BIGINT' : type}`,
  );
  await connection.run(`CREATE OR REPLACE TABLE ${table.name} (${columns.join(', ')})`);
  await expect(appendPacked(connection, table, [packRows(table, [EMPTY])])).rejects.toThrow(
    'table every_type has not the columns of this version',
  );
});
