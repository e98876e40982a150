/** The questions behind the report, each about current documents and sources only. */
import { CURRENT_DOCUMENT } from '../contract/views/current.js';

/** A query, and the order in which its rows are told: by file name and document, then by its own columns. */
export interface Question {
  readonly sql: string;
  /** Columns of the result. */
  readonly order: string;
}

/** Columns that part the findings of a section by the document or source that they are of. */
export const OWNER = 'file_name, document_id';

/** Current documents with counts of what they gave. */
export const DOCUMENTS: Question = {
  sql: `SELECT d.document_id, d.file_name, d.publisher, d.fiscal_year, d.report_kind, d.status,
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
  FROM diagnostics WHERE code <> 'check-failed' GROUP BY document_id) g USING (document_id)
WHERE d.${CURRENT_DOCUMENT}`,
  order: OWNER,
};

/** Where a line stands, as diagnostics say it. */
const placeOf = (line: string): string =>
  `concat_ws(' ', 'p.' || ${line}.page_no, 't.' || ${line}.table_no, 'r.' || ${line}.row_no, 'c.' || ${line}.col_no, 'b.' || ${line}.block_no)`;

/** The number of the line in a `line_id`. */
const lineNoOf = (lineId: string): string => `TRY_CAST(split_part(${lineId}, ':', 2) AS INTEGER)`;

/** Failing checks, each with the page of the first line that it binds and the line that would have to change. */
export const FAILED_CHECKS: Question = {
  sql: `SELECT c.*, len(c.line_ids) AS lines, d.file_name, f.page_no, ${placeOf('m')} AS location, m.label, m.amount
FROM checks c JOIN documents d USING (document_id)
LEFT JOIN budget_lines f ON f.document_id = c.document_id AND f.line_no = ${lineNoOf('c.line_ids[1]')}
LEFT JOIN budget_lines m ON m.document_id = c.document_id AND m.line_no = ${lineNoOf('c.correction_line_id')}
WHERE c.status = 'fail' AND c.${CURRENT_DOCUMENT}`,
  order: `${OWNER}, check_no`,
};

/** Suspect lines with their reasons. */
export const SUSPECT_LINES: Question = {
  sql: `SELECT l.document_id, d.file_name, l.line_no, l.label, l.amount,
  ${placeOf('l')} AS location,
  coalesce((SELECT list(concat_ws(' ', r.reason, r.detail) ORDER BY r.reason, r.detail) FROM line_doubts r
    WHERE r.document_id = l.document_id AND r.line_no = l.line_no), []) AS reasons
FROM budget_lines l JOIN documents d USING (document_id)
WHERE l.confidence = 'suspect' AND l.${CURRENT_DOCUMENT}`,
  order: `${OWNER}, line_no`,
};

/** Warnings and errors. */
export const DIAGNOSTICS: Question = {
  sql: `SELECT g.document_id, coalesce(d.file_name, s.file_name) AS file_name, g.severity, g.code, g.location, g.message, g.diagnostic_no
FROM diagnostics g LEFT JOIN documents d USING (document_id)
LEFT JOIN document_sources s ON g.document_id IS NULL AND s.document_id IS NULL AND s.source_uri = g.source_uri
WHERE g.severity <> 'info' AND (g.${CURRENT_DOCUMENT} OR (g.document_id IS NULL AND s.superseded_at IS NULL AND s.missing_since IS NULL))`,
  order: `${OWNER}, severity, code, diagnostic_no`,
};

/** What is missing. */
export const GAPS: Question = {
  sql: 'SELECT document_id, file_name, gap, table_kind, detail FROM report_gaps',
  order: `${OWNER}, gap, table_kind, detail`,
};
