/** A document as the rows of every table that it fills. */
import type { DOCUMENT_TABLES, TableRow, tables } from '../contract/index.js';
import type { Diagnostic } from '../../extractors/types.js';
import type { BudgetDocument } from '../../transforms/types.js';
import { checkRow, diagnosticRows, statementRow, targetRow } from './findings.js';
import { lineCodeRows, lineRow } from './lines.js';
import { blockRow, cellRows, pageRow, tableRow } from './raw.js';

export type DocumentRows = {
  readonly [N in keyof typeof DOCUMENT_TABLES]: readonly TableRow<(typeof DOCUMENT_TABLES)[N]>[];
};

/** A document of which nothing could be made, though its bytes could be read. */
export interface QuarantinedDocument {
  /** sha256 of the bytes, lower-case hex. */
  readonly documentId: string;
  readonly sourceUri: string;
  readonly fileName: string;
  readonly byteSize: number;
  /** As far as the content told before it failed. */
  readonly mediaType: string | null;
  readonly charset: string | null;
  /** At least one error: the reason. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Who loads the rows, with which rules, and when. */
export interface LoadContext {
  readonly runId: string;
  readonly pipelineVersion: string;
  readonly loadedAt: Date;
}

/** Rows of a document; values are not range-checked yet. @throws RowError when a target's number is none */
export function documentRows(document: BudgetDocument, context: LoadContext): DocumentRows {
  const { raw, tables: grids, blocks, lines } = document;
  const id = raw.documentId;
  // The transforms may have taken over the extractor's findings: each is written once.
  const findings = [...new Set([...raw.diagnostics, ...document.diagnostics])];
  return {
    documents: [loadedRow(document, context)],
    document_pages: raw.pages.map((page) => pageRow(id, page)),
    raw_tables: grids.map((table) => tableRow(id, table)),
    raw_cells: grids.flatMap((table) => cellRows(id, table)),
    raw_blocks: blocks.map((block) => blockRow(id, block)),
    budget_lines: lines.map((line) => lineRow(id, line)),
    line_codes: lines.flatMap((line) => lineCodeRows(id, line)),
    statements: document.statements.map((statement) => statementRow(id, statement)),
    performance_targets: document.targets.map((target) => targetRow(id, target)),
    checks: document.checks.map((check) => checkRow(id, check)),
    diagnostics: diagnosticRows(findings, { runId: context.runId, documentId: id, sourceUri: raw.sourceUri, lines }),
  };
}

/** Rows of a quarantined document: itself and its reasons. */
export function quarantinedRows(document: QuarantinedDocument, context: LoadContext): DocumentRows {
  const { documentId, sourceUri, diagnostics } = document;
  return {
    documents: [quarantinedRow(document, context)],
    document_pages: [],
    raw_tables: [],
    raw_cells: [],
    raw_blocks: [],
    budget_lines: [],
    line_codes: [],
    statements: [],
    performance_targets: [],
    checks: [],
    diagnostics: diagnosticRows(diagnostics, { runId: context.runId, documentId, sourceUri, lines: [] }),
  };
}

type DocumentRow = TableRow<typeof tables.documents>;

function loadedRow({ raw, facts }: BudgetDocument, context: LoadContext): DocumentRow {
  return {
    document_id: raw.documentId,
    file_name: raw.fileName,
    media_type: raw.mediaType,
    charset: raw.charset,
    byte_size: BigInt(raw.byteSize),
    page_count: raw.pages.length === 0 ? null : raw.pages.length,
    title: facts.title,
    publisher: facts.publisher,
    publisher_code: facts.publisherCode,
    region_code: facts.regionCode,
    region_name: facts.regionName,
    fiscal_year: facts.fiscalYear,
    report_kind: facts.reportKind,
    scope: facts.scope,
    status: 'loaded',
    ...loadColumns(context),
  };
}

function quarantinedRow(document: QuarantinedDocument, context: LoadContext): DocumentRow {
  return {
    document_id: document.documentId,
    file_name: document.fileName,
    media_type: document.mediaType,
    charset: document.charset,
    byte_size: BigInt(document.byteSize),
    page_count: null,
    title: null,
    publisher: null,
    publisher_code: null,
    region_code: null,
    region_name: null,
    fiscal_year: null,
    report_kind: 'other',
    scope: 'unknown',
    status: 'quarantined',
    ...loadColumns(context),
  };
}

function loadColumns({
  runId,
  pipelineVersion,
  loadedAt,
}: LoadContext): Pick<DocumentRow, 'extracted_at' | 'pipeline_version' | 'run_id'> {
  return { extracted_at: loadedAt, pipeline_version: pipelineVersion, run_id: runId };
}
