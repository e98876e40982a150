/** What a page number looks like, wherever it stands: whether a line is one, its place says. */
import { squeeze } from './words.js';

const PAGE_FIELD =
  /^(?:page(?:number)?\d*(?:of\d{1,4})?|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|共\d{1,4}页(?:[,，/]?第\d{1,4}页)?|\d{1,4}\/\d{1,4}|第[一二三四五六七八九十百]+页)$/i;
const NUMBER = /^[-—–―－·•~]*\d{1,4}[-—–―－·•~]*$/;
const FRAMED = /^[-—–―－·•~]+\d{1,4}[-—–―－·•~]+$/;

/** A line is longer than this only if it says more. */
const LONGEST = 40;

/** Whether a line says in words that it is a page number (第3页, 第3页 共12页, Page 3, 3/12). */
export function isPageField(text: string): boolean {
  return text.length <= LONGEST && PAGE_FIELD.test(squeeze(text));
}

/** Whether a line may be a page number: one in words, or nothing but a number (12, - 12 -). */
export function isPageNumber(text: string): boolean {
  return text.length <= LONGEST && (NUMBER.test(squeeze(text)) || isPageField(text));
}

/** Whether a number has a dash or a dot at either side (— 12 —), as no amount has. */
export function isFramedNumber(text: string): boolean {
  return text.length <= LONGEST && FRAMED.test(squeeze(text));
}
