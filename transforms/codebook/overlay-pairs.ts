import type { PairTable, Rank } from './pairs.js';
import { pairKey } from './pairs.js';
import type { PlacedRow } from './read-table.js';

/**
 * The pairs of a crosswalk with those of an overlay laid over them: a pair takes the place of the same packaged one, and a primary pair takes
 * that rank from the packaged one of its code.
 */
export function layPairs<Row>(
  packaged: readonly PlacedRow<Row>[],
  overlay: readonly PlacedRow<Row>[],
  table: PairTable<Row>,
): readonly PlacedRow<Row>[] {
  if (overlay.length === 0) return packaged;
  const replaced = new Set(overlay.map(({ row }) => pairKey(row, table)));
  const kept = packaged.filter(({ row }) => !replaced.has(pairKey(row, table)));
  return [
    ...table.ranks.reduce<readonly PlacedRow<Row>[]>((rows, rank) => demoteTaken(rows, overlay, rank), kept),
    ...overlay,
  ];
}

function demoteTaken<Row>(
  rows: readonly PlacedRow<Row>[],
  overlay: readonly PlacedRow<Row>[],
  { codeOf, isPrimary, demote }: Rank<Row>,
): readonly PlacedRow<Row>[] {
  const taken = new Set(overlay.filter(({ row }) => isPrimary(row)).map(({ row }) => codeOf(row)));
  return rows.map(({ row, place }) => ({ row: taken.has(codeOf(row)) ? demote(row) : row, place }));
}
