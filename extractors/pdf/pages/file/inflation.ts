/** Small files that unpack to gigabytes. pdf.js unpacks a stream to its end before it looks at it, and can't be stopped meanwhile. */
import { constants, inflateSync } from 'node:zlib';
import { MOST_MAPPED, MOST_MAPPED_IN_FILE, MOST_UNPACKED } from '../limits.js';
import { countMapped } from './mapped-ranges.js';

/** Unpacks up to the limit; a stream that breaks off gives what it has. */
const LIMITED = { maxOutputLength: MOST_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH };

/** Bytes before `stream` in which its dictionary stands; only the filters and the kind are looked for. */
const DICTIONARY_REACH = 1_024;

/** Two packings of one stream, or a list of filters that stands elsewhere and may be two. */
const PACKED_TWICE = /\/Filter\s*(?:\[[^\]]*\/Fl[^\]]*\/Fl|\d+\s+\d+\s+R)/;
/** Pictures are large by right, and those that are too large are not unpacked (`MOST_PIXELS_DECODED`). */
const PICTURE = /\/Subtype\s*\/Image\b/;

/**
 * Whether a stream of the file that is plain or Flate (ISO 32000-1, 7.4.4) unpacks to more than `MOST_UNPACKED` bytes, or maps more
 * characters than `MOST_MAPPED`. Streams of encrypted files can't be unpacked.
 */
export function isInflated(bytes: Uint8Array): boolean {
  let mapped = 0;
  for (const { data, isNested } of findStreams(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) {
    const unpacked = unpack(data, isNested);
    if (!unpacked) return true;
    const more = countMapped(unpacked);
    mapped += more;
    if (more > MOST_MAPPED || mapped > MOST_MAPPED_IN_FILE) return true;
  }
  return false;
}

interface PackedStream {
  readonly data: Buffer;
  readonly isNested: boolean;
}

function* findStreams(file: Buffer): Generator<PackedStream> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const start = skipLineEnd(file, at + 'stream'.length);
    const end = file.indexOf('endstream', start);
    const data = file.subarray(start, end < 0 ? undefined : end);
    const dictionary = dictionaryBefore(file, at);
    if (!PICTURE.test(dictionary)) yield { data, isNested: PACKED_TWICE.test(dictionary) };
    if (end < 0) return;
    at = end + 'endstream'.length;
  }
}

function skipLineEnd(file: Buffer, at: number): number {
  const afterReturn = file[at] === 0x0d ? at + 1 : at;
  return file[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}

/** The two bytes of a zlib header (RFC 1950, 2.2). */
function beginsAsFlate([method = 0, flags = 0]: Buffer): boolean {
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}

function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString('latin1', Math.max(0, at - DICTIONARY_REACH), at);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

/** The data as it is where it is not Flate; null beyond the limit. What is damaged is empty, and ends there for pdf.js too. */
function unpack(data: Buffer, isNested: boolean): Buffer | null {
  if (!beginsAsFlate(data)) return data;
  try {
    const once = inflateSync(data, LIMITED);
    return isNested ? inflateSync(once, LIMITED) : once;
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? null : Buffer.alloc(0);
  }
}
