/** Runs that are cut off, meet another run, or find their sources gone or oddly named. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { run } from '../../pipelines/index.js';
import { buildProgram, yusuan, yusuanDuring, yusuanInterrupted } from '../builders/cli.js';
import type { Ended } from '../builders/cli.js';
import { buildZip } from '../builders/zip.js';
import { query } from '../sinks/archive-folder.js';

let folder: string;
let inputs: string;
let out: string;

beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-trouble-'));
  inputs = join(folder, 'in');
  out = join(folder, 'out');
  mkdirSync(inputs);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content = `${name}2024年部门预算\n\n2024年支出预算100万元。\n`): void {
  writeFileSync(join(inputs, name), content);
}

async function currentNames(): Promise<readonly unknown[]> {
  const rows = await query(
    out,
    'SELECT file_name FROM document_sources WHERE missing_since IS NULL AND superseded_at IS NULL ORDER BY file_name',
  );
  return rows.map((row) => row['file_name']);
}

it('heals after a kill: the same command ends what was begun', async () => {
  for (let no = 0; no < 250; no += 1) write(`${String(no)}.txt`);
  for (let kill = 0; kill < 2; kill += 1) {
    const killed = await yusuanInterrupted('SIGKILL', 'run', inputs, '--out', out, '--log-format', 'json');
    expect(killed.code).toBe(null);
  }
  expect(yusuan('run', inputs, '--out', out).code).toBe(0);
  expect(await query(out, `SELECT count(*)::INTEGER AS n FROM documents WHERE status = 'loaded'`)).toEqual([
    { n: 250 },
  ]);
  const held = await query(
    out,
    'SELECT count(*)::INTEGER AS n, count(DISTINCT line_id)::INTEGER AS d FROM budget_lines',
  );
  expect(held).toEqual([{ n: 250, d: 250 }]);
  const shown = readdirSync(out).filter((name) => !name.startsWith('.'));
  expect(shown.sort()).toEqual(['budget.duckdb', 'parquet', 'report.html']);
});

it('says that the report page can not be written; what the run has done stands', async () => {
  write('a.txt');
  mkdirSync(join(out, 'report.html', 'in the way'), { recursive: true });
  const ended = yusuan('run', inputs, '--out', out);
  expect(ended.code).toBe(0);
  expect(ended.stderr).toMatch(/the report page could not be written: .*\[report-not-written\]/);
  expect(ended.stderr).not.toMatch(/report: /);
  expect(await currentNames()).toEqual(['a.txt']);
});

it('tells a second run who holds the folder, and lets the first go on', async () => {
  for (let no = 0; no < 250; no += 1) write(`${String(no)}.txt`);
  const second: Ended[] = [];
  const first = await yusuanDuring(
    () => second.push(yusuan('run', inputs, '--out', out)),
    ...['run', inputs, '--out', out, '--log-format', 'json'],
  );
  expect(first.code).toBe(0);
  expect(second).toMatchObject([{ code: 1, stdout: '' }]);
  expect(second[0]?.stderr).toMatch(/in use by another process.*PID \d+.*\[locked\]/s);
});

it('marks what is gone from a folder or archive, and takes it back when it is there again', async () => {
  write('a.txt');
  write('b.txt');
  const member = (name: string) => ({ name: Buffer.from(name), content: Buffer.from(`${name} 2024年部门预算\n`) });
  writeFileSync(join(inputs, 'c.zip'), buildZip([member('d.txt'), member('e.txt')]));
  await run({ inputs: [inputs], outDir: out });
  rmSync(join(inputs, 'b.txt'));
  writeFileSync(join(inputs, 'c.zip'), buildZip([member('d.txt')]));
  await run({ inputs: [inputs], outDir: out });
  expect(await currentNames()).toEqual(['a.txt', 'd.txt']);
  expect(await query(out, 'SELECT DISTINCT amount FROM trusted_lines')).toHaveLength(1);
  write('b.txt');
  await run({ inputs: [inputs], outDir: out });
  expect(await currentNames()).toEqual(['a.txt', 'b.txt', 'd.txt']);
});

it('takes nothing for gone that it has not looked for', async () => {
  write('a.txt');
  mkdirSync(join(folder, 'in2'));
  writeFileSync(join(folder, 'in2', 'b.txt'), '某局2024年部门预算\n');
  writeFileSync(join(inputs, 'c.zip'), buildZip([{ name: Buffer.from('d.txt'), content: Buffer.from('甲') }]));
  await run({ inputs: [inputs, join(folder, 'in2')], outDir: out });
  writeFileSync(join(inputs, 'c.zip'), 'PK');
  renameSync(join(folder, 'in2'), join(folder, 'away'));
  await run({ inputs: [inputs, join(folder, 'in2')], outDir: out });
  expect(await currentNames()).toEqual(['a.txt', 'b.txt', 'c.zip', 'd.txt', 'in2']);
  const interruption = new AbortController();
  interruption.abort();
  rmSync(join(inputs, 'a.txt'));
  await run({ inputs: [inputs], outDir: out, signal: interruption.signal });
  expect(await currentNames()).toContain('a.txt');
});

it('reads a folder that holds its own results, links in circles and odd names, once each', async () => {
  const names = ['a b #1 100%.txt', '表😀.txt', 'new\nline.txt', `${'长'.repeat(80)}.txt`, 'x?y*[z].txt'];
  for (const name of names) write(name);
  symlinkSync('..', join(inputs, 'up'));
  writeFileSync(join(inputs, 'empty.zip'), buildZip([]));
  const inside = join(inputs, 'out');
  for (const counts of [
    { seen: 5, loaded: 5, quarantined: 0 },
    { seen: 5, loaded: 0, unchanged: 5, quarantined: 0 },
  ]) {
    const result = await run({ inputs: [inputs, inputs, join(inputs, 'a b #1 100%.txt')], outDir: inside });
    expect(result.counts).toMatchObject(counts);
  }
  const rows = await query(inside, 'SELECT file_name FROM document_sources');
  expect(rows.map((row) => row['file_name']).sort()).toEqual(names.toSorted());
  expect(yusuan('check', inside).stdout).toContain('(new line.txt)');
});
