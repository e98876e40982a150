/** How much of a document's printed total its rows by function show. */
import { MONEY, PERCENT } from '../columns.js';
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { columnsOf } from './current.js';

/** Total expenditure that documents print, by document, year and stage. */
export const PRINTED_TOTALS = `SELECT document_id, fiscal_year, budget_stage, TRY_CAST(sum(amount) AS ${MONEY}) AS printed_total
FROM expenditure_by_type WHERE spending_type = 'total' GROUP BY ALL`;

/** `part` in percent of `whole` as an expression; null where `whole` is zero or unknown, or the share is beyond all measure. */
export function percentOf(part: string, whole: string): string {
  return `CASE WHEN ${whole} <> 0 THEN TRY_CAST(round(100 * (${part} / ${whole}), 4) AS ${PERCENT}) END`;
}

const DOCUMENT = ['publisher', 'region_code', 'region_name', 'report_kind', 'scope'] as const;

export const expenditureCoverage: View = {
  name: 'expenditure_coverage',
  comment:
    'How complete expenditure_by_function is: for every current document, year and stage the sum of its rows beside the total that the document prints. Below 100 the document classifies only part of its expenditure (as a rule one fund source), or rows were not understood.',
  columns: describeColumns(
    [
      'document_id',
      ...DOCUMENT,
      'fiscal_year',
      'budget_stage',
      'row_count',
      'covered_amount',
      'printed_total',
      'coverage_percent',
    ],
    {
      row_count: 'Number of its rows in expenditure_by_function.',
      covered_amount: 'Their sum in yuan.',
      printed_total:
        'Total expenditure as the document prints it, in yuan (see expenditure_by_type); null where it prints none.',
      coverage_percent: 'covered_amount in percent of printed_total; null where that is zero or not printed.',
    },
  ),
  sql: `WITH printed AS (${PRINTED_TOTALS}),
covered AS (
  SELECT document_id, fiscal_year, budget_stage, count(*) AS row_count, TRY_CAST(sum(amount) AS ${MONEY}) AS covered_amount
  FROM expenditure_by_function GROUP BY ALL),
compared AS (
  SELECT coalesce(c.document_id, p.document_id) AS document_id, coalesce(c.fiscal_year, p.fiscal_year) AS fiscal_year,
    coalesce(c.budget_stage, p.budget_stage) AS budget_stage, coalesce(c.row_count, 0)::INTEGER AS row_count,
    coalesce(c.covered_amount, 0::${MONEY}) AS covered_amount, p.printed_total
  FROM covered c FULL JOIN printed p ON p.document_id = c.document_id AND p.budget_stage = c.budget_stage
    AND p.fiscal_year IS NOT DISTINCT FROM c.fiscal_year)
SELECT x.document_id, ${columnsOf('d', DOCUMENT)}, x.fiscal_year, x.budget_stage, x.row_count, x.covered_amount, x.printed_total,
  ${percentOf('x.covered_amount', 'x.printed_total')} AS coverage_percent
FROM compared x JOIN documents d ON d.document_id = x.document_id`,
};
