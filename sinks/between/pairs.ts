/** Which documents of an archive are compared with which. */
import { CURRENT_DOCUMENT } from '../contract/views/current.js';

/** Loaded documents that still stand somewhere, of which is known who published them and for what year. */
const COMPARABLE = `SELECT document_id, run_id, publisher, region_code, fiscal_year, report_kind
  FROM documents d
  WHERE status = 'loaded' AND publisher IS NOT NULL AND fiscal_year IS NOT NULL AND d.${CURRENT_DOCUMENT}`;

/**
 * A query of all pairs: left_document_id (the judged one), right_document_id, rule, and the runs that read the two, by which a pair read anew is told.
 *
 * `last-year`: reports of one kind, by one publisher, for two years that follow each other. `department-units`: a department's report, and that of a
 * unit which one of its rows names.
 */
export const PAIRS = `WITH comparable AS (${COMPARABLE})
  SELECT l.document_id AS left_document_id, r.document_id AS right_document_id, 'last-year' AS rule, l.run_id AS left_run_id, r.run_id AS right_run_id
  FROM comparable l JOIN comparable r
    ON r.publisher = l.publisher AND r.region_code IS NOT DISTINCT FROM l.region_code AND r.report_kind = l.report_kind
    AND r.fiscal_year = l.fiscal_year - 1
  UNION ALL
  SELECT l.document_id, r.document_id, 'department-units', l.run_id, r.run_id
  FROM comparable l
    JOIN (SELECT DISTINCT document_id, budget_unit_name FROM budget_lines WHERE budget_unit_name IS NOT NULL) u USING (document_id)
    JOIN comparable r ON r.publisher = u.budget_unit_name AND r.fiscal_year = l.fiscal_year
  WHERE r.document_id <> l.document_id
    AND (l.report_kind, r.report_kind) IN (('department_budget', 'unit_budget'), ('department_final', 'unit_final'))`;
