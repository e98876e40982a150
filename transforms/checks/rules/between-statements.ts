/** One quantity that several statements print, under one classification or two. */
import { ARITHMETIC, CLASSIFICATION } from './rule.js';
import type { Rule } from './rule.js';

export const BETWEEN_STATEMENTS = {
  'equal-facts': {
    name: ['同一数字一致', 'One figure in several places'],
    zh: '同一数字在各表、各处一致',
    en: 'The same quantity is the same in every statement and sentence that prints it.',
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'proves',
  },
  'class-sums': {
    name: ['同合计各表按类', 'Classes under one total'],
    zh: '合计相同的各表，各功能类科目合计一致',
    en: 'Statements by function that add up to one total add up to the same for each class (类).',
    source: CLASSIFICATION,
    tolerance: 'rounding',
    force: 'proves',
  },
  'fund-limit': {
    name: ['单项资金不超全部', 'One fund within all funds'],
    zh: '同一科目，单项资金安排的支出不大于全部资金安排的支出',
    en: 'What one fund pays for is no more than what another statement says all funds pay for the same.',
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'derived',
  },
  'revenue-by-function': {
    name: ['收支功能科目一致', 'Revenue by function'],
    zh: '收入总表与支出总表的功能科目一致',
    en: 'Where total revenue and total expenditure agree, so do their function codes.',
    source: '《预算法》收支平衡',
    tolerance: 'rounding',
    force: 'proves',
  },
  'economic-crosswalk': {
    name: ['两套经济分类一致', 'Two economic classifications'],
    zh: '政府经济分类与部门经济分类一致',
    en: 'Government and departmental economic codes that map to one another add up to the same.',
    source: '《支出经济分类科目改革方案》两套科目对应关系',
    tolerance: 'rounding',
    force: 'agrees',
  },
  'function-economic': {
    name: ['功能与经济科目一致', 'Function against economic code'],
    zh: '养老、年金、公积金的功能科目与经济科目一致',
    en: 'Pension, annuity and housing-fund contributions agree between function and economic codes.',
    source: CLASSIFICATION,
    tolerance: 'rounding',
    force: 'agrees',
  },
  'declared-none': {
    name: ['声明没有则为零', 'Declared as none'],
    zh: '文字说明没有的支出，表中应为零',
    en: 'A statement that the text declares empty holds no amounts.',
    source: '部门预算公开说明的“没有使用…安排的支出”',
    tolerance: 'none',
    force: 'derived',
  },
} as const satisfies Readonly<Record<string, Rule>>;
