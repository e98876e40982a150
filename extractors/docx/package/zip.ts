/** The zip in which the parts of a document lie (ECMA-376 part 2, annex C; APPNOTE 4.3). */
import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableDocument } from '../../types.js';
import { GROWTH_FROM_BYTES, MOST_AT_ONCE, MOST_ENTRIES, MOST_GROWTH, MOST_PART_BYTES } from './limits.js';

/** General purpose bit 11: the name is UTF-8. */
const UTF8_NAME = 0x800;
/** Compression method of nearly all parts (APPNOTE 4.4.5). */
const DEFLATED = 8;

export class PartsArchive {
  private inflated = 0;

  private constructor(
    private readonly bytes: Buffer,
    private readonly zip: ZipFile,
    /** By the name that {@link partKey} gives. */
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly mostUnpacked: number,
  ) {}

  /**
   * Lists the parts; nothing is inflated yet.
   *
   * @param mostUnpacked bytes that all parts which are read may have together
   * @throws UnreadableDocument `docx-beyond-limits` for too many entries
   * @throws Error of the zip reader where the directory of the zip is broken
   */
  static async open(bytes: Uint8Array, mostUnpacked: number): Promise<PartsArchive> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > MOST_ENTRIES) throw beyond(`it has ${zip.entryCount} entries`);
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      const key = partKey(nameOf(entry));
      if (!entries.has(key)) entries.set(key, entry);
    }
    return new PartsArchive(buffer, zip, entries, mostUnpacked);
  }

  has(name: string): boolean {
    return this.entries.has(partKey(name));
  }

  /**
   * The bytes of a part, inflated as they are asked for; nothing where there is no such part.
   *
   * @throws UnreadableDocument `docx-encrypted`, `docx-damaged`, `docx-beyond-limits`
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(partKey(name));
    if (!entry) return;
    if (entry.isEncrypted()) throw encrypted();
    let size = 0;
    let checksum = 0;
    try {
      for await (const chunk of await this.inflate(entry)) {
        size += chunk.length;
        this.inflated += chunk.length;
        this.judgeSize(name, size, entry.compressedSize);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof UnreadableDocument ? error : damaged(`the part ${name} can't be inflated`, error);
    }
    if (checksum !== entry.crc32) throw damaged(`the part ${name} does not have the checksum that the file states`);
  }

  /** A small part is inflated in one go: for some kilobytes a stream takes longer than the text that it brings. */
  private async inflate(entry: Entry): Promise<AsyncIterable<Buffer> | readonly Buffer[]> {
    const { compressedSize, uncompressedSize } = entry;
    if (entry.compressionMethod !== DEFLATED || uncompressedSize > MOST_AT_ONCE)
      return this.zip.openReadStreamPromise(entry);
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = this.bytes.subarray(fileDataStart, fileDataStart + compressedSize);
    const part = inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
    if (part.length !== uncompressedSize) throw new Error(`it has ${part.length} bytes instead of ${uncompressedSize}`);
    return [part];
  }

  private judgeSize(name: string, size: number, packed: number): void {
    if (size > MOST_PART_BYTES) throw beyond(`the part ${name} has more than ${MOST_PART_BYTES} bytes`);
    if (this.inflated > this.mostUnpacked)
      throw beyond(`its parts unpack to more than ${this.mostUnpacked} bytes in all, the limit`);
    if (size > GROWTH_FROM_BYTES && size > packed * MOST_GROWTH)
      throw beyond(`the part ${name} is packed more than ${MOST_GROWTH} times smaller than it is`);
  }
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3); some producers write a leading slash or backslashes. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Part names are ASCII as a rule; the others are told apart well enough for being found. */
function nameOf(entry: Entry): string {
  return Buffer.from(entry.fileNameRaw).toString(entry.generalPurposeBitFlag & UTF8_NAME ? 'utf8' : 'latin1');
}

/** @param what the sentence's second half: what is more than any document holds */
export function beyond(what: string): UnreadableDocument {
  return new UnreadableDocument('docx-beyond-limits', `the Word document is not read: ${what}`);
}

export function encrypted(): UnreadableDocument {
  return new UnreadableDocument('docx-encrypted', 'the Office document wants a password; save it without one');
}

/** @param what the sentence's first half, without the consequence */
export function damaged(what: string, cause?: unknown): UnreadableDocument {
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  const message = `the Word document is damaged: ${what}${reason}; fetch it again, or open it in Word and save it`;
  return new UnreadableDocument('docx-damaged', message, { cause });
}
