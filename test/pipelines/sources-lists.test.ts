/** Lists of paths on standard input, manifests, and what a listing knows of files. */
import { mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { findInputs, listSources, readManifest, type Source, type SourceNote } from '../../pipelines/sources/index.js';
import { UriSet } from '../../pipelines/sources/uri-set.js';
import { tarOf } from '../builders/tar.js';
import { zipOf } from '../builders/zip.js';
import { refusalOf, sourceFolder } from './source-folder.js';

const { path: folder, write, shorten, lines, listWith } = sourceFolder();

async function* streamOf(...chunks: readonly (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk));
}

const bytewise = (text: string): Buffer[] => Array.from(Buffer.from(text), (byte) => Buffer.of(byte));

describe('a list on standard input', () => {
  const of = (...chunks: readonly (string | Buffer)[]): Promise<string[]> => lines({ stdin: streamOf(...chunks) }, '-');

  it('names files, folders and archives, one a line, in chunks of any size', async () => {
    const [a, b, zip] = [write('a.txt'), write('b/2.txt'), write('c.zip', zipOf('3.txt'))];
    const list = `${relative(process.cwd(), a)}\r\n\n${join(b, '..')}\n${zip}\n${a}\n${folder}/gone.txt`;
    const expected = ['a.txt a.txt', 'b/2.txt b/2.txt', 'c.zip!/3.txt 3.txt', 'gone.txt refused: source-unreadable'];
    expect(await of(list)).toEqual(expected);
    expect(await of(...bytewise(list))).toEqual(expected);
    expect(await of('')).toEqual([]);
  });

  it('says that it names nothing', async () => {
    const notes: SourceNote[] = [];
    for await (const source of listSources(['-'], (note) => void notes.push(note), { stdin: streamOf('\n', '\n') }))
      expect(source).toBeUndefined();
    expect(notes).toEqual([{ code: 'no-documents', message: 'standard input names no paths', uri: 'stdin:' }]);
  });

  it('divided by NUL names files with line ends', async () => {
    const [odd, plain] = [write('a\nb.txt', 'odd'), write('c.txt')];
    expect(await of(...bytewise(`${odd}\0${plain}\0`))).toEqual(['a%0Ab.txt odd', 'c.txt c.txt']);
  });

  it.skipIf(process.platform !== 'linux')('names files whose names are GBK bytes', async () => {
    const path = Buffer.concat([Buffer.from(`${folder}/`), iconv.encode('预算', 'gbk')]);
    mkdirSync(path);
    const file = Buffer.concat([path, Buffer.from('/'), iconv.encode('甲.txt', 'gbk')]);
    const zip = Buffer.concat([path, Buffer.from('/'), iconv.encode('丙.zip', 'gbk')]);
    writeFileSync(file, '甲');
    writeFileSync(zip, zipOf('c.txt'));
    const found = await lines({}, folder);
    const step = Buffer.from(`/./../${basename(folder)}/`);
    const roundabout = Buffer.concat([Buffer.from(folder), step, file.subarray(folder.length + 1)]);
    expect(await of(Buffer.concat([file, Buffer.from('\n'), zip, Buffer.from('\n'), roundabout]))).toEqual(
      found.toReversed(),
    );
    expect(found).toEqual(['%D4%A4%CB%E3/%B1%FB.zip!/c.txt c.txt', '%D4%A4%CB%E3/%BC%D7.txt 甲']);
  });

  it('with lines that are no paths gives sources that can not be read, and goes on', async () => {
    const path = write('a.txt');
    const listed = await of(`${'x'.repeat(2_000_000)}\n${path}\n/\0/x\n`);
    expect(listed).toEqual([
      'stdin:#1 refused: source-unreadable',
      'a.txt a.txt',
      'file:///%00/x refused: source-unreadable',
    ]);
  });

  it('is one of the inputs that are found', async () => {
    expect(await findInputs(['-', 'gone'], ['gone.csv', write('m.csv')])).toEqual({
      found: ['-'],
      manifests: [join(folder, 'm.csv')],
      missingManifests: ['gone.csv'],
      missing: ['gone'],
    });
  });
});

async function listManifest(name: string, content: string | Buffer): Promise<readonly Source[]> {
  return (await listWith({ manifests: [write(name, content)] })).sources;
}

