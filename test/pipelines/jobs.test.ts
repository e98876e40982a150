/** The same archive, however many processes read the documents. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type RunResult } from '../../pipelines/index.js';
import { TABLES } from '../../sinks/contract/index.js';
import { buildZip } from '../builders/zip.js';
import { query } from '../sinks/archive-folder.js';

const SAMPLES = join(import.meta.dirname, '../../samples');
/** Columns that tell of a run and not of its documents. */
const OF_THE_RUN = ['run_id', 'started_at', 'finished_at', 'extracted_at', 'first_seen_at', 'last_seen_at'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-test-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table, as text; `runs` apart. */
async function contentOf(out: string): Promise<Record<string, unknown>> {
  const content: Record<string, unknown> = {};
  for (const { name, columns, key } of TABLES.filter((table) => table.name !== 'runs')) {
    const kept = Object.keys(columns).filter((column) => !OF_THE_RUN.includes(column));
    const sorted = key.map((column) => `"${column}" NULLS FIRST`).join(', ');
    content[name] = await query(
      out,
      `SELECT ${kept.map((column) => `"${column}"`).join(', ')} FROM ${name} ORDER BY ${sorted}`,
    );
  }
  return content;
}

/** Samples of all formats, one of them twice, noise, nothing, and an archive of files. */
function fillInputs(): void {
  const names = readdirSync(SAMPLES).filter((name) => /^(?:yunqi|linjiang-archive-2025-docx|luojiang)/.test(name));
  for (const name of names) cpSync(join(SAMPLES, name), join(folder, 'in', name), { recursive: true });
  cpSync(join(SAMPLES, names[0] ?? ''), join(folder, 'in', 'z-copy'), { recursive: true });
  writeFileSync(join(folder, 'in', 'noise.bin'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]));
  writeFileSync(join(folder, 'in', 'empty.txt'), '');
  const members = ['某市某局2024年部门预算', '某县某局2024年部门预算'].map((text) => Buffer.from(text));
  const archive = buildZip(members.map((content, no) => ({ name: Buffer.from(`${no}.txt`), content })));
  writeFileSync(join(folder, 'in', 'some.zip'), archive);
  touch(3_600_000);
}

/** Says of every input that it was last changed so many milliseconds ago. */
function touch(ago: number): void {
  const then = new Date(Date.now() - ago);
  for (const name of readdirSync(join(folder, 'in'), { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, 'in', name), then, then);
}

function runWith(jobs: number, out: string): Promise<RunResult> {
  return run({ inputs: [join(folder, 'in')], outDir: join(folder, out), jobs });
}

describe('an archive', () => {
  it('is the same with documents read in this process and in three others', async () => {
    fillInputs();
    const { counts } = await runWith(0, 'here');
    expect(counts.quarantined).toBe(2);
    const here = await contentOf(join(folder, 'here'));
    expect((await runWith(3, 'apart')).counts).toEqual(counts);
    expect(await contentOf(join(folder, 'apart'))).toEqual(here);
  });

  it('does not open what looks as it did, neither files nor archives of files; what was touched is known by its content', async () => {
    fillInputs();
    const first = await runWith(0, 'out');
    const before = await contentOf(join(folder, 'out'));
    const again = await runWith(0, 'out');
    expect(again.counts).toEqual({
      seen: first.counts.seen,
      loaded: 0,
      unchanged: first.counts.seen - first.counts.quarantined,
      quarantined: first.counts.quarantined,
    });
    expect(await contentOf(join(folder, 'out'))).toEqual(before);
    touch(1_800_000);
    expect((await runWith(0, 'out')).counts).toEqual(again.counts);
  });
});
