/** Headers of tar archives: POSIX 1003.1 (ustar, pax), what GNU tar adds, and the older format of Unix version 7. */
import type { EntryKind } from './entries.js';

export const BLOCK_BYTES = 512;

/** What an entry is to a walk, `extension` for headers that speak of the entry after them. */
type TarKind = EntryKind | 'extension' | 'label';

export interface TarHeader {
  /** As bytes, for its charset is not said. */
  readonly name: Buffer;
  readonly kind: TarKind;
  /** One letter or digit. */
  readonly type: string;
  /** Bytes that follow the header. */
  readonly byteSize: number;
  /** Whether further blocks of a sparse map follow (GNU, type S). */
  readonly hasMoreMap: boolean;
}

/** Hard and symbolic links, devices and pipes, what GNU tar keeps of folders and volumes; any other type is a file, as POSIX wants it. */
const KINDS: Readonly<Record<string, TarKind>> = {
  '1': 'link',
  '2': 'link',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'device',
  x: 'extension',
  X: 'extension',
  g: 'extension',
  L: 'extension',
  K: 'extension',
  D: 'folder',
  V: 'label',
};

/** A header from its block; null where its checksum is wrong or its size can't be. */
export function parseTarHeader(block: Buffer): TarHeader | null {
  if (!hasRightChecksum(block)) return null;
  const byteSize = parseNumber(block.subarray(124, 136));
  if (byteSize === null) return null;
  const type = block.toString('latin1', 156, 157);
  const name = nameOf(block);
  const kind = KINDS[type] ?? (name.at(-1) === 0x2f ? 'folder' : 'file');
  // What these types say of a size is not of bytes that follow.
  const hasContent = !(kind === 'link' || kind === 'device' || (kind === 'folder' && type !== 'D'));
  return { name, kind, type, byteSize: hasContent ? byteSize : 0, hasMoreMap: block[482] !== 0 };
}

/** POSIX has room for the folders of a long name; GNU keeps times there. */
function nameOf(block: Buffer): Buffer {
  const name = untilNul(block.subarray(0, 100));
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? untilNul(block.subarray(345, 500)) : null;
  return prefix && prefix.length > 0 ? Buffer.concat([prefix, Buffer.from('/'), name]) : name;
}

/** The bytes before the first NUL. */
function untilNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

/** Octal digits between blanks, or (GNU) a big-endian number after a first bit that is set; null for anything else and for what is beyond all files. */
function parseNumber(field: Buffer): number | null {
  if (field[0] === 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : null;
  }
  const digits = untilNul(field).toString('latin1').trim();
  return /^[0-7]*$/.test(digits) ? parseInt(digits || '0', 8) : null;
}

/** The sum of all bytes, those of the sum taken for blanks; some old programs took bytes for signed. */
function hasRightChecksum(block: Buffer): boolean {
  const stated = parseNumber(block.subarray(148, 156));
  let sum = 0;
  let signed = 0;
  for (let at = 0; at < BLOCK_BYTES; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated !== null && (stated === sum || stated === signed);
}

/** What a header in front of an entry says of it. */
export interface TarExtension {
  readonly name?: Buffer;
  readonly byteSize?: number;
  /** Whether the content has holes that are not written, behind a map (GNU). */
  readonly isSparse?: boolean;
}

/** What the content of an extension header says; nothing for what is of no concern here. */
export function parseTarExtension(type: string, content: Buffer): TarExtension {
  if (type === 'L') return { name: untilNul(content) };
  return type === 'x' || type === 'X' ? paxExtension(content) : {};
}

function paxExtension(content: Buffer): TarExtension {
  const records = paxRecords(content);
  const name = records.get('GNU.sparse.name') ?? records.get('path');
  const byteSize = Number(records.get('size')?.toString('latin1') ?? NaN);
  return {
    ...(name === undefined ? {} : { name }),
    ...(Number.isSafeInteger(byteSize) && byteSize >= 0 ? { byteSize } : {}),
    ...([...records.keys()].some((key) => key.startsWith('GNU.sparse.')) ? { isSparse: true } : {}),
  };
}

/** Records are `<length> <key>=<value>\n`, the length that of the whole; what follows a broken one is not read. */
function paxRecords(content: Buffer): ReadonlyMap<string, Buffer> {
  const records = new Map<string, Buffer>();
  let at = 0;
  while (at < content.length) {
    const blank = content.indexOf(' ', at);
    const end = at + Number(content.toString('latin1', at, Math.max(at, blank)) || NaN);
    const sign = content.indexOf('=', blank);
    if (blank < 0 || sign < 0 || !(end > sign) || end > content.length) break;
    records.set(content.toString('latin1', blank + 1, sign), content.subarray(sign + 1, end - 1));
    at = end;
  }
  return records;
}
