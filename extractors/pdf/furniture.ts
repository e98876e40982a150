/** Page headers, footers, page numbers and watermarks: text of the pages, not of the document. */
import { isSubtitle } from '../tables/captions.js';
import { isPageNumber } from '../tables/page-numbers.js';
import { isCaption, isTableName, squeeze } from '../tables/words.js';
import type { PageFrame } from '../geometry/index.js';
import type { Frames } from './displayed.js';
import { isAmount } from '../tables/loose-amounts.js';
import type { PlacedLine } from './page-items.js';
import { middleOf } from './text-measure.js';

/** Share of the page's height at its top and at its bottom, and of its width at its sides, in which furniture stands. */
const MARGIN = 0.12;
/** A running head stands on at least so many pages; in a document of two pages on both. */
const FEWEST_PAGES = 3;
/** It stands on this share of the pages from the first to the last that has it: even and odd pages may have their own. */
const LEAST_SHARE = 0.4;
/** Points by which the same furniture may be higher or lower on another page. */
const SAME_HEIGHT = 6;

/**
 * The lines that are page furniture: watermarks, page numbers at the edge of their page, and lines in the margin that stand at the same height with the
 * same words (numbers aside) on many pages. Captions that a continued table repeats are none. Linear in the lines.
 */
export function findFurniture(lines: readonly PlacedLine[], frames: Frames): ReadonlySet<PlacedLine> {
  const inMargin = lines.filter((line) => isInMargin(line, frames.get(line.page)));
  const fewestPages = Math.max(2, Math.min(FEWEST_PAGES, frames.size));
  const numbers = inMargin.filter(({ text }) => isPageNumber(text));
  const rows = heightsOfAmounts(inMargin);
  const apart = inMargin.filter((line) => !isOfTable(line) && !isBeside(line, rows));
  return new Set([...lines.filter(({ watermark }) => watermark), ...numbers, ...findRunningHeads(apart, fewestPages)]);
}

function isInMargin({ box, text }: PlacedLine, page: PageFrame | undefined): boolean {
  if (!page) return false;
  const isTurned = text.length > 1 && box[3] - box[1] > box[2] - box[0];
  const [from, to, length] = isTurned ? [box[0], box[2], page.width] : [box[1], box[3], page.height];
  return to < length * MARGIN || from > length * (1 - MARGIN);
}

/** By page the heights at which amounts stand: with the words beside them they are rows of a table, the total alone on its last page. */
function heightsOfAmounts(lines: readonly PlacedLine[]): ReadonlyMap<number, readonly number[]> {
  const heights = new Map<number, number[]>();
  for (const line of lines.filter(({ text }) => isAmount(text))) {
    const onPage = heights.get(line.page);
    if (onPage) onPage.push(middleOf(line));
    else heights.set(line.page, [middleOf(line)]);
  }
  return heights;
}

function isBeside(line: PlacedLine, rows: ReadonlyMap<number, readonly number[]>): boolean {
  return (rows.get(line.page) ?? []).some((height) => Math.abs(height - middleOf(line)) <= line.fontSize / 2);
}

function isOfTable({ text }: PlacedLine): boolean {
  return isCaption(text) || isTableName(text) || isSubtitle(text);
}

function findRunningHeads(lines: readonly PlacedLine[], fewestPages: number): PlacedLine[] {
  const groups = new Map<string, PlacedLine[]>();
  for (const line of lines) {
    const words = squeeze(line.text).replace(/\d+/g, '#');
    const group = groups.get(words);
    if (group) group.push(line);
    else groups.set(words, [line]);
  }
  return [...groups.values()].flatMap((group) =>
    splitByHeight(group)
      .filter((level) => runsThrough(level, fewestPages))
      .flat(),
  );
}

/** Lines at about the same height; turned ones at about the same distance from the side. */
function splitByHeight(lines: readonly PlacedLine[]): PlacedLine[][] {
  const levels: PlacedLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.box[1] - b.box[1])) {
    const level = levels.at(-1);
    if (level && line.box[1] - (level.at(-1)?.box[1] ?? 0) <= SAME_HEIGHT) level.push(line);
    else levels.push([line]);
  }
  return levels;
}

function runsThrough(lines: readonly PlacedLine[], fewestPages: number): boolean {
  const pages = [...new Set(lines.map(({ page }) => page))].sort((a, b) => a - b);
  const span = (pages.at(-1) ?? 0) - (pages[0] ?? 0) + 1;
  return pages.length >= fewestPages && pages.length >= span * LEAST_SHARE;
}
