/** Documents that need a converter are converted together, in their turn. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UnreadableDocument } from '../../extractors/index.js';
import { prepareSources } from '../../pipelines/prepare-sources.js';
import type { Source } from '../../pipelines/sources/index.js';
import { docx, p } from '../builders/docx.js';
import { NOWHERE } from '../builders/source.js';

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

async function* listed(sources: readonly Source[]): AsyncGenerator<Source> {
  for (const one of sources) yield await Promise.resolve(one);
}

/** Name and result of each source; how many documents each start converted. */
async function prepare(sources: readonly Source[], isKnown: (id: string) => boolean = () => false) {
  const prepared: string[] = [];
  for await (const { source: own, conversion } of prepareSources(listed(sources), isKnown))
    prepared.push(`${own.fileName} ${conversion?.kind ?? 'as it is'}`);
  return prepared;
}

function startsOf(): readonly string[] {
  return readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n');
}

describe.skipIf(process.platform === 'win32')('sources', () => {
  const old = (name: string): Source => source(name, `{\\rtf1 ${name}}`);

  it('that need a converter are converted with one start, and all keep their order', async () => {
    const sources = [source('a.txt', 'a'), old('b.rtf'), source('c.txt', 'c'), old('d.doc'), source('e.txt', 'e')];
    expect(await prepare(sources)).toEqual([
      'a.txt as it is',
      'b.rtf converted',
      'c.txt as it is',
      'd.doc converted',
      'e.txt as it is',
    ]);
    expect(startsOf()).toEqual(['2']);
  });

  it('of one content are converted once, known ones not at all', async () => {
    const twice = [source('a.rtf', '{\\rtf1 a}'), source('b.rtf', '{\\rtf1 a}')];
    expect(await prepare(twice)).toEqual(['a.rtf converted', 'b.rtf converted']);
    expect(startsOf()).toEqual(['1']);
    expect(await prepare(twice, () => true)).toEqual(['a.rtf as it is', 'b.rtf as it is']);
  });

  it('are not read ahead of their turn while none needs a converter', async () => {
    read.length = 0;
    const sources = ['a.txt', 'b.txt', 'c.txt'].map((name) => source(name, name));
    for await (const { source: own } of prepareSources(listed(sources), () => false)) {
      expect(read.at(-1)).toBe(own.fileName);
    }
  });

  it('are as many starts as there are batches', async () => {
    await prepare(Array.from({ length: 20 }, (_, at) => old(`${at}.rtf`)));
    expect(startsOf()).toEqual(['16', '4']);
  });

  it('that can not be read say so in their turn', async () => {
    const broken = { ...old('b.rtf'), read: () => Promise.reject(new UnreadableDocument('source-unreadable', 'gone')) };
    const prepared = prepareSources(listed([old('a.rtf'), broken]), () => false);
    await prepared.next();
    const second = await prepared.next();
    await expect(second.done === true ? null : second.value.source.read()).rejects.toThrow('gone');
  });
});
