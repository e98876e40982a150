/** Views of how far the figures may be trusted and what is missing. */
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { columnsOf, CURRENT_DOCUMENT, CURRENT_LINES, FACT_COLUMNS, lineColumns, SUBJECT_COLUMNS } from './current.js';

const LINE_COLUMNS = [
  'flow',
  'line_role',
  'total_kind',
  'is_leaf',
  'project_name',
  'function_code',
  'dept_economic_code',
  'gov_economic_code',
  'revenue_code',
  'procurement_code',
  'three_public_item',
  'yoy_amount',
  'yoy_percent',
  'mapping_method',
  'mapping_score',
  'checks_passed',
  'checks_failed',
];

/** Percent points by which rows may miss the printed total: rounding of many small rows stays far below. */
const COVERAGE_SLACK = '0.5';

const SELECTED = columnsOf('x', [...SUBJECT_COLUMNS, ...LINE_COLUMNS, ...FACT_COLUMNS]);

export const trustedLines: View = {
  name: 'trusted_lines',
  comment:
    'Facts of current documents that are proven or consistent, each stated once (is_preferred). Totals and their parts are both in it: sum leaves of one statement, fund source and spending type.',
  columns: describeColumns(lineColumns(LINE_COLUMNS)),
  sql: `SELECT ${SELECTED} FROM (${CURRENT_LINES}) x WHERE x.is_preferred AND x.confidence <> 'suspect'`,
};

export const suspectLines: View = {
  name: 'suspect_lines',
  comment:
    'Facts of current documents to look at before use: in a failing check, an ambiguous reading, or a doubtful code; reasons says which. Each stated once (is_preferred); trusted_lines holds the others.',
  columns: describeColumns([...lineColumns(LINE_COLUMNS), 'reasons'], {
    reasons:
      'Why it is suspect: failing_check <check_id>, ambiguous_reading <code of the diagnostic, and the heading> where one tells why, doubtful_code <scheme> <code>, warning <code of the diagnostic> (see line_doubts).',
  }),
  sql: `WITH reason AS (
  SELECT document_id, line_no, list(concat_ws(' ', reason, detail) ORDER BY reason, detail) AS reasons FROM line_doubts GROUP BY ALL)
SELECT ${SELECTED}, coalesce(r.reasons, []) AS reasons
FROM (${CURRENT_LINES}) x LEFT JOIN reason r ON r.document_id = x.document_id AND r.line_no = x.line_no
WHERE x.is_preferred AND x.confidence = 'suspect'`,
};

/** Pages that the detail of a gap names one by one. */
const MOST_PAGES = 20;

/** Of each document with pages of which nothing is read, which ones, and from which on; of one without any text that it has none. */
const UNREAD_PAGES = `SELECT document_id,
    CASE WHEN bool_or(code = 'document-has-no-text') THEN 'no text at all'
      ELSE concat('p. ', array_to_string(list_slice(list(DISTINCT page_no ORDER BY page_no), 1, ${MOST_PAGES}), ', '),
        CASE WHEN count(DISTINCT page_no) > ${MOST_PAGES} THEN ', …' END,
        ' and all from p. ' || max(page_no) FILTER (WHERE code = 'pages-left-out') || ' on') END AS detail
  FROM diagnostics WHERE code IN ('page-has-no-text', 'page-unreadable', 'pages-left-out', 'document-has-no-text') AND document_id IS NOT NULL
  GROUP BY document_id`;

export const reportGaps: View = {
  name: 'report_gaps',
  comment:
    'What is missing: expected statements that are absent or empty, expenditure that the rows by function do not cover, pages of which nothing is read, documents without publisher or year, quarantined documents, unreadable sources.',
  columns: describeColumns(
    [
      'document_id',
      'file_name',
      'publisher',
      'region_name',
      'fiscal_year',
      'report_kind',
      'gap',
      'table_kind',
      'detail',
    ],
    {
      document_id: 'The document; null for an unreadable source.',
      gap: 'What kind of gap (see enum_values).',
      table_kind: 'The statement, where the gap is one.',
      detail:
        'More about it: the sentence beside an empty form, what is covered of which total, the pages that are not read, the reason of a quarantine, the source.',
    },
  ),
  sql: `WITH current_documents AS (SELECT * FROM documents WHERE ${CURRENT_DOCUMENT}),
legible AS (
  SELECT * FROM current_documents WHERE status = 'loaded'
    AND document_id NOT IN (SELECT document_id FROM diagnostics WHERE code = 'document-has-no-text' AND document_id IS NOT NULL)),
unread AS (${UNREAD_PAGES}),
gap AS (
  SELECT d.*, CASE s.state WHEN 'missing' THEN 'statement_missing' ELSE 'statement_blank' END AS gap, s.table_kind, s.source_text AS detail
  FROM current_documents d JOIN statements s ON s.document_id = d.document_id WHERE s.state IN ('missing', 'blank_form')
  UNION ALL SELECT d.*, CASE WHEN c.printed_total IS NULL THEN 'coverage_unknown' ELSE 'coverage_partial' END, NULL,
    concat(c.budget_stage, ' ', c.fiscal_year, ': ', c.covered_amount, ' yuan by function',
      ' of ' || c.printed_total || ' printed', ' (' || round(c.coverage_percent, 2) || ' %)')
  FROM current_documents d JOIN expenditure_coverage c ON c.document_id = d.document_id
  WHERE coalesce(abs(c.coverage_percent - 100) > ${COVERAGE_SLACK}, c.printed_total IS NULL OR c.covered_amount IS DISTINCT FROM 0)
  UNION ALL SELECT d.*, 'pages_unread', NULL, u.detail FROM current_documents d JOIN unread u ON u.document_id = d.document_id
  UNION ALL SELECT d.*, 'publisher_unknown', NULL, NULL FROM legible d WHERE publisher IS NULL
  UNION ALL SELECT d.*, 'fiscal_year_unknown', NULL, NULL FROM legible d WHERE fiscal_year IS NULL
  UNION ALL SELECT d.*, 'document_quarantined', NULL, (
    SELECT string_agg(g.message, '; ' ORDER BY g.diagnostic_no) FROM diagnostics g WHERE g.document_id = d.document_id AND g.severity = 'error')
  FROM current_documents d WHERE status = 'quarantined')
SELECT document_id, file_name, publisher, region_name, fiscal_year, report_kind, gap, table_kind, detail FROM gap
UNION ALL SELECT NULL, file_name, NULL, NULL, NULL, NULL, 'source_unreadable', NULL, source_uri
FROM document_sources WHERE document_id IS NULL AND superseded_at IS NULL AND missing_since IS NULL`,
};
