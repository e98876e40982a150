/** The measure of a page's running text: where its lines begin and end, and how it marks a new paragraph. */
import type { Frames } from './displayed.js';
import type { PlacedLine } from './page-items.js';

/** Where the running text of a column stands. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  /** Points from the middle of a line to the middle of the next one, as most lines have it; Infinity where no two follow each other. */
  readonly leading: number;
}

/** Times the font size: edges this near to each other are one edge. */
const SAME_EDGE = 1;
/** A line with fewer characters is a heading or the end of a paragraph, and shows nothing of the measure. */
const SHORTEST_FULL = 15;
/** Pages whose widths differ by less than this many points have the same measure. */
const SAME_WIDTH = 10;
/** Share of a page's width that the margin beside running text takes at most: 3.2 cm of A4 are 15 %. */
const MOST_MARGIN = 0.17;
/** Times the font size: lines farther apart are not lines of one text. */
const MOST_LEADING = 4;

/**
 * Gives the measure for a line: that of its column on its page, or of all pages of that width where its page has too little text; where none of them has more,
 * what margins of one width leave.
 */
export type MeasureOf = (line: PlacedLine) => Measure | undefined;

/** The measures of all running text. */
export function measureText(lines: readonly PlacedLine[], frames: Frames): MeasureOf {
  const byPage = new Map<string, PlacedLine[]>();
  const byWidth = new Map<string, PlacedLine[]>();
  const keyOfPage = ({ page, column = 0 }: PlacedLine): string => `${page}:${column}`;
  const keyOfWidth = ({ page, column }: PlacedLine): string =>
    `${Math.round((frames.get(page)?.width ?? 0) / SAME_WIDTH)}:${column ?? 'one'}`;
  for (const line of lines.filter(isLong)) {
    add(byPage, keyOfPage(line), line);
    add(byWidth, keyOfWidth(line), line);
  }
  const ofPage = measureEach(byPage);
  const ofWidth = measureEach(byWidth);
  return (line) =>
    ofPage.get(keyOfPage(line)) ??
    ofWidth.get(keyOfWidth(line)) ??
    betweenMargins(byPage.get(keyOfPage(line)) ?? [], line, frames.get(line.page)?.width);
}

/** From the leftmost line, unless that is a heading in the middle, as far as the page has room with the same margin on its right. */
function betweenMargins(
  lines: readonly PlacedLine[],
  { column }: PlacedLine,
  width: number | undefined,
): Measure | undefined {
  if (lines.length === 0 || column !== undefined || width === undefined) return undefined;
  const left = Math.min(...lines.map(({ box }) => box[0]));
  if (left > width * MOST_MARGIN) return undefined;
  return { left, right: width - left, leading: Infinity };
}

function isLong({ text }: PlacedLine): boolean {
  return text.length >= SHORTEST_FULL;
}

function add(groups: Map<string, PlacedLine[]>, key: string, line: PlacedLine): void {
  const group = groups.get(key);
  if (group) group.push(line);
  else groups.set(key, [line]);
}

function measureEach(groups: ReadonlyMap<string, readonly PlacedLine[]>): ReadonlyMap<string, Measure> {
  const measures = new Map<string, Measure>();
  for (const [key, lines] of groups) {
    const size = Math.max(...lines.slice(0, 1).map(({ fontSize }) => fontSize));
    const left = sharedEdge(
      lines.map(({ box }) => box[0]).sort((a, b) => a - b),
      size,
    );
    const shared = sharedEdge(
      lines.map(({ box }) => -box[2]).sort((a, b) => a - b),
      size,
    );
    const right = shared === null ? null : Math.max(-shared, farthest(lines, left, size));
    if (left !== null && right !== null) measures.set(key, { left, right, leading: usualLeading(lines, size) });
  }
  return measures;
}

/** Where the longest line ends that begins at the edge of the text: none was broken before. */
function farthest(lines: readonly PlacedLine[], left: number | null, size: number): number {
  const flush = lines.filter(({ box }) => left !== null && Math.abs(box[0] - left) <= SAME_EDGE * size);
  return Math.max(...flush.map(({ box }) => box[2]), 0);
}

function usualLeading(lines: readonly PlacedLine[], size: number): number {
  const distances = lines
    .slice(1)
    .map((line, at) => (line.page === lines[at]?.page ? middleOf(line) - middleOf(lines[at]) : Infinity))
    .filter((distance) => distance > 0 && distance <= MOST_LEADING * size)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? Infinity;
}

/** Points from the top of the page. */
export function middleOf({ box }: PlacedLine): number {
  return (box[1] + box[3]) / 2;
}

/** The outermost edge at which two lines stand; null where no two share one. */
function sharedEdge(edges: readonly number[], size: number): number | null {
  const at = edges.findIndex((edge, index) => (edges[index + 1] ?? Infinity) - edge <= SAME_EDGE * size);
  return edges[at] ?? null;
}
