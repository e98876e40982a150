/** What one archive may cost, whatever archives are nested in it. */
import { UnreadableDocument } from '../../../extractors/index.js';

export interface ArchiveLimits {
  /** Archives in each other that are opened, the outermost counted. */
  readonly depth: number;
  /** Members of an archive on disk and of all archives in it. */
  readonly entries: number;
  /** Bytes that an archive on disk, and all archives in it, may unpack to: so many, and so many times its own size. */
  readonly unpackedBytes: number;
  readonly unpackedRatio: number;
}

/**
 * Documents hardly shrink (PDF, docx) or to a tenth (text, pages), bombs to a thousandth: far from both. Crawls have some hundred thousand files an
 * archive; a member costs about 40 bytes while the archive is walked.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  depth: 4,
  entries: 5_000_000,
  unpackedBytes: 4 * 1024 ** 3,
  unpackedRatio: 100,
};

/** Counts what an archive on disk of `byteSize` bytes has cost. What is beyond a limit stays beyond it: nothing more is given out. */
export class Allowance {
  private readonly unpackedLimit: number;
  private unpacked = 0;
  private entries = 0;

  constructor(
    byteSize: number,
    private readonly limits: ArchiveLimits,
  ) {
    this.unpackedLimit = limits.unpackedBytes + limits.unpackedRatio * byteSize;
  }

  /** Bytes that it may still unpack to. */
  get bytesLeft(): number {
    return this.unpackedLimit - this.unpacked;
  }

  /** Counts a member. @throws UnreadableDocument `source-too-large` beyond a limit */
  countEntry(): void {
    this.entries += 1;
    if (this.entries > this.limits.entries)
      throw beyond(`holds more than ${String(this.limits.entries)} members; the others were not read`);
    this.countBytes(0);
  }

  /** Counts bytes that were unpacked. @throws UnreadableDocument `source-too-large` beyond a limit */
  countBytes(byteSize: number): void {
    this.unpacked += byteSize;
    if (this.unpacked > this.unpackedLimit)
      throw beyond(`unpacks to more than ${String(this.unpackedLimit)} bytes; what is beyond them was not read`);
  }

  /** @throws UnreadableDocument `source-unreadable` for an archive at a depth (the outermost has 1) that is not opened */
  checkDepth(depth: number): void {
    const { depth: most } = this.limits;
    if (depth <= most) return;
    const message = `the archive lies in ${String(depth - 1)} others; only ${String(most)} in each other are opened`;
    throw new UnreadableDocument('source-unreadable', message);
  }
}

function beyond(what: string): UnreadableDocument {
  return new UnreadableDocument('source-too-large', `the archive ${what}`);
}
