/** The codebook: official classification codes, what their names look like in documents, and how they correspond. */
export type { CodeAndName, CodeSearch, FoundCode } from './find-codes.js';
export { CodeTablesError } from './errors.js';
export { bearsName, findCodes, findNamesake, readCodeAndName } from './find-codes.js';
export type { CodebookFolders } from './load.js';
export * from './import/index.js';
export { groupBy } from './group-by.js';
export { loadCodebook } from './load.js';
export { nameKeys } from './lookup/normalise.js';
export { likeness } from './lookup/similar.js';
export type { NameKeys } from './lookup/normalise.js';
export type { CodeTable, CsvTable } from './tables.js';
export { CODE_TABLES } from './tables.js';
export { readUtf8 } from './utf8.js';
export type { PrintedCode } from './printed-code.js';
export { cleanCode, dropFillers, isWholeCode, readPrintedCode } from './printed-code.js';
export type {
  BudgetScope,
  Codebook,
  CodeCandidate,
  CodeConfidence,
  CodeEntry,
  CodeQuery,
  CrosswalkEntry,
  Evidence,
  OldName,
  Region,
} from './types.js';
