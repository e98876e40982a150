/** What every cell of a statement means unless its row or column says otherwise. */
import type { Flow, FundSource, LineScheme, SpendingType, TableKind } from '../types.js';
import type { BudgetScope } from '../codebook/types.js';

export interface KindDefaults {
  /** null where the two sides of the statement differ and the header tells. */
  readonly flow: Flow | null;
  readonly fundSource: FundSource;
  /** What the amounts of expenditure are for. */
  readonly spendingType: SpendingType;
  /** The classification of the rows. */
  readonly scheme: LineScheme;
  readonly budget: BudgetScope | null;
}

const EXPENDITURE = {
  flow: 'expenditure',
  fundSource: 'all',
  spendingType: 'total',
  scheme: 'function',
  budget: null,
} as const;
const GENERAL_PUBLIC = { ...EXPENDITURE, fundSource: 'general_public', budget: 'general' } as const;

/** The statements whose tables state budget lines; all other kinds are kept raw. */
export const LINE_KINDS: Partial<Record<TableKind, KindDefaults>> = {
  revenue_expenditure_summary: { ...EXPENDITURE, flow: null },
  revenue_summary: { ...EXPENDITURE, flow: 'revenue' },
  expenditure_summary: EXPENDITURE,
  fiscal_appropriation_summary: { ...EXPENDITURE, flow: null, fundSource: 'fiscal_appropriation' },
  general_public_expenditure: GENERAL_PUBLIC,
  general_public_basic_dept_economic: { ...GENERAL_PUBLIC, spendingType: 'basic', scheme: 'dept_economic' },
  general_public_basic_gov_economic: { ...GENERAL_PUBLIC, spendingType: 'basic', scheme: 'gov_economic' },
  gov_fund_expenditure: { ...EXPENDITURE, fundSource: 'gov_fund', budget: 'gov_fund' },
  state_capital_expenditure: { ...EXPENDITURE, fundSource: 'state_capital', budget: 'state_capital' },
  // 三公经费 is by definition what is paid from fiscal appropriation (财预〔2014〕48号)
  three_public: { ...EXPENDITURE, fundSource: 'fiscal_appropriation' },
  procurement: EXPENDITURE,
  project_expenditure: { ...EXPENDITURE, spendingType: 'project' },
  special_funds: { ...EXPENDITURE, spendingType: 'project' },
  agency_operation: { ...EXPENDITURE, fundSource: 'fiscal_appropriation', spendingType: 'public' },
};
