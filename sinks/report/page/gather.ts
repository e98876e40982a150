/** What the questions of the page share, worked out once: current documents with their counts, failing checks in order, lines in doubt. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { CURRENT_DOCUMENT } from '../../contract/views/current.js';
import { cut, LENGTH, MOST } from './limits.js';

/** Current documents with counts of what they gave. */
const DOCUMENTS = `SELECT d.document_id, ${cut('d.file_name', LENGTH.name)} AS file_name, ${cut('d.publisher', LENGTH.name)} AS publisher,
  d.fiscal_year, d.report_kind, d.status, coalesce(l.proven, 0) AS proven, coalesce(l.consistent, 0) AS consistent,
  coalesce(l.suspect, 0) AS suspect, coalesce(c.failed, 0) AS failed
FROM documents d
LEFT JOIN (SELECT document_id, count(*) FILTER (confidence = 'proven') AS proven, count(*) FILTER (confidence = 'consistent') AS consistent,
    count(*) FILTER (confidence = 'suspect') AS suspect FROM budget_lines GROUP BY document_id) l ON l.document_id = d.document_id
LEFT JOIN (SELECT document_id, count(*) AS failed FROM checks WHERE status = 'fail' GROUP BY document_id) c ON c.document_id = d.document_id
WHERE d.${CURRENT_DOCUMENT}`;

/**
 * How far off a check is: its difference in tenths of the larger of its two figures, so that a small figure that is wrong as a whole comes
 * before a large one that is nearly right, and among those alike the larger difference.
 */
export const WORST_FIRST = `round(coalesce(least(abs(c.difference) / nullif(greatest(abs(c.expected), abs(c.actual)), 0), 1), 1), 1) DESC,
    c.value_unit = 'yuan' DESC, abs(c.difference) DESC NULLS LAST`;

/**
 * Failing checks: the worst, then the others in turns, one of each rule and publisher a turn, as otherwise one document of many would fill the list.
 * The figures of each are listed up to a bound, the one that is judged first.
 */
const FAILING = `WITH ranked AS (
  SELECT c.*, d.publisher, row_number() OVER (ORDER BY ${WORST_FIRST}, c.document_id, c.check_no) AS worst_no
  FROM checks c JOIN page_documents d ON d.document_id = c.document_id WHERE c.status = 'fail'),
turned AS (SELECT *, row_number() OVER (PARTITION BY rule, publisher ORDER BY worst_no) AS turn FROM ranked)
SELECT document_id, check_no, rule, ${cut('subject', LENGTH.subject)} AS subject, expected, actual, difference, tolerance, value_unit,
  correction_amount, TRY_CAST(split_part(correction_line_id, ':', 2) AS INTEGER) AS correction_line_no, len(line_ids) AS lines, line_ids[1:${MOST.figures}] AS line_ids, cell_refs[1:${MOST.figures}] AS cell_refs, worst_no,
  row_number() OVER (ORDER BY worst_no > ${MOST.worst}, turn, worst_no) AS list_no
FROM turned ORDER BY list_no LIMIT ${MOST.checks}`;

/** The figures of these checks and where they stand; the first one is the figure that is judged, where it is what the check calls printed. */
const FIGURES = `WITH line AS (
  SELECT document_id, check_no, actual, value_unit, unnest(line_ids) AS line_id, generate_subscripts(line_ids, 1) AS place_no FROM page_failing),
cell AS (
  SELECT document_id, check_no, generate_subscripts(cell_refs, 1) AS place_no,
    regexp_extract(unnest(cell_refs), '^t\\.(\\d+) r\\.(\\d+) c\\.(\\d+)$', ['t', 'r', 'c']) AS ref FROM page_failing)
SELECT x.document_id, x.check_no, x.place_no, l.table_no, l.row_no, l.col_no, l.page_no, l.block_no, l.table_kind, l.source_text, l.amount_text,
  coalesce(l.dept_economic_code, l.gov_economic_code, l.function_code, l.revenue_code, l.procurement_code) AS code, ${cut('l.label', LENGTH.label)} AS label,
  x.place_no = 1 AND x.value_unit = 'yuan' AND l.amount = x.actual AS is_whole
FROM line x JOIN budget_lines l ON l.document_id = x.document_id AND l.line_no = TRY_CAST(split_part(x.line_id, ':', 2) AS INTEGER)
UNION ALL
SELECT x.document_id, x.check_no, ${MOST.figures} + x.place_no, t.table_no, TRY_CAST(x.ref.r AS INTEGER), TRY_CAST(x.ref.c AS INTEGER), t.page_first, NULL,
  t.table_kind, NULL, NULL, NULL, NULL, false
FROM cell x JOIN raw_tables t ON t.document_id = x.document_id AND t.table_no = TRY_CAST(x.ref.t AS INTEGER)`;

/** Reasons by how much they say: a warning has a message of its own. */
const MOST_TELLING = `CASE reason WHEN 'warning' THEN 1 WHEN 'doubtful_code' THEN 2 WHEN 'ambiguous_reading' THEN 3 ELSE 4 END`;

/**
 * Suspect lines in no failing check, each once, with the reason that says most. Of a code in doubt the scheme alone, of a heading what is said of it: codes and headings are
 * many, the reason is one.
 */
const DOUBTS = `WITH doubt AS (
  SELECT l.document_id, l.line_no, r.reason, CASE WHEN r.reason IN ('doubtful_code', 'ambiguous_reading') THEN split_part(r.detail, ' ', 1) ELSE r.detail END AS code,
    coalesce(bool_or(r.reason = 'failing_check') OVER (PARTITION BY l.document_id, l.line_no), false) AS is_failing
  FROM budget_lines l JOIN page_documents d ON d.document_id = l.document_id
  LEFT JOIN line_doubts r ON r.document_id = l.document_id AND r.line_no = l.line_no
  WHERE l.confidence = 'suspect')
SELECT document_id, line_no, reason, code FROM doubt WHERE NOT is_failing
QUALIFY row_number() OVER (PARTITION BY document_id, line_no ORDER BY ${MOST_TELLING}, code) = 1`;

const GATHERED = { page_documents: DOCUMENTS, page_failing: FAILING, page_figures: FIGURES, page_doubts: DOUBTS };

/** Carries `work` out with these tables there. Rethrows what it throws. @throws Error of DuckDB */
export async function withGathered<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  try {
    for (const [name, sql] of Object.entries(GATHERED))
      await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${sql}`);
    return await work();
  } finally {
    for (const name of Object.keys(GATHERED)) await connection.run(`DROP TABLE IF EXISTS temp.${name}`);
  }
}
