/** A header, a name or a unit that stands within a table and is not that of its top: what is below is not what the top says. */
import type { Diagnostic } from '../../../extractors/types.js';
import { findDeclaredUnit, parseAmount } from '../../amounts/index.js';
import type { Column } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import { pack } from '../../vocabulary/index.js';
import type { BodyRow, TableToRead } from '../table-to-read.js';

/** Another table's name, remarks in brackets aside. */
const TABLE_NAME = /^.{4,40}表$/;
const REMARK = /[（(][^（）()]*[)）]$/;

/**
 * A warning `header-changed` at each row below one that repeats the headings of columns of words and prints others over the money (项目支出 where the header
 * says 基本支出, 2025年预算数 where it says 2024年预算数), or holds nothing but the name of another table or another unit. A header or name repeated word for
 * word says nothing.
 *
 * @param rows of the body, from top to bottom
 */
export function reportChangedHeader(panel: Panel, rows: readonly BodyRow[], table: TableToRead): Diagnostic[] {
  const { tableNo } = table;
  const changed = rows.findIndex((row) => isChangedHeader(panel, row) || namesAnother(row, table));
  if (changed < 0) return [];
  return rows.slice(changed + 1).flatMap((row): Diagnostic[] => {
    const [first] = row.values();
    if (!first) return [];
    const message =
      'a row above prints another header, name or unit than the top of the table; which of them the amounts are under is not sure, the lines are suspect';
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

function namesAnother(row: BodyRow, { title, unit }: TableToRead): boolean {
  const texts = [...row.values()].map(({ text }) => text.trim()).filter((text) => text !== '');
  const [only = ''] = texts;
  if (new Set(texts).size !== 1) return false;
  const name = pack(only).replace(REMARK, '');
  const declared = findDeclaredUnit(only);
  return (TABLE_NAME.test(name) && name !== pack(title ?? '').replace(REMARK, '')) || (declared ?? unit) !== unit;
}
