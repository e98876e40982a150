/** Which statements a report should have. */
import type { ReportKind, TableKind } from '../types.js';

/** The statements that every department or unit discloses with its budget, in the order of the disclosure rules. */
const BUDGET: readonly TableKind[] = [
  'revenue_expenditure_summary',
  'revenue_summary',
  'expenditure_summary',
  'fiscal_appropriation_summary',
  'general_public_expenditure',
  'general_public_basic_dept_economic',
  'gov_fund_expenditure',
  'state_capital_expenditure',
  'three_public',
  'procurement',
];
/** Final accounts print procurement in the narrative only. */
const FINAL: readonly TableKind[] = BUDGET.filter((kind) => kind !== 'procurement');
const GOVERNMENT: readonly TableKind[] = [
  'general_public_expenditure',
  'gov_fund_expenditure',
  'state_capital_expenditure',
];

const EXPECTED: Readonly<Record<ReportKind, readonly TableKind[]>> = {
  department_budget: BUDGET,
  unit_budget: BUDGET,
  department_final: FINAL,
  unit_final: FINAL,
  government_budget: GOVERNMENT,
  government_final: GOVERNMENT,
  performance_targets: ['performance_targets'],
  other: [],
};

/** Kinds that are kept raw and are no statements of money. */
const NO_STATEMENT: ReadonlySet<TableKind> = new Set(['organization', 'fixed_assets', 'other']);

/** The statements to report on: the expected ones in their order, then others that the document has, in the order given. */
export function expectedStatements(report: ReportKind, present: readonly TableKind[]): TableKind[] {
  return [...new Set([...EXPECTED[report], ...present.filter((kind) => !NO_STATEMENT.has(kind))])];
}
