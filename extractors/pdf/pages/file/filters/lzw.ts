/** LZW as PDF has it (ISO 32000-1, 7.4.4.2): codes of 9 to 12 bits, the high bit first. */
import { Output } from './output.js';

const CLEAR = 256;
const END = 257;
const FIRST_CODE = 258;
const LEAST_BITS = 9;
const MOST_BITS = 12;

/**
 * The bytes, up to where the data are damaged; null beyond the limit.
 *
 * @param early codes by which the width grows too soon (`EarlyChange`: 1 where nothing is said)
 */
export function unpackLzw(data: Buffer, most: number, early: 0 | 1): Buffer | null {
  const output = new Output(most);
  // a code means a stretch of the output: what the code before meant, and the byte behind it
  const starts = new Float64Array(1 << MOST_BITS);
  const lengths = new Float64Array(1 << MOST_BITS);
  let [bits, held, width, next] = [0, 0, LEAST_BITS, FIRST_CODE];
  let [before, lengthBefore] = [0, 0];
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = held >>> bits;
    held &= (1 << bits) - 1;
    if (code === END) break;
    if (code === CLEAR) {
      [width, next, lengthBefore] = [LEAST_BITS, FIRST_CODE, 0];
      continue;
    }
    const start = output.length;
    if (code > next || (code === next && lengthBefore === 0)) break;
    const isWithin =
      code < CLEAR
        ? output.add(code)
        : code < next
          ? output.repeat(starts[code] ?? 0, lengths[code] ?? 0)
          : output.repeat(before, lengthBefore + 1);
    if (!isWithin) return null;
    if (lengthBefore > 0 && next < starts.length) {
      starts[next] = before;
      lengths[next] = lengthBefore + 1;
      next += 1;
    }
    [before, lengthBefore] = [start, output.length - start];
    if (next + early >= 1 << width && width < MOST_BITS) width += 1;
  }
  return output.bytes;
}
