/** Rows of the report's questions as what they tell. */
import { DuckDBListValue } from '@duckdb/node-api';
import type { Row } from '../duckdb/query.js';
import { numberOrNull, textOrNull } from '../duckdb/query.js';
import { toFigures } from './figures.js';
import type { CheckCorrection, DocumentReport, FailedCheck, Gap, ReportedDiagnostic, SuspectLine } from './types.js';

export function toDocument(row: Row): DocumentReport {
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    publisher: textOrNull(row['publisher']),
    fiscalYear: numberOrNull(row['fiscal_year']),
    reportKind: String(row['report_kind']),
    status: String(row['status']),
    lines: Number(row['lines']),
    proven: Number(row['proven']),
    consistent: Number(row['consistent']),
    suspect: Number(row['suspect']),
    targets: Number(row['targets']),
    checks: Number(row['checks']),
    failedChecks: Number(row['failed']),
    warnings: Number(row['warnings']),
    errors: Number(row['errors']),
  };
}

export function toFailedCheck(row: Row): FailedCheck {
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    checkNo: Number(row['check_no']),
    checkId: String(row['check_id']),
    rule: String(row['rule']),
    subject: String(row['subject']),
    page: numberOrNull(row['page_no']),
    ...toFigures(row),
    lines: Number(row['lines']),
    lineIds: textsOf(row['line_ids']),
    cellRefs: textsOf(row['cell_refs']),
    correction: toCorrection(row),
  };
}

function toCorrection(row: Row): CheckCorrection | null {
  const [lineId, correctionAmount] = [textOrNull(row['correction_line_id']), textOrNull(row['correction_amount'])];
  if (lineId === null || correctionAmount === null || row['label'] === null) return null;
  return {
    lineId,
    location: String(row['location']),
    label: String(row['label']),
    amount: String(row['amount']),
    correctionAmount,
  };
}

export function toSuspectLine(row: Row): SuspectLine {
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    lineNo: Number(row['line_no']),
    location: String(row['location']),
    label: String(row['label']),
    amount: String(row['amount']),
    reasons: textsOf(row['reasons']),
  };
}

export function toDiagnostic(row: Row): ReportedDiagnostic {
  return {
    documentId: textOrNull(row['document_id']),
    fileName: String(row['file_name']),
    severity: String(row['severity']),
    code: String(row['code']),
    location: textOrNull(row['location']),
    message: String(row['message']),
  };
}

export function toGap(row: Row): Gap {
  return {
    documentId: textOrNull(row['document_id']),
    fileName: String(row['file_name']),
    gap: String(row['gap']),
    tableKind: textOrNull(row['table_kind']),
    detail: textOrNull(row['detail']),
  };
}

/** The items of a list; none where there is no list. */
export function textsOf(value: Row[string] | undefined): readonly string[] {
  return value instanceof DuckDBListValue ? value.items.map(String) : [];
}
