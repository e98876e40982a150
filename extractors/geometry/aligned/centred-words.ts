/** Wrapped words set around the middle of their row: the amounts stand beside their middle line, or between two of them. */
import { boxAround, centreY } from '../boxes.js';
import { columnsUnder, type Column } from '../lines/columns.js';
import { WIDEST_WRAP } from '../lines/line-pitch.js';
import type { Segment, SegmentRow } from '../lines/segments.js';
import { fills, hasNumbers } from './row-marks.js';

/** Share of the font size by which the middle of the words may miss that of the amounts. */
const OFF_MIDDLE = 0.35;

/**
 * The lines as rows, of which only those with words set around their amounts have several lines. Such words fill their column on each line but the
 * last. What else stands beside them, in a column where the line of the amounts is blank, is of the same row.
 *
 * @param lines from top to bottom
 */
export function gatherCentred(lines: readonly SegmentRow[], columns: readonly Column[]): (readonly SegmentRow[])[] {
  const owners = findOwners(lines, columns);
  const rows = new Map<SegmentRow, SegmentRow[]>(lines.map((line) => [line, []]));
  for (const line of lines) {
    const ownerOf = (text: Segment): SegmentRow => owners.get(text) ?? line;
    for (const owner of new Set(line.segments.map(ownerOf))) {
      const segments = line.segments.filter((text) => ownerOf(text) === owner);
      rows.get(owner)?.push({ ...line, segments, box: boxAround(segments.map(({ box }) => box)) });
    }
  }
  return [...rows.values()].filter((row) => row.length > 0);
}

/** The line of amounts that each text set around one belongs to. */
function findOwners(lines: readonly SegmentRow[], columns: readonly Column[]): ReadonlyMap<Segment, SegmentRow> {
  const owners = new Map<Segment, SegmentRow>();
  lines.forEach((line, at) => {
    if (!hasNumbers(line)) return;
    const free = linesAround(lines, at).flatMap(({ segments }) => segments.filter((text) => !owners.has(text)));
    const inColumn = columns.map((_, col) => free.filter((text) => standsIn(text, col, columns)));
    const words = inColumn.flatMap((texts, col) => centredRun(texts, line, columns[col]));
    const [, top, , bottom] = boxAround(words.map(({ box }) => box));
    const isBlank = (texts: readonly Segment[]): boolean =>
      !texts.some((text) => line.segments.includes(text) || words.includes(text));
    const beside = inColumn
      .filter(isBlank)
      .flatMap((texts) => texts.filter(({ box }) => centreBetween(box, top, bottom)));
    for (const text of [...words, ...beside]) if (!line.segments.includes(text)) owners.set(text, line);
  });
  return owners;
}

/** The line of the amounts, and the lines of words above and below it. */
function linesAround(lines: readonly SegmentRow[], at: number): readonly SegmentRow[] {
  const isWords = (index: number): boolean => {
    const line = lines[index];
    return line !== undefined && !hasNumbers(line);
  };
  let [first, last] = [at, at];
  while (isWords(first - 1)) first -= 1;
  while (isWords(last + 1)) last += 1;
  return lines.slice(first, last + 1);
}

/** The longest run of these words that lead on from line to line and have the amounts at their middle; none of one line. */
function centredRun(texts: readonly Segment[], amounts: SegmentRow, column: Column | undefined): readonly Segment[] {
  const leadsOn = (at: number): boolean => {
    const [text, next] = texts.slice(at);
    return (
      column !== undefined && text !== undefined && next !== undefined && fills(text, column) && isBelow(text, next)
    );
  };
  const own = texts.findIndex((text) => amounts.segments.includes(text));
  let longest: readonly Segment[] = [];
  for (let from = 0; from < texts.length; from += 1)
    for (let to = from + 1; to < texts.length && leadsOn(to - 1); to += 1) {
      const run = texts.slice(from, to + 1);
      const hasOwn = own < 0 || (own >= from && own <= to);
      if (hasOwn && run.length > longest.length && isAround(run, amounts)) longest = run;
    }
  return longest;
}

function isAround(run: readonly Segment[], amounts: SegmentRow): boolean {
  const off = centreY(boxAround(run.map(({ box }) => box))) - centreY(amounts.box);
  return Math.abs(off) <= OFF_MIDDLE * amounts.fontSize;
}

/** Is the text the next line of the words? */
function isBelow(text: Segment, next: Segment): boolean {
  const distance = centreY(next.box) - centreY(text.box);
  return distance > 0 && distance <= WIDEST_WRAP * text.line.fontSize;
}

function standsIn(text: Segment, col: number, columns: readonly Column[]): boolean {
  const { first, last } = columnsUnder(columns, text);
  return first === col && last === col;
}

function centreBetween(box: Segment['box'], top: number, bottom: number): boolean {
  return centreY(box) > top && centreY(box) < bottom;
}
