/** The amounts of tables that documents can be compared by. */

/** Columns of last year's figures that are not those of last year's report: what was spent, not what was planned. */
const OTHER_FIGURES = '执行|完成|决算|调整';

/** What a figure is of, whoever prints it. Rows without a code are told by their words. */
const THING = `concat_ws('|', l.table_kind, l.flow, l.fund_source, coalesce(l.spending_type, ''), coalesce(l.three_public_item, ''),
    coalesce(l.function_code, ''), coalesce(l.dept_economic_code, ''), coalesce(l.gov_economic_code, ''), coalesce(l.revenue_code, ''),
    coalesce(l.procurement_code, ''), coalesce(l.project_name, ''),
    CASE WHEN l.line_role = 'total' OR coalesce(l.function_code, l.dept_economic_code, l.gov_economic_code, l.revenue_code,
      l.procurement_code, l.three_public_item) IS NOT NULL THEN '' ELSE regexp_replace(l.label, '\\s+', '', 'g') END)`;

/** How many decimals a printed amount has. */
const DECIMALS = `length(regexp_extract(replace(l.amount_text, '．', '.'), '\\.(\\d+)', 1))`;
const FINEST_DECIMALS = 6;

/**
 * A query over the documents of the table \`new_pairs\`: one row for each amount of a table that its document states once, with \`half_step\`, half of
 * the smallest place printed in its column, in yuan (nothing where that is a fen).
 *
 * 其中 rows are left out; of last year's figures in a budget those that were executed instead of planned, by the words of their column.
 */
export const FACTS = `WITH factors AS (
    SELECT unit, min(unit_factor)::DECIMAL(17,6) AS factor FROM raw_tables WHERE unit IS NOT NULL AND unit_factor IS NOT NULL GROUP BY unit),
  judged AS (SELECT left_document_id AS document_id FROM new_pairs UNION SELECT right_document_id FROM new_pairs),
  heads AS (
    SELECT c.document_id, c.table_no, x.col_no, string_agg(c.text, ' ') AS words
    FROM raw_cells c JOIN raw_tables t USING (document_id, table_no), LATERAL (SELECT unnest(range(c.col_no, c.col_no + c.col_span)) AS col_no) x
    WHERE c.row_no < t.header_row_count AND c.document_id IN (SELECT document_id FROM judged)
    GROUP BY ALL),
  stated AS (
    SELECT l.document_id, l.line_no, l.fiscal_year, l.budget_stage, l.budget_unit_name, l.amount,
      CASE WHEN l.line_role = 'total' THEN 'total ' || coalesce(l.total_kind, '') ELSE l.line_role END AS role,
      ${THING} AS thing,
      't.' || l.table_no || ' r.' || l.row_no || ' c.' || l.col_no AS place,
      regexp_replace(l.label, '\\s+', '', 'g') AS name,
      d.report_kind NOT LIKE '%final' AND l.budget_stage = 'prior_year' AND regexp_matches(coalesce(h.words, ''), '${OTHER_FIGURES}') AS is_other,
      f.factor * [${Array.from({ length: FINEST_DECIMALS + 1 }, (_, places) => (10 ** -places).toFixed(FINEST_DECIMALS)).join(', ')}][
        1 + least(max(${DECIMALS}) OVER (PARTITION BY l.document_id, l.table_no, l.col_no), ${String(FINEST_DECIMALS)})] AS step
    FROM budget_lines l JOIN judged USING (document_id) JOIN documents d USING (document_id) LEFT JOIN factors f ON f.unit = l.unit
      LEFT JOIN heads h ON h.document_id = l.document_id AND h.table_no = l.table_no AND h.col_no = l.col_no
    WHERE l.source_kind = 'table' AND l.line_role <> 'memo')
  SELECT * EXCLUDE (step, is_other), CASE WHEN amount = 0 OR coalesce(step, 0) <= 0.01 THEN 0 ELSE step / 2 END::DECIMAL(24,6) AS half_step
  FROM stated WHERE NOT is_other
  QUALIFY count(*) OVER (PARTITION BY document_id, fiscal_year, budget_stage, budget_unit_name, role, thing) = 1`;
