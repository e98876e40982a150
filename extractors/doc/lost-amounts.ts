/** A converter may drop or glue what it does not understand, and says nothing: the words that we read ourselves tell. */
import type { RawDocument } from '../types.js';

/** Digits with the signs that stand inside amounts. */
const NUMERAL = /\d[\d,.]*\d/g;
/** Amounts as disclosures print them: decimals, or groups of thousands. Plain integers are years, codes, pages. */
const AMOUNT = /^(?:\d+|\d{1,3}(?:,\d{3})+)\.\d{1,6}$|^\d{1,3}(?:,\d{3})+$/;

/**
 * The amounts of a text, each once, that stand nowhere in the document that was made of it.
 *
 * @param hidden texts of that document that are left out because a style hides them, which the text does not tell
 */
export function lostAmounts(
  text: string,
  { tables, blocks }: Pick<RawDocument, 'tables' | 'blocks'>,
  hidden: readonly string[] = [],
): readonly string[] {
  const kept = new Set<string>();
  const keep = (words: string): void => {
    for (const [numeral] of words.matchAll(NUMERAL)) kept.add(numeral);
  };
  for (const words of hidden) keep(words);
  for (const block of blocks) keep(block.text);
  for (const { captions, notes, readings, title } of tables) {
    for (const words of [title ?? '', ...captions, ...notes]) keep(words);
    for (const { text: words } of readings[0].grid.cells) keep(words);
  }
  const stated = new Set(Array.from(text.matchAll(NUMERAL), ([numeral]) => numeral));
  return [...stated].filter((numeral) => AMOUNT.test(numeral) && !kept.has(numeral));
}
