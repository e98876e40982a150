/** A cell that holds the texts of several, with blank cells beside it. */
import type { Repair } from '../../types.js';
import { figuresIn, isFigure } from './figures.js';
import type { FigureColumns, RowCell } from './figures.js';

/** A name and right behind it a figure with decimals or grouped digits. */
const NAME_AND_FIGURE = /^(.*\p{Script=Han}[)）]?)\s*([-+−]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+))$/su;

/** Characters; a longer text is no name. */
const LONGEST_NAME = 120;

/**
 * For each cell of a row that holds several figures, the ways to give them, in their order, to it and blank cells beside it; for one that holds a name and a
 * figure, to give the figure to the blank cell behind it.
 */
export function partGluedTexts(cells: readonly RowCell[], columns: FigureColumns): readonly (readonly Repair[])[] {
  const byColumn = new Map(cells.map((cell) => [cell.col, cell]));
  return cells.flatMap((cell) => {
    if (cell.text === '' || isFigure(cell.text)) return [];
    const parted = [...partFigures(cell, byColumn, columns), ...partName(cell, byColumn)];
    return parted.length > 0 ? [parted] : [];
  });
}

type RowByColumn = ReadonlyMap<number, RowCell>;

function partFigures(cell: RowCell, row: RowByColumn, columns: FigureColumns): Repair[] {
  const decimals = columns.get(cell.col);
  const figures = decimals === undefined ? [] : figuresIn(cell.text, decimals);
  if (figures.length < 2) return [];
  return figures.flatMap((_, before) => place(cell, cell.col - before, figures, row, 'several figures in one cell'));
}

function partName(cell: RowCell, row: RowByColumn): Repair[] {
  if (cell.text.length > LONGEST_NAME) return [];
  const [, name, figure] = NAME_AND_FIGURE.exec(cell.text.trim()) ?? [];
  if (name === undefined || figure === undefined) return [];
  return place(cell, cell.col, [name, figure], row, 'a name and a figure in one cell');
}

/** The texts from column `first` on, where all those cells but the one they stand in are blank. */
function place(cell: RowCell, first: number, texts: readonly string[], row: RowByColumn, why: string): Repair[] {
  const cells = texts.flatMap((text, at) => {
    const own = row.get(first + at);
    const isFree = own !== undefined && (own.col === cell.col || own.text.trim() === '');
    return isFree ? [{ row: own.row, col: own.col, from: own.text, to: [text] }] : [];
  });
  return cells.length === texts.length ? [{ why, cells }] : [];
}
