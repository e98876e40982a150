/** Two documents' statements of one figure, judged. */

/** The two prints that each rule compares, as conditions on the facts \`l\` and \`r\` of a pair. */
const SAME_FIGURE = `p.rule = 'last-year' AND l.budget_stage = 'prior_year' AND l.fiscal_year = r.fiscal_year AND l.role = r.role
      AND l.budget_unit_name IS NOT DISTINCT FROM r.budget_unit_name
      AND r.budget_stage = CASE WHEN rd.report_kind LIKE '%final' THEN 'final' ELSE 'budget' END
    OR p.rule = 'department-units' AND l.budget_stage = r.budget_stage AND l.budget_stage <> 'prior_year' AND l.fiscal_year = r.fiscal_year
      AND l.budget_unit_name = rd.publisher AND l.role = replace(r.role, 'total current', 'total subtotal')`;

/** A query of the rows of \`archive_checks\` for the pairs of \`new_pairs\`, from the rows of \`facts\`. */
export const ARCHIVE_CHECKS = `SELECT p.left_document_id, p.right_document_id, p.rule,
    l.place || ' ' || l.name || ' = ' || r.place || ' ' || r.name AS subject,
    r.amount::DECIMAL(24,6) AS expected, l.amount::DECIMAL(24,6) AS actual, (l.amount - r.amount)::DECIMAL(24,6) AS difference,
    (l.half_step + r.half_step)::DECIMAL(24,6) AS tolerance, 'yuan' AS value_unit,
    CASE WHEN l.amount = r.amount THEN 'pass' WHEN abs(l.amount - r.amount) <= l.half_step + r.half_step THEN 'pass_within_rounding'
      ELSE 'fail' END AS status
  FROM new_pairs p
    JOIN documents rd ON rd.document_id = p.right_document_id
    JOIN facts l ON l.document_id = p.left_document_id
    JOIN facts r ON r.document_id = p.right_document_id AND r.thing = l.thing
  WHERE ${SAME_FIGURE}`;
