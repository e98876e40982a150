export { checkDocument } from './check-document.js';
export type { CheckedDocument } from './check-document.js';
export { gradeLines } from './grade.js';
export { RULES } from './rules/index.js';
export type { Rule, RuleId } from './rules/index.js';
export { judgePlaces, judgeTable } from './sums/table-sums.js';
export type { Judgement, PlaceJudgement } from './sums/table-sums.js';
