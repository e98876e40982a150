/** Which lines at the top of an unruled table are its header. */
import { isNumberingRow } from '../../../tables/words.js';
import { centreY, median } from '../../boxes.js';
import { isNumeric, YEAR, type Segment, type SegmentRow } from '../../lines/segments.js';

/** Share of the font size by which left edges of one column may differ. */
const SAME_EDGE = 0.3;
/** Share of the usual distance of rows: what follows nearer is a heading's next line. */
const ROW_PITCH = 0.85;
/** Lines of headings: no printed header is deeper. */
const MOST_LINES = 14;
/** A label with what it says of the whole table (编制单位：…, 单位：元, 注：…): no heading. 其中：… heads a part. */
const LABELLED = /^(?!其中)[^：:]{1,12}[：:]/u;

/** The lines of a region from top to bottom: what is printed over the header, the header, column numbers (栏次), the rows. */
export interface PartedLines {
  readonly captions: readonly SegmentRow[];
  readonly header: readonly SegmentRow[];
  readonly numbering: readonly SegmentRow[];
  readonly body: readonly SegmentRow[];
}

/**
 * Parts the lines at the first one with a number, or with the first name of a row that has none yet. A region without numbers has no
 * header that could be told from its rows.
 */
export function partLines(lines: readonly SegmentRow[]): PartedLines {
  const start = lines.findIndex((line) => !isLabelled(line));
  const captions = lines.slice(0, Math.max(0, start));
  const rest = lines.slice(captions.length);
  const end = rest.findIndex((line) => line.segments.some(isAmount));
  if (end <= 0 || end > MOST_LINES) return { captions, header: [], numbering: [], body: rest };
  const [next] = rest.slice(end);
  if (next && isNumberingRow(next.segments.map(({ text }) => text)))
    return { captions, header: rest.slice(0, end), numbering: [next], body: rest.slice(end + 1) };
  const count = withoutNames(rest, end);
  return { captions, header: rest.slice(0, count), numbering: [], body: rest.slice(count) };
}

/** Does the line say something of the whole table? */
export function isLabelled({ segments }: SegmentRow): boolean {
  return segments.some(({ text }) => LABELLED.test(text.trim()));
}

function isAmount({ text }: Segment): boolean {
  return isNumeric(text) && !YEAR.test(text.trim());
}

/** The number of lines without the last ones that are names of rows: at the left edge of the names below, and a row's distance down. */
function withoutNames(lines: readonly SegmentRow[], end: number): number {
  const body = lines.slice(end);
  const pitch = median(body.slice(1).map((line, at) => distance(body[at], line)));
  const edges = body.flatMap(({ segments }) => segments.filter((segment) => !isAmount(segment)));
  let count = end;
  while (count > 1) {
    const line = lines[count - 1];
    if (!line || distance(lines[count - 2], line) < ROW_PITCH * pitch || line.segments.length > 2) break;
    const isName = ({ box }: Segment): boolean =>
      edges.some((other) => Math.abs(other.box[0] - box[0]) <= SAME_EDGE * line.fontSize);
    if (!line.segments.every(isName)) break;
    count -= 1;
  }
  return count;
}

function distance(above: SegmentRow | undefined, below: SegmentRow): number {
  return above ? centreY(below.box) - centreY(above.box) : Infinity;
}
