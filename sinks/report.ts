/** What `check` tells of an archive, as data: documents, confidence, failing checks, suspect lines, warnings, gaps. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { DuckDBListValue } from '@duckdb/node-api';
import type { Row } from './duckdb/query.js';
import { selectRows } from './duckdb/query.js';
import { CURRENT_DOCUMENT } from './contract/views/current.js';

export interface DocumentReport {
  readonly documentId: string;
  readonly fileName: string;
  readonly publisher: string | null;
  readonly fiscalYear: number | null;
  readonly reportKind: string;
  readonly status: string;
  readonly lines: number;
  readonly proven: number;
  readonly consistent: number;
  readonly suspect: number;
  readonly targets: number;
  readonly checks: number;
  readonly failedChecks: number;
  readonly warnings: number;
  readonly errors: number;
}

export interface FailedCheck {
  readonly documentId: string;
  readonly fileName: string;
  readonly checkNo: number;
  readonly rule: string;
  readonly subject: string;
  /** Decimal numerals in `unit`. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly difference: string | null;
  readonly tolerance: string;
  readonly unit: string;
  /** Lines that are suspect because of it; 0 where it binds cells only. */
  readonly lines: number;
}

/** A line to look at before use, last year's figures and repetitions of a fact included. */
export interface SuspectLine {
  readonly documentId: string;
  readonly fileName: string;
  readonly lineNo: number;
  /** `p.2 t.9 r.12 c.2` or `b.38`, as in diagnostics. */
  readonly location: string;
  readonly label: string;
  /** Decimal numeral in yuan. */
  readonly amount: string;
  /** As in the view `suspect_lines`, e.g. `failing_check <check_id>`. */
  readonly reasons: readonly string[];
}

/** A warning or an error of a document or source. */
export interface ReportedDiagnostic {
  readonly documentId: string | null;
  readonly fileName: string;
  readonly severity: string;
  readonly code: string;
  readonly location: string | null;
  readonly message: string;
}

export interface Gap {
  readonly documentId: string | null;
  readonly fileName: string;
  readonly gap: string;
  readonly tableKind: string | null;
  readonly detail: string | null;
}

/** The current documents of an archive and what is wrong with them. */
export interface ArchiveReport {
  readonly documents: readonly DocumentReport[];
  readonly failedChecks: readonly FailedCheck[];
  readonly suspectLines: readonly SuspectLine[];
  /** Errors and warnings; those of sources without a document too. */
  readonly diagnostics: readonly ReportedDiagnostic[];
  readonly gaps: readonly Gap[];
}

const DOCUMENTS_SQL = `SELECT d.document_id, d.file_name, d.publisher, d.fiscal_year, d.report_kind, d.status,
  coalesce(l.lines, 0) AS lines, coalesce(l.proven, 0) AS proven, coalesce(l.consistent, 0) AS consistent, coalesce(l.suspect, 0) AS suspect,
  coalesce(t.targets, 0) AS targets, coalesce(c.checks, 0) AS checks, coalesce(c.failed, 0) AS failed,
  coalesce(g.warnings, 0) AS warnings, coalesce(g.errors, 0) AS errors
FROM documents d
LEFT JOIN (SELECT document_id, count(*) AS lines, count(*) FILTER (confidence = 'proven') AS proven,
    count(*) FILTER (confidence = 'consistent') AS consistent, count(*) FILTER (confidence = 'suspect') AS suspect
  FROM budget_lines GROUP BY document_id) l USING (document_id)
LEFT JOIN (SELECT document_id, count(*) AS targets FROM performance_targets GROUP BY document_id) t USING (document_id)
LEFT JOIN (SELECT document_id, count(*) AS checks, count(*) FILTER (status = 'fail') AS failed FROM checks GROUP BY document_id) c USING (document_id)
LEFT JOIN (SELECT document_id, count(*) FILTER (severity = 'warning') AS warnings, count(*) FILTER (severity = 'error') AS errors
  FROM diagnostics GROUP BY document_id) g USING (document_id)
WHERE d.${CURRENT_DOCUMENT} ORDER BY d.file_name, d.document_id`;

const CHECKS_SQL = `SELECT c.* EXCLUDE (line_ids, cell_refs), len(c.line_ids) AS lines, d.file_name FROM checks c JOIN documents d USING (document_id)
WHERE c.status = 'fail' AND c.${CURRENT_DOCUMENT} ORDER BY d.file_name, c.document_id, c.check_no`;

const SUSPECT_SQL = `SELECT l.document_id, d.file_name, l.line_no, l.label, l.amount,
  concat_ws(' ', 'p.' || l.page_no, 't.' || l.table_no, 'r.' || l.row_no, 'c.' || l.col_no, 'b.' || l.block_no) AS location,
  coalesce((SELECT list(concat_ws(' ', r.reason, r.detail) ORDER BY r.reason, r.detail) FROM line_doubts r
    WHERE r.document_id = l.document_id AND r.line_no = l.line_no), []) AS reasons
FROM budget_lines l JOIN documents d USING (document_id)
WHERE l.confidence = 'suspect' AND l.${CURRENT_DOCUMENT} ORDER BY d.file_name, l.document_id, l.line_no`;

const DIAGNOSTICS_SQL = `SELECT g.document_id, coalesce(d.file_name, s.file_name) AS file_name, g.severity, g.code, g.location, g.message
FROM diagnostics g LEFT JOIN documents d USING (document_id)
LEFT JOIN document_sources s ON g.document_id IS NULL AND s.document_id IS NULL AND s.source_uri = g.source_uri
WHERE g.severity <> 'info' AND (g.${CURRENT_DOCUMENT} OR (g.document_id IS NULL AND s.superseded_at IS NULL AND s.missing_since IS NULL))
ORDER BY file_name, g.document_id, g.severity, g.code, g.diagnostic_no`;

const GAPS_SQL = 'SELECT * FROM report_gaps ORDER BY file_name, document_id, gap, table_kind';

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
    expected: textOrNull(row['expected']),
    actual: textOrNull(row['actual']),
    difference: textOrNull(row['difference']),
    tolerance: String(row['tolerance']),
    unit: String(row['value_unit']),
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

function textOrNull(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
