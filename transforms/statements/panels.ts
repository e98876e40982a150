/** A statement's panels: label columns with the money columns to their right; 收支总表 has one for each side. */
import type { AmountColumn, ChangeColumn, Column, LabelColumn } from './columns.js';

export interface Panel {
  readonly labels: readonly LabelColumn[];
  readonly amounts: readonly AmountColumn[];
  readonly changes: readonly ChangeColumn[];
}

/** Divides the columns at each label column that follows a money column. Label columns with nothing to label (备注 at the end) form no panel. */
export function splitPanels(columns: readonly Column[]): Panel[] {
  const panels: { labels: LabelColumn[]; amounts: AmountColumn[]; changes: ChangeColumn[] }[] = [];
  let open: (typeof panels)[number] | null = null;
  for (const column of columns) {
    if (!open || (open.amounts.length > 0 && startsPanel(column)))
      panels.push((open = { labels: [], amounts: [], changes: [] }));
    if (column.role === 'amount') open.amounts.push(column);
    else if (isChange(column)) open.changes.push(column);
    else open.labels.push(column);
  }
  return panels.filter(({ amounts }) => amounts.length > 0);
}

function isChange(column: Column): column is ChangeColumn {
  return ['change_amount', 'change_percent', 'share', 'adjustment'].includes(column.role);
}

/** A remark or unit between money columns starts no panel; a name, code or line number does. */
function startsPanel(column: Column): boolean {
  return !['amount', 'text', 'measure'].includes(column.role) && !isChange(column);
}
