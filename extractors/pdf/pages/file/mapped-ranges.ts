/** How many characters the ranges of a character map name (ISO 32000-1, 9.7.5.4 and 9.10.3): a line of text can name billions. */

/** What every block of ranges has in its name: begincidrange, beginbfrange, beginnotdefrange. */
const MARK = 'range';
const BLOCK = /begin(?:bf|cid|notdef)range([\s\S]*?)(?:end(?:bf|cid|notdef)range|$)/g;
/** Texts listed one by one are bounded by their own length. */
const LIST = /\[[^\]]*\]/g;
/** First code, last code, and the text of the first where it is written in hexadecimals. */
const RANGE = /<([^<>]*)>\s*<([^<>]*)>\s*(?:<([^<>]*)>)?/g;
/** Codes may also be written as plain strings, which no producer does: each is taken for all codes of two bytes. */
const PLAIN_STRING = 0x10000;
/** Hexadecimal digits of one UTF-16 code. */
const DIGITS_A_CHARACTER = 4;

/** 0 for what is no character map. `data` is as unpacked. */
export function countMapped(data: Buffer): number {
  if (!data.includes(MARK)) return 0;
  let count = 0;
  for (const [, block = ''] of data.toString('latin1').matchAll(BLOCK)) {
    const ranges = block.replace(LIST, '');
    for (const [, first = '', last = '', text = ''] of ranges.matchAll(RANGE)) count += sizeOfRange(first, last, text);
    count += PLAIN_STRING * (ranges.split('(').length - 1);
  }
  return count;
}

function sizeOfRange(first: string, last: string, text: string): number {
  const codes = codeOf(last) - codeOf(first) + 1;
  return codes > 0 ? codes * Math.max(1, digitsIn(text).length / DIGITS_A_CHARACTER) : 0;
}

function codeOf(hexadecimals: string): number {
  return Number.parseInt(digitsIn(hexadecimals), 16);
}

function digitsIn(hexadecimals: string): string {
  return hexadecimals.replace(/\s/g, '');
}
