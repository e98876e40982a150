/** `npm run query` as its users meet it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

const folder = mkdtempSync(join(tmpdir(), 'yusuan-query-'));
const database = join(folder, 'out', 'budget.duckdb');
beforeAll(async () => {
  mkdirSync(join(folder, 'out'));
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run('CREATE TABLE fact AS SELECT 1234.50::DECIMAL(20,2) AS amount');
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function query(...args: readonly string[]) {
  const ended = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/query.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}

it('prints the result of a query', () => {
  const answer = { code: 0, stdout: '  amount\n1,234.50\n', stderr: '' };
  expect(query(join(folder, 'out'), 'SELECT amount FROM fact')).toEqual(answer);
});

it('says in a sentence why there is none', async () => {
  const bad = query(join(folder, 'out'), 'SELECT nothing FROM fact');
  expect(bad).toMatchObject({ code: 1, stdout: '' });
  expect(bad.stderr).toMatch(/^error: Binder Error: .*"nothing"/);
  expect(query(folder, 'SELECT 1')).toEqual({
    code: 2,
    stdout: '',
    stderr: `error: there is no budget.duckdb in ${folder}\n`,
  });
  expect(query(folder)).toMatchObject({ code: 2, stderr: 'error: usage: npm run query -- <folder> "<SQL>"\n' });
  const writer = await DuckDBInstance.create(database);
  const locked = query(join(folder, 'out'), 'SELECT 1');
  writer.closeSync();
  expect(locked).toMatchObject({ code: 1, stdout: '' });
  expect(locked.stderr).toMatch(/^error: .*in use by another process; wait for it to end, or read the Parquet files/);
  for (const { stderr } of [bad, locked]) expect(stderr).not.toMatch(/^\s+at /m);
}, 60_000);
