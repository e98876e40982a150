import type { Table } from '../table.js';
import {
  classificationCodes,
  codeCrosswalk,
  documentPairs,
  enumValues,
  meta,
  parquetPending,
  readArchives,
  runs,
} from './archive.js';
import { documentPages, documents, documentSources } from './documents.js';
import { archiveChecks, checks, diagnostics, performanceTargets, statements } from './findings.js';
import { budgetLines, lineCodes } from './lines.js';
import { rawBlocks, rawCells, rawTables } from './raw.js';

export * from './archive.js';
export * from './documents.js';
export * from './findings.js';
export * from './lines.js';
export * from './raw.js';

/** Tables that one document fills; its rows are written and replaced together. */
export const DOCUMENT_TABLES = {
  documents,
  document_pages: documentPages,
  raw_tables: rawTables,
  raw_cells: rawCells,
  raw_blocks: rawBlocks,
  budget_lines: budgetLines,
  line_codes: lineCodes,
  statements,
  performance_targets: performanceTargets,
  checks,
  diagnostics,
} as const;

export type DocumentTableName = keyof typeof DOCUMENT_TABLES;

/** Names of the document tables. */
export const DOCUMENT_TABLE_NAMES = Object.keys(DOCUMENT_TABLES).filter(
  (name): name is DocumentTableName => name in DOCUMENT_TABLES,
);

/** Every table, in the order of the documentation. */
export const TABLES: readonly Table[] = [
  documents,
  documentSources,
  documentPages,
  rawTables,
  rawCells,
  rawBlocks,
  budgetLines,
  lineCodes,
  statements,
  performanceTargets,
  checks,
  archiveChecks,
  diagnostics,
  runs,
  classificationCodes,
  codeCrosswalk,
  enumValues,
  meta,
  documentPairs,
  parquetPending,
  readArchives,
];
