/** Zip archives, read in place. */
import { close, open } from 'node:fs';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableDocument } from '../../../extractors/index.js';
import { regularFileSize, tooLarge, unreadable } from '../files.js';
import type { Allowance } from './allowance.js';
import { entryName, type ArchiveBytes, type ArchiveEntry, type EntryKind } from './entries.js';

/** The entries of a zip archive in the order of its directory; throws where the directory is damaged, after the entries before. */
export async function* zipEntries(archive: ArchiveBytes, allowance: Allowance): AsyncGenerator<ArchiveEntry> {
  const zip = await openZip(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      allowance.countEntry();
      const name = entryName(entry.fileNameRaw);
      const read = (limit: number): Promise<Buffer> => readEntry(zip, entry, limit, allowance);
      yield { name, kind: kindOf(entry, name), read };
    }
  } finally {
    zip.close();
  }
}

/** Opened by descriptor, as the path may be bytes; whoever closes the archive closes the file. */
async function openZip(archive: ArchiveBytes): Promise<ZipFile> {
  if ('bytes' in archive) return fromBufferPromise(archive.bytes, { decodeStrings: false });
  await regularFileSize(archive.path);
  const file = await promisify(open)(archive.path, 'r');
  try {
    return await fromFdPromise(file, { decodeStrings: false });
  } catch (error) {
    await promisify(close)(file);
    throw error;
  }
}

/** Who made the archive says what the upper half of the attributes means (APPNOTE 4.4.2): for Unix the mode of the file. */
const MADE_ON_UNIX = 3;
const TYPE_BITS = 0o170_000;
const LINK_BITS = 0o120_000;

function kindOf(entry: Entry, name: string): EntryKind {
  if (name.endsWith('/') && entry.uncompressedSize === 0) return 'folder';
  const isLink =
    entry.versionMadeBy >>> 8 === MADE_ON_UNIX && ((entry.externalFileAttributes >>> 16) & TYPE_BITS) === LINK_BITS;
  return isLink ? 'link' : 'file';
}

/** The sizes an archive states may lie: what comes out is counted; and it must have the checksum the archive states. */
async function readEntry(zip: ZipFile, entry: Entry, limit: number, allowance: Allowance): Promise<Buffer> {
  try {
    if (entry.uncompressedSize > limit) throw tooLarge(entry.uncompressedSize, limit);
    const chunks: Buffer[] = [];
    let byteSize = 0;
    let checksum = 0;
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      byteSize += chunk.length;
      allowance.countBytes(chunk.length);
      if (byteSize > limit) throw tooLarge(byteSize, limit);
      checksum = crc32(chunk, checksum);
      chunks.push(chunk);
    }
    if (checksum !== entry.crc32) throw damagedMember(checksum, entry.crc32);
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(error);
  }
}

function damagedMember(found: number, stated: number): UnreadableDocument {
  const hex = (checksum: number): string => checksum.toString(16).padStart(8, '0');
  const message = `the archive member is damaged: its content has the CRC-32 ${hex(found)}, the archive states ${hex(stated)}; nothing of it was loaded`;
  return new UnreadableDocument('damaged-member', message);
}
