/** The codebook: official classification codes, what their names look like in documents, and how they correspond. */
export type { CodeSearch } from './find-codes.js';
export { findCodes } from './find-codes.js';
export { loadCodebook } from './load.js';
export { nameKeys } from './lookup/normalise.js';
export type { NameKeys } from './lookup/normalise.js';
export type { PrintedCode } from './printed-code.js';
export { cleanCode, readPrintedCode } from './printed-code.js';
export type {
  BudgetScope,
  Codebook,
  CodeCandidate,
  CodeConfidence,
  CodeEntry,
  CodeQuery,
  CrosswalkEntry,
  Evidence,
  Region,
} from './types.js';
