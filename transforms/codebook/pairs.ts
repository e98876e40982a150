/** The rows of a crosswalk as pairs of codes, whichever its columns. */

export interface PairTable<Row> {
  readonly fromOf: (row: Row) => string;
  readonly toOf: (row: Row) => string;
  /** The codes that exist in the two classifications. */
  readonly known: { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> };
  /** One for each direction in which the table translates. */
  readonly ranks: readonly Rank<Row>[];
}

/** One direction: of each code, exactly one pair is the primary one. */
export interface Rank<Row> {
  readonly codeOf: (row: Row) => string;
  readonly isPrimary: (row: Row) => boolean;
  /** The same pair without its rank. */
  readonly demote: (row: Row) => Row;
}

export function pairKey<Row>(row: Row, { fromOf, toOf }: PairTable<Row>): string {
  return `${fromOf(row)} ${toOf(row)}`;
}
