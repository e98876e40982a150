/**
 * The documents of the samples as Word, as Word wrote them before 2007, as RTF and printed to PDF, made here with LibreOffice, give the same budget
 * lines. Skipped where LibreOffice is not installed.
 *
 * The files are made from what a sample's reading shows, one for each document: what is tested is how the formats are read. That the samples of
 * one document give the same lines is another test (same-document.test.ts).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convertAll } from '../extractors/doc/converter/convert.js';
import type { Conversion } from '../extractors/doc/converter/convert.js';
import { findConverter } from '../extractors/doc/converter/find.js';
import { MOST_DOCUMENTS } from '../extractors/doc/converter/limits.js';
import { extract } from '../extractors/index.js';
import type { RawDocument } from '../extractors/index.js';
import { loadCodebook } from '../transforms/index.js';
import { documentOf, findCases } from './golden/cases.js';
import type { SampleCase } from './golden/cases.js';
import { factsOf } from './golden/facts.js';
import { printable } from './golden/print.js';

const program = findConverter({ PATH: process.env['PATH'] }) ?? '';
const samples = firstOfEach(findCases(join(import.meta.dirname, '..', 'samples')));
const names = samples.map(({ name }) => name);
const codebook = loadCodebook();
const OLD = ['doc', 'rtf'] as const;
type Kind = 'docx' | 'pdf' | (typeof OLD)[number];

let folder = '';
/** What the samples themselves give. */
const expected = new Map<string, readonly string[]>();
const converted = new Map<string, Conversion>();

/** One case of each document. */
function firstOfEach(cases: readonly SampleCase[]): readonly SampleCase[] {
  return [...new Map(cases.toReversed().map((sample) => [documentOf(sample), sample])).values()].reverse();
}

function pathOf(name: string, kind: Kind): string {
  return join(folder, `${name}.${kind}`);
}

function read(name: string, kind: Kind): Promise<RawDocument> {
  const source = { documentId: name, fileName: name, sourceUri: name, bytes: readFileSync(pathOf(name, kind)) };
  return extract(source, { conversion: converted.get(`${name}.${kind}`) });
}

/** Writes all documents in another format, with one start. */
async function write(kind: Kind): Promise<void> {
  const profile = `-env:UserInstallation=file://${join(folder, `profile-${kind}`)}`;
  const files = names.map((name) => pathOf(name, 'docx'));
  const args = [profile, '--headless', '--convert-to', kind, '--outdir', folder, ...files];
  const writing = spawn(program, args, { env: { PATH: process.env['PATH'], HOME: folder }, stdio: 'ignore' });
  const code = await new Promise((resolve) => writing.on('close', resolve));
  expect(code).toBe(0);
}

async function convert(kind: (typeof OLD)[number]): Promise<void> {
  for (let from = 0; from < names.length; from += MOST_DOCUMENTS) {
    const batch = names.slice(from, from + MOST_DOCUMENTS);
    const documents = batch.map((documentId) => ({ documentId, kind, bytes: readFileSync(pathOf(documentId, kind)) }));
    for (const [name, conversion] of await convertAll(program, documents)) converted.set(`${name}.${kind}`, conversion);
  }
}

describe.skipIf(program === '')('documents of all samples in other formats (skipped without LibreOffice)', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'formats-'));
    for (const { name, folder: own, source } of samples) {
      const bytes = readFileSync(join(own, source));
      const original = await extract({ documentId: name, fileName: source, sourceUri: name, bytes });
      expected.set(name, factsOf(original, codebook));
      writeFileSync(pathOf(name, 'docx'), printable(original));
    }
    await Promise.all((['pdf', ...OLD] as const).map(write));
    await Promise.all(OLD.map(convert));
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(names)('%s as docx', async (name) => {
    expect(factsOf(await read(name, 'docx'), codebook)).toEqual(expected.get(name));
  });

  it.each(names)('%s as pdf', async (name) => {
    expect(factsOf(await read(name, 'pdf'), codebook)).toEqual(expected.get(name));
  });

  it.each(OLD.flatMap((kind) => names.map((name) => [name, kind] as const)))('%s as %s', async (name, kind) => {
    const old = await read(name, kind);
    const codes = old.diagnostics.map(({ code }) => code);
    expect(codes).toContain('document-converted');
    expect(codes).not.toContain('conversion-lost-amounts');
    expect(factsOf(old, codebook)).toEqual(expected.get(name));
  });
});
