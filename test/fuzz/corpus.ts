/** The sound documents that mutants are made of: the samples, and what the tests of old Word documents read. */
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { fromBufferPromise } from 'yauzl';
import { decodeText } from '../../extractors/index.js';
import type { Parts } from './mutators/docx.js';
import { parsePdf, type PdfFile } from './mutators/pdf-file.js';

export type Format = 'text' | 'pdf' | 'docx' | 'rtf' | 'doc';

interface SeedOf<F extends Format, Inside> {
  readonly name: string;
  readonly format: F;
  readonly bytes: Buffer;
  /** What the format packs or encodes, laid open. */
  readonly inside: Inside;
}

export type Seed =
  SeedOf<'text', string> | SeedOf<'pdf', PdfFile> | SeedOf<'docx', Parts> | SeedOf<'rtf', string> | SeedOf<'doc', null>;

const ROOT = join(import.meta.dirname, '..', '..');
const FILES = ['samples/*/*.txt', 'samples/*/*.pdf', 'samples/*/*.docx', 'test/extractors/doc/*.{rtf,doc}'];

/** The documents of at most `mostBytes`: small ones are read in less time and have as many features a byte. */
export async function readCorpus(mostBytes: number): Promise<readonly Seed[]> {
  const paths = globSync(FILES, { cwd: ROOT }).toSorted();
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(join(ROOT, path)) }));
  return Promise.all(
    files.filter(({ bytes }) => bytes.length <= mostBytes).map(({ name, bytes }) => open(name, bytes)),
  );
}

async function open(name: string, bytes: Buffer): Promise<Seed> {
  switch (extname(name)) {
    case '.pdf':
      return { name, format: 'pdf', bytes, inside: parsePdf(bytes) };
    case '.docx':
      return { name, format: 'docx', bytes, inside: await unpack(bytes) };
    case '.rtf':
      return { name, format: 'rtf', bytes, inside: bytes.toString('latin1') };
    case '.doc':
      return { name, format: 'doc', bytes, inside: null };
    default:
      return { name, format: 'text', bytes, inside: decode(bytes) };
  }
}

function decode(bytes: Buffer): string {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : '';
}

async function unpack(bytes: Buffer): Promise<Parts> {
  const zip = await fromBufferPromise(bytes);
  const parts = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    parts.set(entry.fileName, Buffer.concat(pieces));
  }
  return parts;
}
