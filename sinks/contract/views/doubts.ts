/** Why lines are suspect. */
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { CURRENT_DOCUMENT } from './current.js';

/** Below this score a code is a guess; the same figure grades lines when they are read. */
const DOUBTFUL_SCORE = '0.8';

/** A check over all rows of a table: what it finds is told of each row by a warning of its own. */
const TOLD_BY_ROW = 'code-name';

const SUSPECT = `SELECT * FROM budget_lines WHERE confidence = 'suspect' AND ${CURRENT_DOCUMENT}`;

/** What is told of the column of an ambiguous line; of its table where nothing is told of the column. */
const TOLD = `told AS (
  SELECT DISTINCT s.document_id, s.line_no, s.table_no, g.col_no, g.code
  FROM suspect s JOIN diagnostics g ON g.document_id = s.document_id AND g.table_no = s.table_no
    AND g.row_no IS NULL AND coalesce(g.col_no, s.col_no) = s.col_no
  WHERE s.is_ambiguous AND g.severity <> 'info' AND g.code <> 'check-failed'
  QUALIFY g.col_no IS NOT NULL OR count(g.col_no) OVER (PARTITION BY s.document_id, s.line_no) = 0)`;

/** The words over these columns, outermost first. */
const HEADING = `heading AS (
  SELECT o.document_id, o.table_no, o.col_no, string_agg(regexp_replace(c.text, '\\s+', '', 'g'), ' › ' ORDER BY c.row_no) AS heading
  FROM (SELECT DISTINCT document_id, table_no, col_no FROM told WHERE col_no IS NOT NULL) o
    JOIN raw_tables t ON t.document_id = o.document_id AND t.table_no = o.table_no
    JOIN raw_cells c ON c.document_id = o.document_id AND c.table_no = o.table_no AND c.row_no < t.header_row_count
      AND o.col_no >= c.col_no AND o.col_no < c.col_no + c.col_span AND trim(c.text) <> ''
  GROUP BY ALL)`;

export const lineDoubts: View = {
  name: 'line_doubts',
  comment:
    'Why lines are suspect: one row per line and reason, of current documents; last year’s figures and repetitions of a fact too.',
  columns: describeColumns(['document_id', 'line_no', 'line_id', 'reason', 'detail'], {
    reason: 'failing_check, ambiguous_reading, doubtful_code or warning (see enum_values).',
    detail:
      'The check_id of the failing check, the scheme and code in doubt, or the code of the diagnostic; for an ambiguous reading the code of the warning on its column, with the heading, else of that on its table, null where neither has one.',
  }),
  sql: `WITH suspect AS (${SUSPECT}),
${TOLD},
${HEADING},
failing AS (
  SELECT document_id, check_id, unnest(line_ids) AS line_id FROM checks
  WHERE status = 'fail' AND rule <> '${TOLD_BY_ROW}' AND document_id IN (SELECT document_id FROM suspect)),
doubt AS (
  SELECT s.document_id, s.line_no, s.line_id, 'failing_check' AS reason, f.check_id AS detail
  FROM suspect s JOIN failing f ON f.document_id = s.document_id AND f.line_id = s.line_id
  UNION ALL SELECT s.document_id, s.line_no, s.line_id, 'ambiguous_reading',
    CASE WHEN t.col_no IS NULL THEN t.code ELSE concat_ws(' ', t.code, h.heading) END
  FROM suspect s LEFT JOIN told t ON t.document_id = s.document_id AND t.line_no = s.line_no
    LEFT JOIN heading h ON h.document_id = t.document_id AND h.table_no = t.table_no AND h.col_no = t.col_no
  WHERE s.is_ambiguous
  UNION ALL SELECT s.document_id, s.line_no, s.line_id, 'doubtful_code', concat_ws(' ', c.scheme, coalesce(c.code, c.code_printed))
  FROM suspect s JOIN line_codes c ON c.document_id = s.document_id AND c.line_no = s.line_no
  WHERE c.mapping_score < ${DOUBTFUL_SCORE} AND coalesce(c.code, c.code_printed) IS NOT NULL
  UNION ALL SELECT s.document_id, s.line_no, s.line_id, 'warning', g.code
  FROM suspect s JOIN diagnostics g ON g.document_id = s.document_id AND g.table_no = s.table_no AND g.row_no = s.row_no
    AND coalesce(g.col_no, s.col_no) = s.col_no
  WHERE g.stage = 'transform' AND g.severity <> 'info' AND g.code <> 'check-failed')
SELECT DISTINCT document_id, line_no, line_id, reason, detail FROM doubt`,
};
