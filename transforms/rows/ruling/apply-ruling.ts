/** What a row's amounts mean under what the rows above it and the columns beside its name say of them, and where others say otherwise. */
import type { Diagnostic } from '../../../extractors/types.js';
import { yearIn } from '../../statements/columns.js';
import type { AmountColumn } from '../../statements/columns.js';
import type { KindDefaults } from '../../statements/kinds.js';
import type { Period } from '../../statements/period.js';
import type { FundSource, SpendingType, StatedAmount } from '../../types.js';
import type { RowIdentity } from '../row-identity.js';
import { PARTS_OF_BASIC } from './ruling-words.js';
import type { Ruling } from './ruling-words.js';

const ONE_BUDGET: readonly FundSource[] = ['general_public', 'gov_fund', 'state_capital'];
const HALVES: readonly SpendingType[] = ['basic', 'project'];

/**
 * A ruling counts for more than the statement and for less than a row's or column's own words. Parts of 基本支出 stay as the statement has them, and 财政拨款
 * says less than the one budget that the statement is of.
 */
export function defaultsUnder({ fundSource, spendingType }: Ruling, defaults: KindDefaults): KindDefaults {
  const isWider = fundSource === 'fiscal_appropriation' && ONE_BUDGET.includes(defaults.fundSource);
  const isPart = spendingType !== null && PARTS_OF_BASIC.includes(spendingType) && defaults.spendingType !== 'total';
  return {
    ...defaults,
    fundSource: (isWider ? null : fundSource) ?? defaults.fundSource,
    spendingType: (isPart ? null : spendingType) ?? defaults.spendingType,
  };
}

/** The year of an older part is last year's of the year after it. */
export function periodUnder({ period: ruled }: Ruling, period: Period): Period {
  if (!ruled) return period;
  if (ruled.earlierYear !== null)
    return { fiscalYear: ruled.earlierYear + 1, stage: 'prior_year', isStageDoubtful: false };
  return {
    fiscalYear: ruled.year ?? period.fiscalYear,
    stage: ruled.stage ?? period.stage,
    isStageDoubtful: ruled.stage === null && period.isStageDoubtful,
  };
}

/** What a part of a table is of, and who says otherwise. */
export interface RuledRow {
  readonly ruling: Ruling;
  readonly identity: RowIdentity;
  /** The statement's own, before the ruling. */
  readonly statement: KindDefaults;
}

/**
 * A warning `section-contradicted` where the statement is of another budget or kind of spending than the part of it in which the row stands, or where
 * the row or the column of an amount names another year, budget or kind of spending; `section-unknown` where the part of the table is not known. An
 * amount of zero contradicts nothing.
 */
export function reportContradicted(
  { ruling, identity, statement }: RuledRow,
  column: AmountColumn,
  { amount, place }: StatedAmount,
): Diagnostic[] {
  if (amount === 0n || place.kind !== 'table') return [];
  const origin = { tableNo: place.tableNo, row: place.row, col: place.col, page: place.page };
  if (ruling.isUnsure) {
    const message =
      'a row above divides the table, as one before it that says of which money it is, and this one says nothing known; the line is suspect';
    return [{ stage: 'transform', severity: 'warning', code: 'section-unknown', message, origin }];
  }
  const year = ruling.period?.year ?? null;
  const ofRow = identity.period?.kind === 'figures' ? identity.period.year : null;
  const ofColumn = column.path.map(yearIn).findLast((named) => named !== null) ?? null;
  const differs =
    [ofRow, ofColumn].some((named) => year !== null && named !== null && named !== year) ||
    [statement.fundSource, column.fundSource].some((named) => areTwoOf(ONE_BUDGET, named, ruling.fundSource)) ||
    [statement.spendingType, column.spendingType].some((named) => areTwoOf(HALVES, named, ruling.spendingType));
  if (!differs) return [];
  const message =
    'a row above, or a column beside the name, says another year, fund or kind of spending than the statement, the row or the heading; the line is suspect';
  return [{ stage: 'transform', severity: 'warning', code: 'section-contradicted', message, origin }];
}

function areTwoOf<Value>(values: readonly Value[], a: Value | null, b: Value | null): boolean {
  return a !== null && b !== null && a !== b && values.includes(a) && values.includes(b);
}
