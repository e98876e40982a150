/**
 * Puts errors into extracted documents. All faults are put where the error of a publisher and that of an extractor look alike: into the cells and
 * blocks of the `RawDocument`, so that documents of every format suffer the same ones and no warning of an extractor helps to find them.
 */
import { offerRepairs } from '../../extractors/tables/repairs/offer-repairs.js';
import type { Cell, Grid, RawDocument, Reading } from '../../extractors/types.js';

/** New texts by `row col` of the cells that they replace. */
export type Texts = ReadonlyMap<string, string>;

/** Replaces a table's grid in all its readings: they differ in their headers, never in the places of body cells. What may be seen otherwise is offered anew. */
export function editTable(raw: RawDocument, tableNo: number, edit: (grid: Grid) => Grid): RawDocument {
  const again = ({ why, grid }: Reading): Reading => offerRepairs({ why, grid: edit(grid) });
  const tables = raw.tables.map((table) => {
    const [first, ...others] = table.readings;
    return table.tableNo === tableNo ? { ...table, readings: [again(first), ...others.map(again)] as const } : table;
  });
  return { ...raw, tables };
}

/** Writes texts into cells. */
export function withTexts(grid: Grid, texts: Texts): Grid {
  return {
    ...grid,
    cells: grid.cells.map((cell) => {
      const text = texts.get(`${cell.row} ${cell.col}`);
      return text === undefined ? cell : { ...cell, text };
    }),
  };
}

/** Takes a row out; a merged cell over several rows loses one of them and keeps its words. */
export function withoutRow(grid: Grid, row: number): Grid {
  const cells = grid.cells.flatMap((cell) => shrink(cell, row)).sort((a, b) => a.row - b.row || a.col - b.col);
  const headerRowCount = row < grid.headerRowCount ? grid.headerRowCount - 1 : grid.headerRowCount;
  return { ...grid, rowCount: grid.rowCount - 1, headerRowCount, cells };
}

function shrink(cell: Cell, row: number): readonly Cell[] {
  if (cell.row > row) return [{ ...cell, row: cell.row - 1 }];
  if (cell.row + cell.rowSpan <= row) return [cell];
  return cell.rowSpan === 1 ? [] : [{ ...cell, rowSpan: cell.rowSpan - 1 }];
}

/** Writes another text for the characters `from` to `to` (exclusive) of a block. */
export function editBlock(raw: RawDocument, blockNo: number, from: number, to: number, text: string): RawDocument {
  const blocks = raw.blocks.map((block) =>
    block.blockNo === blockNo
      ? { ...block, text: `${block.text.slice(0, from)}${text}${block.text.slice(to)}` }
      : block,
  );
  return { ...raw, blocks };
}
