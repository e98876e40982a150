/** Which fund sources of a document hold the same money. */
import type { BudgetLine, FundSource } from '../../types.js';
import { domainOf, hasCode } from '../../lines/index.js';

/** The fund sources that contain one another, from the largest. */
const CHAIN: readonly FundSource[] = ['all', 'current_year', 'fiscal_appropriation', 'general_public'];

/** The name under which a line's fund source is compared between statements. */
export type FundClass = (line: Pick<BudgetLine, 'flow' | 'fundSource' | 'budgetStage' | 'fiscalYear'>) => FundSource;

/**
 * Where total expenditure of a source equals that of the source it is contained in, the larger one holds nothing else, so every figure
 * of the two must agree too: a unit that lives on the general public budget alone prints the same figures under 合计, 财政拨款 and
 * 一般公共预算. Revenue keeps its sources apart: there they are what is stated.
 */
export function classifyFunds(lines: readonly BudgetLine[]): FundClass {
  const totals = new Map<string, bigint>();
  for (const line of lines) {
    const key = `${yearOf(line)} ${line.fundSource}`;
    if (isExpenditureTotal(line) && !totals.has(key)) totals.set(key, line.amount);
  }
  return (line) => (line.flow === 'revenue' ? line.fundSource : widest(line.fundSource, yearOf(line), totals));
}

function widest(source: FundSource, year: string, totals: ReadonlyMap<string, bigint>): FundSource {
  const own = totals.get(`${year} ${source}`);
  if (own === undefined || own === 0n || !CHAIN.includes(source)) return source;
  return CHAIN.find((wider) => totals.get(`${year} ${wider}`) === own) ?? source;
}

function isExpenditureTotal(line: BudgetLine): boolean {
  return (
    line.flow === 'expenditure' &&
    line.lineRole === 'total' &&
    line.spendingType === 'total' &&
    line.budgetUnitName === null &&
    domainOf(line) === 'accounts' &&
    !hasCode(line)
  );
}

function yearOf(line: Pick<BudgetLine, 'budgetStage' | 'fiscalYear'>): string {
  return `${line.budgetStage} ${String(line.fiscalYear)}`;
}
