import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../extractors/index.js';
import { findInputs, listSources, type Source } from '../../pipelines/sources/index.js';
import { buildZip } from '../builders/zip.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-sources-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string | Buffer = path): string {
  const full = join(folder, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, content);
  return full;
}

interface Listed {
  readonly uri: string;
  readonly fileName: string;
  readonly content: string;
}

/** Sources below the folder with what reading them gives: the text, or the code of the refusal. */
async function list(...paths: readonly string[]): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for await (const source of listSources(paths)) {
    const uri = source.uri.replace(`file://${folder}/`, '');
    listed.push({ uri, fileName: source.fileName, content: await contentOf(source) });
  }
  return listed;
}

async function contentOf(source: Source): Promise<string> {
  try {
    return Buffer.from(await source.read()).toString();
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return `refused: ${error.code}`;
  }
}

describe('folders', () => {
  it('gives every document below, in order, hidden files and companions aside', async () => {
    for (const path of [
      'b/2.txt',
      'b/10.TXT',
      'a.txt',
      'noextension',
      '.hidden/x.txt',
      'b/.x.txt',
      'b/about.json',
      'README.md',
    ])
      write(path);
    expect((await list(folder)).map(({ uri }) => uri)).toEqual(['a.txt', 'b/10.TXT', 'b/2.txt', 'noextension']);
  });

  it('encodes names in URIs and keeps them in file names', async () => {
    write('预算 #1.txt', '一');
    expect(await list(folder)).toEqual([
      { uri: '%E9%A2%84%E7%AE%97%20%231.txt', fileName: '预算 #1.txt', content: '一' },
    ]);
  });

  it('follows links, but never in circles', async () => {
    write('real/a.txt');
    symlinkSync(folder, join(folder, 'real', 'up'));
    symlinkSync(join(folder, 'real'), join(folder, 'twin'));
    expect((await list(folder)).map(({ uri }) => uri)).toEqual(['real/a.txt', 'twin/a.txt']);
  });

  it('gives a broken link as a source that can not be read', async () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'a.txt'));
    expect(await list(folder)).toEqual([{ uri: 'a.txt', fileName: 'a.txt', content: 'refused: source-unreadable' }]);
  });

  it('gives each source once, however often it is named', async () => {
    const file = write('a.txt');
    expect(await list(file, folder, file)).toHaveLength(1);
  });
});

describe('archives', () => {
  it('gives members under the archive, names in UTF-8 or GBK, said or not', async () => {
    write(
      'a.zip',
      buildZip([
        { name: Buffer.from('预算/甲.txt'), content: Buffer.from('甲'), utf8Flag: true },
        { name: Buffer.from('乙.txt'), content: Buffer.from('乙') },
        { name: iconv.encode('部门\\丙.txt', 'gbk'), content: Buffer.from('丙') },
        { name: Buffer.from('__MACOSX/._x.txt'), content: Buffer.from('noise') },
        { name: Buffer.from('folder/'), content: Buffer.alloc(0) },
      ]),
    );
    const listed = await list(folder);
    expect(listed.map(({ uri }) => decodeURI(uri))).toEqual([
      'a.zip!/预算/甲.txt',
      'a.zip!/乙.txt',
      'a.zip!/部门/丙.txt',
    ]);
    expect(listed.map(({ fileName, content }) => `${fileName} ${content}`)).toEqual([
      '甲.txt 甲',
      '乙.txt 乙',
      '丙.txt 丙',
    ]);
  });

  it('gives a damaged archive as a source that can not be read', async () => {
    write('a.zip', buildZip([{ name: Buffer.from('a.txt'), content: Buffer.from('a') }]).subarray(0, 40));
    write('b.zip', '');
    expect((await list(folder)).map(({ uri, content }) => `${uri} ${content}`)).toEqual([
      'a.zip refused: source-unreadable',
      'b.zip refused: source-unreadable',
    ]);
  });

  it('refuses a member whose content is not what the archive states', async () => {
    const zip = buildZip([{ name: Buffer.from('a.txt'), content: Buffer.from('a'.repeat(1_000)) }]);
    zip.writeUInt32LE(7, zip.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    write('a.zip', zip);
    expect((await list(folder)).map(({ content }) => content)).toEqual(['refused: source-unreadable']);
  });
});

describe('findInputs', () => {
  it('takes paths as they are, resolves globs and tells what is not there', async () => {
    const odd = write('a[1].txt');
    const one = write('x/1.txt');
    const two = write('x/y/2.txt');
    const inputs = [odd, join(folder, 'x/**/*.txt'), join(folder, 'gone.txt'), join(folder, '*.pdf')];
    expect(await findInputs(inputs)).toEqual({
      found: [odd, one, two],
      missing: [join(folder, 'gone.txt'), join(folder, '*.pdf')],
    });
  });

  it('lists a path that is not there as a source that can not be read', async () => {
    expect((await list(join(folder, 'gone.txt'))).map(({ content }) => content)).toEqual([
      'refused: source-unreadable',
    ]);
  });
});
