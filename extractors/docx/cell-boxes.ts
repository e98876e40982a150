/** Text boxes anchored in the cells of a table: those at its head may speak of the whole table (its unit, its name), others of what is beside them. */
import { isUnitLine } from '../../notation/money-units.js';
import { isSubtitle } from '../tables/captions.js';
import { isCaption, isNumeral, isTableName } from '../tables/words.js';
import type { Block, Table, TextBox } from './body/blocks.js';
import { cellText, innerBlocks } from './grid/cell-text.js';
import type { PlacedCell, PlacedTable } from './grid/places.js';

/** The boxes that are captions of the table; a unit is one wherever its box is anchored, for a box may be drawn anywhere. */
export function captionBoxes(table: Table, { rows }: PlacedTable): ReadonlySet<Block> {
  const headRows = countHeadRows(table, rows);
  const boxes = rows.flatMap((row, at) =>
    row
      .flatMap(innerBlocks)
      .filter((block) => block.kind === 'box')
      .filter((box) => hasLine(box, isUnitLine) || (at < headRows && hasLine(box, saysOfTable))),
  );
  return new Set(boxes);
}

/** Rows down to the first number, and those that the file repeats on each page; the first in any case. */
function countHeadRows({ rows }: Table, placed: readonly (readonly PlacedCell[])[]): number {
  const body = placed.findIndex((row, at) => !rows[at]?.isHeader && row.some((cell) => isNumeral(cellText(cell))));
  return Math.max(1, body < 0 ? placed.length : body);
}

function hasLine({ blocks }: TextBox, says: (line: string) => boolean): boolean {
  return blocks.some((block) => block.kind === 'paragraph' && block.text.split('\n').some(says));
}

function saysOfTable(line: string): boolean {
  return isCaption(line) || isTableName(line) || isSubtitle(line);
}
