/** Changes that sentences tell, against last year's column of a table that prints the same figure. */
import type { Grid } from '../../../extractors/types.js';
import { fenToMicro } from '../../amounts/index.js';
import { pack } from '../../vocabulary/index.js';
import type { BudgetLine, BudgetTable } from '../../types.js';
import { compare } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import { isComparable, quantityKey } from '../pairs/equal-facts.js';
import type { FundClass } from '../pairs/fund-classes.js';
import type { RoundingUnits } from '../rounding.js';
import { leafHeading } from '../sums/header.js';
import { findLastYears, isLastYear } from './last-years.js';

/** Of last year, what was carried out and not what was planned, and by what it may be called: an estimate of it is another figure than the accounts. */
const EXECUTED = /预计|执行|决算|完成|实际/g;
/** What was planned in the course of last year. */
const ADJUSTED = /调整后?(?:的|年初)?预算|预算调整数/;
/** Last year's figure is taken without a part of it. */
const COMPARABLE = /剔除|扣除|同口径|可比/;
/** Words that name what the change is on: without them it is on a figure of the same kind. */
const PLANNED = /(?:年初|调整|全年|上年|上年度|\d{4}年度?)预算(?!单位|管理)/;

/**
 * Every change that a sentence tells of a figure which a table prints beside last year's. One that does not fit is a failure only where both are on the same basis: last year's budget, that
 * adjusted, or what was carried out of it, whole, by the heading and the words of the sentence; else not applicable.
 */
export function checkToldChanges(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  fundClass: FundClass,
  units: RoundingUnits,
): Finding[] {
  const grids = new Map(tables.map(({ raw, grid }) => [raw.tableNo, grid]));
  const keyOf = keysBy(lines, fundClass);
  const printed = new Map<string, BudgetLine>();
  for (const line of lines.filter(isOfThisYear))
    if (line.place.kind === 'table' && !line.ambiguous && !printed.has(keyOf(line))) printed.set(keyOf(line), line);
  const lastYearOf = findLastYears(lines);
  return lines.filter(isOfThisYear).flatMap((line) => {
    const same = line.place.kind === 'prose' && line.yoyAmount !== null ? printed.get(keyOf(line)) : undefined;
    if (!same || same.amount !== line.amount || line.approximate) return [];
    const findings = lastYearOf(same).map((earlier) => compareTold(line, earlier, grids, units));
    return findings.find(({ status }) => status !== 'fail') ?? findings.slice(0, 1);
  });
}

function isOfThisYear(line: BudgetLine): boolean {
  return !isLastYear(line) && isComparable(line);
}

function keysBy(lines: readonly BudgetLine[], fundClass: FundClass): (line: BudgetLine) => string {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  return (line) => quantityKey(line, byNumber.get(line.parentLineNo ?? 0) ?? null, fundClass);
}

function compareTold(line: BudgetLine, before: BudgetLine, grids: Grids, units: RoundingUnits): Finding {
  const finding = compare({
    rule: 'told-change',
    checkId: `told-change:${placeId(line)}:${placeId(before)}`,
    subject: `${placeName(line)} ${nameOf(line)}: change = this year − ${placeName(before)}`,
    terms: [
      { line, side: 'expected' },
      { line: before, side: 'expected', minus: true },
    ],
    constants: { actual: fenToMicro(line.yoyAmount ?? 0n) },
    tolerance: units.ofPair(line, before) + units.of(line) / 2n,
  });
  const isSure = finding.status !== 'fail' || areOnOneBasis(line, before, grids);
  return isSure ? finding : { ...finding, status: 'not_applicable' };
}

type Grids = ReadonlyMap<number, Grid>;

function areOnOneBasis({ place, budgetStage }: BudgetLine, before: BudgetLine, grids: Grids): boolean {
  const grid = before.place.kind === 'table' ? grids.get(before.place.tableNo) : undefined;
  if (place.kind !== 'prose' || before.place.kind !== 'table' || !grid) return false;
  const heading = pack(leafHeading(grid, before.place.col));
  const words = pack(place.sentence);
  if (COMPARABLE.test(words) || ADJUSTED.test(heading) !== ADJUSTED.test(words)) return false;
  if (budgetStage === 'final') return !PLANNED.test(words) && !/预算/.test(heading);
  return executedIn(heading) === executedIn(words);
}

/** The words for what was carried out, each once. */
function executedIn(words: string): string {
  return [...new Set(words.match(EXECUTED))].sort().join();
}
