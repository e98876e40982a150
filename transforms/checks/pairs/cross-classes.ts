/** One quantity under two classifications: revenue and expenditure by function, functions and the economic codes they pay for. */
import { aspectKey, codeOf, treeCodes } from '../../lines/index.js';
import type { BudgetLine } from '../../types.js';
import { compare, pair } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { FundClass } from './fund-classes.js';
import type { RoundingUnits } from '../rounding.js';
import type { RuleId } from '../rules/index.js';

/** Contributions that have a function code and a departmental economic code of their own. */
const CONTRIBUTIONS: ReadonlyMap<string, string> = new Map([
  ['2080505', '30108'],
  ['2080506', '30109'],
  ['2210201', '30113'],
]);

/**
 * Function codes of 收入总表 against those of 支出总表, where the two totals agree (else part of the revenue is carried forward).
 */
export function checkRevenueByFunction(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const inTables = lines.filter(({ place, fundSource }) => place.kind === 'table' && fundSource === 'all');
  const revenue = inTables.filter(({ tableKind, flow }) => tableKind === 'revenue_summary' && flow === 'revenue');
  const spending = inTables.filter(
    ({ tableKind, spendingType }) => tableKind === 'expenditure_summary' && spendingType === 'total',
  );
  const spent = new Map(spending.filter(isUnique(spending)).map((line) => [functionKey(line), line]));
  const pairs = revenue.filter(isUnique(revenue)).flatMap((received) => {
    const line = spent.get(functionKey(received));
    return line ? [[received, line] as const] : [];
  });
  const totalsAgree = pairs.some(
    ([received, line]) => received.lineRole === 'total' && received.amount === line.amount,
  );
  return totalsAgree ? pairs.map(([received, line]) => compareCodes('revenue-by-function', received, line, units)) : [];
}

/**
 * Pension, annuity and housing fund: the function code in the table by function, basic expenditure, against the economic code in the
 * table of basic expenditure. The two may legitimately differ (retirees, other funds): then not applicable.
 */
export function checkContributions(
  lines: readonly BudgetLine[],
  fundClass: FundClass,
  units: RoundingUnits,
): Finding[] {
  const basic = lines.filter(({ place, spendingType }) => place.kind === 'table' && spendingType === 'basic');
  const economic = new Map(
    basic.flatMap((line) => {
      const code = codeOf(line, 'dept_economic');
      return code === null || codeOf(line, 'function') !== null
        ? []
        : [[`${code} ${aspectKey(line, fundClass(line))}`, line] as const];
    }),
  );
  return basic.flatMap((line) => {
    if (line.tableKind !== 'general_public_expenditure' || codeOf(line, 'dept_economic') !== null) return [];
    const code = CONTRIBUTIONS.get(codeOf(line, 'function') ?? '');
    const paid = code === undefined ? undefined : economic.get(`${code} ${aspectKey(line, fundClass(line))}`);
    if (!paid) return [];
    const finding = compareCodes('function-economic', line, paid, units);
    return [finding.status === 'fail' ? { ...finding, status: 'not_applicable' as const } : finding];
  });
}

function functionKey(line: BudgetLine): string {
  const total = line.lineRole === 'total' ? 'total' : '';
  return [line.budgetStage, line.fiscalYear, line.budgetUnitName, line.projectName, total, ...treeCodes(line)].join(
    '|',
  );
}

function isUnique(lines: readonly BudgetLine[]): (line: BudgetLine) => boolean {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(functionKey(line), (counts.get(functionKey(line)) ?? 0) + 1);
  return (line) => counts.get(functionKey(line)) === 1;
}

function compareCodes(rule: RuleId, a: BudgetLine, b: BudgetLine, units: RoundingUnits): Finding {
  return compare({
    rule,
    checkId: `${rule}:${placeId(a)}:${placeId(b)}`,
    subject: `${placeName(a)} ${nameOf(a)} = ${placeName(b)} ${nameOf(b)}`,
    terms: pair(a, b),
    tolerance: units.ofPair(a, b),
  });
}
