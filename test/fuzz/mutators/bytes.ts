/** Damage that knows nothing of formats: what a broken disk, a lost packet or a careless program does to a file. */
import type { Random } from '../../calibration/random.js';
import { choose, stretch, type NonEmpty } from './choose.js';

/** How a file of some format begins. */
const BEGINNINGS: NonEmpty<Buffer> = [
  Buffer.from('%PDF-1.7\n'),
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.from('{\\rtf1'),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xfe, 0xff]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0x1f, 0x8b, 8, 0]),
  Buffer.from('<?xml version="1.0"?>'),
  Buffer.from('<html>'),
];

export type ByteMutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** By name; each changes something in any file that is not empty. */
export const BYTE_MUTATIONS = {
  'bit-flips': flipBits,
  'bytes-inserted': (bytes, random) => {
    const at = random.between(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), noise(random, random.between(1, 40)), bytes.subarray(at)]);
  },
  'bytes-removed': (bytes, random) => {
    const at = random.between(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.between(1, 40))]);
  },
  truncation: (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
  'block-repeated': (bytes, random) => {
    const { start, end } = stretch(random, bytes.length);
    const block = bytes.subarray(start, end);
    const copies = Array.from({ length: random.between(1, 20) }, () => block);
    return Buffer.concat([bytes.subarray(0, end), ...copies, bytes.subarray(end)]);
  },
  'block-removed': (bytes, random) => {
    const { start, end } = stretch(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  },
  'blocks-exchanged': (bytes, random) => {
    const [a, b, c, d] = [1, 2, 3, 4].map(() => random.between(0, bytes.length)).sort((one, two) => one - two);
    const [head, first, middle, second, rest] = [
      bytes.subarray(0, a),
      bytes.subarray(a, b),
      bytes.subarray(b, c),
      bytes.subarray(c, d),
      bytes.subarray(d),
    ];
    return Buffer.concat([head, second, middle, first, rest]);
  },
  splice: (bytes, random, other) => {
    const { start, end } = stretch(random, other.length);
    const at = random.between(0, bytes.length);
    const cut = random.happens(0.5) ? bytes.length : at;
    return Buffer.concat([bytes.subarray(0, at), other.subarray(start, end), bytes.subarray(cut)]);
  },
  'beginning-replaced': (bytes, random) => {
    const beginning = choose(random, BEGINNINGS);
    return Buffer.concat([beginning, bytes.subarray(random.happens(0.5) ? beginning.length : 0)]);
  },
  'numbers-inflated': (bytes, random) =>
    Buffer.from(inflateNumbers(bytes.toString('latin1'), random, ASCII_NUMBERS), 'latin1'),
  'binary-numbers': setBinaryNumbers,
} as const satisfies Readonly<Record<string, ByteMutation>>;

function flipBits(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let left = random.between(1, 8); left > 0 && changed.length > 0; left -= 1) {
    const at = random.between(0, changed.length - 1);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << random.between(0, 7)), at);
  }
  return changed;
}

/** Sets one to four little-endian numbers of 16 or 32 bits, as file heads hold them, to what programs stumble over. */
function setBinaryNumbers(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  const awkward = [0, 1, 2, 0x7f, 0x80, 0xff, 0x200, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff] as const;
  for (let left = random.between(1, 4); left > 0 && changed.length >= 8; left -= 1) {
    // What is at the beginning and end of a file tells where the rest of it is.
    const within = random.happens(0.5) ? Math.min(changed.length, 512) : changed.length;
    const at = random.between(0, (within >> 1) - 4) * 2;
    const value = random.happens(0.3) ? at : choose(random, awkward);
    if (random.happens(0.3)) changed.writeUInt16LE(value & 0xffff, at);
    else changed.writeUInt32LE(value, at);
  }
  return changed;
}

function noise(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.between(0, 255)));
}

/** Numbers that something else may be counted, measured or allocated by. */
export const ASCII_NUMBERS: NonEmpty<string> = [
  '0',
  '-1',
  '1',
  '65535',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '99999999999999999999',
  '1e308',
  '0.0000000001',
  '-0',
  '1'.repeat(400),
];

/** `text` with one to three of its numbers replaced by others, or multiplied by a power of ten. */
export function inflateNumbers(text: string, random: Random, others: NonEmpty<string>): string {
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  const chosen = new Set(Array.from({ length: random.between(1, 3) }, () => random.between(0, numbers.length - 1)));
  let end = 0;
  let changed = '';
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const number = numbers[at];
    if (!number) continue;
    const replacement = random.happens(0.3) ? number[0] + '0'.repeat(random.between(1, 12)) : choose(random, others);
    changed += text.slice(end, number.index) + replacement;
    end = number.index + number[0].length;
  }
  return changed + text.slice(end);
}
