/** 合计, 总计 and the two sides that must balance. */
import { FORM } from './rule.js';
import type { Rule } from './rule.js';

export const TOTALS = {
  'column-total': {
    name: ['合计行', 'Column totals'],
    zh: '合计等于各行之和',
    en: 'A total equals the sum of its top rows.',
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  'grand-total': {
    name: ['总计行', 'Grand totals'],
    zh: '总计等于本年合计加结转结余',
    en: "A grand total equals the year's total and the carryover.",
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  'unit-subtotal': {
    name: ['单位小计', 'Subtotals by unit'],
    zh: '单位小计等于其下各行之和',
    en: "A unit's subtotal equals the sum of its rows.",
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  balance: {
    name: ['收支平衡', 'Revenue and expenditure'],
    zh: '收入总计等于支出总计',
    en: 'Total revenue equals total expenditure.',
    source: '《预算法》收支平衡',
    tolerance: 'rounding',
    force: 'proves',
  },
} as const satisfies Readonly<Record<string, Rule>>;
