/** Amounts that stand alone on the page, in no table and in no sentence: rows of a table that was not recognised. */
import { isNumeral } from '../tables/words.js';
import type { Diagnostic, RawBlock } from '../types.js';

/** Decimals or grouped digits: no year, no page, no number of a paragraph. */
const AMOUNT = /\d,\d{3}|\d\.\d{2}/;

/** Is the text an amount and nothing else? */
export function isAmount(text: string): boolean {
  return isNumeral(text) && AMOUNT.test(text);
}

/** A warning `amounts-outside-tables` for each page with such amounts. */
export function describeLooseAmounts(blocks: readonly Omit<RawBlock, 'lineFirst' | 'lineLast'>[]): Diagnostic[] {
  const pages = new Map<number | null, number>();
  for (const { kind, text, page } of blocks)
    if (kind !== 'page_furniture' && isAmount(text)) pages.set(page, (pages.get(page) ?? 0) + 1);
  return [...pages].map(([page, count]): Diagnostic => {
    const message = `${count} amounts stand in no table and in no sentence, perhaps rows of a table without rules; they are kept as text and make no budget lines`;
    return { stage: 'extract', severity: 'warning', code: 'amounts-outside-tables', message, origin: { page } };
  });
}
