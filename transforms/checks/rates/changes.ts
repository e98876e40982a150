/** A table that prints last year's figure beside this year's and the change between them. */
import { fenToMicro } from '../../amounts/index.js';
import type { BlankColumn, BudgetLine, Fen } from '../../types.js';
import { compare, compareAtMost } from '../finding.js';
import type { Finding } from '../finding.js';
import { nameOf, placeId, placeName } from '../names.js';
import type { RoundingUnits } from '../rounding.js';
import { findLastYears, isLastYear } from './last-years.js';

/**
 * Every printed change in a row that also prints last year's figure, in the same respect; where the years are rows, those of its column. Of several
 * figures of last year (预算数 and 执行数) the change is from the one that it fits. Where last year's column is blank in the row, all is new.
 *
 * @param lines those of one table
 * @param blankColumns its money columns that no row fills
 */
export function checkChanges(
  lines: readonly BudgetLine[],
  blankColumns: readonly BlankColumn[],
  units: RoundingUnits,
): Finding[] {
  const lastYearOf = findLastYears(lines);
  const columns = lastYearColumns(lines.filter(isLastYear), blankColumns);
  return lines.flatMap((line) => {
    if (isLastYear(line) || line.yoyAmount === null) return [];
    const before = lastYearOf(line);
    if (isAllNew(line, before, columns)) return [compareChange(line, null, line.yoyAmount, units)];
    const findings = before.map((earlier) => compareChange(line, earlier, line.yoyAmount ?? 0n, units));
    return findings.find(({ status }) => status !== 'fail') ?? findings.slice(0, 1);
  });
}

interface LastYearColumn {
  readonly flow: BudgetLine['flow'];
  readonly col: number;
  /** The rows that fill it. */
  readonly rows: Set<number>;
}

function lastYearColumns(lines: readonly BudgetLine[], blankColumns: readonly BlankColumn[]): LastYearColumn[] {
  const columns = new Map<number, LastYearColumn>();
  for (const { col, flow } of blankColumns.filter(isLastYear)) columns.set(col, { flow, col, rows: new Set() });
  for (const { place, flow } of lines) {
    if (place.kind !== 'table') continue;
    const column = columns.get(place.col) ?? { flow, col: place.col, rows: new Set() };
    columns.set(place.col, column);
    column.rows.add(place.row);
  }
  return [...columns.values()];
}

/** Whether a change is printed of a figure beside which last year's column stands blank. */
function isAllNew(
  { place, flow, yoyAmount }: BudgetLine,
  before: readonly BudgetLine[],
  columns: readonly LastYearColumn[],
): boolean {
  if (before.length > 0 || yoyAmount === null || yoyAmount === 0n || place.kind !== 'table') return false;
  const beside = columns.filter((column) => column.flow === flow && column.col !== place.col);
  return beside.length > 0 && beside.every(({ rows }) => !rows.has(place.row));
}

/** This year's less last year's against a printed change; `before` is null where all is new. */
export function compareChange(line: BudgetLine, before: BudgetLine | null, change: Fen, units: RoundingUnits): Finding {
  return compare({
    rule: 'change',
    checkId: `change:${placeId(line)}`,
    subject: `${placeName(line)} ${nameOf(line)}: change = this year − last year`,
    terms: [{ line, side: 'expected' }, ...(before ? [{ line: before, side: 'expected', minus: true } as const] : [])],
    constants: { actual: fenToMicro(change) },
    tolerance: (before ? units.ofPair(line, before) : units.of(line) / 2n) + units.of(line) / 2n,
  });
}

/**
 * Increases that are more than the figure they led to: last year's would be less than nothing. Only those that fail are checks, for all others say nothing of the figures. What has been received may be paid back,
 * so of revenue only what is budgeted counts.
 */
export function checkChangeLimits(lines: readonly BudgetLine[], units: RoundingUnits): Finding[] {
  return lines.flatMap((line) => {
    const isSpentOrPlanned = line.flow === 'expenditure' || line.budgetStage === 'budget';
    if (line.yoyAmount === null || line.yoyAmount <= 0n || line.amount < 0n || line.approximate || !isSpentOrPlanned)
      return [];
    const finding = compareAtMost({
      rule: 'change-limit',
      checkId: `change-limit:${placeId(line)}`,
      subject: `${placeName(line)} ${nameOf(line)}: increase ≤ this year`,
      terms: [{ line, side: 'expected' }],
      constants: { actual: fenToMicro(line.yoyAmount) },
      tolerance: units.of(line),
    });
    return finding.status === 'fail' ? [finding] : [];
  });
}
