/** Page numbers that somebody typed into the text, where a page once ended. */
import type { TextItem } from '../tables/collect.js';
import { isFramedNumber, isPageField, isPageNumber } from '../tables/page-numbers.js';
import { isNote, isNumeral, isSignature } from '../tables/words.js';

/**
 * Marks typed page numbers as page furniture: — 12 — and 第12页 wherever they are all of a line; a number alone (12) only below a table or its
 * notes, where no other number follows. A year is none. Linear in the items.
 */
export function markPageNumbers(items: readonly TextItem[]): readonly TextItem[] {
  let isBelowTable = false;
  return items.map((item, at) => {
    if (item.kind === 'table') {
      isBelowTable = true;
      return item;
    }
    const { text } = item.line;
    const furniture = isSurelyOne(text) || (isBelowTable && isLoneNumber(text, items[at + 1]));
    isBelowTable &&= furniture || isNote(text) || isSignature(text);
    return furniture ? { ...item, line: { ...item.line, furniture } } : item;
  });
}

function isSurelyOne(text: string): boolean {
  return isPageField(text) || isFramedNumber(text);
}

function isLoneNumber(text: string, next: TextItem | undefined): boolean {
  const isFollowed = next?.kind === 'line' && isNumeral(next.line.text);
  return isPageNumber(text) && isNumeral(text) && !isFollowed;
}
