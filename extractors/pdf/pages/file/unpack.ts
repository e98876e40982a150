/** A stream without its packing (ISO 32000-1, 7.4), up to a limit. */
import { constants, inflateSync } from 'node:zlib';
import { unpackAscii85, unpackAsciiHex } from './filters/ascii.js';
import { unpackLzw } from './filters/lzw.js';
import { unpackRunLength } from './filters/run-length.js';

/** A filter, or a list of them; a reference where they stand elsewhere. */
const FILTER = /\/Filter\s*(?:(\d+\s+\d+\s+R)|\[([^\]]*)\]|\/([^\s/[\]<>()%]+))/;
const NAME = /\/([^\s/[\]<>()%]+)/g;
const EARLY_CHANGE_OFF = /\/EarlyChange\s+0\b/;

type Unpack = (data: Buffer, most: number) => Buffer | null;

/**
 * The bytes, as far as filters of text packed them: what only packs pictures is left as it is. null beyond the limit. What is damaged ends where
 * it is, and does so for pdf.js too.
 *
 * @param dictionary of the stream
 */
export function unpackStream(data: Buffer, dictionary: string, most: number): Buffer | null {
  let unpacked: Buffer | null = data;
  for (const unpack of filtersOf(dictionary)) unpacked = unpacked && unpack(unpacked, most);
  return unpacked;
}

function filtersOf(dictionary: string): readonly Unpack[] {
  const [, elsewhere, list, single] = FILTER.exec(dictionary.replace(/#([\da-f]{2})/gi, unescape)) ?? [];
  // nobody can tell which: where it looks like Flate it is taken for that, twice
  if (elsewhere !== undefined) return [inflate, inflate];
  const names = list === undefined ? [single] : [...list.matchAll(NAME)].map(([, name]) => name);
  const early = EARLY_CHANGE_OFF.test(dictionary) ? 0 : 1;
  return names.flatMap((name) => unpackerOf(name, early) ?? []);
}

function unpackerOf(name: string | undefined, early: 0 | 1): Unpack | null {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
    // data may be packed though nothing says so, for pdf.js then as well
    case undefined:
      return inflate;
    case 'LZWDecode':
    case 'LZW':
      return (data, most) => unpackLzw(data, most, early);
    case 'RunLengthDecode':
    case 'RL':
      return unpackRunLength;
    case 'ASCII85Decode':
    case 'A85':
      return unpackAscii85;
    case 'ASCIIHexDecode':
    case 'AHx':
      return unpackAsciiHex;
    default:
      return null;
  }
}

/** In names any character may be written as its number (7.3.5). */
function unescape(_: string, hexadecimals: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimals, 16));
}

/** The data as they are where they are not Flate. */
function inflate(data: Buffer, most: number): Buffer | null {
  if (!beginsAsFlate(data)) return data;
  try {
    return inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? null : Buffer.alloc(0);
  }
}

/** The two bytes of a zlib header (RFC 1950, 2.2). */
function beginsAsFlate([method = 0, flags = 0]: Buffer): boolean {
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}
