/** The rules that budgets obey, one file a family: what each says, and where it comes from. */
import { BETWEEN_STATEMENTS } from './between-statements.js';
import { CODE_TREE } from './code-tree.js';
import { CODES } from './codes.js';
import { COLUMNS } from './columns.js';
import { ITEMS } from './items.js';
import { RATES } from './rates.js';
import { TOTALS } from './totals.js';

import type { Force } from './rule.js';

export type { Force, Rule, Tolerance } from './rule.js';

/** Rule ids and their meaning; a check's `rule` is one of these ids. */
export const RULES = { ...CODE_TREE, ...TOTALS, ...COLUMNS, ...BETWEEN_STATEMENTS, ...ITEMS, ...RATES, ...CODES };

export type RuleId = keyof typeof RULES;

/** Rules whose sums run across the columns of a row. */
export const RULES_ACROSS: ReadonlySet<RuleId> = new Set([
  'fund-parts',
  'spending-parts',
  'three-public-parts',
  'header-sum',
]);

/** What an outcome of a rule can do to its lines; null for an id that is none. */
export function forceOf(rule: string): Force | null {
  return isRule(rule) ? RULES[rule].force : null;
}

function isRule(rule: string): rule is RuleId {
  return Object.hasOwn(RULES, rule);
}
