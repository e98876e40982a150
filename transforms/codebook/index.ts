/** The codebook: official classification codes, what their names look like in documents, and how they correspond. */
export type { CodeSearch } from './findCodes.js';
export { findCodes } from './findCodes.js';
export { loadCodebook } from './load.js';
export { nameKeys } from './lookup/normalise.js';
export type { NameKeys } from './lookup/normalise.js';
export type { PrintedCode } from './printedCode.js';
export { cleanCode, readPrintedCode } from './printedCode.js';
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
