/** What one fund pays for against what all funds pay for the same thing: a part is no more than its whole. */
import { fenToMicro } from '../../amounts/index.js';
import { groupBy } from '../../codebook/index.js';
import { codeOf, domainOf, factKey, hasCode } from '../../lines/index.js';
import type { BudgetLine, BudgetTable, Fen, FundSource } from '../../types.js';
import { compareAtMost, judge, pair } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';

/** The money that pays for an appropriation's part. What is this year's alone is no whole: a part may be carried over. */
const WHOLES: ReadonlyMap<FundSource, readonly FundSource[]> = new Map([
  ['general_public', ['fiscal_appropriation', 'all']],
  ['gov_fund', ['fiscal_appropriation', 'all']],
  ['state_capital', ['fiscal_appropriation', 'all']],
  ['fiscal_appropriation', ['all']],
]);

/**
 * Expenditure of one fund, by function and kind of spending and in total, that is more than another table prints for all funds. Only those that fail are checks: that a part is
 * less proves nothing. Of several figures of the whole (本年合计, 总计) the largest counts; an excess that the document carries over is none, nor are its parts. A line whose reading is in doubt, or whose
 * table is only guessed to be of its fund, accuses no line of another table.
 */
export function checkFundLimits(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  units: RoundingUnits,
): Finding[] {
  const guessed = new Set(tables.filter(({ isGuess }) => isGuess).map(({ raw }) => raw.tableNo));
  const spending = lines.filter(
    (line) => isSpending(line) && !line.ambiguous && !guessed.has(tableOf(line.place) ?? 0),
  );
  const largest = new Map<string, BudgetLine>();
  for (const line of spending) {
    const key = keyOf(line, line.fundSource);
    const known = largest.get(key);
    if (!known || line.amount > known.amount) largest.set(key, line);
  }
  const parts = spending.filter(({ amount }) => amount > 0n);
  const excesses = parts.flatMap((part): Excess[] => {
    const wholes = (WHOLES.get(part.fundSource) ?? []).flatMap((fund) => largest.get(keyOf(part, fund)) ?? []);
    const whole = wholes.find(({ place }) => tableOf(place) !== tableOf(part.place));
    if (!whole) return [];
    const finding = limit(part, whole, units);
    return finding.status === 'fail' ? [{ part, whole, finding }] : [];
  });
  const carried = lines.filter(({ lineRole, fundSource }) => lineRole === 'carryover' || fundSource === 'carryover');
  return withoutCarried(excesses, new Set(carried.map(({ amount }) => amount))).map(({ finding }) => finding);
}

/** A part that is more than its whole. */
interface Excess {
  readonly part: BudgetLine;
  readonly whole: BudgetLine;
  readonly finding: Finding;
}

/** Without those that the document carries over, and without those between two tables of which one counts such money and the other does not: they may be parts of it. */
function withoutCarried(excesses: readonly Excess[], carried: ReadonlySet<Fen>): readonly Excess[] {
  const counted = groupBy(
    excesses.flatMap((excess) => {
      const found = [...carried].find((amount) => explains(amount, excess));
      return found === undefined ? [] : [{ tables: tablesOf(excess), amount: found }];
    }),
    ({ tables }) => tables,
  );
  return excesses.filter((excess) => {
    const { part, whole, finding } = excess;
    const most = (counted.get(tablesOf(excess)) ?? []).map(({ amount }) => fenToMicro(amount));
    return most.every((amount) => fenToMicro(part.amount - whole.amount) > amount + finding.tolerance);
  });
}

function tablesOf({ part, whole }: Excess): string {
  return `${String(tableOf(part.place))} ${String(tableOf(whole.place))}`;
}

/** Rows of one function, and totals, in tables of expenditure. */
function isSpending(line: BudgetLine): boolean {
  const isTotal = line.lineRole === 'total' && line.totalKind !== 'subtotal' && !hasCode(line);
  const isClass = line.lineRole === 'detail' && codeOf(line, 'function') !== null;
  return (
    line.place.kind === 'table' &&
    line.flow === 'expenditure' &&
    domainOf(line) === 'accounts' &&
    line.amount >= 0n &&
    (isTotal || isClass)
  );
}

function keyOf(line: BudgetLine, fundSource: FundSource): string {
  const totalKind = line.totalKind === null ? null : 'current';
  return factKey({ ...line, fundSource, totalKind }, null);
}

function tableOf(place: BudgetLine['place']): number | null {
  return place.kind === 'table' ? place.tableNo : null;
}

function limit(part: BudgetLine, whole: BudgetLine, units: RoundingUnits): Finding {
  return compareAtMost({
    rule: 'fund-limit',
    checkId: `fund-limit:${placeId(part)}:${placeId(whole)}`,
    subject: `${placeName(part)} ${nameOf(part)} ≤ ${placeName(whole)} ${nameOf(whole)}`,
    terms: pair(whole, part),
    tolerance: units.ofPair(whole, part),
  });
}

function explains(carried: Fen, { part, whole, finding: { tolerance } }: Excess): boolean {
  return judge(fenToMicro(carried), fenToMicro(part.amount - whole.amount), tolerance) !== 'fail';
}
