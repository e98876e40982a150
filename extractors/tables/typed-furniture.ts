/** Page numbers, and the document's name beside them, that somebody typed into the text where a page once ended. */
import { isFramedNumber, isPageField, isPageNumber } from './page-numbers.js';
import { isNote, isNumeral, isSignature, isTableName, squeeze } from './words.js';

/** The document's name is one of so many lines with which it begins: year, publisher, kind. */
const LINES_OF_NAME = 3;

/** A line of text, or a table between lines. */
export type LineOrTable<Line> = { readonly kind: 'line'; readonly line: Line } | { readonly kind: 'table' };

/**
 * The lines that are typed page numbers: — 12 — and 第12页 wherever they are all of a line; a number alone (12) only below a table or its notes,
 * where no other number follows. A year is none. A line next to one that says again with which words the document begins is a running
 * head. Linear in the items.
 */
export function findTypedFurniture<Line extends { readonly text: string }>(
  items: readonly LineOrTable<Line>[],
): ReadonlySet<Line> {
  const numbers = findPageNumbers(items);
  return new Set([...numbers, ...findRunningHeads(items, numbers)]);
}

function findPageNumbers<Line extends { readonly text: string }>(
  items: readonly LineOrTable<Line>[],
): ReadonlySet<Line> {
  const found = new Set<Line>();
  let isBelowTable = false;
  items.forEach((item, at) => {
    if (item.kind === 'table') {
      isBelowTable = true;
      return;
    }
    const { text } = item.line;
    const isNumber = isSurelyOne(text) || (isBelowTable && isLoneNumber(text, items[at + 1]));
    isBelowTable &&= isNumber || isNote(text) || isSignature(text);
    if (isNumber) found.add(item.line);
  });
  return found;
}

function isSurelyOne(text: string): boolean {
  return isPageField(text) || isFramedNumber(text);
}

function isLoneNumber(text: string, next: LineOrTable<{ readonly text: string }> | undefined): boolean {
  const isFollowed = next?.kind === 'line' && isNumeral(next.line.text);
  return isPageNumber(text) && isNumeral(text) && !isFollowed;
}

function findRunningHeads<Line extends { readonly text: string }>(
  items: readonly LineOrTable<Line>[],
  numbers: ReadonlySet<Line>,
): readonly Line[] {
  const first = items.slice(0, LINES_OF_NAME);
  const names = new Set(first.flatMap((item) => (item.kind === 'line' ? [squeeze(item.line.text)] : [])));
  const isBeside = (item: LineOrTable<Line> | undefined): boolean => item?.kind === 'line' && numbers.has(item.line);
  return items.flatMap((item, at) => {
    if (at < LINES_OF_NAME || item.kind !== 'line') return [];
    const { text } = item.line;
    const isHead = names.has(squeeze(text)) && !isTableName(text);
    return isHead && (isBeside(items[at - 1]) || isBeside(items[at + 1])) ? [item.line] : [];
  });
}
