/** Page numbers, and the document's name beside them, that somebody typed into the text where a page once ended. */
import type { TextItem } from '../tables/collect.js';
import { isFramedNumber, isPageField, isPageNumber } from '../tables/page-numbers.js';
import { isNote, isNumeral, isSignature, isTableName, squeeze } from '../tables/words.js';

/** The document's name is one of so many lines with which it begins: year, publisher, kind. */
const LINES_OF_NAME = 3;

/**
 * Marks typed page numbers as page furniture: — 12 — and 第12页 wherever they are all of a line; a number alone (12) only below a table or its
 * notes, where no other number follows. A year is none. A line next to one that says again with which words the document begins is a
 * running head. Linear in the items.
 */
export function markTypedFurniture(items: readonly TextItem[]): readonly TextItem[] {
  return markRunningHeads(markPageNumbers(items));
}

function markPageNumbers(items: readonly TextItem[]): readonly TextItem[] {
  let isBelowTable = false;
  return items.map((item, at) => {
    if (item.kind === 'table') {
      isBelowTable = true;
      return item;
    }
    const { text } = item.line;
    const isNumber = isSurelyOne(text) || (isBelowTable && isLoneNumber(text, items[at + 1]));
    isBelowTable &&= isNumber || isNote(text) || isSignature(text);
    return isNumber ? asFurniture(item) : item;
  });
}

function isSurelyOne(text: string): boolean {
  return isPageField(text) || isFramedNumber(text);
}

function isLoneNumber(text: string, next: TextItem | undefined): boolean {
  const isFollowed = next?.kind === 'line' && isNumeral(next.line.text);
  return isPageNumber(text) && isNumeral(text) && !isFollowed;
}

function markRunningHeads(items: readonly TextItem[]): readonly TextItem[] {
  const first = items.slice(0, LINES_OF_NAME);
  const names = new Set(first.flatMap((item) => (item.kind === 'line' ? [squeeze(item.line.text)] : [])));
  return items.map((item, at) => {
    const isName = at >= LINES_OF_NAME && item.kind === 'line' && names.has(squeeze(item.line.text));
    const isBeside = isFurniture(items[at - 1]) || isFurniture(items[at + 1]);
    return isName && isBeside && !isTableName(item.line.text) ? asFurniture(item) : item;
  });
}

function isFurniture(item: TextItem | undefined): boolean {
  return item?.kind === 'line' && item.line.furniture;
}

function asFurniture(item: Extract<TextItem, { kind: 'line' }>): TextItem {
  return { ...item, line: { ...item.line, furniture: true } };
}
