/** Rows as DuckDB's vectors hold them: made beside the writer of an archive, and copied by it. */

/** Rows of a table, column by column; plain data, as it may come from another process. */
export interface PackedRows {
  readonly count: number;
  readonly columns: ReadonlyMap<string, PackedColumn>;
}

export type PackedColumn = PackedValues | PackedLists;

export interface PackedValues {
  readonly kind: 'values';
  readonly valid: Validity;
  /** Bytes of one value in the vector: those of its type, little endian, or an entry of {@link ENTRY_BYTES} for a text. */
  readonly width: number;
  /** Rows × `width` bytes; zeros where there is no value. */
  readonly values: Uint8Array;
  /** Texts that have no room in their entries: those have their lengths, and their numbers at {@link NUMBER_AT}. */
  readonly long: LongTexts | null;
}

/** Texts in UTF-8, each once however many rows have it. */
export interface LongTexts {
  /** Where each text ends in `bytes`, by its number; it begins where the one before it ends. */
  readonly ends: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Lists of texts. */
export interface PackedLists {
  readonly kind: 'lists';
  readonly valid: Validity;
  /** Items of each row. */
  readonly lengths: Uint32Array;
  /** Of all rows, one after the other. */
  readonly items: PackedValues;
}

/** One bit a row, from the lowest of each byte, set where there is a value; null where every row has one. */
export type Validity = Uint8Array | null;

/** Bytes of a text in a vector: its length in four, then the text, or its beginning and where it lies (`duckdb_string_t` of DuckDB's C interface). */
export const ENTRY_BYTES = 16;
/** Bytes of an entry before its text. */
export const ENTRY_HEAD = 4;
/** Where a vector's entry says in which place a long text lies, a packed one says which text it is: a number in four bytes. */
export const NUMBER_AT = 8;
/** Bytes of the longest text that lies in its entry whole. */
export const MOST_ENTRY_TEXT = ENTRY_BYTES - ENTRY_HEAD;
