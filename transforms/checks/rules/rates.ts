/** Figures that a document computes from others: shares, changes, rates of change. */
import { ARITHMETIC } from './rule.js';
import type { Rule } from './rule.js';

export const RATES = {
  share: {
    name: ['占比', 'Stated shares'],
    zh: '占比等于金额除以总额',
    en: 'A stated share is the amount divided by its total.',
    source: ARITHMETIC,
    tolerance: 'percent_place',
    force: 'derived',
  },
  growth: {
    name: ['增减率', 'Rates of change'],
    zh: '增减率等于增减额除以上年数',
    en: "A stated rate of change is the change divided by last year's amount.",
    source: ARITHMETIC,
    tolerance: 'percent_place',
    force: 'derived',
  },
  change: {
    name: ['增减额', 'Changes on last year'],
    zh: '增减额等于本年数减上年数',
    en: "A stated change is this year's amount less last year's.",
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'proves',
  },
  'change-limit': {
    name: ['增加额与本年数', 'Increase against figure'],
    zh: '增加额不大于本年数',
    en: 'What spending, or revenue that is budgeted, has grown by is no more than what it is now.',
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'derived',
  },
  'told-change': {
    name: ['文字所述增减额', 'Changes told in the text'],
    zh: '文字所述增减额等于表中本年数减上年数',
    en: "A change that a sentence tells is this year's amount less last year's in the table that prints both.",
    source: ARITHMETIC,
    tolerance: 'rounding',
    force: 'proves',
  },
} as const satisfies Readonly<Record<string, Rule>>;
