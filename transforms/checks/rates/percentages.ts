/** Stated shares and rates of change, recomputed. */
import { divideRounded, fenToMicro } from '../../amounts/index.js';
import { sameSentence } from '../../lines/index.js';
import type { BudgetLine, PercentE4 } from '../../types.js';
import { judge } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';
import type { RuleId } from '../rules/index.js';
import { findLastYears, isLastYear } from './last-years.js';

/** Millionths of a percent point, the unit of percent checks: a percentage in ten-thousandths times this. */
const MICRO_PER_E4 = 100n;
const HUNDRED_PERCENT = 100_000_000n;

interface Moves {
  readonly part: -1n | 0n | 1n;
  readonly base: 0n | 1n;
}

/** A ratio of two printed amounts against a printed percentage. */
interface Ratio {
  readonly rule: RuleId;
  readonly line: BudgetLine;
  /** The lines of it, and how the part and the base move with the figure of each. */
  readonly moves: ReadonlyMap<number, Moves>;
  readonly subject: string;
  /** Micro-yuan; `base` is positive. */
  readonly part: bigint;
  readonly base: bigint;
  readonly printed: PercentE4;
  /** Half the last place of the printed percentages, in micro-percent. */
  readonly halfPlace: bigint;
  /** How far rounding may take the part and the base, in micro-yuan. */
  readonly partSlack: bigint;
  readonly baseSlack: bigint;
}

/**
 * Every share (占…%) against the amount and its total: the line it is part of; where that does not fit, any total that its words may
 * mean. A share that fits none fails against the first.
 */
export function checkShares(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const byNumber = new Map(lines.map((line) => [line.lineNo, line]));
  const places = new PercentPlaces(lines.map((line) => [line, line.sharePercent]));
  const totals = lines.filter(({ lineRole, place }) => lineRole === 'total' && place.kind === 'prose');
  return lines.flatMap((line) => {
    if (line.sharePercent === null) return [];
    const parent = byNumber.get(line.parentLineNo ?? 0);
    const bases = parent ? [parent, ...totals.filter((total) => mayBeBase(total, line) && total !== parent)] : [];
    const findings = bases
      .filter(({ amount }) => amount > 0n)
      .map((base) => checkRatio(shareOf(line, base, places, units)));
    const fitting = findings.find(({ status }) => status !== 'fail') ?? findings[0];
    return fitting ? [fitting] : [];
  });
}

function mayBeBase(total: BudgetLine, line: BudgetLine): boolean {
  return (
    total.flow === line.flow &&
    total.fiscalYear === line.fiscalYear &&
    total.budgetStage === line.budgetStage &&
    (sameSentence(total, line) || total.spendingType === line.spendingType)
  );
}

function shareOf(line: BudgetLine, base: BudgetLine, places: PercentPlaces, units: RoundingUnits): Ratio {
  return {
    rule: 'share',
    line,
    moves: new Map([
      [line.lineNo, { part: 1n, base: 0n }],
      [base.lineNo, { part: 0n, base: 1n }],
    ]),
    subject: `${placeName(line)} share of ${nameOf(line)} in ${nameOf(base)}`,
    part: fenToMicro(line.amount),
    base: fenToMicro(base.amount),
    printed: line.sharePercent ?? 0n,
    halfPlace: places.half(line),
    partSlack: units.of(line) / 2n,
    baseSlack: units.of(base) / 2n,
  };
}

/**
 * Every rate of change against the change and last year's amount: that which the row, or the same paragraph, prints of the same thing, else this year's less
 * the stated change. Of several figures of last year (预算数 and 执行数) the rate is on the one that it fits.
 */
export function checkGrowth(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  const places = new PercentPlaces(lines.map((line) => [line, line.yoyPercent]));
  const inProse = lastYearInProse(lines);
  const inTables = findLastYears(lines);
  return lines.flatMap((line) => {
    if (line.yoyPercent === null || isLastYear(line)) return [];
    const ofParagraph = line.yoyAmount === null ? inProse.get(thingOf(line)) : null;
    const befores = ofParagraph ? [ofParagraph] : inTables(line);
    const ratios = (befores.length > 0 ? befores : [null]).flatMap(
      (before) => growthOf(line, before, places, units) ?? [],
    );
    const findings = ratios.map(checkRatio);
    return findings.find(({ status }) => status !== 'fail') ?? findings.slice(0, 1);
  });
}

