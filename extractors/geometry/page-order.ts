/** The order in which the tables of a page are read. */
import { heightOf, sharedLength } from './boxes.js';
import type { PageTable } from './types.js';

/** Share of the lower table's height: tables that share this much of it stand side by side. */
const SIDE_BY_SIDE = 0.5;

/** From top to bottom; tables side by side from left to right. */
export function inReadingOrder(tables: readonly PageTable[]): PageTable[] {
  const rows: PageTable[][] = [];
  for (const table of tables.toSorted((a, b) => a.box[1] - b.box[1])) {
    const row = rows.at(-1);
    if (row?.[0] && areBeside(row[0], table)) row.push(table);
    else rows.push([table]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.box[0] - b.box[0]));
}

function areBeside(a: PageTable, b: PageTable): boolean {
  const shared = sharedLength(a.box[1], a.box[3], b.box[1], b.box[3]);
  return shared >= SIDE_BY_SIDE * Math.min(heightOf(a.box), heightOf(b.box));
}
