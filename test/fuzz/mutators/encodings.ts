/** Text as bytes, in encodings that fit and that do not. */
import iconv from 'iconv-lite';
import type { Random } from '../../calibration/random.js';
import { choose, type NonEmpty } from './choose.js';

type Encoding = (text: string) => Buffer;

const toUtf16: Encoding = (text) => Buffer.from(text, 'utf16le');
const through =
  (name: string): Encoding =>
  (text) =>
    iconv.encode(text, name);
const marked =
  (encoding: Encoding): Encoding =>
  (text) =>
    encoding(`\ufeff${text}`);

const toUtf8: Encoding = (text) => Buffer.from(text);
const toUtf16Swapped: Encoding = (text) => toUtf16(text).swap16();

/** UTF-16 keeps lone surrogates as they are. */
const ENCODINGS: NonEmpty<Encoding> = [
  toUtf8,
  marked(toUtf8),
  toUtf16,
  marked(toUtf16),
  toUtf16Swapped,
  marked(toUtf16Swapped),
  ...['gb18030', 'gbk', 'big5', 'utf-32le', 'utf-7'].map(through),
];

/** `text` in one of many encodings, half of the time in UTF-8; now and then a part of it in another one. */
export function encodeText(text: string, random: Random): Buffer {
  if (random.happens(0.5)) return toUtf8(text);
  const encode = choose(random, ENCODINGS);
  if (random.happens(0.85)) return encode(text);
  const at = random.between(0, text.length);
  return Buffer.concat([encode(text.slice(0, at)), choose(random, ENCODINGS)(text.slice(at))]);
}
