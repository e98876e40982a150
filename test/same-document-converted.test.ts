/**
 * The documents of the Word samples as Word wrote them before 2007 and as RTF, made here with LibreOffice, give the same budget lines. Skipped where
 * LibreOffice is not installed.
 *
 * The files are made from what a sample's reading shows, as LibreOffice loses things when it writes the old formats (text boxes with tables, content
 * controls around tables): what is tested is how they are read.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertAll } from '../extractors/doc/converter/convert.js';
import type { Conversion } from '../extractors/doc/converter/convert.js';
import { findConverter } from '../extractors/doc/converter/find.js';
import { extract } from '../extractors/index.js';
import type { RawDocument } from '../extractors/index.js';
import { loadCodebook } from '../transforms/index.js';
import { contentOf, docx, grid, p } from './builders/docx.js';
import { findCases } from './golden/cases.js';
import { factsOf } from './golden/facts.js';

const program = findConverter({ PATH: process.env['PATH'] });
const samples = findCases(join(import.meta.dirname, '..', 'samples')).filter(({ source }) => source.endsWith('.docx'));
const codebook = loadCodebook();
const KINDS = ['doc', 'rtf'] as const;
type Kind = (typeof KINDS)[number];

let folder = '';
/** What the samples themselves give. */
const expected = new Map<string, readonly string[]>();
const converted = new Map<string, ReadonlyMap<string, Conversion>>();

/** A docx of the lines and tables that a reading shows; the last paragraph is one that every document of Word has. */
function rewrite(document: RawDocument): Buffer {
  const blocks = contentOf(document).map((item) => (typeof item === 'string' ? p(item) : grid(item) + p()));
  return docx(blocks.join('') + p());
}

function read(name: string, bytes: Uint8Array, conversion?: Conversion): Promise<RawDocument> {
  return extract({ documentId: name, fileName: name, sourceUri: name, bytes }, conversion);
}

/** Writes all documents in an old format, with one start. */
function writeOld(kind: Kind): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const files = [...expected.keys()].map((name) => join(folder, `${name}.docx`));
  const args = [profile, '--headless', '--convert-to', kind, '--outdir', folder, ...files];
  expect(spawnSync(program ?? '', args, { env: { PATH: process.env['PATH'], HOME: folder } }).status).toBe(0);
}

describe.skipIf(program === null)('documents of Word samples in old formats (skipped without LibreOffice)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'old-formats-'));
    for (const { name, folder: own, source } of samples) {
      const original = await read(name, readFileSync(join(own, source)));
      expected.set(name, factsOf(original, codebook));
      writeFileSync(join(folder, `${name}.docx`), rewrite(original));
    }
    for (const kind of KINDS) {
      writeOld(kind);
      const documents = [...expected.keys()].map((documentId) => {
        return { documentId, kind, bytes: readFileSync(join(folder, `${documentId}.${kind}`)) };
      });
      converted.set(kind, await convertAll(program ?? '', documents));
    }
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(KINDS.flatMap((kind) => samples.map(({ name }) => [name, kind] as const)))('%s as %s', async (name, kind) => {
    const bytes = readFileSync(join(folder, `${name}.${kind}`));
    const old = await read(name, bytes, converted.get(kind)?.get(name));
    const codes = old.diagnostics.map(({ code }) => code);
    expect(codes).toContain('document-converted');
    expect(codes).not.toContain('conversion-lost-amounts');
    expect(factsOf(old, codebook)).toEqual(expected.get(name));
  });
});
