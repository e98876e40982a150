/** Runs over several files that were fetched from one address: each is a source, and the last one that the manifest names is what the address holds. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, type RunResult } from '../../pipelines/index.js';
import { query } from '../sinks/archive-folder.js';

const LONG_AGO = new Date(Date.UTC(2024, 0, 1));
const ADDRESS = 'http://a.cn/budget.txt';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'addresses-test-'));
  for (const name of ['甲', '乙', '丙']) {
    const path = join(folder, `${name}.txt`);
    writeFileSync(path, name);
    utimesSync(path, LONG_AGO, LONG_AGO);
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runOver(...names: readonly string[]): Promise<RunResult> {
  const manifest = join(folder, 'm.jsonl');
  const records = names.map((name, no) => JSON.stringify({ path: `${name}.txt`, source_uri: ADDRESS, no }));
  writeFileSync(manifest, records.join('\n'));
  return run({ inputs: [], manifests: [manifest], outDir: join(folder, 'out'), jobs: 0 });
}

/** What the address holds, what it held, and what the manifest says of each. */
async function held(): Promise<readonly unknown[]> {
  const sql = `SELECT concat_ws(' ', s.file_name, b.text, metadata ->> 'no', CASE WHEN superseded_at IS NULL THEN 'now' END) AS held
    FROM document_sources s JOIN raw_blocks b USING (document_id) ORDER BY superseded_at IS NULL, s.file_name DESC`;
  return (await query(join(folder, 'out'), sql)).map((row) => row['held']);
}

it('a new file at a known address is read, beside those that are as they were', async () => {
  expect((await runOver('甲', '乙')).counts).toMatchObject({ loaded: 2 });
  expect(await held()).toEqual(['甲.txt 甲 0', '乙.txt 乙 1 now']);
  expect((await runOver('甲', '乙', '丙')).counts).toMatchObject({ seen: 3, loaded: 1, unchanged: 2 });
  expect(await held()).toEqual(['甲.txt 甲 0', '乙.txt 乙 1', '丙.txt 丙 2 now']);
  expect((await runOver('甲', '乙', '丙')).counts).toMatchObject({ seen: 3, unchanged: 3 });
  expect(await held()).toEqual(['甲.txt 甲 0', '乙.txt 乙 1', '丙.txt 丙 2 now']);
});

it('the last record counts, in whatever order they come and whichever were named before', async () => {
  await runOver('甲', '乙');
  await runOver('乙', '甲');
  expect(await held()).toEqual(['乙.txt 乙 0', '甲.txt 甲 1 now']);
  expect((await runOver('甲', '乙', '甲')).counts).toMatchObject({ seen: 3, unchanged: 3 });
  expect(await held()).toEqual(['乙.txt 乙 1', '甲.txt 甲 2 now']);
});

it('a record that could not be used is forgotten once it is mended', async () => {
  const manifest = join(folder, 'm.jsonl');
  const runWith = (record: object): Promise<RunResult> => {
    writeFileSync(manifest, JSON.stringify({ path: '甲.txt', ...record }));
    return run({ inputs: [], manifests: [manifest], outDir: join(folder, 'out'), jobs: 0 });
  };
  const broken = await runWith({ fetched_at: 'some day' });
  expect([broken.unreadable, broken.totals.unreadable]).toEqual([1, 1]);
  const mended = await runWith({ fetched_at: '2024-02-01' });
  expect([mended.unreadable, mended.totals.unreadable]).toEqual([0, 0]);
});
