/** Tar archives and archives in archives. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveLimits } from '../../pipelines/sources/archives/allowance.js';
import { archiveSources } from '../../pipelines/sources/archives/walk.js';
import { locate } from '../../pipelines/sources/locations.js';
import { listSources, prefixesBelow, type ListedArchive, type Source } from '../../pipelines/sources/index.js';
import { buildTar, paxRecord, tarEntry, tarOf } from '../builders/tar.js';
import { buildZip, zipOf } from '../builders/zip.js';
import { refusalOf, sourceFolder } from './source-folder.js';

const { path: folder, write, lines, listWith, listWithNotes } = sourceFolder();

describe('tar archives', () => {
  it('give members as zip archives do, packed or not, whatever the name says of it', async () => {
    const tar = tarOf('b/2.txt', 'a.txt', '.hidden/x.txt', 'about.json');
    for (const name of ['a.tar', 'c.TAR.GZ']) write(name, tar);
    for (const name of ['b.tgz', 'd.tar']) write(name, gzipSync(tar));
    expect(await lines({}, folder)).toEqual(
      ['a.tar', 'b.tgz', 'c.TAR.GZ', 'd.tar'].flatMap((name) => [`${name}!/b/2.txt b/2.txt`, `${name}!/a.txt a.txt`]),
    );
    expect((await listWithNotes(join(folder, 'a.tar'))).notes).toEqual([
      'a.tar: 2 names were passed over as no documents: 1 .json, 1 hidden',
    ]);
    expect(await prefixesBelow([join(folder, 'b.tgz'), '-'])).toEqual(
      ['/', '!/'].map((end) => `file://${folder}/b.tgz${end}`),
    );
  });

  it.skipIf(process.platform === 'win32').each(['gnu', 'posix', 'ustar'])(
    'as GNU tar writes them in the format %s',
    async (format) => {
      const long = `${'长'.repeat(30)}/${'名'.repeat(30)}.txt`;
      for (const name of ['a.txt', '空 格\n行😀.txt', long, 'empty.txt'])
        write(`in/${name}`, name === 'empty.txt' ? '' : name);
      symlinkSync('a.txt', join(folder, 'in/link.txt'));
      execFileSync('tar', [
        '--format',
        format,
        '--sort=name',
        '-czf',
        join(folder, 'a.tar.gz'),
        '-C',
        join(folder, 'in'),
        '.',
      ]);
      const { listed, notes } = await listWithNotes(join(folder, 'a.tar.gz'));
      expect(listed.map(({ uri, content }) => [decodeURIComponent(uri), content])).toEqual([
        ['a.tar.gz!/a.txt', 'a.txt'],
        ['a.tar.gz!/empty.txt', ''],
        ['a.tar.gz!/空 格\n行😀.txt', '空 格\n行😀.txt'],
        [`a.tar.gz!/${long}`, long],
      ]);
      expect(notes).toEqual(['a.tar.gz: 1 name was passed over as no documents: 1 link']);
    },
  );

  it('give names in GBK, in the header, before it and in a pax record', async () => {
    const name = iconv.encode('部门/预算.txt', 'gbk');
    const content = Buffer.from('甲');
    write(
      'a.tar',
      buildTar([
        { name, content },
        { name: '././@LongLink', type: 'L', content: Buffer.concat([name, Buffer.from('\0')]) },
        { name: 'short', content },
        { name: 'pax', type: 'x', content: Buffer.concat([paxRecord('mtime', '1.5'), paxRecord('path', name)]) },
        { name: 'short', content },
      ]),
    );
    expect((await lines({}, folder)).map(decodeURI)).toEqual([
      'a.tar!/部门/预算.txt 甲',
      'a.tar!/部门/预算.txt#2 甲',
      'a.tar!/部门/预算.txt#3 甲',
    ]);
  });

  it('pass over links, devices and pipes with a note', async () => {
    const types = ['1', '2', '3', '4', '6', '5', 'V'];
    write('a.tar', buildTar([...types.map((type) => ({ name: `${type}.txt`, type })), { name: 'a.txt' }]));
    expect(await listWithNotes(folder)).toMatchObject({
      listed: [{ uri: 'a.tar!/a.txt' }],
      notes: ['a.tar: 5 names were passed over as no documents: 3 device, 2 link'],
    });
  });

  it('give no file that they hold in pieces', async () => {
    const sparse = Buffer.concat([paxRecord('GNU.sparse.major', '1'), paxRecord('GNU.sparse.name', 'a.txt')]);
    write(
      'a.tar',
      buildTar([
        { name: 'pax', type: 'x', content: sparse },
        { name: 'GNUSparseFile.0/a.txt', content: Buffer.from('1\n0\n') },
        { name: 'b.txt', type: 'S', content: Buffer.from('b') },
        { name: 'c.txt', type: 'M', content: Buffer.from('c') },
        { name: 'd.txt', content: Buffer.from('d') },
      ]),
    );
    expect(await lines({}, folder)).toEqual([
      'a.tar!/a.txt refused: source-unreadable',
      'a.tar!/b.txt refused: source-unreadable',
      'a.tar!/c.txt refused: source-unreadable',
      'a.tar!/d.txt d',
    ]);
  });

  it('that are cut short or damaged give what can be read, then themselves', async () => {
    const tar = tarOf('a.txt', 'b.txt', 'c.txt');
    const flipped = Buffer.from(tar);
    flipped.write('x', 1024);
    const packed = gzipSync(tar, { level: 0 });
    write('cut.tar', tar.subarray(0, 1024 + 512 + 2));
    write('flipped.tar', flipped);
    write('header.tar', tar.subarray(0, 1024 + 100));
    write('mark.tar', tar.subarray(0, 3 * 1024));
    write('none.tar', '');
    write('packed.tgz', packed.subarray(0, packed.indexOf('b.txt', 1024 + 512) + 2));
    write('unsure.tgz', gzipSync(tarOf('a.txt')).subarray(0, -8));
    expect(await lines({}, folder)).toEqual([
      'cut.tar!/a.txt a.txt',
      'cut.tar!/b.txt refused: source-unreadable',
      'cut.tar refused: source-unreadable',
      'flipped.tar!/a.txt a.txt',
      'flipped.tar refused: source-unreadable',
      'header.tar!/a.txt a.txt',
      'header.tar refused: source-unreadable',
      ...['a', 'b', 'c'].map((name) => `mark.tar!/${name}.txt ${name}.txt`),
      'mark.tar refused: source-unreadable',
      'none.tar refused: source-unreadable',
      'packed.tgz!/a.txt a.txt',
      'packed.tgz!/b.txt refused: source-unreadable',
      'packed.tgz refused: source-unreadable',
      'unsure.tgz!/a.txt a.txt',
      'unsure.tgz refused: source-unreadable',
    ]);
  });

  it('whose checksum is wrong give nothing, for nobody knows which member is damaged', async () => {
    const packed = gzipSync(tarOf('a.txt', 'b.txt'), { level: 0 });
    packed.write('8', packed.indexOf('a.txt', 512));
    write('a.tgz', packed);
    const { sources } = await listWith({}, folder);
    expect(sources.map(({ fileName }) => fileName)).toEqual(['a.tgz']);
    expect(await refusalOf(sources[0])).toContain('another checksum');
  });

  it('are read on behind an end mark, where another is appended, and not where something else is', async () => {
    write('a.tar', Buffer.concat([tarOf('a.txt'), tarOf('b.txt'), Buffer.alloc(512, 'rest')]));
    expect(await lines({}, folder)).toEqual(['a.tar!/a.txt a.txt', 'a.tar!/b.txt b.txt']);
  });

  it('give a member once, and only in its turn', async () => {
    const path = write('a.tar', tarOf('a.txt', 'b.txt'));
    const sources = listSources([path]);
    const first = await sources.next();
    const second = await sources.next();
    if (first.done === true || second.done === true) throw new Error('two members');
    await expect(first.value.read()).rejects.toThrow('once');
    expect(Buffer.from(await second.value.read()).toString()).toBe('b.txt');
    await expect(second.value.read()).rejects.toThrow('once');
    await sources.return(undefined);
  });

  it('of any bytes end, with a reason', async () => {
    const block = fc.uint8Array({ minLength: 1, maxLength: 512 }).map((bytes) => Buffer.from(bytes));
    const member = fc.record({
      name: fc.string({ maxLength: 20 }),
      type: fc.constantFrom('0', '1', '2', '5', '7', 'x', 'g', 'L', 'K', 'S', 'M', 'V', 'D'),
      statedSize: fc.integer({ min: 0, max: 3000 }),
      content: block,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(block, member.map(tarEntry)), { maxLength: 6 }),
        fc.boolean(),
        async (parts, packed) => {
          const tar = Buffer.concat(parts);
          const path = write('any.tar', packed ? gzipSync(tar) : tar);
          const { sources } = await listWith({}, path);
          for (const { uri } of sources) expect(uri).toMatch(/any\.tar(?:!\/.*)?$/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const EVIL = ['../../evil.txt', '/etc/evil.txt', 'C:\\x\\evil.txt', '..\\..\\evil.txt', 'a\nb.txt', '😀.txt'];

describe('names of members', () => {
  it.each([
    ['zip', zipOf(...EVIL, 'nul\0.txt')],
    ['tar', tarOf(...EVIL)],
  ])('stay within the address of a %s and never touch the disk', async (format, bytes) => {
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    const path = write(`deep/er/a.${format}`, bytes);
    const { sources } = await listWith({}, path);
    for (const { uri } of sources) {
      expect(uri.startsWith(`file://${path}!/`)).toBe(true);
      expect(new URL(uri).href).toBe(uri);
    }
    expect(sources).toHaveLength(format === 'zip' ? 7 : 6);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(3);
  });

  it('of links in a zip archive are passed over', async () => {
    const link = { name: Buffer.from('link.txt'), content: Buffer.from('/etc/passwd'), unixMode: 0o120_777 };
    write('a.zip', buildZip([link, { name: Buffer.from('a.txt'), content: Buffer.from('a'), unixMode: 0o100_644 }]));
    expect(await listWithNotes(folder)).toMatchObject({
      listed: [{ uri: 'a.zip!/a.txt', content: 'a' }],
      notes: ['a.zip: 1 name was passed over as no documents: 1 link'],
    });
  });
});

/** An archive of the given one and a document behind it. */
function zipAround(name: string, content: Buffer): Buffer {
  return buildZip([
    { name: Buffer.from(name), content },
    { name: Buffer.from('z.txt'), content: Buffer.from('z') },
  ]);
}

