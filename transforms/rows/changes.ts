/** Changes on the year before and shares, printed in columns of their own beside the amount they speak of. */
import {
  isKnownUnit,
  parseAmount,
  parseDecimal,
  scaleRounded,
  unitFactor,
  withoutFootnotes,
} from '../amounts/index.js';
import type { AmountColumn, ChangeColumn } from '../statements/columns.js';
import type { Panel } from '../statements/panels.js';
import type { Fen, PercentE4, StatedAmount } from '../types.js';

/** A heading of money that sums up the columns beside it. */
const WHOLE = /^(?:合计|总计|小计)|(?:合计|总计|小计)$/;

/**
 * The change columns that speak of each amount column (by grid column): the one money column since the last change or last year's
 * figure, or, of several (小计 基本支出 项目支出 增减%), the one that sums up the others. Where none does, nobody knows whose change it is,
 * and where 预算 and 决算 stand side by side the difference is not one on the year before: such columns stay raw.
 */
export function changeOwners({ amounts, changes }: Panel): ReadonlyMap<number, readonly ChangeColumn[]> {
  const owners = new Map<number, ChangeColumn[]>();
  let block: AmountColumn[] = [];
  let closed = false;
  for (const column of [...amounts, ...changes].sort((a, b) => a.col - b.col)) {
    if (column.role === 'amount') {
      if (closed || column.stage === 'prior_year') block = [];
      closed = false;
      if (column.stage !== 'prior_year') block.push(column);
      continue;
    }
    closed = true;
    const owner = ownerOf(block);
    if (owner) owners.set(owner.col, [...(owners.get(owner.col) ?? []), column]);
  }
  return owners;
}

function ownerOf(block: readonly AmountColumn[]): AmountColumn | null {
  const stages = new Set(block.map(({ stage }) => stage).filter((stage) => stage !== null));
  if (stages.size > 1) return null;
  const wholes = block.length === 1 ? block : block.filter(({ path }) => WHOLE.test(path.at(-1) ?? ''));
  return wholes.length === 1 ? (wholes[0] ?? null) : null;
}

/**
 * The amount with the changes that its change columns state.
 *
 * @param textOf text of the row's cell in a grid column
 */
export function withChanges(
  amount: StatedAmount,
  own: readonly ChangeColumn[],
  unit: string | null,
  textOf: (col: number) => string,
): StatedAmount {
  const text = (role: ChangeColumn['role']): string => textOf(own.find((change) => change.role === role)?.col ?? -1);
  return {
    ...amount,
    yoyAmount: changeOf(text('change_amount'), unit),
    yoyPercent: percentOf(text('change_percent')),
    sharePercent: percentOf(text('share')),
  };
}

function changeOf(text: string, unit: string | null): Fen | null {
  if (!isKnownUnit(unit)) return null;
  const reading = parseAmount(text, unitFactor(unit) ?? 1);
  return reading.kind === 'amount' ? reading.amount : null;
}

/** Signs as in amounts: -2.5, △2.5, (2.5). */
function percentOf(text: string): PercentE4 | null {
  const packed = withoutFootnotes(text)
    .normalize('NFKC')
    .replace(/[\s%,+]/g, '');
  const negative = /^(?:[-−△▲]|\()/.test(packed);
  const decimal = parseDecimal(packed.replace(/^[-−△▲(]+|\)$/g, ''));
  const value = decimal && scaleRounded(decimal, 4).value;
  return value !== null && negative ? -value : value;
}
