/** The lines of a text, freed of what a word processor left in them. */
import { isPageField, isPageNumber } from '../tables/page-numbers.js';
import { UnreadableDocument } from '../types.js';
import type { CellCount } from '../tables/cell-count.js';
import { isBlank } from '../tables/words.js';

export interface TextLine {
  /** From 1. */
  readonly no: number;
  /** Bookmarks and field codes taken out. */
  readonly text: string;
  /** A page number, a page field or a form feed: no words of the document. */
  readonly furniture: boolean;
  /** The cells of a row that Markdown parts by bars; null for every other line. */
  readonly cells: readonly string[] | null;
}

/** What converters print for Word's bookmarks and fields; the words around them are the document's. */
const BOOKMARK = /\[bookmark:[^[\]]*\]/g;
const FIELD_CODE =
  /(?:HYPERLINK|PAGEREF|REF|TOC|NUMPAGES|SEQ)\s+\\?[lhozunt]?\s*"?[_\w\\ -]*"?(?:\s*\\[a-z*](?:\s*"[^"]*")?)+|\\\*\s*MERGEFORMAT/g;
/** Field codes stand in headings and footers; a longer line is a paragraph and not worth the search. */
const LONGEST_FIELD_LINE = 2_000;

/** A row of a Markdown table, and the line under its header, as converters of web pages write them. */
const PIPED_ROW = /^\s*\|(.*)\|\s*$/;
const PIPED_RULE = /^[\s|:-]+$/;

/** Lines of a text; budget books have some tens of thousands, and each takes some 500 bytes of memory. */
const MOST_LINES = 1_000_000;

/**
 * Splits at LF, CR LF and CR, as editors count lines. Linear in the text.
 *
 * @param count told of the cells of piped rows
 * @throws UnreadableDocument `source-too-large` for more lines than `MOST_LINES`; `too-many-cells`
 */
export function splitLines(text: string, count: CellCount): TextLine[] {
  const printed = text.split(/\r\n|\n|\r/, MOST_LINES + 1);
  if (printed.length > MOST_LINES)
    throw new UnreadableDocument('source-too-large', `the text has more than ${MOST_LINES} lines`);
  const lines = printed.map((line, at) => readLine(line, at, count));
  return lines
    .filter(({ text: words, cells }) => cells === null || !PIPED_RULE.test(words))
    .map((line, at, all) => (isLonePageNumber(line, all[at - 1], all[at + 1]) ? { ...line, furniture: true } : line));
}

function readLine(raw: string, at: number, count: CellCount): TextLine {
  const unmarked = raw.includes('[bookmark:') ? raw.replace(BOOKMARK, '') : raw;
  const plain =
    unmarked.includes('\\') && unmarked.length <= LONGEST_FIELD_LINE ? unmarked.replace(FIELD_CODE, '') : unmarked;
  const text = plain.replace(/[\f\u2028\u2029]/g, '');
  const furniture = (raw !== text && isBlank(text)) || (isPageField(text) && !text.includes('\t'));
  const piped = text.length <= LONGEST_FIELD_LINE ? PIPED_ROW.exec(text)?.[1] : undefined;
  return { no: at + 1, text, furniture, cells: piped === undefined ? null : splitPiped(piped, count) };
}

function splitPiped(piped: string, count: CellCount): string[] {
  const cells = piped.split('|').map((cell) => cell.trim().replace(/<br\s*\/?>/gi, '\n'));
  count.add(cells.length);
  return cells;
}

/** A number alone between blank lines; between lines of words it may be the rest of a cell. */
function isLonePageNumber(line: TextLine, before: TextLine | undefined, after: TextLine | undefined): boolean {
  const blank = (other: TextLine | undefined): boolean =>
    other === undefined || other.furniture || other.text.trim() === '';
  return isPageNumber(line.text) && !line.text.includes('\t') && blank(before) && blank(after);
}
