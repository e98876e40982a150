/** How values of a fixed size lie in a vector: little endian, decimals as integers of their last place (DuckDB's C interface, "Data Chunks" and "Vectors"). */
import type { SqlType, ValueOf } from '../contract/index.js';
import { decimalShape } from '../duckdb/decimal.js';

export interface NumberLayout {
  readonly width: number;
  /** @throws TypeError or RangeError where the type can't hold the value */
  readonly write: (view: DataView, at: number, value: ValueOf<SqlType>) => void;
}

const LAYOUTS: Readonly<Partial<Record<SqlType, NumberLayout>>> = {
  BOOLEAN: {
    width: 1,
    write: (view, at, value) => {
      view.setUint8(at, expectBoolean(value) ? 1 : 0);
    },
  },
  SMALLINT: { width: 2, write: writeInt16 },
  INTEGER: { width: 4, write: writeInt32 },
  BIGINT: { width: 8, write: writeInt64 },
  FLOAT: {
    width: 4,
    write: (view, at, value) => {
      view.setFloat32(at, expectNumber(value), true);
    },
  },
  DOUBLE: {
    width: 8,
    write: (view, at, value) => {
      view.setFloat64(at, expectNumber(value), true);
    },
  },
  TIMESTAMPTZ: { width: 8, write: writeTime },
};

const BITS = 64n;
const MICROS_PER_MILLI = 1000n;

/** Digits up to which a decimal is held in so many bytes. */
const DECIMAL_LAYOUTS: readonly (readonly [digits: number, layout: NumberLayout])[] = [
  [4, { width: 2, write: writeInt16 }],
  [9, { width: 4, write: writeInt32 }],
  [18, { width: 8, write: writeInt64 }],
  [38, { width: 16, write: writeInt128 }],
];

/** The layout of a type; null for texts and lists, which have none of a fixed size. */
export function numberLayout(type: SqlType): NumberLayout | null {
  const decimal = decimalShape(type);
  if (decimal === null) return LAYOUTS[type] ?? null;
  return DECIMAL_LAYOUTS.find(([digits]) => decimal.width <= digits)?.[1] ?? null;
}

function writeInt16(view: DataView, at: number, value: ValueOf<SqlType>): void {
  const number = Number(expectWhole(value));
  view.setInt16(at, number, true);
  expectSame(view.getInt16(at, true) === number, value);
}

function writeInt32(view: DataView, at: number, value: ValueOf<SqlType>): void {
  const number = Number(expectWhole(value));
  view.setInt32(at, number, true);
  expectSame(view.getInt32(at, true) === number, value);
}

function writeInt64(view: DataView, at: number, value: ValueOf<SqlType>): void {
  const integer = expectBigint(value);
  view.setBigInt64(at, integer, true);
  expectSame(view.getBigInt64(at, true) === integer, value);
}

function writeInt128(view: DataView, at: number, value: ValueOf<SqlType>): void {
  const integer = expectBigint(value);
  const high = integer >> BITS;
  view.setBigInt64(at, integer, true);
  view.setBigInt64(at + 8, high, true);
  expectSame(view.getBigInt64(at + 8, true) === high, value);
}

function writeTime(view: DataView, at: number, value: ValueOf<SqlType>): void {
  if (!(value instanceof Date)) throw new TypeError(`a time was expected, not a ${typeof value}`);
  view.setBigInt64(at, BigInt(value.getTime()) * MICROS_PER_MILLI, true);
}

function expectBoolean(value: ValueOf<SqlType>): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`a truth value was expected, not a ${typeof value}`);
  return value;
}

function expectWhole(value: ValueOf<SqlType>): number | bigint {
  if (typeof value === 'bigint' || Number.isInteger(value)) return value as number | bigint;
  throw new TypeError(`an integer was expected, not ${String(value)}`);
}

function expectBigint(value: ValueOf<SqlType>): bigint {
  if (typeof value !== 'bigint') throw new TypeError(`a bigint was expected, not a ${typeof value}`);
  return value;
}

function expectNumber(value: ValueOf<SqlType>): number {
  if (typeof value !== 'number') throw new TypeError(`a number was expected, not a ${typeof value}`);
  return value;
}

function expectSame(isSame: boolean, value: ValueOf<SqlType>): void {
  if (!isSame) throw new RangeError(`${String(value)} is out of the range of its type`);
}