function tarAround(name: string, content: Buffer): Buffer {
  return buildTar([
    { name, content },
    { name: 'z.txt', content: Buffer.from('z') },
  ]);
}

describe('archives in archives', () => {
  it('are opened where they lie, whatever is in what', async () => {
    write('a.zip', zipAround('部门/b.tar.gz', gzipSync(tarAround('c.zip', zipOf('d.txt', 'about.json')))));
    write('b.tgz', gzipSync(tarAround('c.zip', zipAround('d.tar', tarOf('e.txt')))));
    const { listed, notes } = await listWithNotes(folder);
    expect(listed.map(({ uri, content }) => `${decodeURI(uri)} ${content}`)).toEqual([
      'a.zip!/部门/b.tar.gz!/c.zip!/d.txt d.txt',
      'a.zip!/部门/b.tar.gz!/z.txt z',
      'a.zip!/z.txt z',
      'b.tgz!/c.zip!/d.tar!/e.txt e.txt',
      'b.tgz!/c.zip!/z.txt z',
      'b.tgz!/z.txt z',
    ]);
    expect(notes.map(decodeURI)).toEqual([
      'a.zip!/部门/b.tar.gz!/c.zip: 1 name was passed over as no documents: 1 .json',
    ]);
  });

  it('are told by their names: a docx is a document', async () => {
    write('a.zip', zipAround('b.docx', zipOf('word/document.xml')));
    expect((await listWith({}, folder)).sources.map(({ fileName }) => fileName)).toEqual(['b.docx', 'z.txt']);
  });

  it('that are damaged are sources of their own, and those behind them are read', async () => {
    write('a.zip', zipAround('b.zip', zipOf('c.txt').subarray(0, 30)));
    expect(await lines({}, folder)).toEqual(['a.zip!/b.zip refused: source-unreadable', 'a.zip!/z.txt z']);
  });

  it('deeper than the bound are sources that can not be read', async () => {
    const inner = Array.from({ length: ARCHIVE_LIMITS.depth }).reduce<Buffer>(
      (content) => zipAround('n.zip', content),
      zipOf('deepest.txt'),
    );
    write('a.zip', inner);
    const { sources, listed } = await listWith({}, folder);
    expect(listed.map(({ uri, content }) => `${uri} ${content}`)).toEqual([
      'a.zip!/n.zip!/n.zip!/n.zip!/n.zip refused: source-unreadable',
      'a.zip!/n.zip!/n.zip!/n.zip!/z.txt z',
      'a.zip!/n.zip!/n.zip!/z.txt z',
      'a.zip!/n.zip!/z.txt z',
      'a.zip!/z.txt z',
    ]);
    expect(await refusalOf(sources[0])).toContain('only 4 in each other are opened');
  });
});

