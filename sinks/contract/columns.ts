/** The vocabulary in which tables are written down: column types, nullability, and the TypeScript row that follows from them. */

export type SqlType =
  | 'VARCHAR'
  | 'VARCHAR[]'
  | 'JSON'
  | 'BOOLEAN'
  | 'SMALLINT'
  | 'INTEGER'
  | 'BIGINT'
  | 'FLOAT'
  | 'DOUBLE'
  | 'TIMESTAMPTZ'
  | `DECIMAL(${number},${number})`;

/** Money in yuan; the TypeScript value is a bigint of fen. */
export const MONEY = 'DECIMAL(20,2)';
/** A percentage; the TypeScript value is a bigint of ten-thousandths of a percent point. */
export const PERCENT = 'DECIMAL(9,4)';
/** A figure of a check or a target; the TypeScript value is a bigint of millionths. */
export const MILLIONTHS = 'DECIMAL(24,6)';

/** What a row holds for a column type: decimals are integers of their last place, never floating point. */
export type ValueOf<T extends SqlType> = T extends 'VARCHAR' | 'JSON'
  ? string
  : T extends 'VARCHAR[]'
    ? readonly string[]
    : T extends 'BOOLEAN'
      ? boolean
      : T extends 'TIMESTAMPTZ'
        ? Date
        : T extends `DECIMAL${string}` | 'BIGINT'
          ? bigint
          : number;

export interface Column<T extends SqlType = SqlType, N extends boolean = boolean> {
  readonly type: T;
  readonly nullable: N;
  /** For analysts: what it means, its unit, what null says. */
  readonly comment: string;
}

export type Columns = Readonly<Record<string, Column>>;

/** The row that a writer must deliver: every column of the table, no other. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: ValueOf<C[K]['type']> | (true extends C[K]['nullable'] ? null : never);
};

/** A row of any table. */
export type AnyRow = Readonly<Record<string, ValueOf<SqlType> | null>>;

/** A column that every row fills. */
export function required<T extends SqlType>(type: T, comment: string): Column<T, false> {
  return { type, nullable: false, comment };
}

/** A column that may be null. */
export function optional<T extends SqlType>(type: T, comment: string): Column<T, true> {
  return { type, nullable: true, comment };
}
