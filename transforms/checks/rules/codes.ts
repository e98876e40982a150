/** Printed codes against printed names. */
import { CLASSIFICATION } from './rule.js';
import type { Rule } from './rule.js';

export const CODES = {
  'code-name': {
    name: ['编码与名称', 'Code against name'],
    zh: '科目编码与科目名称相符',
    en: 'A printed code and the name beside it are those of one class.',
    source: CLASSIFICATION,
    tolerance: 'none',
    force: 'derived',
  },
} as const satisfies Readonly<Record<string, Rule>>;
