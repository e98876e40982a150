/** A figure whose digits stand in two cells. */
import type { Repair } from '../../types.js';
import { squeeze } from '../words.js';
import { isWholeFigure, touchingFigures } from './figures.js';
import type { FigureColumns, RowCell } from './figures.js';

/** Digits and marks of figures, whole or not. */
const PIECE = /^[-+−]?[\d,.]+$/;
const WHY = 'digits of a figure in the next cell';

/**
 * For each two neighbouring cells in columns of figures of which one is no whole figure, the ways to read their characters together: as two other figures, or
 * as one in either of them.
 */
export function joinCutFigures(cells: readonly RowCell[], columns: FigureColumns): readonly (readonly Repair[])[] {
  return cells.flatMap((left) => {
    const right = cells.find(({ col }) => col === left.col + 1);
    const joined = right ? joinTwo(left, right, columns) : [];
    return joined.length > 0 ? [joined] : [];
  });
}

function joinTwo(left: RowCell, right: RowCell, columns: FigureColumns): Repair[] {
  const [ofLeft, ofRight] = [columns.get(left.col), columns.get(right.col)];
  if (ofLeft === undefined || ofLeft !== ofRight) return [];
  const [a, b] = [squeeze(left.text), squeeze(right.text)];
  if (a === '' || b === '' || !PIECE.test(a) || !PIECE.test(b)) return [];
  if (isWholeFigure(a, ofLeft) && isWholeFigure(b, ofRight)) return [];
  const figures = touchingFigures(a + b, ofLeft);
  const [first, second] = figures;
  if (first === undefined || figures.length > 2) return [];
  const ways = second === undefined ? [[first, ''] as const, ['', first] as const] : [[first, second] as const];
  return ways.map(([one, other]) => ({
    why: WHY,
    cells: [
      { row: left.row, col: left.col, from: left.text, to: [one] },
      { row: right.row, col: right.col, from: right.text, to: [other] },
    ],
  }));
}
