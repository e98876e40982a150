/** Rows of an unruled table that a page end leaves so few of that no page shows them as a table: the total alone on the last page. */
import type { PageTable, TableCell } from '../geometry/index.js';
import { isBlank, isNumeral } from '../tables/words.js';
import type { Box } from '../types.js';
import { edgesOf } from './page-items.js';
import type { PageItem, PlacedLine } from './page-items.js';

/** Share of a text's width that may reach out of its column: columns of unruled tables are as wide as the words above. */
const MOST_OUTSIDE = 0.3;
/** Times the font size by which the middles of texts of one row may differ. */
const SAME_ROW = 0.5;

/** Times the font size: rows stand at least this far apart; nearer lines stand beside each other, half a line lower. */
const NEXT_ROW = 1.1;

type TableItem = Extract<PageItem, { kind: 'table' }>;

/**
 * The items with such rows as tables of their own: lines at the top of the page after one that ends with a table, whose texts stand in the
 * columns of that table, numbers in columns of numbers. Furniture is looked past.
 */
export function reclaimRows(items: readonly PageItem[], furniture: ReadonlySet<PlacedLine>): PageItem[] {
  const found: PageItem[] = [];
  let above: TableItem | null = null;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (!item) continue;
    if (item.kind === 'line' && furniture.has(item.line)) {
      found.push(item);
      continue;
    }
    const rows: readonly PlacedLine[][] =
      above && item.kind === 'line' && item.line.page === above.page + 1 ? takeRows(items, at, above.table) : [];
    const lines = rows.flat();
    if (above && item.kind === 'line' && lines.length > 0) {
      found.push({ kind: 'table', table: toTable(rows, above.table), page: item.line.page });
      at += lines.length - 1;
      above = null;
      continue;
    }
    found.push(item);
    above = item.kind === 'table' ? item : null;
  }
  return found;
}

/** The rows from this item on that fit the table; none where a table of the page's own follows in line. */
function takeRows(items: readonly PageItem[], start: number, table: PageTable): PlacedLine[][] {
  const edges = edgesOf(table, table.box);
  const numeric = columnsOfNumbers(table);
  const rows: PlacedLine[][] = [];
  for (let at = start; ;) {
    const row = takeRow(items, at);
    if (!fits(row, edges, numeric) || isCutShort(row, items[at + row.length])) return rows;
    rows.push(row);
    at += row.length;
  }
}

/** Does the next line stand so near that it is of the same row? The words of a cell wrap, and which lines are one row is not to be told. */
function isCutShort(row: readonly PlacedLine[], next: PageItem | undefined): boolean {
  const last = row.at(-1);
  if (!last || next?.kind !== 'line' || next.line.page !== last.page) return false;
  const distance = (next.line.box[1] + next.line.box[3] - last.box[1] - last.box[3]) / 2;
  return distance >= 0 && distance < NEXT_ROW * last.fontSize;
}

/** The lines beside each other from this item on. */
function takeRow(items: readonly PageItem[], start: number): PlacedLine[] {
  const row: PlacedLine[] = [];
  for (let at = start; at < items.length; at += 1) {
    const item = items[at];
    if (item?.kind !== 'line') break;
    const { line } = item;
    const [first] = row;
    if (first && (first.page !== line.page || !areBeside(first, line))) break;
    row.push(line);
  }
  return row;
}

function areBeside(a: PlacedLine, b: PlacedLine): boolean {
  return Math.abs(a.box[1] + a.box[3] - b.box[1] - b.box[3]) / 2 <= SAME_ROW * a.fontSize && b.box[0] >= a.box[2];
}

/** A name, then texts each in a column of its own, among them a number; numbers in columns of numbers and no words there. */
function fits(row: readonly PlacedLine[], edges: readonly number[], numeric: ReadonlySet<number>): boolean {
  const columns = row.map((line) => columnOf(line, edges));
  const isRowNumber = (at: number): boolean => at === 0 && row.length > 2;
  return (
    row.some(({ text }, at) => at > 0 && isNumeral(text)) &&
    row.some(({ text }) => !isNumeral(text)) &&
    row.every(({ text }, at) => isRowNumber(at) || isNumeral(text) === numeric.has(columns[at] ?? -1)) &&
    columns.every((col, at) => col > (columns[at - 1] ?? -1))
  );
}

/** The column in which a text stands, but for a little; -1 where it stands in none. */
function columnOf({ box }: PlacedLine, edges: readonly number[]): number {
  const width = box[2] - box[0];
  return edges.findIndex((from, at) => {
    const to = edges[at + 1] ?? from;
    return Math.min(to, box[2]) - Math.max(from, box[0]) >= (1 - MOST_OUTSIDE) * width;
  });
}

function columnsOfNumbers({ cells, columnCount }: PageTable): ReadonlySet<number> {
  const [numbers, words] = [new Map<number, number>(), new Map<number, number>()];
  for (const { col, text } of cells) {
    const counts = isNumeral(text) ? numbers : words;
    if (!isBlank(text)) counts.set(col, (counts.get(col) ?? 0) + 1);
  }
  const columns = Array.from({ length: columnCount }, (_, col) => col);
  // a heading or two stand above the numbers
  return new Set(columns.filter((col) => (numbers.get(col) ?? 0) * 2 >= (words.get(col) ?? 0) && numbers.has(col)));
}

function toTable(rows: readonly (readonly PlacedLine[])[], above: PageTable): PageTable {
  const edges = edgesOf(above, above.box);
  const heights = rows.map((row) => [
    Math.min(...row.map(({ box }) => box[1])),
    Math.max(...row.map(({ box }) => box[3])),
  ]);
  const cells = rows.flatMap((row, rowNo) =>
    edges.slice(1).map((to, col): TableCell => {
      const [top = 0, bottom = 0] = heights[rowNo] ?? [];
      const text = row.find((line) => columnOf(line, edges) === col)?.text ?? '';
      return { row: rowNo, col, rowSpan: 1, colSpan: 1, text, box: [edges[col] ?? 0, top, to, bottom] };
    }),
  );
  const box: Box = [edges[0] ?? 0, heights[0]?.[0] ?? 0, edges.at(-1) ?? 0, heights.at(-1)?.[1] ?? 0];
  return { rowCount: rows.length, columnCount: edges.length - 1, cells, box, method: 'aligned' };
}
