/** Bytes that a filter gives, up to a limit. */

/** Bytes with which an output begins; it doubles as it fills. */
const FIRST_SIZE = 65_536;

export class Output {
  private buffer: Buffer;
  length = 0;

  constructor(private readonly most: number) {
    this.buffer = Buffer.allocUnsafe(Math.min(FIRST_SIZE, most));
  }

  /** Adds a byte; false beyond the limit. */
  add(byte: number): boolean {
    if (!this.reserve(1)) return false;
    this.buffer[this.length] = byte;
    this.length += 1;
    return true;
  }

  /** Adds the same byte `count` times; false beyond the limit. */
  fill(byte: number, count: number): boolean {
    if (!this.reserve(count)) return false;
    this.buffer.fill(byte, this.length, this.length + count);
    this.length += count;
    return true;
  }

  /** Adds bytes; false beyond the limit. */
  copy(bytes: Buffer): boolean {
    if (!this.reserve(bytes.length)) return false;
    bytes.copy(this.buffer, this.length);
    this.length += bytes.length;
    return true;
  }

  /** Adds `count` bytes of the output itself, from `start` on; they may go on into those that are added. false beyond the limit. */
  repeat(start: number, count: number): boolean {
    if (!this.reserve(count)) return false;
    for (let at = start; at < start + count; at += 1) {
      this.buffer[this.length] = this.buffer[at] ?? 0;
      this.length += 1;
    }
    return true;
  }

  get bytes(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private reserve(count: number): boolean {
    const needed = this.length + count;
    if (needed > this.most) return false;
    if (needed <= this.buffer.length) return true;
    const larger = Buffer.allocUnsafe(Math.min(this.most, Math.max(needed, this.buffer.length * 2)));
    this.bytes.copy(larger);
    this.buffer = larger;
    return true;
  }
}
