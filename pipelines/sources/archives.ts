/** Zip archives as sources: their members, read in place; nothing is ever unpacked to disk. */
import { close, open } from 'node:fs';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { UnreadableDocument } from '../../extractors/index.js';
import { brokenSource, MAX_DOCUMENT_BYTES, regularFileSize, tooLarge, unreadable } from './files.js';
import type { Location } from './locations.js';
import { memberUris } from './member-uris.js';
import { companionExtension, decodeName, isHidden } from './names.js';
import type { OnPassOver } from './notes.js';
import type { Source } from './types.js';

/**
 * The members of a zip archive, in the archive's order; hidden ones and companions are passed over, and `onPassOver` is told of each; archives inside it are
 * not opened. A damaged archive is a source that can't be read, after the members that still could. A member can be read until the next one is asked for.
 */
export async function* archiveMembers(archive: Location, onPassOver: OnPassOver): AsyncGenerator<Source> {
  const uriOf = memberUris(archive.uri);
  try {
    const zip = await openZip(archive.path);
    try {
      for await (const entry of zip.eachEntry()) {
        const name = memberName(entry);
        if (isFolderEntry(entry, name)) continue;
        const reason = name.split('/').some(isHiddenSegment) ? 'hidden' : companionExtension(name);
        if (reason !== null) onPassOver(reason);
        else yield { uri: uriOf(name), fileName: posix.basename(name), read: () => readMember(zip, entry) };
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    yield brokenSource(archive, error);
  }
}

/** Opened by descriptor, as the path may be bytes; whoever closes the archive closes the file. */
async function openZip(path: string | Buffer): Promise<ZipFile> {
  await regularFileSize(path);
  const file = await promisify(open)(path, 'r');
  try {
    return await fromFdPromise(file, { decodeStrings: false });
  } catch (error) {
    await promisify(close)(file);
    throw error;
  }
}

function memberName(entry: Entry): string {
  return decodeName(entry.fileNameRaw).replaceAll('\\', '/').replace(/^\/+/, '');
}

function isFolderEntry(entry: Entry, name: string): boolean {
  return name.endsWith('/') && entry.uncompressedSize === 0;
}

/** Steps such as `..` hide nothing. */
function isHiddenSegment(segment: string): boolean {
  return segment !== '.' && segment !== '..' && isHidden(segment);
}

/** The sizes an archive states may lie: what comes out is counted; and it must have the checksum the archive states. */
async function readMember(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    if (entry.uncompressedSize > MAX_DOCUMENT_BYTES) throw tooLarge(entry.uncompressedSize);
    const chunks: Buffer[] = [];
    let byteSize = 0;
    let checksum = 0;
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      byteSize += chunk.length;
      if (byteSize > MAX_DOCUMENT_BYTES) throw tooLarge(byteSize);
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
