export { findTerms, lastMeaning, pack, withoutMarks } from './find.js';
export type { Term, TermMatch } from './find.js';
export { BUDGET_STAGES, FLOWS, FUND_SOURCES, SPENDING_TYPES, THREE_PUBLIC_ITEMS } from './terms.js';
