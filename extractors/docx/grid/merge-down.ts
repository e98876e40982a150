/** Cells merged over rows (vMerge; ISO/IEC 29500-1, 17.4.84). */
import { cellText, indentOf } from './cell-text.js';
import type { PlacedCell } from './places.js';

/** A cell with all that is merged into it. */
export interface MergedCell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Characters; null where it does not stand at the left. */
  readonly indent: number | null;
  rowSpan: number;
  /** What the cells say that go on with it further down. */
  readonly below: string[];
}

/**
 * The cells that begin in each row. A cell that goes on with the one above belongs to it where that stands between the same edges; one that has
 * none above begins anew. Linear in the cells.
 */
export function mergeDown(rows: readonly (readonly PlacedCell[])[]): readonly (readonly MergedCell[])[] {
  let above = new Map<number, MergedCell>();
  return rows.map((row) => {
    const open = new Map<number, MergedCell>();
    const begun: MergedCell[] = [];
    for (const cell of row) {
      const { down } = cell.cell;
      const upper = down === 'goes on' ? above.get(cell.from) : undefined;
      if (upper && upper.to === cell.to) {
        upper.rowSpan += 1;
        upper.below.push(cellText(cell));
        open.set(cell.from, upper);
        continue;
      }
      const { from, to } = cell;
      const own = { from, to, text: cellText(cell), indent: indentOf(cell), rowSpan: 1, below: [] };
      begun.push(own);
      if (down !== null) open.set(cell.from, own);
    }
    above = open;
    return begun;
  });
}
