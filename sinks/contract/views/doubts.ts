/** Why lines are suspect. */
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { CURRENT_DOCUMENT } from './current.js';

/** Below this score a code is a guess; the same figure grades lines when they are read. */
const DOUBTFUL_SCORE = '0.8';

/** A check over all rows of a table: what it finds is told of each row by a warning of its own. */
const TOLD_BY_ROW = 'code-name';

const SUSPECT = `SELECT * FROM budget_lines WHERE confidence = 'suspect' AND ${CURRENT_DOCUMENT}`;

export const lineDoubts: View = {
  name: 'line_doubts',
  comment:
    'Why lines are suspect: one row per line and reason, of current documents; last year’s figures and repetitions of a fact too.',
  columns: describeColumns(['document_id', 'line_no', 'line_id', 'reason', 'detail'], {
    reason: 'failing_check, ambiguous_reading, doubtful_code or warning (see enum_values).',
    detail:
      'The check_id of the failing check, the scheme and code in doubt, or the code of the diagnostic; null for an ambiguous reading.',
  }),
  sql: `WITH suspect AS (${SUSPECT}),
failing AS (
  SELECT document_id, check_id, unnest(line_ids) AS line_id FROM checks
  WHERE status = 'fail' AND rule <> '${TOLD_BY_ROW}' AND document_id IN (SELECT document_id FROM suspect)),
doubt AS (
  SELECT s.document_id, s.line_no, s.line_id, 'failing_check' AS reason, f.check_id AS detail
  FROM suspect s JOIN failing f ON f.document_id = s.document_id AND f.line_id = s.line_id
  UNION ALL SELECT document_id, line_no, line_id, 'ambiguous_reading', NULL FROM suspect WHERE is_ambiguous
  UNION ALL SELECT s.document_id, s.line_no, s.line_id, 'doubtful_code', concat_ws(' ', c.scheme, coalesce(c.code, c.code_printed))
  FROM suspect s JOIN line_codes c ON c.document_id = s.document_id AND c.line_no = s.line_no
  WHERE c.mapping_score < ${DOUBTFUL_SCORE} AND coalesce(c.code, c.code_printed) IS NOT NULL
  UNION ALL SELECT s.document_id, s.line_no, s.line_id, 'warning', g.code
  FROM suspect s JOIN diagnostics g ON g.document_id = s.document_id AND g.table_no = s.table_no AND g.row_no = s.row_no
    AND coalesce(g.col_no, s.col_no) = s.col_no
  WHERE g.stage = 'transform' AND g.severity <> 'info' AND g.code <> 'check-failed')
SELECT DISTINCT document_id, line_no, line_id, reason, detail FROM doubt`,
};
