/** Contents in their turn: read once, known ones left alone, old Word documents converted together. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnreadableDocument } from '../../../extractors/index.js';
import { readContents, type Content } from '../../../pipelines/flow/contents.js';
import { InFlight } from '../../../pipelines/flow/in-flight.js';
import type { DocumentStatus } from '../../../sinks/index.js';
import type { Source } from '../../../pipelines/sources/index.js';
import { NOWHERE } from '../../builders/source.js';
import { docx, p } from '../../builders/docx.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ahead-test-'));
  writeFileSync(join(folder, 'made.docx'), docx(p('部门预算')));
  const script = `#!/bin/sh
if [ "$1" = --version ]; then echo 'LibreOffice 1.2'; exit 0; fi
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
echo $# >> '${folder}/starts'
for input in "$@"; do cp '${folder}/made.docx' "$out/$(basename "$input" .rtf).docx"; done
`;
  writeFileSync(join(folder, 'soffice'), script, { mode: 0o755 });
  vi.stubEnv('YUSUAN_SOFFICE', join(folder, 'soffice'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const read: string[] = [];

function source(fileName: string, content: string): Source {
  const bytes = (): Promise<Uint8Array> => {
    read.push(fileName);
    return Promise.resolve(Buffer.from(content));
  };
  return { ...NOWHERE, uri: `file:///${fileName}`, fileName, read: bytes };
}

async function* listed(sources: readonly Source[]): AsyncGenerator<{ source: Source; known: null }> {
  for (const one of sources) yield await Promise.resolve({ source: one, known: null });
}

/** An archive that knows all contents, or none. */
function archiveThatKnows(status: DocumentStatus | null): Parameters<typeof readContents>[1] {
  return { statusesOf: (ids) => Promise.resolve(new Map(status === null ? [] : ids.map((id) => [id, status]))) };
}

/** Name of each source with what becomes of it; whoever takes a new content notes it. */
async function contentsOf(sources: readonly Source[], status: DocumentStatus | null = null): Promise<string[]> {
  const told: string[] = [];
  const inFlight = new InFlight();
  for await (const content of readContents(listed(sources), archiveThatKnows(status), inFlight)) {
    told.push(`${content.source.fileName} ${await describeContent(content)}`);
    if (content.kind === 'new') inFlight.add(content.document.documentId, Promise.resolve('loaded'));
  }
  return told;
}

async function describeContent(content: Content): Promise<string> {
  if (content.kind === 'new') return (await content.conversions(content.document.documentId))?.kind ?? 'as it is';
  if (content.kind === 'unreadable') return String(content.error);
  return `${content.kind} ${await content.status}`;
}

function startsOf(): readonly string[] {
  return readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n');
}

describe.skipIf(process.platform === 'win32')('contents', () => {
  const old = (name: string): Source => source(name, `{\\rtf1 ${name}}`);

  it('that need a converter are converted with one start, and all keep their order', async () => {
    const sources = [source('a.txt', 'a'), old('b.rtf'), source('c.txt', 'c'), old('d.doc'), source('e.txt', 'e')];
    expect(await contentsOf(sources)).toEqual([
      'a.txt as it is',
      'b.rtf converted',
      'c.txt as it is',
      'd.doc converted',
      'e.txt as it is',
    ]);
    expect(startsOf()).toEqual(['2']);
  });

  it('met twice are read once', async () => {
    const twice = [source('a.rtf', '{\\rtf1 a}'), source('b.rtf', '{\\rtf1 a}')];
    expect(await contentsOf(twice)).toEqual(['a.rtf converted', 'b.rtf copy loaded']);
    expect(startsOf()).toEqual(['1']);
  });

  it('that the archive knows are not converted', async () => {
    expect(await contentsOf([old('a.rtf')], 'quarantined')).toEqual(['a.rtf known quarantined']);
    expect(() => startsOf()).toThrow('ENOENT');
  });

  it('are as many starts as there are batches', async () => {
    await contentsOf(Array.from({ length: 20 }, (_, at) => old(`${at}.rtf`)));
    expect(startsOf()).toEqual(['16', '4']);
  });

  it('are not read further ahead than the archive is asked about at once', async () => {
    read.length = 0;
    const sources = Array.from({ length: 150 }, (_, at) => source(`${at}.txt`, String(at)));
    const contents = readContents(listed(sources), archiveThatKnows(null), new InFlight());
    await contents.next();
    expect(read).toHaveLength(100);
  });

  it('that can not be read say so in their turn', async () => {
    const broken = { ...old('b.rtf'), read: () => Promise.reject(new UnreadableDocument('source-unreadable', 'gone')) };
    expect(await contentsOf([old('a.rtf'), broken])).toEqual(['a.rtf converted', 'b.rtf UnreadableDocument: gone']);
  });
});
