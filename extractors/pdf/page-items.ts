/** A page's tables and lines in the order in which they are read, in the terms that all formats share. */
import type { PageLine, PageTable, PageTables, TableGrid } from '../geometry/index.js';
import type { DrawnCell, Fragment, SourceRow } from '../tables/rows.js';
import type { Box, TableMethod } from '../types.js';

/** A line of text on a page. */
export interface PlacedLine extends PageLine {
  readonly page: number;
}

export type PageItem =
  | { readonly kind: 'line'; readonly line: PlacedLine }
  | { readonly kind: 'table'; readonly table: PageTable; readonly page: number };

/** Lines and tables of a page in reading order. */
export function orderItems({ items }: Pick<PageTables, 'items'>, page: number): readonly PageItem[] {
  return items.map((item): PageItem => {
    return item.kind === 'line' ? { kind: 'line', line: { ...item.line, page } } : { ...item, page };
  });
}

/** The table of one page as a run of drawn rows, numbered from `firstNo` on; its alternatives are numbered alike. */
export function toFragment(table: PageTable, page: number, firstNo: number): Fragment {
  const { alternatives = [], asAbove, stretches, method, box } = table;
  const read = (grid: TableGrid): Fragment => gridToFragment(grid, method, box, page, firstNo);
  const fragment = read(table);
  if (stretches) return { ...fragment, stretches: numberStretches(stretches, page, firstNo) };
  return {
    ...fragment,
    ...(alternatives.length > 0 && { alternatives: alternatives.map(read) }),
    ...(asAbove && { asAbove: read(asAbove) }),
  };
}

function numberStretches(stretches: readonly PageTable[], page: number, firstNo: number): Fragment[] {
  let no = firstNo;
  return stretches.map((stretch) => {
    const fragment = toFragment(stretch, page, no);
    no += fragment.rows.length;
    return fragment;
  });
}

function gridToFragment(grid: TableGrid, method: TableMethod, box: Box, page: number, firstNo: number): Fragment {
  const drawn = Array.from({ length: grid.rowCount }, (): DrawnCell[] => []);
  for (const cell of grid.cells) drawn[cell.row]?.push(cell);
  const rows = drawn.map((cells, row): SourceRow => {
    const texts = Array.from({ length: grid.columnCount }, () => '');
    for (const { col, text } of cells) texts[col] = text;
    return { cells: texts, lineFirst: firstNo + row, lineLast: firstNo + row, drawn: { page, piece: page, cells } };
  });
  return { rows, method, positional: true, edges: edgesOf(grid, box) };
}

/** Where columns begin, by the cells that begin in them; the table's own end last. */
export function edgesOf({ cells, columnCount }: TableGrid, box: Box): readonly number[] {
  const starts = Array.from({ length: columnCount }, () => Infinity);
  for (const cell of cells) starts[cell.col] = Math.min(starts[cell.col] ?? Infinity, cell.box[0]);
  return [...starts.map((start) => (start === Infinity ? box[0] : start)), box[2]];
}
