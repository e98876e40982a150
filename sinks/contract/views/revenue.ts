/** Revenue by source. */
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { codeName, columnsOf, CURRENT_LINES, FACT_COLUMNS, lineColumns, SUBJECT_COLUMNS } from './current.js';
import { NO_MEMO_FUNDS, SAME_MONEY, WITHIN_CTES } from './widest.js';

/**
 * One statement per document (a government's report: per budget), the first of 收支总表, 收入总表, 财政拨款收支总表, prose.
 * 收入总表 prints sources as columns: its total row is taken; elsewhere sources are rows and the leaves are taken. Of the columns of a
 * row, and of the sentences of a document, the parts are shown when they add up to the whole, else the whole.
 */
const SQL = `WITH ${WITHIN_CTES},
current_lines AS (${CURRENT_LINES}),
revenue AS (
  SELECT *,
    concat_ws(' ', slot, CASE WHEN starts_with(report_kind, 'government') THEN fund_source END) AS budget,
    CASE WHEN source_kind = 'prose' THEN 3 WHEN table_kind = 'revenue_expenditure_summary' THEN 0
      WHEN table_kind = 'revenue_summary' THEN 1 ELSE 2 END AS rank,
    coalesce(table_no, 0) AS place,
    line_role = 'total' AND coalesce(total_kind, 'current') <> 'subtotal' AS is_sum,
    source_kind = 'prose' OR (table_kind = 'revenue_summary' AND revenue_code IS NULL) AS by_column
  FROM current_lines
  WHERE flow = 'revenue' AND ${NO_MEMO_FUNDS} AND (source_kind = 'table' OR is_preferred)
    AND table_kind IN ('revenue_expenditure_summary', 'revenue_summary', 'fiscal_appropriation_summary')),
statement AS (
  SELECT * FROM revenue
  WHERE is_sum OR (is_leaf AND line_role IN ('detail', 'carryover'))
  QUALIFY dense_rank() OVER (PARTITION BY budget ORDER BY rank, place) = 1),
usable AS (
  SELECT *, concat_ws(' ', budget, CASE WHEN source_kind = 'table' THEN row_no END) AS row_id
  FROM statement
  WHERE is_leaf OR by_column
  QUALIFY source_kind = 'prose' OR NOT by_column OR NOT bool_or(is_sum) OVER (PARTITION BY budget) OR is_sum),
single AS (
  SELECT * FROM usable
  QUALIFY (source_kind = 'table' AND (NOT by_column OR NOT is_sum)) OR row_number() OVER (
    PARTITION BY budget, fund_source, CASE WHEN source_kind = 'prose' THEN concat_ws(' ', revenue_code, budget_unit_name) END
    ORDER BY total_kind = 'grand' DESC NULLS LAST, line_no) = 1),
nested AS (
  SELECT n.line_id AS part_id, w.line_id AS whole_id
  FROM single n JOIN fund_within f ON f.part = n.fund_source JOIN single w ON w.row_id = n.row_id AND w.fund_source = f.whole
  WHERE n.by_column AND w.fund_source <> n.fund_source),
marked AS (
  SELECT *, line_id IN (SELECT part_id FROM nested) AS is_part, line_id IN (SELECT whole_id FROM nested) AS is_whole FROM single),
weighed AS (
  SELECT *, sum(amount) FILTER (NOT is_part) OVER w AS wholes, sum(amount) FILTER (NOT is_whole) OVER w AS parts
  FROM marked WINDOW w AS (PARTITION BY row_id)),
chosen AS (
  SELECT * FROM weighed
  WHERE CASE WHEN abs(parts - wholes) <= ${SAME_MONEY} * abs(wholes) THEN NOT is_whole ELSE NOT is_part END)
SELECT ${columnsOf('x', SUBJECT_COLUMNS)}, x.revenue_code, ${codeName(`'revenue'`, 'x.revenue_code', 'x.fiscal_year')} AS revenue_name,
  x.line_role, ${columnsOf('x', FACT_COLUMNS)}
FROM chosen x`;

export const revenueBySource: View = {
  name: 'revenue_by_source',
  comment:
    'Revenue by source (fund_source), each yuan once: of every current document one statement, its finest sources that add up. Money carried over from last year has fund_source carryover.',
  columns: describeColumns(lineColumns(['revenue_code', 'revenue_name', 'line_role']), {
    revenue_name: 'Official name of revenue_code in the code tables.',
  }),
  sql: SQL,
};