/** null where there is nothing to recompute: no change and no amount of last year, or none above zero. */
function growthOf(
  line: BudgetLine,
  before: BudgetLine | null,
  places: PercentPlaces,
  units: RoundingUnits,
): Ratio | null {
  const { amount, yoyPercent } = line;
  const change = line.yoyAmount ?? (before && amount - before.amount);
  if (change === null || yoyPercent === null) return null;
  const base = before?.amount ?? amount - change;
  if (base <= 0n || (change === 0n && yoyPercent === 0n)) return null;
  const isStated = line.yoyAmount !== null;
  const slack = units.of(line) / 2n;
  return {
    rule: 'growth',
    line,
    moves: before
      ? new Map([
          [line.lineNo, { part: isStated ? 0n : 1n, base: 0n }],
          [before.lineNo, { part: isStated ? 0n : -1n, base: 1n }],
        ])
      : new Map([[line.lineNo, { part: 0n, base: 1n }]]),
    subject: `${placeName(line)} change of ${nameOf(line)} on last year`,
    part: fenToMicro(change),
    base: fenToMicro(base),
    printed: yoyPercent,
    halfPlace: places.half(line),
    partSlack: slack,
    baseSlack: 2n * slack,
  };
}

/** Amounts of last year by what their paragraph says they are of; null where it prints several (预算数 and 执行数). */
function lastYearInProse(lines: readonly BudgetLine[]): ReadonlyMap<string, BudgetLine | null> {
  const found = new Map<string, BudgetLine | null>();
  for (const line of lines.filter(({ budgetStage, place }) => budgetStage === 'prior_year' && place.kind === 'prose'))
    found.set(thingOf(line), found.has(thingOf(line)) ? null : line);
  return found;
}

function thingOf(line: BudgetLine): string {
  const { flow, label, fundSource, spendingType, threePublicItem } = line;
  return [scopeOf(line), flow, label, fundSource, spendingType, threePublicItem].join('|');
}

function checkRatio(ratio: Ratio): Finding {
  return {
    rule: ratio.rule,
    checkId: `${ratio.rule}:${placeId(ratio.line)}`,
    subject: ratio.subject,
    ...judgeRatio(ratio),
    actual: ratio.printed * MICRO_PER_E4,
    unit: 'percent',
    lineNos: [...ratio.moves.keys()],
    cellRefs: [],
    binding: {
      needed: () => null,
      holdsWith: (lineNo, change) => {
        const { part, base } = ratio.moves.get(lineNo) ?? { part: 0n, base: 0n };
        const moved = { ...ratio, part: ratio.part + part * change, base: ratio.base + base * change };
        return moved.base > 0n && judgeRatio(moved).status !== 'fail';
      },
    },
  };
}

/** `pass` to half the last printed place, `pass_within_rounding` where the rounding of the amounts explains the rest. */
function judgeRatio({
  part,
  base,
  printed,
  halfPlace,
  partSlack,
  baseSlack,
}: Ratio): Pick<Finding, 'expected' | 'tolerance' | 'status'> {
  const expected = divideRounded(part * HUNDRED_PERCENT, base);
  const actual = printed * MICRO_PER_E4;
  const size = part < 0n ? -part : part;
  const tolerance =
    halfPlace + (partSlack * HUNDRED_PERCENT) / base + (size * baseSlack * HUNDRED_PERCENT) / (base * base);
  const difference = expected > actual ? expected - actual : actual - expected;
  return { expected, tolerance, status: difference <= halfPlace ? 'pass' : judge(expected, actual, tolerance) };
}

/** The last printed place of the percentages of each paragraph or table. */
class PercentPlaces {
  readonly #decimals = new Map<string, number>();

  constructor(percentages: readonly (readonly [BudgetLine, PercentE4 | null])[]) {
    for (const [line, percent] of percentages) {
      if (percent === null) continue;
      const scope = scopeOf(line);
      this.#decimals.set(scope, Math.max(this.#decimals.get(scope) ?? 0, decimalsOf(percent)));
    }
  }

  /** Half the last place, in micro-percent. */
  half(line: BudgetLine): bigint {
    return 10n ** BigInt(6 - (this.#decimals.get(scopeOf(line)) ?? 0)) / 2n;
  }
}

function scopeOf({ place }: BudgetLine): string {
  return place.kind === 'table' ? `t ${String(place.tableNo)}` : `b ${String(place.blockNo)}`;
}

function decimalsOf(percent: PercentE4): number {
  for (let decimals = 0; decimals < 4; decimals++) if (percent % 10n ** BigInt(4 - decimals) === 0n) return decimals;
  return 4;
}
