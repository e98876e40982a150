/** Texts that are, or hold, money as it is printed. */
import { isUnprinted } from './parse.js';

/** A number as money is printed: with decimals or thousands separators; counts and numbering have neither. */
const MONEY = /^[-−△(（]?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d{1,6})[)）]?$/;

/** A figure of which the decimals are cut off or run over to the next. */
const CUT_SHORT = /^[-−△]?[\d,，]+[.．]$/;

/** Figures with two decimals each, and nothing between them. */
const GLUED = /^(?:[-−△]?\d[\d,，]*\.\d{2}){2,}$/;

/** Whether a text is one figure of money, white space aside, or number signs in its place. */
export function isMoneyText(text: string): boolean {
  return MONEY.test(text.replace(/\s+/g, '')) || isUnprinted(text);
}

/** Whether one of the words of a text is a figure of money. */
export function holdsMoney(text: string): boolean {
  return text.split(/\s+/).some(isMoneyText);
}

/** Whether a text is two or more figures of money and nothing else: those of several cells, run together. */
export function isSeveralFigures(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (GLUED.test(words.join(''))) return true;
  return words.length > 1 && words.every((word) => isMoneyText(word) || CUT_SHORT.test(word));
}

const WHOLE_AMOUNT = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{2,}\.\d\d)`;
const BEFORE_WORDS = new RegExp(String.raw`^[-−]?${WHOLE_AMOUNT}(?=\p{Script=Han})(?![百千万亿元%])`, 'u');

/** Whether a text is an amount and words that go on with another thing: those of two cells, run together (1494.63一、本年支出). */
export function isGluedToWords(text: string): boolean {
  return BEFORE_WORDS.test(text.replace(/\s+/g, ''));
}

const BEHIND_WORDS = new RegExp(String.raw`\p{Script=Han}[)）]?[-−]?${WHOLE_AMOUNT}$`, 'u');

/** Whether a text is words and an amount right behind them: a name and the figure of the next column, run together (县交通运输局33,051.65). */
export function endsInMoney(text: string): boolean {
  return BEHIND_WORDS.test(text.replace(/\s+/g, ''));
}
