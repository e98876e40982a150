/** What a dry run says, and that it says it only. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { planRun } from '../../pipelines/plan.js';
import { run } from '../../pipelines/run.js';
import { openArchive } from '../../sinks/index.js';
import { call } from '../builders/call.js';
import { buildZip } from '../builders/zip.js';

let folder: string;
let input: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-plan-'));
  input = join(folder, 'in');
  out = join(folder, 'out');
  mkdirSync(input);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A file that was left alone for an hour. */
function write(name: string, content: string | Uint8Array): void {
  const path = join(input, name);
  writeFileSync(path, content);
  const hourAgo = Date.now() / 1000 - 3_600;
  utimesSync(path, hourAgo, hourAgo);
}

const text = (no: number): string => `第${no}局2024年部门预算\n`;

it('counts what is new, by its bytes, and makes no folder', async () => {
  write('a.txt', text(1));
  write('copy.txt', text(1));
  write('b.txt', '%PDF-1.7\n');
  write('c.zip', buildZip([{ name: Buffer.from('d.txt'), content: Buffer.from(text(2)) }]));
  write('broken.zip', 'PK');
  const plan = await planRun({ inputs: [input], outDir: out });
  expect(plan).toMatchObject({ found: 5, new: 3, copies: 1, unreadable: 1, unchanged: 0, changed: 0 });
  expect(plan.formats).toEqual({ text: 2, pdf: 1 });
  expect(existsSync(out)).toBe(false);
});

it('counts what the archive knows, and leaves it as it was', async () => {
  for (const no of [1, 2, 3]) write(`${no}.txt`, text(no));
  write('empty.txt', '');
  write('c.zip', buildZip([{ name: Buffer.from('d.txt'), content: Buffer.from(text(9)) }]));
  await run({ inputs: [input], outDir: out, jobs: 0 });
  write('1.txt', text(11));
  write('4.txt', text(4));
  const before = readdirSync(out, { recursive: true });
  const plan = await planRun({ inputs: [input], outDir: out });
  expect(plan).toMatchObject({ found: 6, unchanged: 3, changed: 1, new: 1, quarantinedBefore: 1 });
  expect(readdirSync(out, { recursive: true })).toEqual(before);
  expect(await planRun({ inputs: [input], outDir: out, reprocess: 'all' })).toMatchObject({ unchanged: 0, changed: 5 });
  const { counts } = await run({ inputs: [input], outDir: out, jobs: 0 });
  expect(counts).toEqual({ seen: 6, loaded: 2, unchanged: 3, quarantined: 1 });
});

it('is printed with the settings in force, and refused while a run writes', async () => {
  write('a.txt', text(1));
  const ended = await call('run', input, '--out', out, '--dry-run', '--jobs', '3', '--no-config');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^dry run, nothing is written\nsources: 1 found; to be read: 1 new/);
  expect(ended.stdout).toMatch(/^limits: .*--max-memory 2048 \(MiB\), .*--max-unpacked 512 \(MiB\)$/m);
  expect(ended.stdout).toMatch(/settings: jobs 3, /);
  const json = await call('run', input, '--out', out, '--dry-run', '--log-format', 'json');
  expect(JSON.parse(json.stdout)).toMatchObject({ found: 1, settings: { out, parquet: 'beside' } });
  expect(existsSync(out)).toBe(false);
  const archive = await openArchive(out, { pipelineVersion: '1' });
  try {
    expect(await call('run', input, '--out', out, '--dry-run')).toMatchObject({ code: 1, stdout: '' });
  } finally {
    await archive.close();
  }
});
