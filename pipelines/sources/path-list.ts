/** A list of paths, as `find` prints it. */
import { splitLines, withoutReturn } from './lines.js';

/** More than the longest path of any system has, so that a list divided by NUL has one within them. */
const HEAD_BYTES = 16 * 1024;

/**
 * The paths of a list as bytes, for names on disk are: divided by NUL where there is one (`find -print0`; then a path may hold line ends), by line ends
 * otherwise. Empty ones are left out; null stands for one longer than any path.
 */
export async function* readPathList(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | null> {
  const { head, all } = await withHead(input);
  const isDividedByNul = head.subarray(0, HEAD_BYTES).includes(0);
  for await (const { bytes } of splitLines(all, isDividedByNul ? 0 : 0x0a)) {
    const path = bytes && !isDividedByNul ? withoutReturn(bytes) : bytes;
    if (path?.length !== 0) yield path;
  }
}

/** The first bytes of a stream, and the whole of it. */
async function withHead(input: AsyncIterable<Uint8Array>) {
  const chunks = input[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let byteSize = 0;
  while (byteSize < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    read.push(next.value);
    byteSize += next.value.length;
  }
  const head = Buffer.concat(read);
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield head;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  };
  return { head, all: all() };
}
