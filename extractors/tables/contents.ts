/** Tables of contents look like tables: a heading and the number of its page in each row. */
import { isPageNumber } from './page-numbers.js';
import type { SourceRow } from './rows.js';
import { isBlank, squeeze } from './words.js';

/** Fewer rows are no sequence of pages. */
const LEAST_ROWS = 3;
/** The number of a part, the heading, the page. */
const MOST_TEXTS = 3;
/** Larger numbers are no pages of a document. */
const LARGEST_PAGE = 999;

/** Whether the rows are a table of contents: a heading, perhaps with its number in front, and a page; the pages never go down. */
export function isContents(rows: readonly Pick<SourceRow, 'cells'>[]): boolean {
  const pages = rows.map(({ cells }) => pageOf(cells.filter((text) => !isBlank(text))));
  return pages.length >= LEAST_ROWS && pages.every((page, at) => page >= (pages[at - 1] ?? 0));
}

/** NaN for a row that is no entry. */
function pageOf(texts: readonly string[]): number {
  const last = texts.at(-1) ?? '';
  if (texts.length < 2 || texts.length > MOST_TEXTS || !isPageNumber(last)) return NaN;
  const page = Number(/\d+/.exec(squeeze(last))?.[0]);
  return page <= LARGEST_PAGE ? page : NaN;
}
