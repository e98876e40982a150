/** Text as bytes, in encodings that fit and that do not. */
import iconv from 'iconv-lite';
import type { Random } from '../../calibration/random.js';
import { choose } from './choose.js';

const ENCODINGS = [
  'utf8',
  'utf8-bom',
  'gb18030',
  'gbk',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be',
  'utf-16be-bom',
  'big5',
  'utf-32le',
  'utf-7',
] as const;

/** `text` in one of many encodings, as a rule UTF-8; now and then half of it in another one. UTF-16 keeps lone surrogates as they are. */
export function encodeText(text: string, random: Random): Buffer {
  if (random.happens(0.5)) return encode(text, 'utf8');
  const encoding = choose(random, ENCODINGS);
  if (random.happens(0.85)) return encode(text, encoding);
  const at = random.between(0, text.length);
  return Buffer.concat([encode(text.slice(0, at), encoding), encode(text.slice(at), choose(random, ENCODINGS))]);
}

function encode(text: string, encoding: (typeof ENCODINGS)[number]): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text);
    case 'utf8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16be-bom':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default:
      return iconv.encode(text, encoding);
  }
}