describe('limits of an archive', () => {
  async function walk(path: string, limits: Partial<ArchiveLimits>) {
    const walked: Source[] = [];
    const contents: string[] = [];
    const stamp = { byteSize: 0, modifiedUs: 0n };
    const sources = archiveSources(locate(path), stamp, () => undefined, { ...ARCHIVE_LIMITS, ...limits });
    for (;;) {
      const next = await sources.next();
      if (next.done === true) return { walked, contents, end: next.value };
      walked.push(next.value);
      contents.push(`${next.value.fileName} ${await refusalOf(next.value)}`);
    }
  }

  const zeros = Buffer.alloc(1_000_000);
  const bomb = { unpackedBytes: 10_000, unpackedRatio: 0 };

  it.each([
    ['a.tgz', gzipSync(tarAround('bomb.txt', zeros))],
    ['a.zip', zipAround('bomb.txt', zeros)],
    ['nested.zip', zipAround('bomb.tgz', gzipSync(tarAround('bomb.txt', zeros)))],
    ['deep.tgz', gzipSync(tarAround('bomb.zip', zipAround('bomb.txt', zeros)))],
  ])('bound what %s unpacks to', async (name, bytes) => {
    const { walked, end } = await walk(write(name, bytes), bomb);
    const last = walked.at(-1);
    expect(last?.fileName).toBe(name);
    expect(await refusalOf(last)).toContain('unpacks to more than 10000 bytes');
    expect(end).toMatchObject({ whole: false });
    expect(walked.map(({ fileName }) => fileName)).not.toContain('z.txt');
  });

  it.each([
    ['a.tar', tarOf('a.txt', 'b.txt', 'c.txt')],
    ['a.zip', zipOf('a.txt', 'b.txt', 'c.txt')],
    ['nested.zip', buildZip([{ name: Buffer.from('n.tar'), content: tarOf('a.txt', 'b.txt', 'c.txt') }])],
  ])('bound the members of %s', async (name, bytes) => {
    const { contents, end } = await walk(write(name, bytes), { entries: 2 });
    expect(contents.at(-1)).toContain('holds more than 2 members');
    expect(contents[0]).toBe('a.txt read');
    expect(end.whole).toBe(false);
  });
});

