/** Which documents of an archive are compared with which. */
import { CURRENT_DOCUMENT } from '../contract/views/current.js';

/** Loaded documents that still stand somewhere, of which is known who published them and for what year. */
const COMPARABLE = `SELECT document_id, run_id, publisher, region_code, fiscal_year, report_kind
  FROM documents d
  WHERE status = 'loaded' AND publisher IS NOT NULL AND fiscal_year IS NOT NULL AND d.${CURRENT_DOCUMENT}`;

/** What a department's report says of its units, under the kind that their own reports have. */
const NAMED_UNITS = `SELECT DISTINCT c.document_id, c.run_id, c.fiscal_year, l.budget_unit_name, replace(c.report_kind, 'department', 'unit') AS unit_kind
  FROM comparable c JOIN budget_lines l USING (document_id)
  WHERE c.report_kind IN ('department_budget', 'department_final') AND l.budget_unit_name IS NOT NULL`;

/**
 * A query of all pairs: left_document_id (the judged one), right_document_id, rule, and the runs that read the two, by which a pair read anew is told.
 *
 * `last-year`: reports of one kind, by one publisher, for two years that follow each other. `department-units`: a department's report, and that of a
 * unit which one of its rows names. What the parts hold is set down before they are joined: left to itself, DuckDB joins all reports of a year with each other.
 */
export const PAIRS = `WITH comparable AS MATERIALIZED (${COMPARABLE}), named_units AS MATERIALIZED (${NAMED_UNITS})
  SELECT l.document_id AS left_document_id, r.document_id AS right_document_id, 'last-year' AS rule, l.run_id AS left_run_id, r.run_id AS right_run_id
  FROM comparable l JOIN comparable r
    ON r.publisher = l.publisher AND r.region_code IS NOT DISTINCT FROM l.region_code AND r.report_kind = l.report_kind
    AND r.fiscal_year = l.fiscal_year - 1
  UNION ALL
  SELECT u.document_id, r.document_id, 'department-units', u.run_id, r.run_id
  FROM named_units u JOIN comparable r
    ON r.publisher = u.budget_unit_name AND r.report_kind = u.unit_kind AND r.fiscal_year = u.fiscal_year`;
