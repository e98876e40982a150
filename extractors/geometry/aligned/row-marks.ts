/** What the texts of a line tell of its row: whether it has amounts, whether its words were cut at the edge of their column. */
import { widthOf } from '../boxes.js';
import type { Column } from '../lines/columns.js';
import { isIdeographic } from '../lines/glyph-lines.js';
import { isNumeric, type Segment, type SegmentRow } from '../lines/segments.js';

/** Characters that a line of words that fills its column may leave free: no mark that closes begins a line. */
const MOST_SPARE = 2;

/** Has the line texts of its own for a row: several, and a number among two? */
export function hasNumbers(line: SegmentRow): boolean {
  return line.segments.length > 1 && (line.segments.length > 2 || line.segments.some(({ text }) => isNumeric(text)));
}

/** Do the Chinese words take all the width of the column? */
export function fills({ box, text }: Segment, { from, to }: Column): boolean {
  const perCharacter = widthOf(box) / Math.max(1, text.length);
  return isIdeographic(text) && widthOf(box) + MOST_SPARE * perCharacter > to - from;
}
