/** Rows that fill other columns than the rows that are their parts. */
import type { Diagnostic, Grid } from '../../../extractors/types.js';
import { groupBy } from '../../codebook/index.js';
import type { BudgetLine, BudgetTable, FundSource } from '../../types.js';
import { isPartialColumn } from '../sums/header.js';

type PlacedLine = BudgetLine & { readonly place: Extract<BudgetLine['place'], { kind: 'table' }> };

/** Columns that a row and its parts must both fill before one more, which the parts fill alone, is odd. */
const FEWEST_SHARED = 2;
/** Of purchases these are 其中. */
const PARTIAL: ReadonlySet<FundSource> = new Set(['sme_reserved', 'small_micro_reserved']);

/**
 * A warning `columns-parted` at amounts of a row and of its parts (合计 and what it adds up, 类 and 款) where one column is filled by the parts alone: beside one that the row fills alone, or
 * where both fill several others. No sum tells, as each column has either a whole or parts; figures of the row, or of a part, may stand in another column than their own.
 *
 * @param lines those of the document
 */
export function reportPartedColumns(lines: readonly BudgetLine[], tables: readonly BudgetTable[]): Diagnostic[] {
  const grids = new Map(tables.map(({ raw, grid }) => [raw.tableNo, grid]));
  const placed = lines.filter((line): line is PlacedLine => line.place.kind === 'table' && line.amount !== 0n);
  const rows = groupBy(placed, rowOf);
  const partsOf = groupPartsByRow(placed);
  const doubtful = [...partsOf].flatMap(([row, parts]) => {
    const grid = grids.get(parts[0]?.place.tableNo ?? 0);
    return grid ? partedBetween(rows.get(row) ?? [], rowsOf(parts, rows), grid) : [];
  });
  return [...new Set(doubtful)].map(report);
}

/** One statement's row: forms print several side by side. */
function rowOf({ place, label, flow, tableKind, budgetStage, fiscalYear }: PlacedLine): string {
  return [place.tableNo, place.row, label, flow, tableKind, budgetStage, fiscalYear].join('|');
}

/** The parts that any column of a row has. */
function groupPartsByRow(placed: readonly PlacedLine[]): ReadonlyMap<string, readonly PlacedLine[]> {
  const byNumber = new Map(placed.map((line) => [line.lineNo, line]));
  const parts = placed.flatMap((part) => {
    const whole = byNumber.get(part.parentLineNo ?? 0);
    return whole && part.lineRole !== 'memo' ? [{ part, row: rowOf(whole) }] : [];
  });
  return new Map([...groupBy(parts, ({ row }) => row)].map(([row, all]) => [row, all.map(({ part }) => part)]));
}

/** All amounts of the rows in which the parts stand. */
function rowsOf(parts: readonly PlacedLine[], rows: ReadonlyMap<string, readonly PlacedLine[]>): readonly PlacedLine[] {
  return [...new Set(parts.map(rowOf))].flatMap((row) => rows.get(row) ?? []);
}

function partedBetween(whole: readonly PlacedLine[], parts: readonly PlacedLine[], grid: Grid): readonly PlacedLine[] {
  const ofWhole = whole.filter((line) => isOfAll(line, grid));
  const ofParts = parts.filter((line) => isOfAll(line, grid));
  const filledBy = (some: readonly PlacedLine[]): ReadonlySet<number> => new Set(some.map(({ place }) => place.col));
  const [above, below] = [filledBy(ofWhole), filledBy(ofParts)];
  const onlyAbove = ofWhole.filter(({ place }) => !below.has(place.col));
  const onlyBelow = ofParts.filter(({ place }) => !above.has(place.col));
  const shared = [...above].filter((col) => below.has(col)).length;
  const isExchange = onlyAbove.length === 1 && shared > 0;
  const isOdd = filledBy(onlyBelow).size === 1 && (isExchange || (onlyAbove.length === 0 && shared >= FEWEST_SHARED));
  return isOdd ? [...onlyAbove, ...onlyBelow] : [];
}

/** Whether its column is to hold what every row has of something. */
function isOfAll({ place, fundSource }: PlacedLine, grid: Grid): boolean {
  return !PARTIAL.has(fundSource) && !isPartialColumn(grid, place.col);
}

function report({ place, label, amountText }: PlacedLine): Diagnostic {
  const { tableNo, row, col, page } = place;
  const message = `"${label}": of a row and its parts only one has amounts in this column; ${amountText} may stand in another column than its own and is suspect`;
  const origin = { tableNo, row, col, page };
  return { stage: 'transform', severity: 'warning', code: 'columns-parted', message, origin };
}
