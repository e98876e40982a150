/** Columns of classes (机关工资福利支出, 机关商品和服务支出, …) beside the column of their total. */
import type { Grid } from '../../../extractors/types.js';
import type { BudgetLine } from '../../types.js';
import { isPartialColumn } from './header.js';
import type { Sum } from './sum.js';

/** A total with one class beside it may be the first of a list that goes on elsewhere. */
const FEWEST_CLASSES = 2;

/**
 * The sums across the rows of one table whose columns are classes: the column that names none is their total. Of a class and one within it the wider
 * counts.
 */
export function findClassSums(lines: readonly BudgetLine[], grid: Grid): Sum[] {
  const rows = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    if (line.place.kind !== 'table') continue;
    const { flow, budgetStage, fiscalYear, fundSource, spendingType, threePublicItem, label } = line;
    const meaning = [flow, budgetStage, fiscalYear, fundSource, spendingType, threePublicItem, label];
    const key = [line.place.row, ...meaning].join('|');
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows.values()].flatMap((row) => sumOf(row, grid) ?? []);
}

function sumOf(row: readonly BudgetLine[], grid: Grid): Sum | null {
  const fewest = Math.min(...row.map(({ codes }) => codes.length));
  const [whole, ...wholes] = row.filter(({ codes }) => codes.length === fewest);
  const classed = row.filter(({ codes }) => codes.length === fewest + 1);
  if (!whole || wholes.length > 0 || classed.length < FEWEST_CLASSES) return null;
  const classes = new Map(classed.map((line) => [line, classBeside(whole, line)]));
  const parts = classed.filter((line) => ![...classes.values()].some((other) => contains(other, classes.get(line))));
  if ([...classes.values()].includes(null) || new Set(classes.values()).size < classed.length) return null;
  if (parts.some(({ place }) => place.kind === 'table' && isPartialColumn(grid, place.col))) return null;
  return { rule: 'header-sum', whole, parts, kind: 'exact', columnName };
}

/** The class that a column adds to the codes of its row; null where they differ otherwise. */
function classBeside(whole: BudgetLine, line: BudgetLine): string | null {
  const own = new Set(whole.codes.map(({ scheme }) => scheme));
  const [added, ...others] = line.codes.filter(({ scheme }) => !own.has(scheme));
  return added?.code != null && others.length === 0 ? `${added.scheme} ${added.code}` : null;
}

function contains(wider: string | null, narrower: string | null | undefined): boolean {
  return wider !== null && narrower != null && narrower !== wider && narrower.startsWith(wider);
}

function columnName({ place }: BudgetLine): string {
  return place.kind === 'table' ? `c.${String(place.col)}` : '';
}
