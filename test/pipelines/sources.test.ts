import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../pipelines/sources/index.js';
import { buildZip, zipOf } from '../builders/zip.js';
import { sourceFolder } from './source-folder.js';

/** A program of every Unix; Node has no call for it. */
const MAKE_PIPE = 'mkfifo';

const { path: folder, write, list, listWithNotes } = sourceFolder();

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

  it('passes over the page beside its own database, and nothing else of that name', async () => {
    for (const name of ['out/budget.duckdb', 'out/report.html', 'out/report.html.7.new', 'web/report.html'])
      write(name);
    const { listed, notes } = await listWithNotes(folder);
    expect(listed.map(({ uri }) => uri)).toEqual(['web/report.html']);
    expect(notes).toEqual([': 3 names were passed over as no documents: 1 .duckdb, 2 .html']);
  });

  it('says what was passed over, and nothing where nothing was', async () => {
    for (const path of ['a/1.txt', 'a/.hidden/x.txt', 'a/.y', 'a/about.JSON', 'b/1.txt']) write(path);
    expect(await listWithNotes(join(folder, 'a'), join(folder, 'b'))).toMatchObject({
      listed: [{ uri: 'a/1.txt' }, { uri: 'b/1.txt' }],
      notes: ['a: 3 names were passed over as no documents: 1 .json, 2 hidden'],
    });
  });

  it('says that a folder holds no documents', async () => {
    expect(await listWithNotes(folder)).toEqual({ listed: [], notes: [': the input holds no documents'] });
    write('README.md');
    expect((await listWithNotes(`${folder}/`)).notes).toEqual([
      ': 1 name was passed over as no documents: 1 .md',
      ': the input holds no documents',
    ]);
  });

  it.skipIf(process.platform === 'win32')('refuses pipes, sockets and devices without waiting for them', async () => {
    for (const name of ['pipe.txt', 'pipe.zip']) execFileSync(MAKE_PIPE, [join(folder, name)]);
    const server = createServer().listen(join(folder, 'socket.txt'));
    await once(server, 'listening');
    try {
      const expected = ['pipe.txt', 'pipe.zip', 'socket.txt'].map((name) => `${name} refused: source-unreadable`);
      expect((await list(folder)).map(({ uri, content }) => `${uri} ${content}`)).toEqual(expected);
      const named = await list(join(folder, 'pipe.txt'), '/dev/null');
      expect(named.map(({ content }) => content)).toEqual(['refused: source-unreadable', 'refused: source-unreadable']);
    } finally {
      server.close();
    }
  });

  it.skipIf(process.platform !== 'linux')(
    'reads files and archives whose names are GBK bytes, under folders of such',
    async () => {
      const inside = (...names: readonly string[]) =>
        Buffer.concat([Buffer.from(folder), ...names.map((name) => iconv.encode(`/${name}`, 'gbk'))]);
      mkdirSync(inside('预算'));
      writeFileSync(inside('预算', '甲 1.txt'), '甲');
      writeFileSync(inside('预算', 'b.txt'), '乙');
      writeFileSync(inside('预算', '丙.zip'), zipOf('c.txt'));
      write('预算/甲 1.txt', 'UTF-8');
      expect(await list(folder)).toEqual([
        { uri: '%D4%A4%CB%E3/b.txt', fileName: 'b.txt', content: '乙' },
        { uri: '%D4%A4%CB%E3/%B1%FB.zip!/c.txt', fileName: 'c.txt', content: 'c.txt' },
        { uri: '%D4%A4%CB%E3/%BC%D7%201.txt', fileName: '甲 1.txt', content: '甲' },
        { uri: '%E9%A2%84%E7%AE%97/%E7%94%B2%201.txt', fileName: '甲 1.txt', content: 'UTF-8' },
      ]);
    },
  );

  it('gives a file one URI, whether it is named or found', async () => {
    const file = write("a %41 [b] (c) ~'!,;=@&+?#$.txt");
    expect(await list(file, folder)).toHaveLength(1);
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

  it('gives members of one name and names that lead out of the archive URIs of their own', async () => {
    const names = [
      'dup.txt',
      'dup.txt',
      '/dup.txt',
      'dup.txt#2',
      '../../evil.txt',
      '..\\evil.txt',
      './a/./b.txt',
      '../.x/y.txt',
    ];
    write('a.zip', zipOf(...names));
    const { listed, notes } = await listWithNotes(join(folder, 'a.zip'));
    expect(listed.map(({ uri, fileName, content }) => [uri, fileName, content])).toEqual([
      ['a.zip!/dup.txt', 'dup.txt', 'dup.txt'],
      ['a.zip!/dup.txt#2', 'dup.txt', 'dup.txt'],
      ['a.zip!/dup.txt#3', 'dup.txt', '/dup.txt'],
      ['a.zip!/dup.txt%232', 'dup.txt#2', 'dup.txt#2'],
      ['a.zip!/..%2F..%2Fevil.txt', 'evil.txt', '../../evil.txt'],
      ['a.zip!/..%2Fevil.txt', 'evil.txt', '..\\evil.txt'],
      ['a.zip!/a/b.txt', 'b.txt', './a/./b.txt'],
    ]);
    expect(notes).toEqual(['a.zip: 1 name was passed over as no documents: 1 hidden']);
    for (const { uri } of listed) expect(new URL(`file:///x/${uri}`).href).toBe(`file:///x/${uri}`);
  });

  it('says that an archive holds no documents', async () => {
    write('a.zip', zipOf());
    write('b.zip', zipOf('__MACOSX/a.txt', 'about.json'));
    write('c.zip', zipOf('c.txt'));
    expect(await listWithNotes(folder)).toMatchObject({
      listed: [{ uri: 'c.zip!/c.txt' }],
      notes: [
        'a.zip: the input holds no documents',
        'b.zip: 2 names were passed over as no documents: 1 .json, 1 hidden',
        'b.zip: the input holds no documents',
      ],
    });
  });

  it('refuses a member with another checksum than the archive states, and reads those after it', async () => {
    const zip = zipOf('a.txt', 'b.txt');
    zip.writeUInt32LE(7, zip.indexOf('PK\x01\x02', 0, 'latin1') + 16);
    write('a.zip', zip);
    expect((await list(folder)).map(({ content }) => content)).toEqual(['refused: damaged-member', 'b.txt']);
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
      manifests: [],
      missingManifests: [],
      missing: [join(folder, 'gone.txt'), join(folder, '*.pdf')],
    });
  });

  it('lists a path that is not there as a source that can not be read', async () => {
    expect((await list(join(folder, 'gone.txt'))).map(({ content }) => content)).toEqual([
      'refused: source-unreadable',
    ]);
  });
});
