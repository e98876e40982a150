/** Bytes written as characters (ISO 32000-1, 7.4.2 and 7.4.3). */
import { Output } from './output.js';

const FIRST_DIGIT = 0x21;
const LAST_DIGIT = 0x75;
const FOUR_NOUGHTS = 0x7a;
const END = '~';
const BASE = 85;
/** Characters that stand for four bytes. */
const DIGITS = 5;

/** Base 85; null beyond the limit. A single `z` stands for four bytes. */
export function unpackAscii85(data: Buffer, most: number): Buffer | null {
  const output = new Output(most);
  let [value, digits] = [0, 0];
  for (const byte of upTo(data, END)) {
    if (byte === FOUR_NOUGHTS && !addBytes(output, 0, 4)) return null;
    if (byte < FIRST_DIGIT || byte > LAST_DIGIT) continue;
    value = value * BASE + byte - FIRST_DIGIT;
    digits += 1;
    if (digits < DIGITS) continue;
    if (!addBytes(output, value, 4)) return null;
    [value, digits] = [0, 0];
  }
  const count = digits - 1;
  for (; digits < DIGITS; digits += 1) value = value * BASE + BASE - 1;
  return count < 1 || addBytes(output, value, count) ? output.bytes : null;
}

/** Adds the first `count` of the four bytes of a number; false beyond the limit. */
function addBytes(output: Output, value: number, count: number): boolean {
  for (let at = 0; at < count; at += 1) if (!output.add((value >>> (24 - 8 * at)) & 0xff)) return false;
  return true;
}

/** Base 16; half as many bytes as digits. */
export function unpackAsciiHex(data: Buffer): Buffer {
  return Buffer.from(upTo(data, '>').toString('latin1').replace(/\s+/g, ''), 'hex');
}

function upTo(data: Buffer, end: string): Buffer {
  const at = data.indexOf(end);
  return at < 0 ? data : data.subarray(0, at);
}
