/** Changes in a group of their own (增减变化情况 › 会议费): each speaks of the columns that it names, of this year and of last. */
import type { Diagnostic } from '../../../extractors/types.js';
import { MICRO_PER_FEN, parseAmount } from '../../amounts/index.js';
import type { AmountColumn, ChangeColumn } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import { findTerms, pack, THREE_PUBLIC_ITEMS } from '../../vocabulary/index.js';
import type { BodyRow } from '../table-to-read.js';

/** Half a unit for each of three figures, in halves of the coarsest unit printed. */
const HALVES = 3n;

/**
 * A warning `change-contradicts` at this year's amount where the change that is printed under its name is not what it is more than last year's, rounding allowed; a blank
 * is nothing.
 */
export function reportNamedChanges(
  { amounts, changes }: Panel,
  rows: readonly BodyRow[],
  tableNo: number,
): Diagnostic[] {
  return changes.flatMap((change) => {
    const current = namedBy(
      change,
      amounts.filter(({ stage }) => stage !== 'prior_year'),
    );
    const before = namedBy(
      change,
      amounts.filter(({ stage }) => stage === 'prior_year'),
    );
    if (change.role !== 'change_amount' || !current || !before) return [];
    return rows.flatMap((row) =>
      isContradicted(row, change, current, before) ? report(row, change, current, tableNo) : [],
    );
  });
}

/** The one column that has the innermost heading of the change, or the 三公 item that it names. */
function namedBy({ path }: ChangeColumn, amounts: readonly AmountColumn[]): AmountColumn | null {
  const leaf = pack(path.at(-1) ?? '');
  const [item, ...items] = findTerms(leaf, THREE_PUBLIC_ITEMS);
  const [named, ...others] = amounts.filter(
    (amount) =>
      pack(amount.path.at(-1) ?? '') === leaf ||
      (item !== undefined && items.length === 0 && amount.threePublicItem === item.meaning),
  );
  return named && others.length === 0 ? named : null;
}

function isContradicted(row: BodyRow, change: ChangeColumn, current: AmountColumn, before: AmountColumn): boolean {
  const [changed, now, then] = [change, current, before].map(({ col }) => parseAmount(row.get(col)?.text ?? '', 1));
  if (changed?.kind !== 'amount') return false;
  const figures = [changed, now, then].flatMap((reading) => (reading?.kind === 'amount' ? [reading] : []));
  const unit = figures.reduce((coarsest, { precision }) => (precision > coarsest ? precision : coarsest), 0n);
  const left = amountOf(now) - amountOf(then) - changed.amount;
  return (left < 0n ? -left : left) * MICRO_PER_FEN * 2n > unit * HALVES;
}

function amountOf(reading: ReturnType<typeof parseAmount> | undefined): bigint {
  return reading?.kind === 'amount' ? reading.amount : 0n;
}

function report(row: BodyRow, { col }: ChangeColumn, current: AmountColumn, tableNo: number): Diagnostic[] {
  const cell = row.get(current.col) ?? row.get(col);
  if (!cell) return [];
  const message = `the change "${row.get(col)?.text.trim() ?? ''}" is not that of "${cell.text.trim()}" on last year; the amounts may stand in other columns than their own, the line is suspect`;
  const origin = { tableNo, row: cell.row, col: current.col };
  return [{ stage: 'transform', severity: 'warning', code: 'change-contradicts', message, origin }];
}
