/** What must hold of the pairs of a crosswalk, and what is wrong where it doesn't. */
import { groupBy } from './group-by.js';
import type { PairTable, Rank } from './pairs.js';
import { pairKey } from './pairs.js';
import type { PlacedRow } from './read-table.js';

/** Pairs that stand twice in one file. */
export function faultsOfTwins<Row>(rows: readonly PlacedRow<Row>[], table: PairTable<Row>): readonly string[] {
  return [...groupBy(rows, ({ row }) => pairKey(row, table)).values()].flatMap(([first, ...twins]) =>
    twins.map(({ row, place }) => `${place}: the pair ${pairKey(row, table)} stands in ${first?.place ?? ''} too`),
  );
}

/** Codes that don't exist and codes that have not exactly one primary pair, packaged and overlay rows together. */
export function faultsOfPairs<Row>(rows: readonly PlacedRow<Row>[], table: PairTable<Row>): readonly string[] {
  const unknown = rows.flatMap(({ row, place }) => [
    ...(table.known.from.has(table.fromOf(row)) ? [] : [`${place}: ${table.fromOf(row)} is no known code`]),
    ...(table.known.to.has(table.toOf(row)) ? [] : [`${place}: ${table.toOf(row)} is no known code`]),
  ]);
  return [...unknown, ...table.ranks.flatMap((rank) => faultsOfRank(rows, rank))];
}

/** The place is that of the last pair that claims the rank, else of the code's last pair. */
function faultsOfRank<Row>(rows: readonly PlacedRow<Row>[], { codeOf, isPrimary }: Rank<Row>): readonly string[] {
  return [...groupBy(rows, ({ row }) => codeOf(row))].flatMap(([code, pairs]) => {
    const primaries = pairs.filter(({ row }) => isPrimary(row));
    if (primaries.length === 1) return [];
    const place = (primaries.at(-1) ?? pairs.at(-1))?.place ?? '';
    return [`${place}: ${code} has ${String(primaries.length)} primary pairs, it needs exactly one`];
  });
}
