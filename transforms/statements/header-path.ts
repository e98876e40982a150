/** The words over a column, from the outermost heading to the innermost. */
import type { Grid } from '../../extractors/types.js';
import { pack } from '../vocabulary/index.js';

/** Packed headings over one column, outermost first; a heading that only repeats the one above counts once. */
export type HeaderPath = readonly string[];

const NUMBERING = /^(?:栏次(?:合计)?|栏目|行次|档次|栏|\d{1,2}|\(\d{1,2}\)|[甲乙丙丁戊]|\d{1,2}=[\d+\-()]+)$/;

/** Headings that reach down beside the column numbers, to the first row of amounts. */
const CODE_PART = /^[类款项]{1,3}$/;

/** One path a column; the row of column numbers is no heading. */
export function readHeaderPaths(grid: Grid): HeaderPath[] {
  const paths: string[][] = Array.from({ length: grid.columnCount }, () => []);
  const headingRows = grid.headerRowCount - (endsWithNumbering(grid) ? 1 : 0);
  for (const cell of grid.cells) {
    const heading = pack(cell.text);
    if (heading === '' || cell.row >= grid.headerRowCount) continue;
    if (cell.row >= headingRows && !CODE_PART.test(heading)) continue;
    for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) {
      const path = paths[col];
      if (path && path.at(-1) !== heading) path.push(heading);
    }
  }
  return paths;
}

/** Column numbers fill the last header row; a heading 行次 among others is a heading. */
function endsWithNumbering(grid: Grid): boolean {
  const last = grid.cells.filter(({ row }) => row === grid.headerRowCount - 1).map(({ text }) => pack(text));
  const numbers = last.filter((text) => text !== '' && !CODE_PART.test(text));
  return grid.headerRowCount > 1 && numbers.length > 0 && numbers.every((text) => NUMBERING.test(text));
}
