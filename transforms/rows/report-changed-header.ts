/** A header that stands once more within a table, in other words: what it heads is not what the first one says. */
import type { Diagnostic } from '../../extractors/types.js';
import { parseAmount } from '../amounts/index.js';
import type { Column } from '../statements/columns.js';
import type { Panel } from '../statements/panels.js';
import { pack } from '../vocabulary/index.js';
import type { BodyRow } from './table-to-read.js';

/**
 * A warning `header-changed` at each row below one that repeats the headings of columns of words and prints others over the money (项目支出 where the header
 * says 基本支出, 2025年预算数 where it says 2024年预算数). A header repeated word for word says nothing.
 *
 * @param rows of the body, from top to bottom
 */
export function reportChangedHeader(panel: Panel, rows: readonly BodyRow[], tableNo: number): Diagnostic[] {
  const changed = rows.findIndex((row) => isChangedHeader(panel, row));
  if (changed < 0) return [];
  return rows.slice(changed + 1).flatMap((row): Diagnostic[] => {
    const [first] = row.values();
    if (!first) return [];
    const message =
      'a row above repeats the header in other words; which of the two heads the amounts is not sure, the lines are suspect';
    const origin = { tableNo, row: first.row };
    return [{ stage: 'transform', severity: 'warning', code: 'header-changed', message, origin }];
  });
}

function isChangedHeader({ labels, amounts }: Panel, row: BodyRow): boolean {
  const wordsOver = ({ col }: Column): string => pack(row.get(col)?.text ?? '');
  const repeats = (column: Column): boolean => column.path.includes(wordsOver(column));
  const printed = amounts.filter((column) => wordsOver(column) !== '');
  const areWords = printed.every((column) => parseAmount(wordsOver(column), 1).kind === 'unparsable');
  return labels.some(repeats) && areWords && printed.some((column) => !repeats(column));
}
