/** Zip archives as sources: their members, read in place. */
import { basename, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { brokenSource, MAX_DOCUMENT_BYTES, tooLarge, unreadable } from './files.js';
import { isCompanion, isHidden } from './names.js';
import type { Source } from './types.js';

/** Bit 11 of a member's general purpose flag: its name is UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAME_FLAG = 0x800;

/**
 * The members of a zip archive, in the archive's order; hidden ones and companions are passed over, archives inside it are not opened. A damaged archive is a
 * source that can't be read, after the members that still could. A member can be read until the next one is asked for.
 */
export async function* archiveMembers(path: string): AsyncGenerator<Source> {
  const uri = pathToFileURL(path).href;
  try {
    const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
    try {
      for await (const entry of zip.eachEntry()) {
        const name = memberName(entry);
        if (isDocumentPath(name)) yield memberSource(zip, entry, name, uri);
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    yield brokenSource(uri, basename(path), error);
  }
}

function memberSource(zip: ZipFile, entry: Entry, name: string, archiveUri: string): Source {
  const uri = `${archiveUri}!/${name.split('/').map(encodeURIComponent).join('/')}`;
  return { uri, fileName: posix.basename(name), read: () => readMember(zip, entry) };
}

function isDocumentPath(name: string): boolean {
  return !name.endsWith('/') && !name.split('/').some(isHidden) && !isCompanion(name);
}

/** Chinese Windows writes member names in GBK and does not say so; they are UTF-8 where they say so or are valid UTF-8. */
function memberName(entry: Entry): string {
  const decoder = (charset: string, fatal: boolean) => new TextDecoder(charset, { fatal }).decode(entry.fileNameRaw);
  let name: string;
  try {
    name = decoder('utf-8', (entry.generalPurposeBitFlag & UTF8_NAME_FLAG) === 0);
  } catch {
    name = decoder('gb18030', false);
  }
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

/** The sizes an archive states may lie: what comes out is counted. */
async function readMember(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    if (entry.uncompressedSize > MAX_DOCUMENT_BYTES) throw tooLarge(entry.uncompressedSize);
    const chunks: Buffer[] = [];
    let byteSize = 0;
    const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      byteSize += chunk.length;
      if (byteSize > MAX_DOCUMENT_BYTES) throw tooLarge(byteSize);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw unreadable(error);
  }
}