const json = (...records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

describe('a manifest', () => {
  it('gives files, archives and folders with their addresses, times and metadata', async () => {
    for (const name of ['a.txt', 'in/b.txt', 'in/c/d.txt']) write(`crawl/${name}`);
    write('crawl/e.zip', zipOf('x/f.txt'));
    const sources = await listManifest(
      'crawl/m.jsonl',
      json(
        {
          path: 'a.txt',
          source_uri: 'http://某局.gov.cn/预算 1.txt',
          fetched_at: '2024-03-01T08:00:00+08:00',
          depth: 3,
          tags: ['x'],
        },
        { path: './in', source_uri: 'http://a.gov.cn/in/', fetched_at: '2024-03-02' },
        { path: 'e.zip', source_uri: 'http://a.gov.cn/e.zip', title: '全部' },
        { path: join(folder, 'crawl/in/b.txt') },
      ),
    );
    expect(
      sources.map(({ uri, fetchedAt, metadata }) => [shorten(uri), fetchedAt?.toISOString() ?? null, metadata]),
    ).toEqual([
      ['http://xn--dgtx2y.gov.cn/%E9%A2%84%E7%AE%97%201.txt', '2024-03-01T00:00:00.000Z', { depth: 3, tags: ['x'] }],
      ['http://a.gov.cn/in/b.txt', '2024-03-02T00:00:00.000Z', null],
      ['http://a.gov.cn/in/c/d.txt', '2024-03-02T00:00:00.000Z', null],
      ['http://a.gov.cn/e.zip!/x/f.txt', null, { title: '全部' }],
      ['crawl/in/b.txt', null, null],
    ]);
    expect(sources.map(({ file, container }) => relative(folder, String((file ?? container)?.path)))).toEqual(
      ['a.txt', 'in/b.txt', 'in/c/d.txt', 'e.zip', 'in/b.txt'].map((name) => `crawl/${name}`),
    );
  });

  it('keeps numbers as they are written, as text where they have more digits than a number keeps', async () => {
    write('a.txt');
    const record =
      '{"path":"a.txt","id":12345678901234567890,"far":1e400,"n":[0.1,-1.50,1e3],"text":"\\"12345678901234567890"}';
    expect((await listManifest('m.jsonl', record))[0]?.metadata).toEqual({
      id: '12345678901234567890',
      far: '1e400',
      n: [0.1, -1.5, 1000],
      text: '"12345678901234567890',
    });
  });

  it('in CSV with two stray quotes loses what they are in, and nothing between them', async () => {
    for (const name of ['1', '2', '3', '4', '5']) write(`${name}.txt`);
    const csv = 'path,title\n1.txt,5" pipe\n2.txt,ok\n3.txt,ok\n4.txt,6" pipe\n5.txt,ok\n';
    const sources = await listManifest('m.csv', csv);
    expect(sources.map(({ uri }) => shorten(uri))).toEqual(['m.csv#L2', '2.txt', '3.txt', 'm.csv#L5', '5.txt']);
  });

  it('in CSV has the same records, names of columns in any case, in UTF-8 or GB18030', async () => {
    const path = write('预算,甲.txt');
    const csv =
      '\ufeff Path ,SOURCE_URI,fetched_at, 标题\r\n"预算,甲.txt",http://a.cn/1,2024-01-02T03:04:05Z,"第一\r\n""行"""\r\n\r\n预算.txt,,\r\n';
    const expected = [
      ['http://a.cn/1', '2024-01-02T03:04:05.000Z', { 标题: '第一\n"行"' }],
      [encodeURI('预算.txt'), null, null],
    ];
    for (const content of [csv, iconv.encode(csv.slice(1), 'gb18030')]) {
      const sources = await listManifest('m.csv', content);
      expect(
        sources.map(({ uri, fetchedAt, metadata }) => [shorten(uri), fetchedAt?.toISOString() ?? null, metadata]),
      ).toEqual(expected);
      expect(sources[0]?.file?.path).toBe(path);
    }
  });

  it('gives lines that are no record as sources that can not be read, and goes on', async () => {
    write('a.txt');
    const bad = [
      '{"path":',
      '[1]',
      '{"uri":"x"}',
      '{"path":7}',
      '{"path":"a.txt","fetched_at":"yesterday"}',
      '{"path":"a.txt","source_uri":"a.cn/x"}',
      `{"x":"${'x'.repeat(2_000_000)}"}`,
    ];
    const sources = await listManifest('m.jsonl', `${bad.join('\n')}\n\n{"path":"a.txt"}`);
    expect(sources.map(({ uri }) => shorten(uri))).toEqual([...bad.map((_, at) => `m.jsonl#L${at + 1}`), 'a.txt']);
    const reasons = await Promise.all(sources.map(refusalOf));
    for (const [at, reason] of [
      'no JSON',
      'no JSON object',
      'no path',
      'path is no text',
      'fetched_at',
      'source_uri',
      'too long',
      'read',
    ].entries())
      expect(reasons[at]).toContain(reason);
    await expect(sources[0]?.read()).rejects.toMatchObject({ code: 'manifest-record-unusable' });
  });

  it('in CSV tells rows that do not fit and quotes that nothing closes, with their lines', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name);
    const rows = ['path,note', 'a.txt,"two\nlines"', 'b.txt,x,y', 'b.txt,"open', 'b.txt,1', '"c".txt,x', 'c.txt'];
    const sources = await listManifest('m.csv', rows.join('\n'));
    expect(sources.map(({ uri }) => shorten(uri))).toEqual([
      'a.txt',
      'm.csv#L4',
      'm.csv#L5',
      'b.txt',
      'm.csv#L7',
      'c.txt',
    ]);
    const many = ['path', '"a.txt', ...Array.from({ length: 300 }, (_, at) => `${at}.txt`)];
    const uris = (await listManifest('m.csv', many.join('\n'))).map(({ uri }) => shorten(uri));
    expect(uris.slice(0, 3)).toEqual(['m.csv#L2', '0.txt', '1.txt']);
    expect(uris).toHaveLength(301);
  });

  it.each([
    [
      'm.csv',
      'file,uri\na.txt,b',
      'm.csv#L1',
      'no column path (known are path, source_uri, fetched_at; it names "file, uri")',
    ],
    ['m.csv', 'path,PATH\na.txt,b', 'm.csv#L1', 'twice'],
    ['m.jsonl', '{"path":"a.txt"," Path ":"b.txt"}', 'm.jsonl#L1', 'twice'],
    ['m.jsonl', `{"path":"${'\\"'.repeat(400_000)}`, 'm.jsonl#L1', 'JSON'],
    ['m.csv', Buffer.from('\ufeffpath\na.txt', 'utf16le'), 'm.csv', 'UTF-16'],
  ])('that can not be used, %s %#, is one source that can not be read', async (name, content, uri, reason) => {
    const sources = await listManifest(name, content);
    expect(sources.map((source) => shorten(source.uri))).toEqual([uri]);
    expect(await refusalOf(sources[0])).toContain(reason);
  });

  it('that is not there, or is a folder, is a source that can not be read', async () => {
    expect(await lines({ manifests: [join(folder, 'gone.csv'), folder] })).toEqual([
      'gone.csv refused: source-unreadable',
      ' refused: source-unreadable',
    ]);
  });

  it('speaks for a file that a folder holds too, is no document of it, and may name several files of one address', async () => {
    for (const name of ['1.txt', '2.txt', '3.txt']) write(name);
    const uri = 'http://a.cn/';
    const manifest = write(
      'm.csv',
      `path,source_uri,n\n1.txt,,x\n2.txt,${uri},y\n3.txt,${uri},z\n3.txt,${uri},again\n`,
    );
    const { sources } = await listWith({ manifests: [manifest] }, folder);
    expect(sources.map((source) => `${shorten(source.uri)} ${String(source.metadata?.['n'])}`)).toEqual([
      '1.txt x',
      `${uri} y`,
      `${uri} z`,
      `${uri} again`,
      '2.txt undefined',
      '3.txt undefined',
    ]);
  });

  it('is read as it goes', async () => {
    const path = write('m.jsonl', json({ path: 'a.txt' }).repeat(200_000));
    const before = process.memoryUsage().rss;
    let count = 0;
    for await (const { no } of readManifest(path)) count = no;
    expect(count).toBe(200_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('a listing', () => {
  it('knows size and time of files, and that others have none', async () => {
    const path = write('a.txt', '12345');
    utimesSync(path, 1_700_000_000, 1_700_000_000.123456);
    write('b.tar', tarOf('c.txt'));
    const [file, member, gone] = (await listWith({}, folder, join(folder, 'gone.txt'))).sources;
    expect(file?.file).toEqual({ path, byteSize: 5, modifiedUs: statSync(path, { bigint: true }).mtimeNs / 1000n });
    expect(file?.file?.modifiedUs).toBeGreaterThan(1_700_000_000_123_000n);
    expect(file).toMatchObject({ container: null, metadata: null, fetchedAt: null });
    expect(member?.file).toBeNull();
    expect(gone).toMatchObject({ file: null, container: null });
  });

  it('is lazy: what comes later is not looked at before', async () => {
    const sources = listSources([write('a.txt'), join(folder, 'b.txt')]);
    await sources.next();
    write('b.txt');
    const second = await sources.next();
    expect(second.done === true ? null : second.value.file?.byteSize).toBe(5);
  });
});

describe('a set of addresses', () => {
  it('holds each once, however many', () => {
    const set = new UriSet();
    const uris = Array.from({ length: 20_000 }, (_, at) => `file:///in/${at}.txt`);
    expect(uris.every((uri) => set.add(uri))).toBe(true);
    expect(uris.some((uri) => set.add(uri))).toBe(false);
  });
});
