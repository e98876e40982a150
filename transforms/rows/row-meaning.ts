/** What a row's words say of its money: its fund on the revenue side, its kind of spending on the other. */
import type { KindDefaults } from '../statements/kinds.js';
import type { Flow, FundSource, LineRole, SpendingType, TableKind } from '../types.js';
import { fundIn, withoutAsides } from '../statements/heading-doubts.js';
import { findTerms, FUND_SOURCES, SPENDING_TYPES } from '../vocabulary/index.js';

/** Rows name a fund on the revenue side, and where 其中 parts a carryover by funds. Totals are of all funds. */
export function fundOfRow(words: string, role: LineRole, flow: Flow): FundSource | null {
  if (role === 'total') return null;
  if (flow === 'revenue') return role === 'carryover' ? 'carryover' : fundIn(withoutAsides(words));
  return role === 'memo' ? (findTerms(words, FUND_SOURCES)[0]?.meaning ?? null) : null;
}

/** Rows that divide expenditure by its kind (基本支出, 人员经费合计) rather than by function: their words name a kind and nothing else. */
export function spendingOfRow(words: string, kind: TableKind, defaults: KindDefaults): SpendingType | null {
  const [first] = findTerms(words, SPENDING_TYPES);
  if (first?.start !== 0 || !/^(?:合计|小计|支出)?$/.test(words.slice(first.end))) return null;
  const divides = defaults.spendingType === 'basic' || defaults.flow === null || kind === 'expenditure_summary';
  return divides || first.meaning === 'carryover' ? first.meaning : null;
}
