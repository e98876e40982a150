/** A run that is killed loses nothing and doubles nothing; `npm run crash` kills more. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildProgram } from '../builders/cli.js';
import { query } from '../sinks/archive-folder.js';
import { killRuns } from './campaign.js';
import { startProgram } from './program.js';

let folder: string;

beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-crash-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const KILLS = 10;
const DOCUMENTS = 12;
/** A busy machine kills less often; it may take long over what it has begun. */
const LONGEST_MS = 20_000;

test('killed at any moment, it ends as if it had not been; no worker outlives it', { timeout: 400_000 }, async () => {
  const tally = await killRuns(folder, { kills: KILLS, documents: DOCUMENTS, seed: 7, longestMs: LONGEST_MS });
  expect(tally).toMatchObject({ lost: [], doubled: [], faults: [] });
  expect(tally.archives).toBeGreaterThan(1);
});

test('a worker that is killed before it begins costs no document', { timeout: 200_000 }, async () => {
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'a.txt'), '某局2024年部门预算\n\n2024年支出预算100万元。\n');
  const program = startProgram(join(folder, 'in'), join(folder, 'out'), 1);
  while (program.isRunning() && !program.killWorker(0)) await wait(1);
  expect(await program.ended).toEqual({ code: 0, stderr: '' });
  expect(await query(join(folder, 'out'), 'SELECT file_name, status FROM documents')).toEqual([
    { file_name: 'a.txt', status: 'loaded' },
  ]);
});
