export { checkDocument } from './check-document.js';
export type { CheckedDocument } from './check-document.js';
export { RULES } from './rules.js';
export type { Rule, RuleId } from './rules.js';
export { judgeTable } from './table-sums.js';
export type { Judgement } from './table-sums.js';
