/** A row that holds several: each of its cells has a line for each of them. */
import type { Cell, Grid, Repair } from '../../types.js';
import { isNumeral } from '../words.js';

/** Cells with a figure on each line without which lines are just those of a long text. */
const FEWEST_FIGURES = 1;

/**
 * The row parted into rows, where all of its filled cells have equally many lines, at least two, and some a figure on each; null else, and where a cell of it
 * goes on in other rows.
 */
export function partSharedRow(cells: readonly Cell[], grid: Grid): Repair | null {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const lines = filled.map(({ text }) => linesOf(text));
  const rowCount = lines[0]?.length ?? 0;
  if (rowCount < 2 || lines.some((own) => own.length !== rowCount)) return null;
  if (lines.filter((own) => own.every(isNumeral)).length < FEWEST_FIGURES || filled.length < 2) return null;
  if (cells.some(({ rowSpan }) => rowSpan > 1) || placesOf(cells) < grid.columnCount) return null;
  return {
    why: 'several rows in one',
    rowCount,
    cells: filled.map(({ row, col, text }) => ({ row, col, from: text, to: linesOf(text) })),
  };
}

function linesOf(text: string): readonly string[] {
  return text.trim().split(/(?<!\s)\s*\n\s*/);
}

/** Columns that the row's own cells cover. */
function placesOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { colSpan }) => sum + colSpan, 0);
}
