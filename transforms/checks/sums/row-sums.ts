/** Sums across a row that the columns' meanings promise: funds, spending types and 三公 items. */
import type { Grid } from '../../../extractors/types.js';
import { groupBy } from '../../codebook/group-by.js';
import type { BudgetLine } from '../../types.js';
import { countParts, FUNDS, ITEMS, SPENDING } from './axes.js';
import type { Axis, Columns } from './axes.js';
import { groupRows } from './comparable-rows.js';
import { isPartialColumn } from './header.js';
import { wholeColumns } from './header-sums.js';
import type { Sum } from './sum.js';

/**
 * The sums across the rows of one table. Where two columns of a row mean the same, the head is not understood well enough and nothing
 * is said about them; where the columns may be incomplete, only parts above the whole are wrong.
 *
 * @param table null where only the lines are known
 */
export function findRowSums(lines: readonly BudgetLine[], table: Columns | null): Sum[] {
  return [FUNDS, SPENDING, ITEMS].flatMap((axis) => sumsAlong(axis, lines, table));
}

function sumsAlong(axis: Axis, lines: readonly BudgetLine[], table: Columns | null): Sum[] {
  const rows = groupRows(axis, lines, table);
  const wholes = table ? wholeColumns(table.grid) : new Map<number, number>();
  return [...rows.values()].flatMap((row) =>
    sumsInRow(axis, withoutInner(axis, row.lines, wholes), row.columns, wholes, table?.grid ?? null),
  );
}

/** The lines of a row without those for which the 小计 of their own head stands: that one is what the other columns are added to. */
function withoutInner(
  axis: Axis,
  row: readonly BudgetLine[],
  wholes: ReadonlyMap<number, number>,
): readonly BudgetLine[] {
  const byColumn = new Map(row.map((line) => [columnOf(line), line]));
  return row.filter((line) => {
    const whole = byColumn.get(wholes.get(columnOf(line)) ?? NO_COLUMN);
    return whole === undefined || axis.value(whole) !== axis.value(line);
  });
}

/** No column has this number. */
const NO_COLUMN = -1;

function columnOf({ place }: BudgetLine): number {
  return place.kind === 'table' ? place.col : NO_COLUMN;
}

function sumsInRow(
  axis: Axis,
  row: readonly BudgetLine[],
  columns: ReadonlySet<string>,
  wholes: ReadonlyMap<number, number>,
  grid: Grid | null,
): Sum[] {
  const alike = groupBy(row, (line) => axis.value(line) ?? '');
  const single = [...alike].flatMap(([value, [line, ...others]]) =>
    line && others.length === 0 ? [[value, line] as const] : [],
  );
  const split = [...alike.values()].filter(({ length }) => length > 1);
  if (!split.every((lines) => areOneWhole(lines, wholes))) return [];
  const byValue = new Map(single);
  const children = new Map<BudgetLine, BudgetLine[]>();
  for (const line of row) {
    const above = axis.above(line, byValue, grid).flatMap((value) => byValue.get(value) ?? []);
    const [whole] = above;
    if (whole) children.set(whole, [...(children.get(whole) ?? []), line]);
  }
  return [...children].map(([whole, parts]) => {
    const partial =
      grid !== null && parts.some(({ place }) => place.kind === 'table' && isPartialColumn(grid, place.col));
    const value = axis.value(whole) ?? '';
    const complete =
      (!partial || axis.closed(whole)) && axis.complete(value, columns, countParts(axis, value, columns));
    return {
      rule: axis.rule,
      whole,
      parts: fitBeside(axis, whole, parts, byValue),
      kind: complete ? 'exact' : 'at_most',
      columnName: (line) => axis.value(line) ?? '',
    };
  });
}

/** Whether they are the columns under one head whose 小计 this row leaves blank: what they add up to is what the head means. */
function areOneWhole(lines: readonly BudgetLine[], wholes: ReadonlyMap<number, number>): boolean {
  const heads = new Set(lines.map((line) => wholes.get(columnOf(line))));
  return heads.size === 1 && !heads.has(undefined);
}

/** What may count in the money that last year left: everything, or what the 财政 gave. */
const WHOLES_WITH_CARRYOVER: ReadonlySet<string | null> = new Set(['all', 'total', 'fiscal_appropriation']);

/**
 * A carryover column counts in 合计 or stands beside it, as the form wants: it is taken in or left out where only that makes the sum.
 */
function fitBeside(
  axis: Axis,
  whole: BudgetLine,
  parts: readonly BudgetLine[],
  row: ReadonlyMap<string, BudgetLine>,
): readonly BudgetLine[] {
  const beside = axis.beside === null ? undefined : row.get(axis.beside);
  if (!beside || beside.amount === 0n) return parts;
  if (!WHOLES_WITH_CARRYOVER.has(axis.value(whole))) return parts;
  const without = parts.filter((part) => part !== beside);
  const sum = without.reduce((total, part) => total + part.amount, 0n);
  const distance = (amount: bigint): bigint => (amount < whole.amount ? whole.amount - amount : amount - whole.amount);
  const includes = distance(sum + beside.amount) < distance(sum);
  return includes ? [...without, beside] : without;
}
