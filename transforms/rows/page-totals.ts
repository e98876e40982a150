/** Rows that carry a sum over a page break (过次页, 承前页, 本页小计): they repeat what other rows state. */
import type { Diagnostic } from '../../extractors/types.js';
import { pack } from '../vocabulary/index.js';
import { PAGE_TOTAL } from './row-words.js';
import type { BodyRow } from './table-to-read.js';

/** The rows without those; these come back with an info `page-totals-left-out` that counts them. */
export function leaveOutPageTotals(
  rows: readonly BodyRow[],
  tableNo: number,
): { readonly cells: readonly BodyRow[]; readonly diagnostics: readonly Diagnostic[] } {
  const cells = rows.filter((row) => !isPageTotal(row));
  const count = rows.length - cells.length;
  if (count === 0) return { cells, diagnostics: [] };
  const message = `${String(count)} rows carry sums from page to page; they repeat other rows, no lines are made of them`;
  return {
    cells,
    diagnostics: [{ stage: 'transform', severity: 'info', code: 'page-totals-left-out', message, origin: { tableNo } }],
  };
}

function isPageTotal(row: BodyRow): boolean {
  return [...row.values()].some(({ text }) => PAGE_TOTAL.test(pack(text).replace(/[()]/g, '')));
}
