/** Amounts that stand on the page in no table and in no sentence: rows of a table that was not recognised. */
import { isNumeral } from './words.js';
import type { Diagnostic, RawBlock } from '../types.js';

/** Decimals or grouped digits: no year, no page, no number of a paragraph. */
const AMOUNT = /\d,\d{3}|\d\.\d{2}/;
/** What a cell too narrow for its decimals leaves of an amount. */
const CUT_AMOUNT = /^[-−]?\d{4,}\.$/;
/** Two decimals or grouped digits, and no month (2024.05). */
const WHOLE = String.raw`(?!(?:19|20)\d\d\.)(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{2,}\.\d\d)`;
/** What an amount is measured in, in sentences. */
const UNIT = '[百千万亿元角年月日天亩吨辆台套件倍折度%％]|个百分点|公[里顷斤]|平方|立方|人次|分(?!类|配)';
/** An amount against the words of the next column. */
const BEFORE_WORDS = new RegExp(String.raw`^[-−]?${WHOLE}\s?(?=\p{Script=Han})(?!${UNIT})`, 'u');
/** A name and an amount, and nothing that a sentence has. */
const AFTER_WORDS = new RegExp(String.raw`^[^，。；：,;:]*\p{Script=Han}[)）]?\s?[-−]?${WHOLE}$`, 'u');
/** Texts that the message repeats, and characters of each. */
const MOST_EXCERPTS = 3;
const EXCERPT_LENGTH = 30;

/** Is the text an amount and nothing else? */
export function isAmount(text: string): boolean {
  return AMOUNT.test(text) && isNumeral(text);
}

/** A warning `amounts-outside-tables` for each page with such amounts: alone, several beside each other, or set against a name. */
export function describeLooseAmounts(blocks: readonly Omit<RawBlock, 'lineFirst' | 'lineLast'>[]): Diagnostic[] {
  const pages = new Map<number | null, string[]>();
  for (const { kind, text, page } of blocks) {
    if (kind === 'page_furniture' || !isRowOfTable(text)) continue;
    const texts = pages.get(page);
    if (texts) texts.push(text);
    else pages.set(page, [text]);
  }
  return [...pages].map(([page, texts]): Diagnostic => {
    const message = `${texts.length} texts with amounts stand in no table and in no sentence, perhaps rows of a table without rules (${quote(texts)}); they are kept as text and make no budget lines`;
    return { stage: 'extract', severity: 'warning', code: 'amounts-outside-tables', message, origin: { page } };
  });
}

function isRowOfTable(text: string): boolean {
  const words = text.trim().split(/\s+/);
  const areAmounts = words.every((word) => isAmount(word) || CUT_AMOUNT.test(word));
  return isAmount(text) || areAmounts || BEFORE_WORDS.test(text.trim()) || AFTER_WORDS.test(text.trim());
}

function quote(texts: readonly string[]): string {
  const excerpts = texts.slice(0, MOST_EXCERPTS).map((text) => `"${text.trim().slice(0, EXCERPT_LENGTH)}"`);
  return texts.length > excerpts.length ? `${excerpts.join(', ')}, …` : excerpts.join(', ');
}
