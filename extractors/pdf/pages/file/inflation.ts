/** Small files that unpack to gigabytes. pdf.js unpacks a stream to its end before it looks at it, and can't be stopped meanwhile. */
import { MOST_MAPPED, MOST_MAPPED_IN_FILE, MOST_UNPACKED } from '../limits.js';
import { countMapped } from './mapped-ranges.js';
import { unpackStream } from './unpack.js';

/** Bytes before `stream` in which its dictionary stands. */
const DICTIONARY_REACH = 16_384;

/** Pictures are large by right, and those that are too large are not unpacked (`MOST_PIXELS_DECODED`). */
const PICTURE = /\/Subtype\s*\/Image\b/;

/**
 * Whether a stream of the file unpacks to more than `MOST_UNPACKED` bytes, all of them to more than `most`, or one maps more characters than
 * `MOST_MAPPED`. Streams of encrypted files can't be unpacked, and what calls itself a picture is not looked at.
 */
export function isInflated(bytes: Uint8Array, most: number): boolean {
  let unpackedBytes = 0;
  let mapped = 0;
  for (const { data, dictionary } of findStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) {
    if (PICTURE.test(dictionary)) continue;
    const unpacked = unpackStream(data, dictionary, Math.min(MOST_UNPACKED, most));
    if (!unpacked) return true;
    const more = countMapped(unpacked);
    unpackedBytes += unpacked.length;
    mapped += more;
    if (unpackedBytes > most || more > MOST_MAPPED || mapped > MOST_MAPPED_IN_FILE) return true;
  }
  return false;
}

interface PackedStream {
  readonly data: Buffer;
  readonly dictionary: string;
}

/**
 * What stands behind `stream`, wherever that is behind a dictionary: a text that only looks like the beginning of a stream must not hide one.
 * The work is in proportion to the bytes that are given.
 */
function* findStreams(file: Buffer): Generator<PackedStream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 1)) {
    const dictionary = dictionaryBefore(file, at);
    if (dictionary === null) continue;
    const start = skipLineEnd(file, at + 'stream'.length);
    const end = file.indexOf('endstream', start);
    yield { data: file.subarray(start, end < 0 ? undefined : end), dictionary };
  }
}

function skipLineEnd(file: Buffer, at: number): number {
  const afterReturn = file[at] === 0x0d ? at + 1 : at;
  return file[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}

/** null where none ends there. */
function dictionaryBefore(file: Buffer, at: number): string | null {
  if (!/>>(?:\s|\0|%[^\r\n]*[\r\n])*$/.test(file.toString('latin1', Math.max(0, at - LONGEST_GAP), at))) return null;
  const before = file.toString('latin1', Math.max(0, at - DICTIONARY_REACH), at);
  return before.slice(before.lastIndexOf('obj') + 1);
}

/** Bytes between a dictionary and `stream`. */
const LONGEST_GAP = 128;
