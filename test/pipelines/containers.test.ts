/** Runs over an archive of files that looks as it did when it was read: it is not opened, and what is said of it now is noted all the same. */
import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, type RunOptions, type RunResult } from '../../pipelines/index.js';
import { buildZip } from '../builders/zip.js';
import { query } from '../sinks/archive-folder.js';

const LONG_AGO = new Date(Date.UTC(2024, 0, 1));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'containers-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  utimesSync(path, LONG_AGO, LONG_AGO);
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
