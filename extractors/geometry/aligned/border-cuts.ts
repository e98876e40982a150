/** Texts of two columns on one line with no gap between them that is wider than the gaps inside a text: the columns of the other lines tell. */
import type { Box } from '../../types.js';
import { centreX } from '../boxes.js';
import { columnsUnder, isAmount, type Column } from '../lines/columns.js';
import { isBlank, lineOf } from '../lines/glyph-lines.js';
import { isSpreadWord, segmentOf, type Segment, type SegmentRow } from '../lines/segments.js';

/** Share of the font size: a gap between two texts; the characters of one stand nearer. */
const NARROWEST_GAP = 0.1;
/** Points by which texts of one column that are set to one edge, or to the middle, may differ. */
const SAME_EDGE = 1;

/** What a word, or a code in brackets, may end with. */
const WORD_END = /[\p{Script=Han}\]）)]$/u;
const WORD_START = /^\p{Script=Han}/u;
/** How an amount or a code begins, and how it ends. */
const FIGURE_START = /^(?:[-+−△▲]?\p{Nd}|\[)/u;
const FIGURE_END = /\p{Nd}$/u;

/** A text in two parts; the gap between them is a share of the font size. */
interface Parting {
  readonly left: Segment;
  readonly right: Segment;
  readonly gap: number;
}

/** Where a text of one column stands, and on which line. */
interface OwnText {
  readonly box: Box;
  readonly row: number;
}

/**
 * Cuts a text that reaches over the border of two columns where a gap lies on the border, or figures follow words or words figures, and each part stands
 * as other texts of its column do: at the same left or right edge, or about the same middle; of several
 * such places, where the most of these agree. Lines above the first amounts are left as they are:
 * headings span columns.
 */
export function cutAtBorders(rows: readonly SegmentRow[], columns: readonly Column[]): readonly SegmentRow[] {
  const start = rows.findIndex(({ segments }) => segments.some(isAmount));
  const crosses = ({ segments }: SegmentRow): boolean => segments.some((segment) => reachesOver(segment, columns));
  if (start < 0 || !rows.slice(start).some(crosses)) return rows;
  const owned = textsOfColumns(rows, columns);
  return rows.map((row, at) =>
    at < start ? row : { ...row, segments: row.segments.flatMap((segment) => cutSegment(segment, columns, owned, at)) },
  );
}

function reachesOver(segment: Segment, columns: readonly Column[]): boolean {
  const { first, last } = columnsUnder(columns, segment);
  return first < last && !isSpreadWord(segment);
}

/** The texts that stand in one column alone, those among them that a gap parts from the text of the next column. */
function textsOfColumns(rows: readonly SegmentRow[], columns: readonly Column[]): readonly (readonly OwnText[])[] {
  const owned: OwnText[][] = columns.map(() => []);
  rows.forEach(({ segments }, row) => {
    for (const segment of segments) {
      const parts = partingsAt(segment, columns).filter(({ gap }) => gap >= NARROWEST_GAP);
      for (const text of parts.length > 0 ? parts.flatMap(({ left, right }) => [left, right]) : [segment]) {
        const { first, last } = columnsUnder(columns, text);
        if (first === last) owned[first]?.push({ box: text.box, row });
      }
    }
  });
  return owned;
}

function cutSegment(
  segment: Segment,
  columns: readonly Column[],
  owned: readonly (readonly OwnText[])[],
  row: number,
): readonly Segment[] {
  const fit = (text: Segment): number => countEdges(text, owned[columnsUnder(columns, text).first], row);
  const [best] = partingsAt(segment, columns)
    .map((parting) => ({ ...parting, fits: [fit(parting.left), fit(parting.right)] }))
    .filter(({ fits }) => fits.every((edges) => edges > 0))
    .toSorted((a, b) => sum(b.fits) - sum(a.fits) || b.gap - a.gap);
  return best ? [best.left, ...cutSegment(best.right, columns, owned, row)] : [segment];
}

/** The parts of a text that reaches over a border, for each place on its first border where it may end. */
function partingsAt(segment: Segment, columns: readonly Column[]): readonly Parting[] {
  if (!reachesOver(segment, columns)) return [];
  return partingsOf(segment).filter(({ left, right }) => {
    const [own, next] = [columnsUnder(columns, left), columnsUnder(columns, right)];
    return own.first === own.last && own.last < next.first;
  });
}

function partingsOf({ line }: Segment): Parting[] {
  const inked = line.glyphs.filter((glyph) => !isBlank(glyph));
  return inked.slice(1).flatMap((after, at) => {
    const [before, left, right] = [inked[at], lineOf(inked.slice(0, at + 1)), lineOf(inked.slice(at + 1))];
    if (!before || !left || !right) return [];
    const parting = {
      left: segmentOf(left),
      right: segmentOf(right),
      gap: (after.box[0] - before.box[2]) / after.fontSize,
    };
    return parting.gap >= NARROWEST_GAP || changesScript(parting) ? [parting] : [];
  });
}

/** Do figures follow a word, or a word figures? */
function changesScript({ left, right }: Parting): boolean {
  return (
    (WORD_END.test(left.text) && FIGURE_START.test(right.text)) ||
    (FIGURE_END.test(left.text) && WORD_START.test(right.text))
  );
}

/** How many of its left edge, its right edge and its middle stand where those of texts on other lines do. */
function countEdges({ box }: Segment, others: readonly OwnText[] = [], row: number): number {
  const apart = others.filter((other) => other.row !== row);
  const places = [([x0]: Box) => x0, ([, , x1]: Box) => x1, centreX];
  return places.filter((place) => apart.some((other) => Math.abs(place(other.box) - place(box)) <= SAME_EDGE)).length;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
