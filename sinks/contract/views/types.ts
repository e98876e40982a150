/** Expenditure by type: what documents print for themselves as a whole. */
import { MONEY } from '../columns.js';
import { ENUMS } from '../enums.js';
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { percentOf } from './coverage.js';
import { columnsOf, CURRENT_LINES, FACT_COLUMNS, lineColumns, SUBJECT_COLUMNS } from './current.js';
import { NO_MEMO_FUNDS, SAME_MONEY, WITHIN_CTES } from './widest.js';

/** Statements that print totals of a whole document, the best first. */
const STATEMENTS = [
  'expenditure_summary',
  'revenue_expenditure_summary',
  'fiscal_appropriation_summary',
  'general_public_expenditure',
  'general_public_basic_dept_economic',
  'general_public_basic_gov_economic',
  'gov_fund_expenditure',
  'state_capital_expenditure',
  'project_expenditure',
];
const RANK = STATEMENTS.map((kind, index) => `WHEN '${kind}' THEN ${String(index)}`).join(' ');
const PARENTS = (ENUMS['spending_type'] ?? [])
  .flatMap(({ value, parent }) => (parent === null ? [] : [`('${value}', '${parent}')`]))
  .join(', ');

/**
 * 1. `stated`: totals of columns (units' subtotals and columns of one economic class aside), and rows that name a type and nothing else. How much
 *    of the expenditure has performance goals or was evaluated (绩效) is said in sentences of its own: a part of it, whatever its type.
 * 2. `best`: one figure for each fund source and type: tables before prose, 合计 before 总计, the statement's rank, the larger.
 * 3. `spoken`: prose only where no table states the same funds, a wider fund, or the same money under a part of them.
 * 4. `kept`: without parts of a fund source that is there.
 * `share` compares with the whole of the same funds; where 基本支出 is not printed, 人员 and 公用 together are it.
 */
const SQL = `WITH ${WITHIN_CTES},
type_parent(type, whole_type) AS (VALUES ${PARENTS}),
current_lines AS (${CURRENT_LINES}),
stated AS (
  SELECT *, CASE table_kind ${RANK} END AS rank, coalesce(table_no, 0) AS place FROM current_lines
  WHERE flow = 'expenditure' AND CASE table_kind ${RANK} END IS NOT NULL AND spending_type <> 'carryover' AND ${NO_MEMO_FUNDS}
    AND NOT (source_kind = 'prose' AND contains(label, '绩效'))
    AND coalesce(function_code, dept_economic_code, gov_economic_code) IS NULL AND total_kind IS DISTINCT FROM 'subtotal'
    AND (line_role = 'total' OR (line_role = 'detail' AND source_kind = 'table' AND spending_type <> 'total'
      AND mapping_method IS NULL AND coalesce(project_name, budget_unit_name) IS NULL))),
best AS (
  SELECT * FROM stated
  QUALIFY row_number() OVER (PARTITION BY slot, fund_source, spending_type ORDER BY source_kind = 'table' DESC, line_role = 'total' DESC,
    total_kind = 'grand', rank, place, is_preferred DESC, amount DESC, line_no) = 1),
spoken AS (
  SELECT * FROM best WHERE line_id NOT IN (
    SELECT p.line_id FROM best p JOIN best t ON t.slot = p.slot AND t.spending_type = p.spending_type
    WHERE p.source_kind = 'prose' AND t.source_kind = 'table' AND (
      EXISTS (FROM fund_within f WHERE f.part = p.fund_source AND f.whole = t.fund_source)
      OR (abs(t.amount - p.amount) <= ${SAME_MONEY} * abs(p.amount)
        AND EXISTS (FROM fund_within f WHERE f.part = t.fund_source AND f.whole = p.fund_source))))),
kept AS (
  SELECT * FROM spoken WHERE line_id NOT IN (
    SELECT n.line_id FROM spoken n JOIN fund_within f ON f.part = n.fund_source
    JOIN spoken w ON w.slot = n.slot AND w.spending_type = n.spending_type AND w.fund_source = f.whole
    WHERE w.line_id <> n.line_id)),
whole AS (
  SELECT slot, fund_source, spending_type, amount FROM best
  UNION ALL SELECT slot, fund_source, 'basic', TRY_CAST(sum(amount) AS ${MONEY}) FROM best
  GROUP BY slot, fund_source
  HAVING count(*) FILTER (spending_type = 'basic') = 0 AND count(*) FILTER (spending_type IN ('personnel', 'public')) = 2),
compared AS (
  SELECT x.*, p.whole_type, w.amount AS whole_amount,
    ${percentOf('x.amount', 'w.amount')} AS share_percent
  FROM kept x LEFT JOIN type_parent p ON p.type = x.spending_type
  LEFT JOIN whole w ON w.slot = x.slot AND w.fund_source = x.fund_source AND w.spending_type = p.whole_type)
SELECT ${columnsOf('x', SUBJECT_COLUMNS)}, x.total_kind, x.whole_type, x.whole_amount, x.share_percent, ${columnsOf('x', FACT_COLUMNS)}
FROM compared x`;

export const expenditureByType: View = {
  name: 'expenditure_by_type',
  comment:
    'Expenditure by type (total, basic 基本支出, personnel 人员经费, public 公用经费, project 项目支出, operating, ...): of every current document the figure that it prints for itself as a whole, one row per type with the widest fund source; never a unit’s subtotal. Types contain one another: filter by spending_type before you sum, and mind fund_source, which may differ between types.',
  columns: describeColumns(lineColumns(['total_kind', 'whole_type', 'whole_amount', 'share_percent']), {
    whole_type: 'The type of which this one is a part: basic for personnel and public, total for the others.',
    whole_amount:
      'The whole for the same fund source, in yuan; personnel and public together where basic is not printed; null where the document does not tell it.',
    share_percent: 'Share of amount in whole_amount in percent, e.g. of personnel in basic expenditure.',
  }),
  sql: SQL,
};
