/** Settings of a run: flags before the configuration before defaults. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContext } from '../../pipelines/cli/command.js';
import { VALUED } from '../../pipelines/cli/run-flags.js';
import { readRunCall, type RunCall } from '../../pipelines/cli/run-settings.js';
import { findConfig } from '../../pipelines/config/index.js';
import { settingsOf } from '../../pipelines/run.js';
import { call } from '../builders/call.js';
import { query } from '../sinks/archive-folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const local = (name: string): string => relative('', join(folder, name));

async function read(...args: readonly string[]): Promise<RunCall> {
  return readRunCall(openContext(['run', ...args]));
}

describe('a configuration', () => {
  it.each([
    [
      'yusuan.config.ts',
      `import { defineConfig, type YusuanConfig } from 'yusuan';\nconst config: YusuanConfig = { inputs: ['in', '*.pdf', '-'], out: 'out' };\nexport default defineConfig(config);`,
    ],
    ['yusuan.config.js', `export default { inputs: ['in', '*.pdf', '-'], out: 'out' };`],
    ['c.js', `module.exports = { inputs: ['in', '*.pdf', '-'], out: 'out' };`],
    ['yusuan.config.json', `\uFEFF{ "inputs": ["in", "*.pdf", "-"], "out": "out" }`],
  ])('is read from %s, its paths relative to it', async (name, text) => {
    const found = await findConfig(write(name, text));
    expect(found?.config).toMatchObject({ inputs: [local('in'), join(local('.'), '*.pdf'), '-'], out: local('out') });
  });

  it.each([
    ['a.json', '{ "job": 2 }', /a\.json: there is no key job; allowed are inputs, manifests, out, codes, jobs, limits/],
    [
      'b.json',
      '{ "limits": { "page": 2 } }',
      /there is no key limits\.page; allowed are seconds, memory, pages, cells, unpackedBytes/,
    ],
    ['c.json', '{ "jobs": -1 }', /c\.json: jobs takes a whole number from 0 to 1024; not -1/],
    [
      'd.json',
      '{ "jobs": "many", "parquet": "no" }',
      /jobs takes a whole .*; not "many"\n.*parquet takes beside, none, only; not "no"/,
    ],
    ['e.json', '{ "inputs": ["a", 7] }', /inputs\[1\] takes a path; not 7/],
    ['f.json', '{ "inputs": "a" }', /inputs takes a list of paths; not "a"/],
    ['g.json', '[]', /the configuration takes an object; not \[\]/],
    ['h.json', '{\n "a": 1,\n "b" }', /h\.json:3:6 can't be used: /],
    ['h2.json', '{ "jobs": 1', /h2\.json:1:12 can't be used: /],
    ['h3.json', '{\n  jobs: 1 }', /h3\.json:2:3 can't be used: /],
    ['i.ts', 'export default { jobs: };', /i\.ts can't be used: .*Unexpected token.*i\.ts:1:\d+/],
    ['j.js', 'export default { jobs: many };', /j\.js can't be used: many is not defined/],
    ['k.toml', 'jobs = 1', /a configuration is a \.ts, \.js or \.json file; not k\.toml/],
  ])('%s that can not be used is refused with its place and what is allowed', async (name, text, expected) => {
    const out = join(folder, 'out');
    const ended = await call('run', 'x', '--out', out, '--config', write(name, text));
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(new RegExp(expected.source, 'm'));
    expect(ended.stderr).not.toContain('    at ');
    expect(existsSync(out)).toBe(false);
  });

  it('that is named must be there', async () => {
    const ended = await call('run', 'x', '--out', 'y', '--config', join(folder, 'gone.json'));
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(/there is no configuration .*gone\.json/);
  });

  it('in the working directory is found, refused where there are two, and passed over when asked', async () => {
    write('yusuan.config.json', '{ "inputs": ["a.txt"], "out": "results", "jobs": 0 }');
    write('a.txt', '某市某局2024年部门预算\n');
    const before = process.cwd();
    process.chdir(folder);
    try {
      const ended = await call('run');
      expect(ended.code).toBe(0);
      expect(ended.stderr).toContain(`database: ${join('results', 'budget.duckdb')}`);
      expect(existsSync(join('results', 'budget.duckdb'))).toBe(true);
      expect((await call('run', '--no-config')).stderr).toMatch(/run needs --out/);
      const nowhere = await call('run', 'a.txt', '--no-config', '--out', '');
      expect([nowhere.code, existsSync('budget.duckdb')]).toEqual([2, false]);
      write('yusuan.config.js', 'export default {}');
      const both = await call('run');
      expect(both.code).toBe(2);
      expect(both.stderr).toMatch(/yusuan\.config\.js and yusuan\.config\.json/);
    } finally {
      process.chdir(before);
    }
  });
});

describe('a call of run', () => {
  it('takes flags before the configuration before defaults', async () => {
    const file = write(
      'c.json',
      JSON.stringify({
        inputs: ['a'],
        manifests: ['m'],
        out: 'o',
        jobs: 3,
        limits: { pages: 5, seconds: 9 },
        reprocess: 'failed',
        parquet: 'none',
        failOn: { suspect: 1, quarantined: 2 },
      }),
    );
    const { options, failOn } = await read(
      '--config',
      file,
      '--jobs=0',
      '--max-pages',
      '7',
      '--fail-on',
      'suspect:4',
      '--parquet-only',
    );
    expect(settingsOf(options)).toEqual({
      inputs: [local('a')],
      manifests: [local('m')],
      out: local('o'),
      codes: null,
      jobs: 0,
      limits: {
        seconds: 9,
        memory: 2048,
        pages: 7,
        cells: expect.any(Number) as number,
        unpackedBytes: expect.any(Number) as number,
      },
      reprocess: 'failed',
      parquet: 'only',
    });
    expect(failOn).toEqual([
      { measure: 'quarantined', most: 2 },
      { measure: 'suspect', most: 4 },
    ]);
    const named = await read('x', '--config', file, '--reprocess');
    expect(named.options).toMatchObject({ inputs: ['x'], manifests: [], reprocess: 'all', parquet: 'none' });
  });

  it('takes the log format of the configuration where the command line names none', async () => {
    const file = write('c.json', '{ "out": "o", "logFormat": "json" }');
    const context = openContext(['run', 'x', '--config', file]);
    await readRunCall(context);
    expect(context.logFormat).toBe('json');
    const typed = openContext(['run', 'x', '--config', file, '--log-format=text']);
    await readRunCall(typed);
    expect(typed.logFormat).toBe('text');
  });

  it('has inputs wherever they stand, - among them', async () => {
    const { options, isDryRun } = await read(
      '--dry-run',
      'a',
      '-',
      '--out',
      'o',
      '--max-unpacked',
      '2',
      'b',
      '--',
      '--c',
    );
    expect(options).toMatchObject({ inputs: ['a', '-', 'b', '--c'], limits: { unpackedBytes: 2 * 1024 * 1024 } });
    expect(isDryRun).toBe(true);
  });

  it.each([
    [['--jobs', 'many'], /--jobs takes a whole number from 0 to 1024; not "many"/],
    [['--jobs', '-1'], /--jobs takes a whole number from 0 to 1024; not "-1"/],
    [['--max-pages', '0'], /--max-pages takes a whole number from 1; not "0"/],
    [['--max-memory', '64'], /--max-memory takes a whole number from 256; not "64"/],
    [['--max-seconds=1.5'], /--max-seconds takes a whole number from 1 to 1000000; not "1\.5"/],
    [['--no-parquet', '--parquet-only'], /exclude each other/],
    [['--config', 'x', '--no-config'], /exclude each other/],
    [['--config'], /--config takes a file/],
    [['--parquet'], /no option --parquet/],
    [['--max-page', '3'], /Unknown option/],
  ])('with %j is refused, naming what is allowed', async (args, expected) => {
    const ended = await call('run', 'x', '--out', join(folder, 'out'), ...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(expected);
  });

  it('is recorded with the settings in force', async () => {
    const input = write('a.txt', '某市某局2024年部门预算\n');
    const out = join(folder, 'out');
    mkdirSync(out);
    expect((await call('run', input, '--out', out, '--jobs', '0', '--max-seconds', '77')).code).toBe(0);
    const [row] = await query(out, 'SELECT arguments FROM runs');
    expect(JSON.parse(row?.['arguments'] as string)).toMatchObject({
      inputs: [input],
      out,
      jobs: 0,
      limits: { seconds: 77, memory: 2048 },
      reprocess: 'none',
      parquet: 'beside',
    });
  });
});

it('the example in the README is a configuration', async () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const example = /```ts\n(import \{ defineConfig \}[^`]*)```/.exec(page)?.[1];
  const found = await findConfig(write('yusuan.config.ts', example ?? ''));
  expect(found?.config).toMatchObject({ out: local('out'), jobs: 4, limits: { pages: 2000 } });
  for (const flag of VALUED.filter((name) => name !== 'out' && name !== 'codes' && name !== 'log-format'))
    expect(page).toContain(`--${flag}`);
});
