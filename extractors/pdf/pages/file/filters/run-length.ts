/** Runs of one byte (ISO 32000-1, 7.4.5). */
import { Output } from './output.js';

const END = 128;

/** The bytes; null beyond the limit. */
export function unpackRunLength(data: Buffer, most: number): Buffer | null {
  const output = new Output(most);
  for (let at = 0; at < data.length;) {
    const count = data[at] ?? END;
    if (count === END) break;
    const isRun = count > END;
    const isWithin = isRun
      ? output.fill(data[at + 1] ?? 0, 257 - count)
      : output.copy(data.subarray(at + 1, at + 2 + count));
    if (!isWithin) return null;
    at += isRun ? 2 : 2 + count;
  }
  return output.bytes;
}
