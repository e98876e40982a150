/** Texts that are, or hold, money as it is printed. */
import { isUnprinted } from '../amounts/index.js';

/** A number as money is printed: with decimals or thousands separators; counts and numbering have neither. */
const MONEY = /^[-−△(（]?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d{1,6})[)）]?$/;

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
  return words.length > 1 && words.every(isMoneyText);
}
