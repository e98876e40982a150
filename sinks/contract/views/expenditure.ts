/** Views of expenditure by classification. */
import type { View } from '../view.js';
import { describeColumns } from '../view.js';
import { codeBudget, codeName, columnsOf, FACT_COLUMNS, lineColumns, SUBJECT_COLUMNS } from './current.js';
import { percentOf, PRINTED_TOTALS } from './coverage.js';
import { widestColumns } from './widest.js';

const HEAD = columnsOf('x', SUBJECT_COLUMNS);
const TAIL = columnsOf('x', FACT_COLUMNS);
const EXPENDITURE_LINE = `flow = 'expenditure' AND line_role = 'detail'`;
const FUNCTION_NAME = { function_name: 'Official name of function_code in the code tables.' };

const BY_FUNCTION = `WITH ${widestColumns({
  lines: EXPENDITURE_LINE,
  code: 'function_code',
  fund: 'fund_source',
  statements: [
    'expenditure_summary',
    'general_public_expenditure',
    'gov_fund_expenditure',
    'state_capital_expenditure',
    'fiscal_appropriation_summary',
    'revenue_expenditure_summary',
  ],
  uncoded: false,
})}
, printed AS (${PRINTED_TOTALS})
SELECT ${HEAD}, x.function_code, ${codeName(`'function'`, 'x.function_code', 'x.fiscal_year')} AS function_name, ${TAIL},
  ${percentOf('sum(x.amount) OVER (PARTITION BY x.slot)', 'p.printed_total')} AS coverage_percent
FROM chosen x LEFT JOIN printed p ON p.document_id = x.document_id AND p.budget_stage = x.budget_stage
  AND p.fiscal_year IS NOT DISTINCT FROM x.fiscal_year`;

export const expenditureByFunction: View = {
  name: 'expenditure_by_function',
  comment:
    'Expenditure by function (支出功能分类), each yuan once: of every current document the widest statement (all funds before parts) at its finest level, without totals. A leaf whose function is unknown has a null code. Sums by document, year and budget_stage count nothing twice; they are complete where coverage_percent is near 100 (see expenditure_coverage).',
  columns: describeColumns([...lineColumns(['function_code', 'function_name']), 'coverage_percent'], {
    ...FUNCTION_NAME,
    coverage_percent:
      'How much of the total that the document prints for this year and stage all its rows here cover, in percent; null where it prints none, or zero.',
  }),
  sql: BY_FUNCTION,
};

/** Statements of government funds and columns of them, and lines whose function only government funds pay for. */
const FUND_LINE = `flow = 'expenditure' AND line_role IN ('detail', 'total') AND (table_kind = 'gov_fund_expenditure'
  OR (amount <> 0 AND (fund_source = 'gov_fund' OR ${codeBudget(`'function'`, 'function_code', 'fiscal_year')} = 'gov_fund')))`;

export const governmentFundExpenditure: View = {
  name: 'government_fund_expenditure',
  comment:
    'Expenditure from government funds (政府性基金预算), each yuan once: from its own statement, else from the columns of government funds and the functions that only they pay for in other statements. A statement that prints only its total shows that total, 0 included.',
  columns: describeColumns(lineColumns(['function_code', 'function_name']), FUNCTION_NAME),
  sql: `WITH ${widestColumns({
    lines: FUND_LINE,
    code: 'function_code',
    fund: `'gov_fund'`,
    statements: [
      'gov_fund_expenditure',
      'expenditure_summary',
      'fiscal_appropriation_summary',
      'revenue_expenditure_summary',
      'project_expenditure',
    ],
    uncoded: true,
  })}
SELECT ${HEAD}, x.function_code, ${codeName(`'function'`, 'x.function_code', 'x.fiscal_year')} AS function_name, ${TAIL}
FROM chosen x`,
};

export const basicByEconomicClass: View = {
  name: 'basic_by_economic_class',
  comment:
    "Basic expenditure (基本支出) by economic class, each yuan once: departments' classification where the document prints it, else the government's.",
  columns: describeColumns(lineColumns(['scheme', 'economic_code', 'economic_name']), {
    scheme: 'Classification of economic_code: dept_economic or gov_economic.',
    economic_code: 'Economic class (支出经济分类), 3 or 5 digits; null where nothing in the code tables fits.',
    economic_name: 'Official name of economic_code in the code tables.',
  }),
  sql: `WITH ${widestColumns({
    lines: EXPENDITURE_LINE,
    code: `CASE table_kind WHEN 'general_public_basic_gov_economic' THEN gov_economic_code ELSE dept_economic_code END`,
    fund: 'fund_source',
    statements: ['general_public_basic_dept_economic', 'general_public_basic_gov_economic'],
    uncoded: false,
  })}, classified AS (
  SELECT *, CASE table_kind WHEN 'general_public_basic_gov_economic' THEN 'gov_economic' ELSE 'dept_economic' END AS scheme
  FROM chosen)
SELECT ${HEAD}, x.scheme, x.code AS economic_code, ${codeName('x.scheme', 'x.code', 'x.fiscal_year')} AS economic_name, ${TAIL}
FROM classified x`,
};

export const expenditureByCofog: View = {
  name: 'expenditure_by_cofog',
  comment:
    'expenditure_by_function translated to the UN classification of the functions of government (COFOG), by the primary correspondence of the finest level that has one: each yuan once. Without a correspondence cofog_code is null.',
  columns: describeColumns(
    [...SUBJECT_COLUMNS, 'cofog_code', 'cofog_name', 'relation', 'function_code', 'function_name', ...FACT_COLUMNS],
    {
      ...FUNCTION_NAME,
      cofog_code: 'COFOG code, e.g. 01.1.1.',
      cofog_name: 'Name of the COFOG class.',
      relation: 'How well the two correspond: exact, broader, narrower, partial.',
    },
  ),
  sql: `WITH primary_code AS (
  SELECT from_code, to_code, relation FROM code_crosswalk
  WHERE from_scheme = 'function' AND to_scheme = 'cofog' AND is_primary)
SELECT ${HEAD}, coalesce(i.to_code, s.to_code, g.to_code) AS cofog_code,
  ${codeName(`'cofog'`, 'coalesce(i.to_code, s.to_code, g.to_code)', 'x.fiscal_year')} AS cofog_name,
  coalesce(i.relation, s.relation, g.relation) AS relation, x.function_code, x.function_name, ${TAIL}
FROM expenditure_by_function x
LEFT JOIN primary_code i ON i.from_code = x.function_code
LEFT JOIN primary_code s ON s.from_code = left(x.function_code, 5) AND i.from_code IS NULL
LEFT JOIN primary_code g ON g.from_code = left(x.function_code, 3) AND i.from_code IS NULL AND s.from_code IS NULL`,
};
