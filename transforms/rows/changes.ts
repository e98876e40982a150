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
 * figure (before that figure where nothing stands between it and the change), or, of several (小计 基本支出 项目支出 增减%), the one that sums up the others. Where none does, nobody knows whose change it is,
 * and where 预算 and 决算 stand side by side the difference is not one on the year before: such columns stay raw.
 */
export function changeOwners({ amounts, changes }: Panel): ReadonlyMap<number, readonly ChangeColumn[]> {
  const owners = new Map<number, ChangeColumn[]>();
  let block: AmountColumn[] = [];
  let beforeLastYear: AmountColumn[] = [];
  let closed = false;
  for (const column of [...amounts, ...changes].sort((a, b) => a.col - b.col)) {
    if (column.role === 'amount') {
      if (closed) beforeLastYear = block = [];
      closed = false;
      if (column.stage !== 'prior_year') block.push(column);
      else if (block.length > 0) [beforeLastYear, block] = [block, []];
      continue;
    }
    closed = true;
    const owner = ownerOf(block.length > 0 ? block : beforeLastYear);
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
 * The amount with the changes that are printed of it.
 *
 * @param textOf what is printed of each kind; `""` for nothing
 */
export function withChanges(
  amount: StatedAmount,
  unit: string | null,
  textOf: (role: ChangeColumn['role']) => string,
): StatedAmount {
  return {
    ...amount,
    yoyAmount: changeIn(textOf('change_amount'), unit) ?? amount.yoyAmount,
    yoyPercent: percentIn(textOf('change_percent')) ?? amount.yoyPercent,
    sharePercent: percentIn(textOf('share')) ?? amount.sharePercent,
  };
}

/** The change of money that a text states; null where it states none. */
function changeIn(text: string, unit: string | null): Fen | null {
  if (!isKnownUnit(unit)) return null;
  const reading = parseAmount(text, unitFactor(unit) ?? 1);
  return reading.kind === 'amount' ? reading.amount : null;
}

/** The percentage that a text states, with signs as in amounts (-2.5, △2.5, (2.5)); null where it states none. */
export function percentIn(text: string): PercentE4 | null {
  const packed = withoutFootnotes(text)
    .normalize('NFKC')
    .replace(/[\s%,+]/g, '');
  const negative = /^(?:[-−△▲]|\()/.test(packed);
  const decimal = parseDecimal(packed.replace(/^[-−△▲(]+|\)$/g, ''));
  const value = decimal && scaleRounded(decimal, 4).value;
  return value !== null && negative ? -value : value;
}
