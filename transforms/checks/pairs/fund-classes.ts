/** Which fund sources of a document hold the same money. */
import type { BudgetLine, FundSource } from '../../types.js';
import { domainOf, hasCode } from '../../lines/index.js';

/** The fund sources that contain one another, from the largest. */
const CHAIN: readonly FundSource[] = ['all', 'current_year', 'fiscal_appropriation', 'general_public'];

/** What else is appropriated. */
const OTHER_BUDGETS: ReadonlySet<FundSource> = new Set(['gov_fund', 'state_capital']);

/** The name under which a line's fund source is compared between statements. */
export type FundClass = (
  line: Pick<BudgetLine, 'flow' | 'fundSource' | 'budgetStage' | 'fiscalYear' | 'threePublicItem'>,
) => FundSource;

/**
 * Where total expenditure of a source equals that of the source it is contained in, the larger one holds nothing else, so every figure
 * of the two must agree too: a unit that lives on the general public budget alone prints the same figures under 合计, 财政拨款 and
 * 一般公共预算. Revenue keeps its sources apart: there they are what is stated. The items of 三公 are called those of 财政拨款 in one place and of 一般公共预算 in
 * another: unless the document tells the two apart, they are the same.
 */
export function classifyFunds(lines: readonly BudgetLine[]): FundClass {
  const totals = new Map<string, bigint>();
  for (const line of lines) {
    const key = `${yearOf(line)} ${line.fundSource}`;
    if (isExpenditureTotal(line) && !totals.has(key)) totals.set(key, line.amount);
  }
  const areOneFund = nameOneFund(lines.filter(({ threePublicItem }) => threePublicItem !== null));
  return (line) => {
    if (line.flow === 'revenue') return line.fundSource;
    const isAppropriated = line.threePublicItem !== null && line.fundSource === 'general_public';
    const source = isAppropriated && areOneFund ? 'fiscal_appropriation' : line.fundSource;
    return widest(source, yearOf(line), totals);
  };
}

/** Whether items of 三公 are paid for by no other appropriation than that from the general public budget: none is printed, and no table has a column for each. */
function nameOneFund(items: readonly BudgetLine[]): boolean {
  const inTables = new Map<number, Set<FundSource>>();
  for (const { place, fundSource } of items) {
    if (place.kind !== 'table') continue;
    inTables.set(place.tableNo, (inTables.get(place.tableNo) ?? new Set()).add(fundSource));
  }
  const areTold = [...inTables.values()].some(
    (sources) => sources.has('general_public') && sources.has('fiscal_appropriation'),
  );
  return !areTold && !items.some(({ fundSource, amount }) => OTHER_BUDGETS.has(fundSource) && amount !== 0n);
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
