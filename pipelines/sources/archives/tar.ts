/** Tar archives, compressed or not, read from the first byte to the last. */
import { UnreadableDocument } from '../../../extractors/index.js';
import { tooLarge, unreadable } from '../files.js';
import type { Allowance } from './allowance.js';
import { ByteFeed } from './byte-feed.js';
import { entryName, type ArchiveBytes, type ArchiveEntry } from './entries.js';
import { openUnpacked } from './gzip.js';
import { BLOCK_BYTES, parseTarExtension, parseTarHeader, type TarExtension, type TarHeader } from './tar-headers.js';

/** Of a header that only carries a name and some attributes. */
const MAX_EXTENSION_BYTES = 1024 * 1024;

/** The entries of a tar archive in its order; throws where it is damaged or ends without its mark, after the entries before. */
export async function* tarEntries(archive: ArchiveBytes, allowance: Allowance): AsyncGenerator<ArchiveEntry> {
  const unpacked = await openUnpacked(archive, allowance);
  try {
    yield* entriesOf(new ByteFeed(unpacked.chunks), allowance);
  } finally {
    unpacked.close();
  }
}

async function* entriesOf(feed: ByteFeed, allowance: Allowance): AsyncGenerator<ArchiveEntry> {
  let extension: TarExtension = {};
  for (;;) {
    const header = await nextHeader(feed);
    if (header === null) return;
    allowance.countEntry();
    if (header.kind === 'extension') {
      extension = { ...extension, ...(await readExtension(feed, header)) };
      continue;
    }
    const byteSize = header.kind === 'file' ? (extension.byteSize ?? header.byteSize) : header.byteSize;
    const content = new EntryContent(feed, byteSize);
    if (header.kind !== 'label') yield toEntry(header, extension, content);
    await content.passOver();
    extension = {};
  }
}

/**
 * The next header; null at the end. Behind the end mark, which is zeros, another archive may be appended; what is no header there is of no concern.
 */
async function nextHeader(feed: ByteFeed): Promise<TarHeader | null> {
  let isBehindMark = false;
  for (;;) {
    const block = await feed.exactly(BLOCK_BYTES);
    if (block.length < BLOCK_BYTES) {
      if (isBehindMark) return null;
      throw damaged(block.length === 0 ? 'it ends without an end mark and may be cut short' : 'it is cut short');
    }
    if (block.every((byte) => byte === 0)) {
      isBehindMark = true;
      continue;
    }
    const header = parseTarHeader(block);
    if (header === null && isBehindMark) return null;
    if (header === null) throw damaged('the header of a member has a wrong checksum');
    if (header.type === 'S' && header.hasMoreMap) await skipSparseMap(feed);
    return header;
  }
}

/** Blocks of 21 pieces each; the last byte that is used says whether another follows (GNU tar, old sparse format). */
async function skipSparseMap(feed: ByteFeed): Promise<void> {
  for (;;) {
    const block = await feed.exactly(BLOCK_BYTES);
    if (block.length < BLOCK_BYTES || block[504] === 0) return;
  }
}

async function readExtension(feed: ByteFeed, { byteSize, type }: TarHeader): Promise<TarExtension> {
  if (byteSize > MAX_EXTENSION_BYTES) throw damaged(`a header has ${String(byteSize)} bytes`);
  const content = await feed.exactly(byteSize);
  await feed.skip(padding(byteSize));
  return parseTarExtension(type, content);
}

function toEntry({ name, kind, type }: TarHeader, extension: TarExtension, content: EntryContent): ArchiveEntry {
  const isPartial = type === 'S' || type === 'M' || extension.isSparse === true;
  return {
    name: entryName(extension.name ?? name),
    kind: kind === 'label' || kind === 'extension' ? 'file' : kind,
    read: (limit) => (isPartial ? Promise.reject(partial()) : content.read(limit)),
  };
}

/** Files with holes and files that go on from another volume: their bytes are not those of the file. */
function partial(): UnreadableDocument {
  const message = 'the archive holds the file in pieces (sparse, or over several volumes); nothing of it was loaded';
  return new UnreadableDocument('source-unreadable', message);
}

/** The bytes between a header and the next, to be read or passed over. */
class EntryContent {
  private left: number;
  private isOver = false;

  constructor(
    private readonly feed: ByteFeed,
    private readonly byteSize: number,
  ) {
    this.left = byteSize;
  }

  async read(limit: number): Promise<Buffer> {
    if (this.isOver) throw new Error('a member of an archive can be read once, before the next is asked for');
    if (this.byteSize > limit) throw tooLarge(this.byteSize, limit);
    this.isOver = true;
    try {
      const content = await this.feed.exactly(this.byteSize);
      this.left -= content.length;
      if (this.left > 0) throw damaged('it ends in the middle of this member');
      return content;
    } catch (error) {
      throw unreadable(error);
    }
  }

  /** What ends here is noticed at the next header. */
  async passOver(): Promise<void> {
    this.isOver = true;
    await this.feed.skip(this.left + padding(this.byteSize));
  }
}

function padding(byteSize: number): number {
  return (BLOCK_BYTES - (byteSize % BLOCK_BYTES)) % BLOCK_BYTES;
}

function damaged(what: string): UnreadableDocument {
  return new UnreadableDocument('source-unreadable', `the archive is damaged: ${what}`);
}
