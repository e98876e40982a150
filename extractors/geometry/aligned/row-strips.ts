/** Rows with a rule above and below each: a name between two rules is a row, though its amounts are blank. */
import { isCaption, isTableName } from '../../tables/words.js';
import { centreY, sharedLength } from '../boxes.js';
import type { Ruling } from '../page.js';
import { isNumeric, type SegmentRow } from '../lines/segments.js';
import { TOUCH } from '../rules/networks.js';

/** Times the height of the row beside it: a strip higher than this holds a title, or the space between two tables. */
const HIGHEST_STRIP = 1.6;

interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** Is each of these lines a row between rules of its own, right below the line before? @param rules as wide as the table */
export function areStrips(lines: readonly SegmentRow[], rules: readonly Ruling[]): boolean {
  return lines.slice(1).every((line, at) => isNextStrip(lines[at], line, rules));
}

/** Does the line stand alone in a strip between rules that is right below that of the row before and about as high? */
export function isNextStrip(before: SegmentRow | undefined, line: SegmentRow, rules: readonly Ruling[]): boolean {
  const [upper, lower] = [before && stripOf(before, rules), stripOf(line, rules)];
  if (!before || !upper || !lower || Math.abs(lower.top - upper.bottom) > TOUCH) return false;
  return lower.bottom - lower.top <= HIGHEST_STRIP * (upper.bottom - upper.top) && isRowOf(before, line);
}

/** Does it stand under words of the row before, in either panel, and say nothing of a whole table? */
function isRowOf(before: SegmentRow, { segments }: SegmentRow): boolean {
  if (segments.some(({ text }) => isCaption(text) || isTableName(text))) return false;
  const names = before.segments.filter(({ text }) => !isNumeric(text));
  return segments.some(({ box }) => names.some((name) => sharedLength(box[0], box[2], name.box[0], name.box[2]) > 0));
}

function stripOf(line: SegmentRow, rules: readonly Ruling[]): Strip | null {
  const middle = centreY(line.box);
  const positions = rules.map(({ position }) => position);
  const top = Math.max(...positions.filter((position) => position < middle));
  const bottom = Math.min(...positions.filter((position) => position > middle));
  return Number.isFinite(top) && Number.isFinite(bottom) ? { top, bottom } : null;
}
