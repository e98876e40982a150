/** Rows whose words stand in the panel on the left only: 公用经费合计 merged over the two halves of its list. */
import type { Panel } from '../statements/panels.js';
import type { RowTexts } from './codes/code-walk.js';

/**
 * The row's texts for the panel: its own, or, where the panel has no words in this row and the one on its left has words and no amounts, the
 * left one's, role by role.
 */
export function sharedLabels(panel: Panel, left: Panel | null, textOf: RowTexts): RowTexts {
  const isBlank = ({ col }: { readonly col: number }): boolean => textOf(col).trim() === '';
  if (!left || !panel.labels.every(isBlank) || left.labels.every(isBlank) || !left.amounts.every(isBlank))
    return textOf;
  return (col) => {
    const label = panel.labels.find((column) => column.col === col);
    const twin = left.labels.find(({ role }) => role === label?.role);
    return label && twin ? textOf(twin.col) : textOf(col);
  };
}
