/** The bytes of an archive that may be compressed as a whole. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { UnreadableDocument } from '../../../extractors/index.js';
import { regularFileSize } from '../files.js';
import type { Allowance } from './allowance.js';
import type { ArchiveBytes } from './entries.js';

const CHUNK_BYTES = 256 * 1024;

/** A stream of bytes; whoever opened it closes it. */
interface Unpacked {
  readonly chunks: AsyncIterable<Buffer>;
  readonly close: () => void;
}

/**
 * The bytes of an archive, unpacked where they are gzip: told by the bytes, as crawlers and servers unpack without a word, whatever the name says.
 *
 * The checksum of gzip stands at its end, behind all members. So a first pass compares it: of an archive with a wrong one nothing is given out, for nobody
 * knows which member is damaged. One that is cut short, or that can't be unpacked from some place on, gives what is before.
 *
 * @throws UnreadableDocument for a wrong checksum; errors of the file system
 */
export async function openUnpacked(archive: ArchiveBytes, allowance: Allowance): Promise<Unpacked> {
  if (!(await isGzip(archive))) return openPlain(archive);
  const fault = await findFault(archive, allowance.bytesLeft);
  if (fault && isWrongChecksum(fault)) {
    const message =
      'the archive is damaged: what it unpacks to has another checksum than it states; nothing of it was loaded';
    throw new UnreadableDocument('source-unreadable', message, { cause: fault });
  }
  const { chunks, close } = openGunzip(archive, constants.Z_SYNC_FLUSH);
  return { chunks: counted(chunks, allowance, fault), close };
}

async function isGzip(archive: ArchiveBytes): Promise<boolean> {
  const start = 'bytes' in archive ? archive.bytes.subarray(0, 2) : await firstTwoBytes(archive.path);
  return start[0] === 0x1f && start[1] === 0x8b;
}

async function firstTwoBytes(path: string | Buffer): Promise<Buffer> {
  await regularFileSize(path);
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function openPlain(archive: ArchiveBytes): Unpacked & { readonly stream: Readable } {
  const stream =
    'bytes' in archive
      ? Readable.from([archive.bytes])
      : createReadStream(archive.path, { highWaterMark: CHUNK_BYTES });
  return { stream, chunks: stream, close: () => stream.destroy() };
}

/** @param atEnd what becomes of an end that comes too early: an error (Z_FINISH), or none, and all that is before it is given out (Z_SYNC_FLUSH) */
function openGunzip(archive: ArchiveBytes, atEnd: number): Unpacked {
  const packed = openPlain(archive);
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES, finishFlush: atEnd });
  packed.stream.on('error', (error) => gunzip.destroy(error));
  const close = (): void => {
    packed.close();
    gunzip.destroy();
  };
  return { chunks: packed.stream.pipe(gunzip), close };
}

/** Why it can't be unpacked to its end; ends early where there is more than `most` bytes: that is found again, and told, when they are read. */
async function findFault(archive: ArchiveBytes, most: number): Promise<Error | null> {
  const { chunks, close } = openGunzip(archive, constants.Z_FINISH);
  let left = most;
  try {
    for await (const { length } of chunks) {
      left -= length;
      if (left < 0) break;
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    close();
  }
}

function isWrongChecksum({ message }: Error): boolean {
  return /^incorrect (?:data|length) check$/.test(message);
}

/** The chunks, then `fault` where there is one. */
async function* counted(
  chunks: AsyncIterable<Buffer>,
  allowance: Allowance,
  fault: Error | null,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    allowance.countBytes(chunk.length);
    yield chunk;
  }
  if (fault) throw fault;
}
