/**
 * Packed columns into the vectors of a chunk, by copying: a call for each different long text, not one for every value of every row.
 *
 * By DuckDB's C interface; the package of its appender sets values one by one.
 */
import duckdb, { type Vector } from '@duckdb/node-bindings';
import {
  ENTRY_BYTES,
  MOST_ENTRY_TEXT,
  NUMBER_AT,
  type PackedColumn,
  type PackedLists,
  type PackedValues,
} from './types.js';

/** Rows of a packed column, and where they go. */
export interface Stretch<C extends PackedColumn = PackedColumn> {
  readonly column: C;
  /** First row. */
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
  /** First row in the vector. */
  readonly at: number;
}

/** Bytes of the words in which DuckDB holds which rows have a value. */
const VALIDITY_WORD = 8;
const ALL_VALID = 0xff;
const NO_ROW = -1;
const WORD_BYTES = 4;
const ENTRY_WORDS = ENTRY_BYTES / WORD_BYTES;
const NUMBER_WORD = NUMBER_AT / WORD_BYTES;

/**
 * Fills the first `count` rows of a new or reset vector with stretches of columns that cover them.
 *
 * Bytes are copied as they are: columns of another type than the vector's would write beyond it. Who calls has compared the types.
 */
export function fillVector(vector: Vector, stretches: readonly Stretch[], count: number): void {
  fillValidity(vector, stretches, count);
  const lists = stretches.filter(isOfLists);
  if (lists.length > 0) fillLists(vector, lists, count);
  else fillValues(vector, stretches.filter(isOfValues), count);
}

function isOfLists(stretch: Stretch): stretch is Stretch<PackedLists> {
  return stretch.column.kind === 'lists';
}

function isOfValues(stretch: Stretch): stretch is Stretch<PackedValues> {
  return stretch.column.kind === 'values';
}

function fillValidity(vector: Vector, stretches: readonly Stretch[], count: number): void {
  if (stretches.every(({ column }) => column.valid === null)) return;
  const bits = new Uint8Array(Math.ceil(count / (8 * VALIDITY_WORD)) * VALIDITY_WORD).fill(ALL_VALID);
  for (const { column, from, to, at } of stretches) {
    if (column.valid === null) continue;
    for (let row = from; row < to; row += 1) if (!hasValue(column.valid, row)) clearBit(bits, at + row - from);
  }
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, bits.buffer, bits.byteOffset, bits.byteLength);
}

function hasValue(bits: Uint8Array, row: number): boolean {
  return ((bits[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
}

function clearBit(bits: Uint8Array, row: number): void {
  bits[row >> 3] = (bits[row >> 3] ?? 0) & ~(1 << (row & 7));
}

function fillValues(vector: Vector, stretches: readonly Stretch<PackedValues>[], count: number): void {
  const width = stretches[0]?.column.width ?? 0;
  const values = new Uint8Array(count * width);
  for (const { column, from, to, at } of stretches)
    values.set(column.values.subarray(from * width, to * width), at * width);
  if (stretches.some(({ column }) => column.long !== null)) fillLongTexts(vector, stretches, values);
  copyValues(vector, values);
}

/** Gives each long text to the vector once; all rows that have it get its entry: the text lives as long as the vector. */
function fillLongTexts(vector: Vector, stretches: readonly Stretch<PackedValues>[], values: Uint8Array): void {
  const entries = wordsOf(values);
  const lenders = new Int32Array(values.length / ENTRY_BYTES).fill(NO_ROW);
  for (const stretch of stretches) assignLongTexts(vector, stretch, entries, lenders);
  lendEntries(wordsOf(duckdb.vector_get_data(vector, values.byteLength)), lenders, entries);
}

/** Notes of each row with a long text which row of the vector the text was given to. */
function assignLongTexts(
  vector: Vector,
  { column, from, to, at }: Stretch<PackedValues>,
  entries: Uint32Array,
  lenders: Int32Array,
): void {
  if (column.long === null) return;
  const { ends, bytes } = column.long;
  const given = new Int32Array(ends.length).fill(NO_ROW);
  for (let row = at; row < at + to - from; row += 1) {
    if ((entries[row * ENTRY_WORDS] ?? 0) <= MOST_ENTRY_TEXT) continue;
    const number = entries[row * ENTRY_WORDS + NUMBER_WORD] ?? 0;
    if (given[number] === NO_ROW) {
      given[number] = row;
      duckdb.vector_assign_string_element_len(vector, row, bytes.subarray(ends[number - 1] ?? 0, ends[number]));
    }
    lenders[row] = given[number] ?? NO_ROW;
  }
}

function lendEntries(given: Uint32Array, lenders: Int32Array, values: Uint32Array): void {
  for (let row = 0; row < lenders.length; row += 1) {
    const lender = lenders[row] ?? NO_ROW;
    if (lender === NO_ROW) continue;
    for (let word = 0; word < ENTRY_WORDS; word += 1)
      values[row * ENTRY_WORDS + word] = given[lender * ENTRY_WORDS + word] ?? 0;
  }
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / WORD_BYTES);
}

function fillLists(vector: Vector, stretches: readonly Stretch<PackedLists>[], count: number): void {
  /** Of each row: where its items begin, and how many they are. */
  const places = new BigUint64Array(2 * count);
  const items: Stretch<PackedValues>[] = [];
  let total = 0;
  for (const { column, from, to, at } of stretches) {
    const first = sumOf(column.lengths, 0, from);
    items.push({ column: column.items, from: first, to: first + sumOf(column.lengths, from, to), at: total });
    for (let row = from; row < to; row += 1) {
      const place = 2 * (at + row - from);
      const length = column.lengths[row] ?? 0;
      places[place] = BigInt(total);
      places[place + 1] = BigInt(length);
      total += length;
    }
  }
  duckdb.list_vector_reserve(vector, total);
  duckdb.list_vector_set_size(vector, total);
  copyValues(vector, places);
  if (total > 0) fillVector(duckdb.list_vector_get_child(vector), items, total);
}

function copyValues(vector: Vector, values: Uint8Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>): void {
  duckdb.copy_data_to_vector(vector, 0, values.buffer, values.byteOffset, values.byteLength);
}

function sumOf(numbers: Uint32Array, from: number, to: number): number {
  return numbers.subarray(from, to).reduce((sum, number) => sum + number, 0);
}
