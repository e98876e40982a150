export { arrangeAndTell, arrangeLines } from './arrange.js';
export { aspectKey, factKey, hasCode, isLocal, statementOf } from './fact-key.js';
export {
  codeOf,
  domainOf,
  fundAncestors,
  itemAncestors,
  procurementClass,
  spendingAncestors,
  treeCodes,
} from './dimensions.js';
export { partFacet, sameSentence } from './prose-parents.js';
export type { Facet } from './prose-parents.js';
