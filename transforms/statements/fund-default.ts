/** The fund of a statement's plain columns (合计, 小计, 预算数), which its columns and rows refine. */
import type { FundSource } from '../types.js';
import { pack } from '../vocabulary/index.js';
import type { AmountColumn, Column } from './columns.js';
import type { KindDefaults } from './kinds.js';

/** The three budgets that 财政拨款 is made of. */
const APPROPRIATIONS: readonly FundSource[] = ['general_public', 'gov_fund', 'state_capital', 'fiscal_appropriation'];

/**
 * What the title says; else, where columns of funds stand beside each other, what they add up to; else the kind's own fund.
 *
 * 基本支出表 is by custom about 一般公共预算, but its 合计 beside 一般公共预算 and 单位资金 is of both.
 */
export function fundOfStatement(title: string | null, columns: readonly Column[], defaults: KindDefaults): FundSource {
  const words = pack(title ?? '');
  const isOfOneBudget = defaults.fundSource === 'general_public' || defaults.fundSource === 'fiscal_appropriation';
  if (!isOfOneBudget || defaults.flow === null) return defaults.fundSource;
  if (/公共预算|公共财政/.test(words)) return 'general_public';
  if (/财政拨款/.test(words) || defaults.fundSource === 'fiscal_appropriation') return 'fiscal_appropriation';
  const funds = new Set(
    columns
      .filter(isAmount)
      .map(({ fundSource }) => fundSource)
      .filter((fund) => fund !== null),
  );
  if (funds.size < 2) return defaults.fundSource;
  return [...funds].every((fund) => APPROPRIATIONS.includes(fund)) ? 'fiscal_appropriation' : 'all';
}

function isAmount(column: Column): column is AmountColumn {
  return column.role === 'amount';
}
