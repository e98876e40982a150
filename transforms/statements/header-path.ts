/** The words over a column, from the outermost heading to the innermost. */
import type { Grid } from '../../extractors/types.js';
import { pack } from '../vocabulary/index.js';

/** Packed headings over one column, outermost first; a heading that only repeats the one above counts once. */
export type HeaderPath = readonly string[];

const NUMBERING = /^(?:栏次|栏目|行次|档次|栏|\d{1,2}|\(\d{1,2}\)|[甲乙丙丁戊]|\d{1,2}=[\d+\-()]+)$/;

/** One path a column; the row of column numbers is no heading. */
export function readHeaderPaths(grid: Grid): HeaderPath[] {
  const paths: string[][] = Array.from({ length: grid.columnCount }, () => []);
  const headingRows = grid.headerRowCount - (endsWithNumbering(grid) ? 1 : 0);
  for (const cell of grid.cells) {
    if (cell.row >= headingRows) continue;
    const heading = pack(cell.text);
    if (heading === '') continue;
    for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) {
      const path = paths[col];
      if (path && path.at(-1) !== heading) path.push(heading);
    }
  }
  return paths;
}

/** Column numbers fill the last header row; a heading 行次 among others is a heading. */
function endsWithNumbering(grid: Grid): boolean {
  const last = grid.cells.filter(({ row, text }) => row === grid.headerRowCount - 1 && text.trim() !== '');
  return grid.headerRowCount > 1 && last.length > 0 && last.every(({ text }) => NUMBERING.test(pack(text)));
}
