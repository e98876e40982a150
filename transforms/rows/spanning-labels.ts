/** Words that one cell prints for several rows: a unit's name merged down over the rows of its projects. */
import type { RowTexts } from './codes/code-walk.js';
import type { BodyRow } from './table-to-read.js';

/** The texts of each row for its label columns: its own cells', and those of cells above that reach down to it. */
export function labelTexts(rows: readonly BodyRow[]): readonly RowTexts[] {
  const texts = rows.map((row) => new Map([...row].map(([col, { text }]) => [col, text])));
  rows.forEach((row, at) => {
    for (const { col, rowSpan, text } of row.values()) {
      for (const below of texts.slice(at + 1, at + rowSpan)) if (!below.has(col)) below.set(col, text);
    }
  });
  return texts.map((own) => (col) => own.get(col) ?? '');
}
