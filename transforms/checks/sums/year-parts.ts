/**
 * Columns of one fund that part its money into this year's, what a higher government has promised, and what last year left: 总计 = 省级当年财政拨款安排 + 中央提前通知专项转移支付 + 上年结转安排. Each of
 * them may be a head over columns of its own, the first of them its 合计.
 */
import type { Grid } from '../../../extractors/types.js';
import type { BudgetLine } from '../../types.js';
import { pack } from '../../vocabulary/index.js';
import type { Sum, SumKind } from './sum.js';
import { covers, findHeaderGroups, headerCells, isWholeHead, leafHeading } from './header.js';

const WHOLE = /^(?:小计|合计|总计)$/;
const THIS_YEAR = /^(?:其中:?)?(?:[省市区县州]级|[省市区县州]本级|本级)?[当本]年/;
/** Transfers that a higher government announces before the year begins (《预算法》第五十二条). */
const ANNOUNCED = /提前(?:通知|下达|告知)/;

/** The sums of one table; a row must print the whole and this year's part, a blank carryover is none. */
export function findYearParts(lines: readonly BudgetLine[], grid: Grid): Sum[] {
  const headOf = headsOfWholes(grid);
  const nameOf = (line: BudgetLine): string => columnOf(line, grid, headOf);
  const rows = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    if (line.place.kind !== 'table') continue;
    const { flow, budgetStage, fiscalYear, spendingType, threePublicItem, label } = line;
    const key = [line.place.row, flow, budgetStage, fiscalYear, spendingType, threePublicItem, label].join('|');
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  // a page may hold the first columns of a table only
  const kind = lines.some(isCarried) ? 'exact' : 'tentative';
  return [...rows.values()].flatMap((row) => sumOf(row, nameOf, headOf, kind) ?? []);
}

function sumOf(
  row: readonly BudgetLine[],
  nameOf: (line: BudgetLine) => string,
  headOf: ReadonlyMap<number, string>,
  kind: SumKind,
): Sum | null {
  const carried = wholesFirst(row.filter(isCarried), headOf);
  const others = row.filter((line) => !isCarried(line));
  const named = (pattern: RegExp): BudgetLine[] => others.filter((line) => pattern.test(nameOf(line)));
  const [current, ...currents] = named(THIS_YEAR);
  const [whole, ...wholes] = named(WHOLE).filter(({ fundSource }) => fundSource === current?.fundSource);
  const [announced, ...more] = named(ANNOUNCED);
  const rest = [...wholes, ...currents, ...more, ...carried.slice(1)];
  if (!whole || !current || rest.length > 0) return null;
  const parts = [current, ...(announced ? [announced] : [])];
  if (parts.some(({ fundSource }) => fundSource !== whole.fundSource)) return null;
  return { rule: 'fund-parts', whole, parts: [...parts, ...carried], kind, columnName: nameOf };
}

function isCarried({ fundSource }: BudgetLine): boolean {
  return fundSource === 'carryover';
}

/** The columns that are the 合计 under a head, else all. */
function wholesFirst(lines: readonly BudgetLine[], headOf: ReadonlyMap<number, string>): readonly BudgetLine[] {
  const wholes = lines.filter(({ place }) => place.kind === 'table' && headOf.has(place.col));
  return wholes.length > 0 ? wholes : lines;
}

/** The words of the head whose 合计 a column is. */
function headsOfWholes(grid: Grid): ReadonlyMap<number, string> {
  const groups = findHeaderGroups(grid);
  return new Map(
    groups.flatMap(({ head, children }) =>
      children.filter(isWholeHead).map((child) => [child.col, pack(head.text)] as const),
    ),
  );
}

/** What a column is called: a 合计 as the head whose whole it is, where that is of one year's money. */
function columnOf({ place }: BudgetLine, grid: Grid, headOf: ReadonlyMap<number, string>): string {
  if (place.kind !== 'table') return '';
  const head = headOf.get(place.col) ?? '';
  return THIS_YEAR.test(head) || ANNOUNCED.test(head) ? head : pack(leafHeading(grid, place.col));
}

/** Whether the columns stand under heads of different parts of a year's money: this year's own, and what has been announced. */
export function areYearParts(grid: Grid, columns: readonly number[]): boolean {
  const parts = columns.map((col) => {
    const heads = headerCells(grid).filter((cell) => covers(cell, col));
    return [THIS_YEAR, ANNOUNCED].find((part) => heads.some(({ text }) => part.test(pack(text))));
  });
  return parts.every((part) => part !== undefined) && new Set(parts).size === columns.length;
}
