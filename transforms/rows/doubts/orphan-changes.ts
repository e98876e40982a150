/** A printed change beside a blank: the figure that changed is not where it should be. */
import type { Diagnostic } from '../../../extractors/types.js';
import { parseAmount } from '../../amounts/index.js';
import type { AmountColumn, ChangeColumn } from '../../statements/columns.js';
import type { Panel } from '../../statements/panels.js';
import type { Fen, PercentE4 } from '../../types.js';
import { percentIn } from '../changes.js';
import type { BodyRow } from '../table-to-read.js';

/** The rate of what this year has none of. */
const NOTHING_LEFT: PercentE4 = -1_000_000n;

/**
 * Warnings `change-without-amount` where a row prints a change and no amount of this year for it, unless the change takes away all that last year had:
 * the amounts may stand in other columns than their own. At the row; where no row fills the column of this year, at each money column of the panel.
 *
 * @param owners the change columns of each amount column
 */
export function reportOrphanChanges(
  { amounts }: Panel,
  owners: ReadonlyMap<number, readonly ChangeColumn[]>,
  cells: readonly BodyRow[],
  tableNo: number,
): Diagnostic[] {
  const lastYear = amounts.filter(({ stage }) => stage === 'prior_year');
  return [...owners].flatMap(([owner, changes]) => {
    const orphans = cells.flatMap((row) => {
      const text = amountIn(row, owner) === null ? orphanIn(row, changes, lastYear) : null;
      return text === null ? [] : [{ row, text }];
    });
    const [first] = orphans;
    if (!first) return [];
    if (cells.some((row) => amountIn(row, owner) !== null)) {
      return orphans.map(({ row, text }) => warn(text, { tableNo, row: row.get(owner)?.row ?? null }));
    }
    return amounts.filter(({ col }) => col !== owner).map(({ col }) => warn(first.text, { tableNo, col }));
  });
}

/** The change that speaks of nothing the row prints; null where there is none. */
function orphanIn(row: BodyRow, changes: readonly ChangeColumn[], lastYear: readonly AmountColumn[]): string | null {
  const before = lastYear.map(({ col }) => amountIn(row, col));
  const orphan = changes.find(({ role, col }) => {
    const text = textAt(row, col);
    if (role === 'change_percent') {
      const percent = percentIn(text);
      return percent !== null && percent !== 0n && percent !== NOTHING_LEFT;
    }
    const change = role === 'change_amount' ? amountIn(row, col) : null;
    return change !== null && change !== 0n && !before.includes(-change);
  });
  return orphan ? textAt(row, orphan.col) : null;
}

function amountIn(row: BodyRow, col: number): Fen | null {
  const reading = parseAmount(textAt(row, col), 1);
  return reading.kind === 'amount' ? reading.amount : null;
}

function textAt(row: BodyRow, col: number): string {
  return row.get(col)?.text ?? '';
}

function warn(change: string, origin: Diagnostic['origin']): Diagnostic {
  const message = `a change of "${change.trim()}" is printed and no amount that changed; amounts may stand in other columns than their own, these lines are suspect`;
  return { stage: 'transform', severity: 'warning', code: 'change-without-amount', message, origin };
}
