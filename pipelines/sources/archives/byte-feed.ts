/** Bytes of a stream, asked for in the sizes that a format has. */

/** Reads forward through `chunks`; an error of theirs is thrown by every call from then on. */
export class ByteFeed {
  private readonly chunks: AsyncIterator<Buffer>;
  private current: Buffer = Buffer.alloc(0);
  private failure: Error | null = null;
  private isOver = false;

  constructor(chunks: AsyncIterable<Buffer>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes, at least one and at most `most`; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    while (this.current.length === 0) {
      const next = await this.nextChunk();
      if (next === null) return null;
      this.current = next;
    }
    const taken = this.current.subarray(0, most);
    this.current = this.current.subarray(taken.length);
    return taken;
  }

  /** Exactly `size` bytes; fewer only where the stream ends before. */
  async exactly(size: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let left = size;
    while (left > 0) {
      const part = await this.some(left);
      if (part === null) break;
      parts.push(part);
      left -= part.length;
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : Buffer.concat(parts);
  }

  /** Whether `size` bytes could be passed over before the end. */
  async skip(size: number): Promise<boolean> {
    let left = size;
    while (left > 0) {
      const part = await this.some(left);
      if (part === null) return false;
      left -= part.length;
    }
    return true;
  }

  private async nextChunk(): Promise<Buffer | null> {
    if (this.failure) throw this.failure;
    if (this.isOver) return null;
    try {
      const next = await this.chunks.next();
      this.isOver = next.done === true;
      return next.done === true ? null : next.value;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      throw this.failure;
    }
  }
}
