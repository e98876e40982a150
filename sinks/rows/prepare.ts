/** Documents made ready to be written: what does not fit is reported or quarantined before the transaction begins. */
import { DOCUMENT_TABLE_NAMES, DOCUMENT_TABLES } from '../contract/index.js';
import type { AnyRow, Table } from '../contract/index.js';
import type { Diagnostic } from '../../extractors/types.js';
import type { BudgetDocument } from '../../transforms/types.js';
import { packRows } from '../vectors/pack.js';
import type { PackedRows } from '../vectors/types.js';
import type { Misfit } from './check.js';
import { fitRows, RowError } from './check.js';
import type { DocumentRows, LoadContext, QuarantinedDocument } from './document.js';
import { documentRows, quarantinedRows } from './document.js';

/** A document as the writer of an archive wants it; plain data, as it may come from another process. */
export interface PreparedDocument {
  readonly documentId: string;
  readonly status: 'loaded' | 'quarantined';
  /** Why a document that was understood could not be loaded; null for all others. */
  readonly refusal: Diagnostic | null;
  readonly fiscalYear: number | null;
  /** What its diagnostics say. */
  readonly findings: readonly Pick<Diagnostic, 'code' | 'message'>[];
  /** Its rows, by table. */
  readonly packed: ReadonlyMap<keyof DocumentRows, PackedRows>;
}

/** The rows of a document; one that the tables can't hold is quarantined with an error that says which value it was. */
export function prepareDocument(document: BudgetDocument, context: LoadContext): PreparedDocument {
  try {
    const { rows, misfits } = fitDocument(documentRows(document, context));
    if (misfits.length === 0) return loaded(document, rows);
    const reported = { ...document, diagnostics: [...document.diagnostics, ...misfits.map(misfitDiagnostic)] };
    return loaded(document, fitDocument(documentRows(reported, context)).rows);
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    const refusal = doesNotFit(error);
    return { ...prepareQuarantined(refused(document, refusal), context), refusal };
  }
}

function loaded({ raw, facts }: BudgetDocument, rows: DocumentRows): PreparedDocument {
  const { documentId } = raw;
  return { documentId, status: 'loaded', refusal: null, fiscalYear: facts.fiscalYear, ...pack(rows) };
}

/** The rows of a quarantined document. @throws RowError when its byte size or diagnostics are no such thing (a bug) */
export function prepareQuarantined(document: QuarantinedDocument, context: LoadContext): PreparedDocument {
  const { rows } = fitDocument(quarantinedRows(document, context));
  return { documentId: document.documentId, status: 'quarantined', refusal: null, fiscalYear: null, ...pack(rows) };
}

function pack(rows: DocumentRows): Pick<PreparedDocument, 'findings' | 'packed'> {
  return {
    findings: rows.diagnostics.map(({ code, message }) => ({ code, message })),
    packed: new Map(DOCUMENT_TABLE_NAMES.map((name) => [name, packRows(DOCUMENT_TABLES[name], rows[name])])),
  };
}

function fitDocument(rows: DocumentRows): { readonly rows: DocumentRows; readonly misfits: readonly Misfit[] } {
  const misfits: Misfit[] = [];
  const fit = <R extends AnyRow>(table: Table, tableRows: readonly R[]): readonly R[] => {
    const fitted = fitRows(table, tableRows);
    misfits.push(...fitted.misfits);
    return fitted.rows;
  };
  const fitted: DocumentRows = {
    documents: fit(DOCUMENT_TABLES.documents, rows.documents),
    document_pages: fit(DOCUMENT_TABLES.document_pages, rows.document_pages),
    raw_tables: fit(DOCUMENT_TABLES.raw_tables, rows.raw_tables),
    raw_cells: fit(DOCUMENT_TABLES.raw_cells, rows.raw_cells),
    raw_blocks: fit(DOCUMENT_TABLES.raw_blocks, rows.raw_blocks),
    budget_lines: fit(DOCUMENT_TABLES.budget_lines, rows.budget_lines),
    line_codes: fit(DOCUMENT_TABLES.line_codes, rows.line_codes),
    statements: fit(DOCUMENT_TABLES.statements, rows.statements),
    performance_targets: fit(DOCUMENT_TABLES.performance_targets, rows.performance_targets),
    checks: fit(DOCUMENT_TABLES.checks, rows.checks),
    diagnostics: fit(DOCUMENT_TABLES.diagnostics, rows.diagnostics),
  };
  return { rows: fitted, misfits };
}

function misfitDiagnostic({ table, column, value, row }: Misfit): Diagnostic {
  const place = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  return {
    stage: 'load',
    severity: 'warning',
    code: 'value-out-of-range',
    message: `${table}.${column} can't hold ${value} (last places counted): left empty`,
    origin: {
      page: place('page_no'),
      tableNo: place('table_no'),
      row: place('row_no'),
      col: place('col_no'),
      blockNo: place('block_no'),
    },
  };
}

function doesNotFit(error: RowError): Diagnostic {
  const message = `${error.message}: nothing of the document was loaded`;
  return { stage: 'load', severity: 'error', code: 'document-does-not-fit', message, origin: {} };
}

function refused({ raw }: BudgetDocument, refusal: Diagnostic): QuarantinedDocument {
  const { documentId, sourceUri, fileName, byteSize, mediaType, charset } = raw;
  return { documentId, sourceUri, fileName, byteSize, mediaType, charset, diagnostics: [...raw.diagnostics, refusal] };
}
