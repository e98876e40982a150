/** A page's tables and lines in the order in which they are read, in the terms that all formats share. */
import type { PageLine, PageTable, PageTables } from '../geometry/index.js';
import type { DrawnCell, Fragment, SourceRow } from '../tables/rows.js';

/** A line of text on a page. */
export interface PlacedLine extends PageLine {
  readonly page: number;
}

export type PageItem =
  | { readonly kind: 'line'; readonly line: PlacedLine }
  | { readonly kind: 'table'; readonly table: PageTable; readonly page: number };

/** Lines and tables of a page from top to bottom; each list keeps its own order (side by side, in columns). */
export function orderItems({ tables, lines }: PageTables, page: number): readonly PageItem[] {
  const items: PageItem[] = [];
  const waiting = [...lines];
  for (const table of tables) {
    while (waiting[0] && middleOf(waiting[0]) < table.box[1]) items.push(...takeLine(waiting, page));
    items.push({ kind: 'table', table, page });
  }
  while (waiting.length > 0) items.push(...takeLine(waiting, page));
  return items;
}

function takeLine(waiting: PageLine[], page: number): PageItem[] {
  const line = waiting.shift();
  return line === undefined ? [] : [{ kind: 'line', line: { ...line, page } }];
}

function middleOf({ box }: PageLine): number {
  return (box[1] + box[3]) / 2;
}

/** The table of one page as a run of drawn rows, numbered from `firstNo` on. */
export function toFragment(
  { cells, rowCount, columnCount, method, box }: PageTable,
  page: number,
  firstNo: number,
): Fragment {
  const rows = Array.from({ length: rowCount }, (_, row): SourceRow => {
    const own = cells.filter((cell) => cell.row === row);
    const texts = Array.from({ length: columnCount }, () => '');
    for (const { col, text } of own) texts[col] = text;
    const drawn = own.map(({ col, text, rowSpan, colSpan, box: place }): DrawnCell => ({
      col,
      text,
      rowSpan,
      colSpan,
      box: place,
    }));
    return { cells: texts, lineFirst: firstNo + row, lineLast: firstNo + row, drawn: { page, cells: drawn } };
  });
  return { rows, method, positional: true, edges: edgesOf(cells, columnCount, box) };
}

/** Where columns begin, by the cells that begin in them; the table's own right edge last. */
function edgesOf(cells: PageTable['cells'], columnCount: number, box: PageTable['box']): number[] {
  const lefts = Array.from({ length: columnCount }, (_, col) => {
    const starts = cells.filter((cell) => cell.col === col).map((cell) => cell.box[0]);
    return starts.length === 0 ? box[0] : Math.min(...starts);
  });
  return [...lefts, box[2]];
}
