/** Page headers, footers and page numbers: text of the pages, not of the document. */
import { isSubtitle } from '../tables/captions.js';
import { isCaption, isTableName, squeeze } from '../tables/words.js';
import type { PlacedLine } from './page-items.js';

/** Share of the page's height at its top and at its bottom in which furniture stands. */
const MARGIN = 0.12;
/** A running head stands on at least so many pages, and on this share of all. */
const FEWEST_PAGES = 3;
const LEAST_SHARE = 0.3;
/** Points by which the same furniture may be higher or lower on another page. */
const SAME_HEIGHT = 6;

const PAGE_NUMBER =
  /^(?:[-—–―－·•~]*\d{1,4}[-—–―－·•~]*|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|共\d{1,4}页|\d{1,4}\/\d{1,4}|page\d{1,4}(?:of\d{1,4})?)$/i;

/**
 * The lines that are page furniture: page numbers at the edge of their page, and lines in the margin that stand at the same height with the
 * same words (numbers aside) on many pages. Captions that a continued table repeats are none.
 */
export function findFurniture(
  lines: readonly PlacedLine[],
  heights: ReadonlyMap<number, number>,
): ReadonlySet<PlacedLine> {
  const inMargin = lines.filter((line) => isInMargin(line, heights.get(line.page) ?? 0));
  const numbers = inMargin.filter(({ text }) => PAGE_NUMBER.test(squeeze(text)));
  const heads = inMargin.filter((line) => !isOfTable(line) && isRepeated(line, inMargin, heights.size));
  return new Set([...numbers, ...heads]);
}

function isInMargin({ box }: PlacedLine, height: number): boolean {
  return box[3] < height * MARGIN || box[1] > height * (1 - MARGIN);
}

function isOfTable({ text }: PlacedLine): boolean {
  return isCaption(text) || isTableName(text) || isSubtitle(text);
}

function isRepeated(line: PlacedLine, lines: readonly PlacedLine[], pageCount: number): boolean {
  const words = wordsOf(line);
  const pages = new Set(
    lines
      .filter((other) => wordsOf(other) === words && Math.abs(other.box[1] - line.box[1]) <= SAME_HEIGHT)
      .map(({ page }) => page),
  );
  return pages.size >= Math.max(FEWEST_PAGES, pageCount * LEAST_SHARE);
}

function wordsOf({ text }: PlacedLine): string {
  return squeeze(text).replace(/\d+/g, '#');
}
