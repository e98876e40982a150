/** Amounts that one cell prints for several rows: they are of all of these together, and of none alone. */
import type { Cell, Diagnostic } from '../../../extractors/types.js';
import { parseAmount } from '../../amounts/index.js';
import type { Panel } from '../../statements/panels.js';
import type { BodyRow } from '../table-to-read.js';

/**
 * A warning `amount-spans-rows` at each amount whose cell is merged down over rows with words of their own. Where the rows have their names and codes
 * merged too, and only remarks apart, they are one item.
 */
export function reportSpanningAmounts(
  { labels, amounts }: Panel,
  rows: readonly BodyRow[],
  tableNo: number,
): Diagnostic[] {
  const naming = labels.filter(({ role }) => role !== 'text' && role !== 'measure');
  const isItem = (row: BodyRow): boolean => naming.some(({ col }) => (row.get(col)?.text.trim() ?? '') !== '');
  return rows.flatMap((row, at) =>
    amounts.flatMap(({ col }) => {
      const cell = row.get(col);
      if (!cell || cell.rowSpan === 1 || parseAmount(cell.text, 1).kind !== 'amount') return [];
      return rows.slice(at + 1, at + cell.rowSpan).some(isItem) ? [report(cell, tableNo)] : [];
    }),
  );
}

function report({ row, col, page, text, rowSpan }: Cell, tableNo: number): Diagnostic {
  const message = `amount "${text.trim()}" stands in one cell for ${rowSpan} rows; its line is kept with the first of them, suspect, for it belongs to all`;
  const origin = { tableNo, row, col, page };
  return { stage: 'transform', severity: 'warning', code: 'amount-spans-rows', message, origin };
}
