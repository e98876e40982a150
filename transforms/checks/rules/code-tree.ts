/** 类, 款, 项: a row is the sum of the rows below it. */
import { CLASSIFICATION, FORM } from './rule.js';
import type { Rule } from './rule.js';

export const CODE_TREE = {
  'code-tree': {
    name: ['上下级科目', 'Codes and their parts'],
    zh: '上级科目等于下级科目之和',
    en: 'A code equals the sum of the codes under it in the same column.',
    source: CLASSIFICATION,
    tolerance: 'rounding',
    force: 'proves',
  },
  'outline-parts': {
    name: ['分级列示', 'Outline and its parts'],
    zh: '分级列示的行等于其下各行之和',
    en: 'A row equals the sum of the rows that the outline puts under it.',
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
  'memo-parts': {
    name: ['其中项', 'Memo rows (其中)'],
    zh: '其中项之和不大于所属项',
    en: 'The rows 其中 add up to no more than the row they repeat.',
    source: FORM,
    tolerance: 'rounding',
    force: 'proves',
  },
} as const satisfies Readonly<Record<string, Rule>>;
