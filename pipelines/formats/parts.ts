/** A document as the sequence of its parts, and a grid as rows: what the readable formats share. */
import type { Grid, RawBlock } from '../../extractors/index.js';
import type { BudgetDocument, BudgetTable } from '../../transforms/index.js';

export type Part =
  { readonly kind: 'table'; readonly table: BudgetTable } | { readonly kind: 'block'; readonly block: RawBlock };

/** Tables and blocks as a reader meets them. */
export function partsInReadingOrder(document: BudgetDocument): readonly Part[] {
  const tables = document.tables.map((table) => ({ order: table.raw.order, part: { kind: 'table', table } as const }));
  const blocks = document.blocks.map((block) => ({ order: block.order, part: { kind: 'block', block } as const }));
  return [...tables, ...blocks].toSorted((a, b) => a.order - b.order).map(({ part }) => part);
}

/** `rowCount` rows of `columnCount` texts; a cell's text stands at its first place, places it spans over are empty. */
export function rowsOf(grid: Grid): readonly (readonly string[])[] {
  const rows = Array.from({ length: grid.rowCount }, () => new Array<string>(grid.columnCount).fill(''));
  for (const { row, col, text } of grid.cells) {
    const places = rows[row];
    if (places) places[col] = text;
  }
  return rows;
}
