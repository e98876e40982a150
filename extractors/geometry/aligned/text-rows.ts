/** Rows of a table from lines of text: which lines are one row, because a cell's words wrap. */
import { centreY } from '../boxes.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import { isWholeAmount } from '../lines/glued-numbers.js';
import { gatherCentred } from './centred-words.js';
import { spansOf, type Span } from './headings.js';
import { partAtGaps } from './row-gaps.js';
import { fills, hasNumbers } from './row-marks.js';
import { areStaggered, isNumeric, type Segment, type SegmentRow } from '../lines/segments.js';

/** A distance this much smaller than on the other side binds a line to its neighbour. */
const CLEARLY_NEARER = 0.8;
/** The same where the words above fill their column: then they were cut there. */
const NEARER = 0.9;

/** One row of a table: the lines it is printed on. */
export type TextRow = readonly SegmentRow[];

/**
 * Joins the lines between two rules to rows. Where no column has two numbers below each other, all are one row (a header, a row with wrapped
 * words), but for lines that span columns parted below. Otherwise each line is a row, and lines without numbers are joined to the row they wrap
 * from.
 *
 * @param areRows it is known that there are rows with a number each, however few
 */
export function joinLines(lines: readonly SegmentRow[], columns: readonly Column[], areRows = false): TextRow[] {
  if (lines.length < 2) return lines.length === 1 ? [lines] : [];
  return areRows || hasStackedNumbers(lines, columns) ? joinWrapped(lines, columns) : splitLevels(lines, columns);
}

/** Does a column have numbers on several lines? */
function hasStackedNumbers(lines: readonly SegmentRow[], columns: readonly Column[]): boolean {
  const counts = columns.map(() => 0);
  for (const { segments } of lines)
    for (const segment of segments) {
      const { first, last } = columnsUnder(columns, segment);
      if (first === last && isNumeric(segment.text)) counts[first] = (counts[first] ?? 0) + 1;
    }
  return counts.some((count) => count >= 2);
}

/** Parts a header at lines whose words span columns that have words of their own on the next line. */
function splitLevels(lines: readonly SegmentRow[], columns: readonly Column[]): TextRow[] {
  const rows: SegmentRow[][] = [[]];
  lines.forEach((line, at) => {
    rows.at(-1)?.push(line);
    const next = lines[at + 1];
    if (next && spansOf(line, next, columns).some((span) => partsOf(span, next, columns) > 1)) rows.push([]);
  });
  return rows;
}

/** How many of the columns that a heading spans have words of their own on the line below. */
function partsOf({ first, last }: Span, below: SegmentRow, columns: readonly Column[]): number {
  const under = below.segments.map((segment) => columnsUnder(columns, segment));
  return new Set(
    under.filter((own) => own.first === own.last && own.first >= first && own.last <= last).map((own) => own.first),
  ).size;
}

function joinWrapped(lines: readonly SegmentRow[], columns: readonly Column[]): TextRow[] {
  const parted = partAtGaps(lines, columns);
  if (parted) return parted;
  const rows: SegmentRow[][] = [];
  const pitch = pitchOf(lines);
  const gathered = gatherCentred(lines, columns);
  gathered.forEach((group, at) => {
    const row = rows.at(-1);
    const [before, line] = [row?.at(-1), group[0]];
    if (
      row &&
      before &&
      line &&
      !areApart(row, group, columns) &&
      goesOn(before, line, gathered[at + 1]?.[0], pitch, columns)
    )
      row.push(...group);
    else rows.push([...group]);
  });
  return rows;
}

/** Have both whole amounts in one column? A cell holds one; of a number that its cell wraps neither part is whole. */
function areApart(row: TextRow, other: TextRow, columns: readonly Column[]): boolean {
  const amounts = (lines: TextRow): number[] =>
    lines
      .flatMap(({ segments }) => segments.filter(({ text }) => isWholeAmount(text)))
      .map((segment) => columnsUnder(columns, segment).first);
  const own = new Set(amounts(row));
  return amounts(other).some((col) => own.has(col));
}

/** How far apart the lines of different rows stand: three quarters of all distances are smaller, where names wrap now and then. */
function pitchOf(lines: readonly SegmentRow[]): number {
  const distances = lines.slice(1).map((line, at) => centreY(line.box) - centreY(lines[at]?.box ?? line.box));
  return distances.toSorted((a, b) => a - b)[Math.floor(distances.length * 0.75)] ?? Infinity;
}

/**
 * Is `line` part of the row of the line before? It is where it stands half a line lower; and where all its words go on from words above them:
 * with a small letter, or nearer to them than to the line after and in need of the room.
 */
function goesOn(
  before: SegmentRow,
  line: SegmentRow,
  after: SegmentRow | undefined,
  pitch: number,
  columns: readonly Column[],
): boolean {
  if (areStaggered(before, line)) return true;
  if (hasNumbers(line) && hasNumbers(before)) return false;
  if (haveKeys(before, line, columns)) return false;
  const distance = centreY(line.box) - centreY(before.box);
  const next = after ? centreY(after.box) - centreY(line.box) : pitch;
  if (next < CLEARLY_NEARER * distance) return false;
  const isNear = !hasNumbers(line) && distance < CLEARLY_NEARER * next;
  const isNearer = distance < NEARER * Math.max(next, pitch);
  return line.segments
    .filter((segment) => !isNumeric(segment.text))
    .every((segment) => {
      const { first } = columnsUnder(columns, segment);
      const above = before.segments.find((other) => columnsUnder(columns, other).first === first);
      if (!above) return false;
      const column = columns[first];
      if (startsSmall(segment.text) || (column && isNearer && fills(above, column))) return true;
      return isNear && !wouldFit(above, segment, column?.to ?? Infinity);
    });
}

/** Numbers below each other in the first column are the codes of two rows. */
function haveKeys(before: SegmentRow, line: SegmentRow, columns: readonly Column[]): boolean {
  return [before, line].every(({ segments: [first] }) => {
    return first !== undefined && isNumeric(first.text) && columnsUnder(columns, first).first === 0;
  });
}

/** A sentence goes on: in alphabets with small letters a new name begins with a capital. */
function startsSmall(text: string): boolean {
  return /^[\p{Ll})\]）]/u.test(text);
}

/** Would the first word of the next line have had room on this one? Then the line was ended on purpose. */
function wouldFit(above: Segment, next: Segment, edge: number): boolean {
  const [word = ''] = next.text.split(' ');
  const perCharacter = (next.box[2] - next.box[0]) / Math.max(1, next.text.length);
  return above.box[2] + (word.length + 1) * perCharacter <= edge;
}
