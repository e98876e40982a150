/** The order in which the tables and lines of a page are read. */
import { centreX, centreY, heightOf, sharedLength } from './boxes.js';
import type { Gutter } from './lines/loose-lines.js';
import type { PageItem, PageLine, PageTable } from './types.js';

/** Share of the lower table's height: tables that share this much of it stand side by side. */
const SIDE_BY_SIDE = 0.5;

/** Points by which a line may reach over the table that it stands above. */
const OVERHANG = 6;

/**
 * Lines and tables from top to bottom; tables side by side from left to right, each after the lines right above it that are no wider than it
 * is: its title, its unit.
 *
 * @param lines in reading order
 */
export function orderPage(tables: readonly PageTable[], lines: readonly PageLine[]): PageItem[] {
  const items: PageItem[] = [];
  const addLines = (added: readonly PageLine[]): void => {
    for (const line of added) items.push({ kind: 'line', line });
  };
  let waiting = lines;
  for (const row of intoRows(tables)) {
    const top = Math.min(...row.map((table) => table.box[1]));
    const next = waiting.findIndex((line) => centreY(line.box) >= top);
    const above = next < 0 ? waiting : waiting.slice(0, next);
    waiting = waiting.slice(above.length);
    const own = row.length > 1 ? ownLines(above, row) : [];
    addLines(above.slice(0, above.length - own.length));
    for (const table of row) {
      addLines(own.filter((line) => standsAbove(line, table)));
      items.push({ kind: 'table', table });
    }
  }
  addLines(waiting);
  return items;
}

/** The spaces between tables side by side; the captions of either may stand nearer together than texts that say different things do. */
export function guttersOf(tables: readonly PageTable[]): Gutter[] {
  return intoRows(tables).flatMap((row) => {
    const bottom = Math.min(...row.map((table) => table.box[1]));
    return row
      .slice(1)
      .map((table, at): Gutter => ({ from: row[at]?.box[2] ?? 0, to: table.box[0], bottom }))
      .filter(({ from, to }) => from < to);
  });
}

/** The last lines, as far as each stands above one of the tables. */
function ownLines(above: readonly PageLine[], row: readonly PageTable[]): readonly PageLine[] {
  return above.slice(above.findLastIndex((line) => !row.some((table) => standsAbove(line, table))) + 1);
}

function standsAbove({ box }: PageLine, table: PageTable): boolean {
  const middle = centreX(box);
  const [from, , to] = table.box;
  return middle >= from && middle < to && box[0] >= from - OVERHANG && box[2] <= to + OVERHANG;
}

/** From top to bottom; tables side by side are a row, from left to right. */
function intoRows(tables: readonly PageTable[]): PageTable[][] {
  const rows: PageTable[][] = [];
  for (const table of tables.toSorted((a, b) => a.box[1] - b.box[1])) {
    const row = rows.at(-1);
    if (row?.[0] && areBeside(row[0], table)) row.push(table);
    else rows.push([table]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box[0] - b.box[0]));
}

function areBeside(a: PageTable, b: PageTable): boolean {
  const shared = sharedLength(a.box[1], a.box[3], b.box[1], b.box[3]);
  return shared >= SIDE_BY_SIDE * Math.min(heightOf(a.box), heightOf(b.box));
}
