/** Headings that stand against each other, nearer than the texts of two columns usually do. */
import { centreX } from '../../boxes.js';
import type { Column } from '../../lines/columns.js';
import { isBlank, isIdeographic, lineOf, type GlyphLine } from '../../lines/glyph-lines.js';
import type { Glyph } from '../../page.js';
import { segmentOf, type SegmentRow } from '../../lines/segments.js';

/** Share of the font size: Chinese characters of one word leave no gap. */
const WORD_END = 0.3;

/** Parts headings at a gap between Chinese words that stand over different columns. */
export function partAbutting(row: SegmentRow, columns: readonly Column[]): SegmentRow {
  return { ...row, segments: row.segments.flatMap(({ line }) => partLine(line, columns).map(segmentOf)) };
}

function partLine(line: GlyphLine, columns: readonly Column[]): GlyphLine[] {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  for (let at = 1; at < inked.length; at += 1) {
    if (!endsWord(inked[at - 1], inked[at])) continue;
    const [left, right] = [lineOf(inked.slice(0, at)), lineOf(inked.slice(at))];
    if (!left || !right || inked.length < 4) continue;
    const [one, other] = [left, partLine(right, columns)[0] ?? right].map(({ box }) => nearest(columns, centreX(box)));
    if (one !== other) return [left, ...partLine(right, columns)];
  }
  return [line];
}

function endsWord(before: Glyph | undefined, after: Glyph | undefined): boolean {
  if (!before || !after || !isIdeographic(before.text) || !isIdeographic(after.text)) return false;
  return after.box[0] - before.box[2] >= WORD_END * after.fontSize;
}

/** The column whose text is nearest. */
function nearest(columns: readonly Column[], x: number): number {
  const distances = columns.map(({ from, to }) => Math.max(from - x, x - to, 0));
  return distances.indexOf(Math.min(...distances));
}
