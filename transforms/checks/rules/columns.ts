/** Sums across the columns of a row. */
import { FORM } from './rule.js';
import type { Rule } from './rule.js';

export const COLUMNS = {
  'spending-parts': {
    name: ['基本与项目支出', 'Basic and project spending'],
    zh: '支出合计等于基本支出与项目支出等之和，基本支出等于人员经费与公用经费之和',
    en: 'Total = basic + project (+ operating + remitted + subsidies); basic = personnel + public.',
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  'fund-parts': {
    name: ['各资金来源', 'Funds add up'],
    zh: '合计等于各资金来源之和',
    en: "All funds = the year's funds + carryover; appropriation = general + fund + state capital budgets.",
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  'header-sum': {
    name: ['表头小计列', 'Columns under a head'],
    zh: '表头小计列等于同组各列之和',
    en: 'The 小计 or 合计 column of a head equals the other columns under that head.',
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
} as const satisfies Readonly<Record<string, Rule>>;
