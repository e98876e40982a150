/** Lines of one cell that stand alone above or below the lines with several texts: wrapped words, and what a page end leaves of a row. */
import { sharedLength } from '../boxes.js';
import { isAmount } from '../lines/columns.js';
import { isNumeric, type Segment, type SegmentRow } from '../lines/segments.js';
import type { TableColumn } from '../types.js';

/** Points by which lines of one cell that begin at its left edge may differ. */
const SAME_EDGE = 2;
/** Times the line height: the lines of one cell stand no farther apart. */
const LINE_GAP = 0.6;
/** Points by which a text may reach into a column that it does not stand in. */
const OVERLAP = 1;

/** Lines that may hold the words above: the line of amounts stands half a line lower where their cell has two. */
const LAST_LINES = 2;

const DIGITS = /^\d+$/;
/** How the first line of a code of letters and digits ends. */
const CODE_END = /\d[A-Z]?$/;

interface CutCells {
  readonly rest: readonly SegmentRow[];
  readonly wraps: readonly SegmentRow[];
  /** The run has such lines at its own top, below a rule. */
  readonly startsInside: boolean;
}

/** Parts of the cells of a run on lines of their own above and below it. */
export function findCutCells(
  run: readonly SegmentRow[],
  rows: readonly SegmentRow[],
  columns: readonly TableColumn[],
): CutCells {
  const [start, end] = [rows.findIndex((row) => row === run[0]), rows.findIndex((row) => row === run.at(-1))];
  if (start < 0 || end < 0) return { rest: [], wraps: [], startsInside: false };
  const single = Math.max(
    0,
    run.findIndex(({ segments }) => segments.length > 1),
  );
  const rest = takeRest(rows.slice(0, start), run[0], columns);
  return {
    rest,
    wraps: takeWraps(rows.slice(end + 1), [...rest, ...run], columns),
    startsInside: single > 0 && takeRest(run.slice(0, single), run[single], columns).length === single,
  };
}

/**
 * Words right above the first line of a page that begin where a column of words does: the rest of a cell that the page end cuts.
 *
 * @param lines above the first one, from top to bottom
 */
function takeRest(
  lines: readonly SegmentRow[],
  first: SegmentRow | undefined,
  columns: readonly TableColumn[],
): readonly SegmentRow[] {
  const taken: SegmentRow[] = [];
  let below = first;
  for (const line of lines.toReversed()) {
    if (!below || !beginsColumn(line, columns) || gapBetween(line, below) > 2 * LINE_GAP * line.fontSize) break;
    taken.unshift(line);
    below = line;
  }
  return taken;
}

/** Words, or digits of a code, right below the last lines that go on with a cell that has no room for more; the amounts may stand at the middle of the cell. */
function takeWraps(
  lines: readonly SegmentRow[],
  run: readonly SegmentRow[],
  columns: readonly TableColumn[],
): readonly SegmentRow[] {
  const taken: SegmentRow[] = [];
  for (const line of lines) {
    const [words] = line.segments;
    if (!words || line.segments.length > 1) break;
    const above = [...run.slice(-LAST_LINES), ...taken].slice(-LAST_LINES);
    const upper = above.flatMap(({ segments }) => segments).findLast((text) => beginAlike(text, words));
    if (!isWords(line) && !(upper && isRestOfCode(upper, words))) break;
    const column = columns.find(
      ({ from, to }) => upper && sharedLength(from, to, upper.box[0], upper.box[2]) > OVERLAP,
    );
    if (!upper || !column || upper.box[2] + line.fontSize <= column.to) break;
    if (gapBetween(upper, line) > LINE_GAP * line.fontSize) break;
    taken.push(line);
  }
  return taken;
}

/** Digits alone below a code go on with it: a row has more than that. */
function isRestOfCode(upper: Segment, { text }: Segment): boolean {
  return DIGITS.test(text.trim()) && CODE_END.test(upper.text.trim()) && !isAmount(upper);
}

function beginAlike(text: Segment, words: Segment): boolean {
  return Math.abs(text.box[0] - words.box[0]) <= SAME_EDGE;
}

function isWords({ segments }: SegmentRow): boolean {
  return segments.length === 1 && segments.every(({ text }) => !isNumeric(text));
}

/** Words alone on a line, at the edge of a column of words and within it. */
function beginsColumn(line: SegmentRow, columns: readonly TableColumn[]): boolean {
  const fitsIn = ({ left, to, numbers }: TableColumn): boolean =>
    !numbers && Math.abs(left - line.box[0]) <= SAME_EDGE && line.box[2] <= to + line.fontSize;
  return isWords(line) && columns.some(fitsIn);
}

function gapBetween(upper: Pick<SegmentRow, 'box'>, lower: Pick<SegmentRow, 'box'>): number {
  return lower.box[1] - upper.box[3];
}
