/** Body rows: every text into its column. */
import { isBlank, isNumeral } from '../words.js';
import type { PlacedCell, PlacedRow } from '../rows.js';

/** What a column holds. */
export type ColumnType = 'number' | 'text' | 'unknown';

/** Judged by the rows that have a text for every column; columns with a code's heading count as words, whatever digits they hold. */
export function judgeColumns(
  rows: readonly (readonly string[])[],
  width: number,
  codeCols: ReadonlySet<number>,
): ColumnType[] {
  const whole = rows.filter((cells) => cells.length === width);
  return Array.from({ length: width }, (_, col) => {
    if (codeCols.has(col)) return 'text';
    const filled = whole.map((cells) => cells[col] ?? '').filter((text) => !isBlank(text));
    if (filled.length === 0) return 'unknown';
    return filled.filter(isNumeral).length * 2 > filled.length ? 'number' : 'text';
  });
}

/** A body row with one text a column; in a grouping column a blank is the lower part of the cell above. */
export function placeWholeRow(cells: readonly string[], groupingCols: ReadonlySet<number>): PlacedRow {
  return cells.map((text, col) => ({ text, col, colSpan: 1, continuesAbove: groupingCols.has(col) && isBlank(text) }));
}

/** What speaks against a span of a collapsed body row; the unit is one cell in a column of the other type. */
const COST = { wrongType: 1, textPerExtraColumn: 0.1, blankPerExtraColumn: 0.3, numberPerExtraColumn: 2 };

/**
 * A body row with fewer texts than columns (a 合计 merged over code and name): the order is kept, numbers go to columns of
 * numbers, and words rather than numbers are what is merged sideways.
 */
export function placeCollapsedRow(cells: readonly string[], columns: readonly ColumnType[]): PlacedRow {
  const width = columns.length;
  interface State {
    readonly spans: readonly number[];
    readonly cost: number;
  }
  let states = new Map<number, State>([[0, { spans: [], cost: 0 }]]);
  cells.forEach((text, at) => {
    const next = new Map<number, State>();
    const left = cells.length - at - 1;
    for (const [start, state] of states) {
      for (let span = 1; start + span + left <= width; span += 1) {
        const grown = {
          spans: [...state.spans, span],
          cost: state.cost + spanCost(text, columns.slice(start, start + span)),
        };
        const known = next.get(start + span);
        if (!known || grown.cost < known.cost) next.set(start + span, grown);
      }
    }
    states = next;
  });
  return layOut(cells, states.get(width)?.spans ?? []);
}

function spanCost(text: string, columns: readonly ColumnType[]): number {
  const extra = columns.length - 1;
  if (isBlank(text)) return extra * COST.blankPerExtraColumn;
  const own: ColumnType = isNumeral(text) ? 'number' : 'text';
  const wrong = columns.filter((type) => type !== 'unknown' && type !== own).length;
  return wrong * COST.wrongType + extra * (own === 'number' ? COST.numberPerExtraColumn : COST.textPerExtraColumn);
}

function layOut(cells: readonly string[], spans: readonly number[]): PlacedCell[] {
  let col = 0;
  return cells.map((text, at) => {
    const colSpan = spans[at] ?? 1;
    const placed = { text, col, colSpan, continuesAbove: false };
    col += colSpan;
    return placed;
  });
}
