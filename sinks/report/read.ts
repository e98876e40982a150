/** Reads the report from a database. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBListValue } from '@duckdb/node-api';
import type { Row } from '../duckdb/query.js';
import { selectRows, textOrNull } from '../duckdb/query.js';
import { toFigures } from './figures.js';
import { CHECKS_SQL, DIAGNOSTICS_SQL, DOCUMENTS_SQL, GAPS_SQL, SUSPECT_SQL } from './queries.js';
import type { ArchiveReport, DocumentReport, FailedCheck, Gap, ReportedDiagnostic, SuspectLine } from './types.js';

/** The report of all current documents. @throws Error of DuckDB */
export async function readReport(connection: DuckDBConnection): Promise<ArchiveReport> {
  const documents = await selectRows(connection, DOCUMENTS_SQL);
  const failed = await selectRows(connection, CHECKS_SQL);
  const suspect = await selectRows(connection, SUSPECT_SQL);
  const diagnostics = await selectRows(connection, DIAGNOSTICS_SQL);
  const gaps = await selectRows(connection, GAPS_SQL);
  return {
    documents: documents.map(toDocument),
    failedChecks: failed.map(toFailedCheck),
    suspectLines: suspect.map(toSuspectLine),
    diagnostics: diagnostics.map(toDiagnostic),
    gaps: gaps.map(toGap),
  };
}

function toDocument(row: Row): DocumentReport {
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    publisher: textOrNull(row['publisher']),
    fiscalYear: row['fiscal_year'] === null ? null : Number(row['fiscal_year']),
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

function toFailedCheck(row: Row): FailedCheck {
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    checkNo: Number(row['check_no']),
    rule: String(row['rule']),
    subject: String(row['subject']),
    ...toFigures(row),
    lines: Number(row['lines']),
  };
}

function toSuspectLine(row: Row): SuspectLine {
  const reasons = row['reasons'];
  return {
    documentId: String(row['document_id']),
    fileName: String(row['file_name']),
    lineNo: Number(row['line_no']),
    location: String(row['location']),
    label: String(row['label']),
    amount: String(row['amount']),
    reasons: reasons instanceof DuckDBListValue ? reasons.items.map(String) : [],
  };
}

function toDiagnostic(row: Row): ReportedDiagnostic {
  return {
    documentId: textOrNull(row['document_id']),
    fileName: String(row['file_name']),
    severity: String(row['severity']),
    code: String(row['code']),
    location: textOrNull(row['location']),
    message: String(row['message']),
  };
}

function toGap(row: Row): Gap {
  return {
    documentId: textOrNull(row['document_id']),
    fileName: String(row['file_name']),
    gap: String(row['gap']),
    tableKind: textOrNull(row['table_kind']),
    detail: textOrNull(row['detail']),
  };
}
