/** Runs over archives of files: one that looks as it did when it was read is not opened, and what it holds is what it held; any other is. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, type RunOptions, type RunResult } from '../../pipelines/index.js';
import { tarEntry } from '../builders/tar.js';
import { buildZip } from '../builders/zip.js';
import { query } from '../sinks/archive-folder.js';

const EARLIER = new Date(Date.UTC(2023, 0, 1));
const LONG_AGO = new Date(Date.UTC(2024, 0, 1));
const LATER = new Date(Date.UTC(2024, 5, 1));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'containers-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array, changed = LONG_AGO): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  utimesSync(path, changed, changed);
  return path;
}

function runOver(options: Partial<RunOptions>): Promise<RunResult> {
  return run({ inputs: [], outDir: join(folder, 'out'), jobs: 0, ...options });
}

async function provenance(): Promise<readonly unknown[]> {
  const sql = `SELECT concat_ws(' ', file_name, metadata ->> 'depth', fetched_at::DATE) AS said FROM document_sources ORDER BY said`;
  return (await query(join(folder, 'out'), sql)).map(({ said }) => said);
}

it('takes over what a manifest says now; what it leaves out, or no manifest says, stays', async () => {
  const members = ['甲.txt', '乙.txt'].map((name) => ({ name: Buffer.from(name), content: Buffer.from(name) }));
  const zip = write('a.zip', buildZip(members));
  const manifest = (record: object): readonly string[] => [
    write('m.jsonl', JSON.stringify({ path: 'a.zip', ...record })),
  ];

  const first = await runOver({ manifests: manifest({ depth: 1, fetched_at: '2024-03-01' }) });
  expect(first.counts).toMatchObject({ seen: 2, loaded: 2 });
  expect(await provenance()).toEqual(['乙.txt 1 2024-03-01', '甲.txt 1 2024-03-01']);

  // Other bytes of the same length: that nobody complains shows that the archive was not opened.
  write('a.zip', Buffer.alloc(statSync(zip).size, 'x'));
  const second = await runOver({ manifests: manifest({ depth: 2 }) });
  expect(second.counts).toMatchObject({ seen: 2, unchanged: 2 });
  expect(await provenance()).toEqual(['乙.txt 2 2024-03-01', '甲.txt 2 2024-03-01']);

  const third = await runOver({ inputs: [zip], manifests: manifest({ fetched_at: '2024-05-01' }) });
  expect(third.counts).toMatchObject({ seen: 2, unchanged: 2 });
  expect(await provenance()).toEqual(['乙.txt 2 2024-05-01', '甲.txt 2 2024-05-01']);

  expect((await runOver({ inputs: [zip] })).counts).toMatchObject({ seen: 2, unchanged: 2 });
  expect(await provenance()).toEqual(['乙.txt 2 2024-05-01', '甲.txt 2 2024-05-01']);
});

/** Texts by their names, in a zip. */
function zipOf(members: Readonly<Record<string, string>>): Buffer {
  return buildZip(
    Object.entries(members).map(([name, text]) => ({ name: Buffer.from(name), content: Buffer.from(text) })),
  );
}

/** Names of current sources, with the first words of what they hold. */
async function current(): Promise<readonly unknown[]> {
  const sql = `SELECT concat_ws(' ', s.file_name, min(b.text)) AS held FROM document_sources s LEFT JOIN raw_blocks b USING (document_id)
    WHERE superseded_at IS NULL AND missing_since IS NULL GROUP BY s.source_uri, s.file_name ORDER BY held`;
  return (await query(join(folder, 'out'), sql)).map(({ held }) => held);
}

it('what is in an archive that was away is there again when the archive is', async () => {
  mkdirSync(join(folder, 'in'));
  const zip = write('in/a.zip', zipOf({ 'a.txt': '甲', 'b.txt': '乙' }));
  const inputs = [join(folder, 'in')];
  await runOver({ inputs });
  renameSync(zip, join(folder, 'away.zip'));
  await runOver({ inputs });
  expect(await current()).toEqual([]);
  renameSync(join(folder, 'away.zip'), zip);
  expect((await runOver({ inputs })).counts).toMatchObject({ seen: 2, unchanged: 2 });
  expect(await current()).toEqual(['a.txt 甲', 'b.txt 乙']);
});

it('an archive that is as it was before a damaged one took its place is opened: its members are not', async () => {
  const tarWith = (text: string): Buffer =>
    Buffer.concat([
      tarEntry({ name: 'a.txt', content: Buffer.from('甲') }),
      tarEntry({ name: 'b.txt', content: Buffer.from(text) }),
      tarEntry({ name: 'c.txt', content: Buffer.alloc(2_000, 'c') }),
      Buffer.alloc(1_024),
    ]);
  const tar = write('a.tar', tarWith('乙'));
  await runOver({ inputs: [tar] });
  write('a.tar', tarWith('丙').subarray(0, 2_300), LATER);
  await runOver({ inputs: [tar] });
  expect(await current()).toContain('b.txt 丙');
  write('a.tar', tarWith('乙'));
  await runOver({ inputs: [tar] });
  expect(await current()).toEqual(expect.arrayContaining(['a.txt 甲', 'b.txt 乙']));
});

it('of two archives at one address the last one counts, run after run', async () => {
  write('old.zip', zipOf({ 'a.txt': '甲' }), EARLIER);
  write('new.zip', zipOf({ 'a.txt': '乙' }));
  const record = (path: string): string => JSON.stringify({ path, source_uri: 'http://a.cn/a.zip' });
  const manifests = [write('m.jsonl', `${record('old.zip')}\n${record('new.zip')}\n`)];
  for (let no = 0; no < 3; no += 1) {
    await runOver({ manifests });
    expect(await current()).toEqual(['a.txt 乙']);
  }
});

it('a member that is gone from an archive leaves, also where a manifest names the archive', async () => {
  const manifests = [write('m.jsonl', JSON.stringify({ path: 'a.zip' }))];
  write('a.zip', zipOf({ 'a.txt': '甲', 'b.txt': '乙' }));
  await runOver({ manifests });
  write('a.zip', zipOf({ 'a.txt': '甲' }), LATER);
  await runOver({ manifests });
  expect(await current()).toEqual(['a.txt 甲']);
  expect((await runOver({ manifests })).counts).toMatchObject({ seen: 1, unchanged: 1 });
});

it('a folder in the place of an archive, and the other way round, leaves nothing of what was there', async () => {
  const place = write('a.zip', zipOf({ 'a.txt': '甲' }));
  await runOver({ inputs: [place] });
  rmSync(place);
  mkdirSync(place);
  write('a.zip/b.txt', '乙');
  await runOver({ inputs: [place] });
  expect(await current()).toEqual(['b.txt 乙']);
  rmSync(place, { recursive: true });
  write('a.zip', zipOf({ 'a.txt': '甲' }));
  await runOver({ inputs: [place] });
  expect(await current()).toEqual(['a.txt 甲']);
});
