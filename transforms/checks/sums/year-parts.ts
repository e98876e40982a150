/** Columns of one fund that part its money into this year's and what last year left: 合计 = 当年财政拨款安排 + 上年结转安排. */
import type { Grid } from '../../../extractors/types.js';
import type { BudgetLine } from '../../types.js';
import { pack } from '../../vocabulary/index.js';
import type { Sum, SumKind } from './sum.js';
import { leafHeading } from './header.js';

const WHOLE = /^(?:小计|合计|总计)$/;
const THIS_YEAR = /^(?:其中:?)?[当本]年/;

/** The sums of one table; a row must print the whole and this year's part, a blank carryover is none. */
export function findYearParts(lines: readonly BudgetLine[], grid: Grid): Sum[] {
  const rows = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    if (line.place.kind !== 'table') continue;
    const { flow, budgetStage, fiscalYear, spendingType, threePublicItem, label } = line;
    const key = [line.place.row, flow, budgetStage, fiscalYear, spendingType, threePublicItem, label].join('|');
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  // a page may hold the first columns of a table only
  const kind = lines.some(isCarried) ? 'exact' : 'tentative';
  return [...rows.values()].flatMap((row) => sumOf(row, grid, kind) ?? []);
}

function sumOf(row: readonly BudgetLine[], grid: Grid, kind: SumKind): Sum | null {
  const carried = row.filter(isCarried);
  const [whole, ...wholes] = row.filter((line) => !carried.includes(line) && WHOLE.test(headingOf(line, grid)));
  const [current, ...others] = row.filter((line) => !carried.includes(line) && THIS_YEAR.test(headingOf(line, grid)));
  if (!whole || !current || wholes.length + others.length > 0 || carried.length > 1) return null;
  if (current.fundSource !== whole.fundSource) return null;
  return { rule: 'fund-parts', whole, parts: [current, ...carried], kind, columnName: columnName(grid) };
}

function isCarried({ fundSource }: BudgetLine): boolean {
  return fundSource === 'carryover';
}

function columnName(grid: Grid): (line: BudgetLine) => string {
  return (line) => headingOf(line, grid);
}

function headingOf({ place }: BudgetLine, grid: Grid): string {
  return place.kind === 'table' ? pack(leafHeading(grid, place.col)) : '';
}
