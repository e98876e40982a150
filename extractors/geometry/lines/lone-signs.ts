/** Minus signs at the left edge of their column, as accounts print them: the number stands at the right edge, far away. */
import { columnsUnder, type Column } from './columns.js';
import { lineOf, spellLine } from './glyph-lines.js';
import { isNumeric, SIGN, type Segment, type SegmentRow } from './segments.js';

const UNSIGNED = /^\d/;

/** Is the segment a sign, and the one right of it a number that has none? */
export function isLoneSign(segment: Segment, next: Segment | undefined): boolean {
  return SIGN.test(segment.text) && next !== undefined && UNSIGNED.test(next.text) && isNumeric(next.text);
}

/**
 * The lines with each such sign and its number as one text. A sign belongs to the number of the next column where its own column has nothing but
 * signs, or where a number stands left of it in its own column. Elsewhere a dash says that its own column has no amount.
 *
 * @param lines all of the table
 * @param findColumns the columns in which signs stand by themselves; asked only where there are signs
 */
export function joinSigns(lines: readonly SegmentRow[], findColumns: () => readonly Column[]): readonly SegmentRow[] {
  if (!lines.some(({ segments }) => segments.some((segment, at) => isLoneSign(segment, segments[at + 1]))))
    return lines;
  const columns = findColumns();
  const filled = new Set(
    lines.flatMap(({ segments }) =>
      segments.flatMap((segment, at) => (isLoneSign(segment, segments[at + 1]) ? [] : [firstUnder(columns, segment)])),
    ),
  );
  return lines.map((line) => joinInLine(line, columns, filled));
}

function joinInLine(line: SegmentRow, columns: readonly Column[], filled: ReadonlySet<number>): SegmentRow {
  const own = line.segments.map((segment) => firstUnder(columns, segment));
  const joined: Segment[] = [];
  let sign: Segment | null = null;
  line.segments.forEach((segment, at) => {
    const [column = 0, next] = own.slice(at);
    const isFree = !filled.has(column) || (at > 0 && own[at - 1] === column);
    if (isLoneSign(segment, line.segments[at + 1]) && next === column + 1 && isFree) sign = segment;
    else {
      joined.push(sign ? joinSegments(sign, segment) : segment);
      sign = null;
    }
  });
  return { ...line, segments: joined };
}

function joinSegments(sign: Segment, number: Segment): Segment {
  const whole = lineOf([...sign.line.glyphs, ...number.line.glyphs]);
  return whole ? { text: spellLine(whole), box: whole.box, line: whole } : number;
}

function firstUnder(columns: readonly Column[], segment: Segment): number {
  return columnsUnder(columns, segment).first;
}
