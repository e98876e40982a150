/** The figures of a table: which columns hold them, and how many decimals they have. */
import { squeeze } from '../words.js';
import type { Cell, Grid } from '../../types.js';

const FIGURE = /^[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const DECIMALS = /\.(\d+)$/;
/** Zeros before other digits: no figure is printed so. */
const PADDED = /^[-+−]?0\d/;

/** A body cell of one place. */
export type RowCell = Pick<Cell, 'row' | 'col' | 'text'>;

/** Decimals that figures of each column have; columns that hold no figures with decimals are absent. */
export type FigureColumns = ReadonlyMap<number, number>;

/** The columns in which at least half of the filled body cells are figures with equally many decimals. */
export function findFigureColumns({ cells, headerRowCount }: Grid): FigureColumns {
  const counts = new Map<number, Map<number, number>>();
  const filled = new Map<number, number>();
  for (const { row, col, text } of cells) {
    const figure = squeeze(text);
    if (row < headerRowCount || figure === '') continue;
    filled.set(col, (filled.get(col) ?? 0) + 1);
    const decimals = FIGURE.test(figure) ? (DECIMALS.exec(figure)?.[1]?.length ?? 0) : 0;
    if (decimals === 0) continue;
    const own = counts.get(col) ?? new Map<number, number>();
    counts.set(col, own.set(decimals, (own.get(decimals) ?? 0) + 1));
  }
  return new Map(
    [...counts].flatMap(([col, own]) => {
      const [usual] = [...own].toSorted(([, a], [, b]) => b - a);
      return usual && usual[1] * 2 >= (filled.get(col) ?? 0) ? [[col, usual[0]] as const] : [];
    }),
  );
}

/** Whether a text is one figure as it stands: nothing in it can be parted. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

/** Whether a text is one figure with these decimals and no zeros before it. */
export function isWholeFigure(text: string, decimals: number): boolean {
  const figure = squeeze(text);
  return FIGURE.test(figure) && !PADDED.test(figure) && (DECIMALS.exec(figure)?.[1]?.length ?? 0) === decimals;
}

/** The figures that a text consists of, parted by white space, or else each ending with its decimals; empty where it does not consist of figures. */
export function figuresIn(text: string, decimals: number): readonly string[] {
  const words = text.normalize('NFKC').trim().split(/\s+/);
  if (words.length > 1) return words.every((word) => FIGURE.test(word)) ? words : [];
  return touchingFigures(words[0] ?? '', decimals);
}

/** The figures with these decimals that a text without gaps is made of; empty where it is not made of such. */
export function touchingFigures(text: string, decimals: number): readonly string[] {
  if (decimals === 0) return [];
  const figures =
    text.match(new RegExp(String.raw`[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{${String(decimals)}}`, 'gy')) ?? [];
  return figures.join('') === text && !figures.some((figure) => PADDED.test(figure)) ? figures : [];
}
