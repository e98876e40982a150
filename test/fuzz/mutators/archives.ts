/** Archives of files that lie: about names, sizes, kinds and order, and ones that are merely broken. */
import { gzipSync } from 'node:zlib';
import type { Random } from '../../calibration/random.js';
import { buildTar, paxRecord, tarEntry, type TarMember } from '../../builders/tar.js';
import { buildZip, type ZipMember } from '../../builders/zip.js';
import { BYTE_MUTATIONS } from './bytes.js';
import { choose, type NonEmpty } from './choose.js';

/** A file that goes into an archive. */
export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

const NAMES: NonEmpty<Buffer> = [
  Buffer.from('../../up.txt'),
  Buffer.from('/root.txt'),
  Buffer.from('C:\\a.txt'),
  Buffer.from('a\\b.txt'),
  Buffer.from('a/'),
  Buffer.from('.hidden'),
  Buffer.from(''),
  Buffer.from('.'),
  Buffer.from('..'),
  Buffer.from('nul\0.txt'),
  Buffer.from('line\nend.txt'),
  Buffer.from('!/!/a.zip!/b.txt'),
  Buffer.from('%2e%2e%2f#?.txt'),
  Buffer.from('\u202etxt.exe'),
  Buffer.from([0xff, 0xfe, 0x80, 0x2e, 0x74]),
  Buffer.from('d4a4cbe3', 'hex'),
  Buffer.from('long'.repeat(60)),
  Buffer.from('a/'.repeat(48)),
];

const DAMAGE = [
  BYTE_MUTATIONS['bit-flips'],
  BYTE_MUTATIONS['binary-numbers'],
  BYTE_MUTATIONS['bytes-inserted'],
  BYTE_MUTATIONS['bytes-removed'],
  BYTE_MUTATIONS.truncation,
  BYTE_MUTATIONS['block-repeated'],
  BYTE_MUTATIONS['blocks-exchanged'],
  BYTE_MUTATIONS.splice,
] as const;

/** A zip of the members, wrong in its names, in its bytes, or with an archive in it that is. */
export function mutateZip(members: readonly Member[], random: Random): Buffer {
  const named: ZipMember[] = members.map(({ name, content }) => ({
    name: misname(name, random),
    content,
    utf8Flag: random.happens(0.5),
    unixMode: choose(random, [0, 0, 0o100644, 0o40755, 0o120777, 0o20644]),
  }));
  if (random.happens(0.2)) named.push(...named);
  if (random.happens(0.3)) named.push({ name: Buffer.from('inner.zip'), content: damage(buildZip(named), random) });
  if (random.happens(0.2))
    named.push({ name: Buffer.from('inner.tar'), content: damage(mutateTar(members, random), random) });
  const zip = buildZip(named);
  return random.happens(0.6) ? damage(zip, random) : zip;
}

/** A tar of the members, wrong in its names, kinds, sizes or bytes; now and then compressed, and damaged after that. */
export function mutateTar(members: readonly Member[], random: Random): Buffer {
  const named: TarMember[] = members.map(({ name, content }) => ({
    name: misname(name, random),
    content,
    ...(random.happens(0.2)
      ? { type: choose(random, ['0', '1', '2', '5', 'L', 'K', 'x', 'g', 'S', 'V', '\0', 'Z']) }
      : {}),
    ...(random.happens(0.1) ? { statedSize: choose(random, [0, 1, 511, 513, 2 ** 33 - 1]) } : {}),
  }));
  const head = random.happens(0.3) ? paxHeader(random) : Buffer.alloc(0);
  const tar = Buffer.concat([head, buildTar(named)]);
  const damaged = random.happens(0.5) ? damage(tar, random) : tar;
  if (random.happens(0.6)) return damaged;
  return random.happens(0.5) ? gzipSync(damaged) : damage(gzipSync(damaged), random);
}

/** What is said of the file after it. */
function paxHeader(random: Random): Buffer {
  const key = choose(random, ['path', 'size', 'linkpath', 'mtime', 'GNU.sparse.major', 'GNU.sparse.realsize', '']);
  const value = choose(random, [
    '',
    '-1',
    '0',
    '99999999999999999999',
    '../../x.txt',
    'a\0b',
    'x'.repeat(5_000),
    '1e9',
  ]);
  const record = paxRecord(key, value);
  const content = random.happens(0.5) ? record : damage(record, random);
  return tarEntry({ name: 'pax', content, type: choose(random, ['x', 'g', 'L']) });
}

function misname(name: string, random: Random): Buffer {
  return random.happens(0.25) ? choose(random, NAMES) : Buffer.from(name);
}

function damage(bytes: Buffer, random: Random): Buffer {
  return choose(random, DAMAGE)(bytes, random, bytes);
}
