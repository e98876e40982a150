/** Lists of any length, line by line. */

/** Far beyond what a record of a manifest or a path holds. */
const MAX_LINE_BYTES = 1024 * 1024;

export interface Line {
  /** Without its end; null where it has more than {@link MAX_LINE_BYTES} bytes and was not kept. */
  readonly bytes: Buffer | null;
  /** From 1. */
  readonly no: number;
}

/** The lines of a stream that `end` (a byte) divides; a last one without it counts, where it has bytes. Memory is that of a line and a chunk. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, end = 0x0a): AsyncGenerator<Line> {
  let no = 0;
  let parts: Buffer[] = [];
  let byteSize = 0;
  const keep = (part: Buffer): void => {
    byteSize += part.length;
    if (byteSize > MAX_LINE_BYTES) parts = [];
    else parts.push(part);
  };
  const take = (): Line => {
    const bytes = byteSize > MAX_LINE_BYTES ? null : Buffer.concat(parts);
    no += 1;
    parts = [];
    byteSize = 0;
    return { bytes, no };
  };
  for await (const chunk of chunks) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = buffer.indexOf(end); at >= 0; at = buffer.indexOf(end, from)) {
      keep(buffer.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < buffer.length) keep(buffer.subarray(from));
  }
  if (byteSize > 0) yield take();
}

/** The bytes of a line without a carriage return at their end. */
export function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}