describe('an archive on disk', () => {
  it('shares no address with a folder or member that is named like the way into it', async () => {
    write('a.zip', buildZip([{ name: Buffer.from('n.zip'), content: zipOf('1.txt') }]));
    write('a.zip!/n.zip!/1.txt');
    write(
      'b.zip',
      buildZip([
        { name: Buffer.from('n.zip'), content: zipOf('1.txt') },
        { name: Buffer.from('n.zip!/1.txt'), content: Buffer.from('folder') },
      ]),
    );
    const { listed } = await listWith({}, folder);
    expect(listed.map(({ uri }) => uri)).toEqual([
      'a.zip!/n.zip!/1.txt',
      'a.zip%21/n.zip%21/1.txt',
      'b.zip!/n.zip!/1.txt',
      'b.zip!/n.zip%21/1.txt',
    ]);
  });

  it('is passed by where it need not be opened, and told of once it was walked', async () => {
    for (const name of ['a.zip', 'b.tgz', 'c.zip'])
      write(name, name === 'b.tgz' ? tarOf('1.txt', '2.txt') : zipOf('1.txt'));
    write('d.zip', zipAround('n.zip', Buffer.from('damaged')));
    const ends: string[] = [];
    const asked: ListedArchive[] = [];
    const { notes, listed } = await listWith(
      {
        skipArchive: (archive) => {
          asked.push(archive);
          return Promise.resolve(archive.uri.endsWith('a.zip'));
        },
        onArchiveEnd: ({ uri, whole, members, byteSize }) => {
          ends.push(`${uri.slice(-5)} ${whole} ${members} ${byteSize > 0}`);
        },
      },
      folder,
    );
    expect(ends).toEqual(['b.tgz true 2 true', 'c.zip true 1 true', 'd.zip false 1 true']);
    expect(notes).toEqual([]);
    expect(listed[0]?.uri).toBe('b.tgz!/1.txt');
    expect(asked.map(({ uri }) => uri.slice(-5))).toEqual(['a.zip', 'b.tgz', 'c.zip', 'd.zip']);
  });

  it('is known to its members, however deep, with size and time', async () => {
    const path = write('a.zip', zipAround('n.zip', zipOf('1.txt')));
    const { sources } = await listWith({}, folder);
    expect(sources).toHaveLength(2);
    for (const { file, container } of sources) {
      expect(file).toBeNull();
      expect(container).toMatchObject({ uri: `file://${path}`, path });
      expect(container?.byteSize).toBeGreaterThan(100);
      expect(Math.abs(Number((container?.modifiedUs ?? 0n) / 1000n) - Date.now())).toBeLessThan(60_000);
    }
  });
});
