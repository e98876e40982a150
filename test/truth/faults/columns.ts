/** Moving the values of whole columns. */
import type { RawDocument } from '../../../extractors/types.js';
import { editTable, withTexts } from '../inject.js';
import { textAt, type AmountTable, type Subject } from '../subject.js';

/**
 * Writes the body texts of one column into another, for all pairs at once.
 *
 * @param sources by column the one whose texts it is to hold; null for none
 */
export function moveColumns(
  { raw }: Subject,
  { tableNo, grid }: AmountTable,
  sources: ReadonlyMap<number, number | null>,
): RawDocument {
  const body = Array.from({ length: grid.rowCount - grid.headerRowCount }, (_, at) => at + grid.headerRowCount);
  const texts = new Map(
    body.flatMap((row) =>
      [...sources].map(([col, source]) => [`${row} ${col}`, source === null ? '' : textAt(grid, row, source)] as const),
    ),
  );
  return editTable(raw, tableNo, (whole) => withTexts(whole, texts));
}

/** Columns side by side that hold amounts, at least two in each run. */
export function runsOf(columns: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const col of columns) {
    const open = runs.at(-1);
    if (open?.at(-1) === col - 1) open.push(col);
    else runs.push([col]);
  }
  return runs.filter(({ length }) => length > 1);
}
