import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../builders/call.js';
import { buildProgram, yusuan, yusuanInterrupted, yusuanIntoHead } from '../builders/cli.js';
import { buildZip } from '../builders/zip.js';

/** A small disclosure whose figures add up. */
const DISCLOSURE = [
  '某市某局2024年部门预算',
  '',
  '一般公共预算支出表',
  '单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '\t合计\t120.00\t100.00\t20.00',
  '201\t一般公共服务支出\t120.00\t100.00\t20.00',
  '20103\t政府办公厅（室）及相关机构事务\t120.00\t100.00\t20.00',
  '2010301\t行政运行\t100.00\t100.00\t0.00',
  '2010302\t一般行政管理事务\t20.00\t0.00\t20.00',
  '',
].join('\n');

let folder: string;
let out: string;

beforeAll(buildProgram);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-cli-'));
  out = join(folder, 'out');
  mkdirSync(join(folder, 'in'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, 'in', name);
  writeFileSync(path, content);
  return path;
}

async function query(sql: string): Promise<unknown> {
  const instance = await DuckDBInstance.create(join(out, 'budget.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Hashes of every file below the results, those that each run may touch aside. */
function parquetHashes(): Readonly<Record<string, string>> {
  const parquet = join(out, 'parquet');
  const files = readdirSync(parquet, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(parquet, path)).isFile(),
  );
  const lasting = files.filter((path) => !/^(runs|document_sources)\//.test(path));
  return Object.fromEntries(lasting.map((path) => [path, hashOf(join(parquet, path))]));
}

describe('run', () => {
  it('loads documents, keeps stdout clean, and changes nothing the second time', async () => {
    const file = write('a.txt', DISCLOSURE);
    const first = yusuan('run', file, '--out', out);
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first.stderr).toMatch(/1 seen, 1 loaded, 0 unchanged, 0 quarantined/);
    expect(
      await query(
        `SELECT function_code, amount FROM budget_lines WHERE function_code = '2010302' AND amount <> 0 AND spending_type = 'project'`,
      ),
    ).toEqual([['2010302', '200000.00']]);
    const hashes = parquetHashes();
    expect(Object.keys(hashes).length).toBeGreaterThan(5);
    expect(yusuan('run', file, '--out', out).stderr).toMatch(/1 seen, 0 loaded, 1 unchanged, 0 quarantined/);
    expect(parquetHashes()).toEqual(hashes);
    expect(await query('SELECT count(*) FROM runs')).toEqual([['2']]);
  });

  it('quarantines what it can not read with its reason and loads the rest', async () => {
    write('good.txt', DISCLOSURE);
    write('empty.txt', '');
    write(
      'noise.bin',
      Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919 + (at >> 3) * 31) % 256),
    );
    write('nul.txt', DISCLOSURE.replace('行政运行', '行政\0运行'));
    write('scan.pdf', '%PDF-1.7\n…');
    write('damaged.zip', 'PK');
    write(
      'more.zip',
      buildZip([{ name: Buffer.from('zipped.txt'), content: Buffer.from(DISCLOSURE.replaceAll('2024', '2023')) }]),
    );
    symlinkSync(join(folder, 'gone'), join(folder, 'in', 'link.txt'));
    const ended = await call('run', join(folder, 'in'), '--out', out);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(/8 seen, 3 loaded, 0 unchanged, 5 quarantined \(2 of them unreadable\)\n/);
    expect(ended.stderr).toMatch(/documents: 3 loaded, 3 quarantined\n {2}sources unreadable: 2\n/);
    const reasons = `SELECT parse_filename(source_uri) AS name, code FROM diagnostics WHERE severity = 'error' ORDER BY name`;
    expect(await query(reasons)).toEqual([
      ['damaged.zip', 'source-unreadable'],
      ['empty.txt', 'empty-file'],
      ['link.txt', 'source-unreadable'],
      ['noise.bin', 'not-text'],
      ['scan.pdf', 'pdf-truncated'],
    ]);
    expect(await query(`SELECT code FROM diagnostics WHERE source_uri LIKE '%nul.txt' AND code LIKE 'nul%'`)).toEqual([
      ['nul-bytes-removed'],
    ]);
    expect(await query(`SELECT count(*) FROM document_sources WHERE source_uri LIKE '%/more.zip!/zipped.txt'`)).toEqual(
      [['1']],
    );
    expect(await query(`SELECT status, count(*) FROM documents GROUP BY status ORDER BY status`)).toEqual([
      ['loaded', '3'],
      ['quarantined', '3'],
    ]);
    const again = await call('run', join(folder, 'in'), '--out', out);
    expect(again.code).toBe(3);
    expect(again.stderr).toMatch(/8 seen, 0 loaded, 3 unchanged, 5 quarantined/);
  });

  it('gets through a line of 50 MB', () => {
    const words = '预算支出123.45万元，';
    write('line.txt', words.repeat(Math.ceil(50_000_000 / Buffer.byteLength(words))));
    write('good.txt', DISCLOSURE);
    const ended = yusuan('run', join(folder, 'in'), '--out', out);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/2 seen, 2 loaded/);
  });

  it('reports an input that does not exist beside others that do', async () => {
    const ended = await call('run', write('a.txt', DISCLOSURE), join(folder, 'gone.txt'), '--out', out);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/gone\.txt.*source-unreadable/);
    const checked = await call('check', out, '--fail-on', 'quarantined:0');
    expect(checked.code).toBe(3);
    expect(checked.stdout).toMatch(/^documents: 1 loaded, 0 quarantined\nsources unreadable: 1\n/);
    expect(checked.stderr).toContain('quarantined: 1, more than the limit of 0');
    expect((await call('check', out, '--fail-on', 'quarantined:1')).code).toBe(0);
  });

  it('tells how many sources a folder has lost since the run before, and fails where that is limited', async () => {
    const lost = write('lost.txt', `${DISCLOSURE}此件已撤。`);
    write('kept.txt', DISCLOSURE);
    const again = ['run', join(folder, 'in'), '--out', out, '--fail-on', 'gone:0'];
    expect((await call(...again)).code).toBe(0);
    rmSync(lost);
    const ended = await call(...again);
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/\n {2}sources that the last run no longer found: 1;/);
    expect(ended.stderr).toContain('gone: 1, more than the limit of 0');
    const checked = await call('check', out, '--fail-on', 'gone:0');
    expect(checked.code).toBe(3);
    expect(checked.stdout).toMatch(
      /^documents: 1 loaded, 0 quarantined\nsources that the last run no longer found: 1;/,
    );
    const later = await call(...again);
    expect(later.code).toBe(0);
    expect(later.stderr).not.toMatch(/no longer found|gone/);
  });

  it('names the results that are there', async () => {
    const file = write('a.txt', DISCLOSURE);
    const without = await call('run', file, '--out', out, '--no-parquet');
    expect(without.stderr).toMatch(/ {2}database: .*budget\.duckdb\n$/);
    expect((await call('run', file, '--out', out)).stderr).toMatch(/\n {2}Parquet: {2}\S+\n$/);
    const older = await call('run', file, '--out', out, '--no-parquet');
    expect(older.stderr).toMatch(/ {2}Parquet: {2}.*parquet \(as an earlier run left it\)\n$/);
    const only = await call('run', file, '--out', out, '--parquet-only');
    expect(only.stderr).toMatch(/ {2}Parquet: {2}.*parquet\n$/);
    expect(only.stderr).not.toContain('database:');
  });

  it('touches nothing when no input exists, or a manifest does not', async () => {
    expect(await call('run', join(folder, 'gone.txt'), '--out', out)).toMatchObject({ code: 2, stdout: '' });
    const ended = await call('run', write('a.txt', DISCLOSURE), '--manifest', 'gone.jsonl', '--out', out);
    expect(ended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('there is no manifest gone.jsonl') as string,
    });
    expect(existsSync(out)).toBe(false);
  });

  it('says why the output folder can not be written', async () => {
    const file = write('a.txt', DISCLOSURE);
    const ended = await call('run', file, '--out', file);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/not-writable/);
    expect(readFileSync(file, 'utf8')).toBe(DISCLOSURE);
  });

  it('leaves the results of a newer version untouched', async () => {
    const file = write('a.txt', DISCLOSURE);
    await call('run', file, '--out', out);
    const database = join(out, 'budget.duckdb');
    const instance = await DuckDBInstance.create(database);
    const connection = await instance.connect();
    await connection.run(`UPDATE meta SET value = '99.0' WHERE key = 'contract_version'`);
    connection.closeSync();
    instance.closeSync();
    const before = hashOf(database);
    const ended = await call('run', file, '--out', out);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/newer/);
    expect(hashOf(database)).toBe(before);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('keeps what it has at %s, and the same command resumes', async (signal) => {
    for (let no = 0; no < 100; no += 1) write(`${no}.txt`, DISCLOSURE.replace('某局', `第${no}局`));
    const ended = await yusuanInterrupted(signal, 'run', join(folder, 'in'), '--out', out, '--log-format', 'json');
    expect(ended.code).toBe(130);
    const finished: unknown = JSON.parse(ended.stderr.trim().split('\n').at(-1) ?? '');
    expect(finished).toMatchObject({ message: 'run finished', interrupted: 'yes', total: 100 });
    expect(Number(String(await query('SELECT count(*) FROM documents')))).toBeLessThan(100);
    expect(yusuan('run', join(folder, 'in'), '--out', out).code).toBe(0);
    expect(await query('SELECT count(*) FROM documents')).toEqual([['100']]);
  });

  it('logs one JSON object a line for machines', () => {
    const ended = yusuan(
      'run',
      write('a.txt', DISCLOSURE),
      write('empty.txt', ''),
      '--out',
      out,
      '--log-format',
      'json',
    );
    const lines = ended.stderr
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines[0]).toMatchObject({ message: 'run started', out, parquet: 'beside', limits: { memory: 2048 } });
    expect(lines.slice(1, -1)).toHaveLength(2);
    expect(lines.slice(1, -1)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ level: 'info', message: 'loaded' }),
        expect.objectContaining({ level: 'error', code: 'empty-file' }),
      ]),
    );
    expect(lines.at(-1)).toMatchObject({ message: 'run finished', seen: 2, loaded: 1, quarantined: 1, gone: 0 });
    expect(lines.at(-1)).toMatchObject({ seconds: expect.any(Number) as number });
  });

  it('fails on a limit only when it is passed', async () => {
    const file = write('a.txt', DISCLOSURE.replace('\t20.00\t0.00\t20.00', '\t70.00\t0.00\t70.00'));
    expect((await call('run', file, '--out', out)).code).toBe(0);
    const ended = await call('run', file, '--out', out, '--fail-on', 'failed-checks:0');
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/failed-checks: \d+, more than the limit of 0/);
    expect((await call('check', out, '--fail-on', 'failed-checks:0')).code).toBe(3);
    expect((await call('check', out, '--fail-on=failed-checks:99', '--fail-on', 'quarantined:0')).code).toBe(0);
  });
});

describe('extract', () => {
  it('prints the contract JSON', () => {
    const ended = yusuan('extract', write('预算.txt', DISCLOSURE));
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const extracted: unknown = JSON.parse(ended.stdout);
    expect(extracted).toMatchObject({
      document: { file_name: '预算.txt', media_type: 'text/plain', charset: 'utf-8', page_count: null },
      tables: [
        {
          table_no: 1,
          table_kind: 'general_public_expenditure',
          unit: '万元',
          row_count: 6,
          column_count: 5,
          header_row_count: 1,
        },
      ],
    });
  });

  it.each([
    ['csv', /^table_no,block_no,row_no,kind,col_0.*\n[^]*^1,,5,general_public_expenditure,2010302,/m],
    ['md', /^\| 2010302 \| 一般行政管理事务 \| 20\.00 \|/m],
    ['html', /<th>科目编码<\/th>[^]*<td>2010302<\/td>/],
  ])('prints %s', async (format, expected) => {
    const ended = await call('extract', write('a.txt', DISCLOSURE), '--format', format);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(expected);
  });

  it('ends with 3 for a file that can not be read, with 2 for none', async () => {
    expect(yusuan('extract', write('empty.txt', ''))).toMatchObject({
      code: 3,
      stdout: '',
      stderr: 'error: empty.txt: the file has no bytes [empty-file]\n',
    });
    expect(await call('extract', join(folder, 'in'))).toMatchObject({ code: 3, stdout: '' });
    expect(await call('extract', join(folder, 'gone.txt'))).toMatchObject({ code: 2, stdout: '' });
  });

  it('bears a reader that leaves', () => {
    const ended = yusuanIntoHead('extract', write('a.txt', DISCLOSURE + '说明'.repeat(100_000)), '--format', 'csv');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout.split('\n')).toHaveLength(2);
  });
});

describe('codes', () => {
  it('finds by code, zeros kept, and by name', async () => {
    expect((await call('codes', '2010301', '--year', '2024')).stdout).toMatch(/^2010301 +行政运行/);
    const cofog: unknown = JSON.parse((await call('codes', '01', '--scheme', 'cofog', '--format', 'json')).stdout);
    expect(cofog).toContainEqual(expect.objectContaining({ scheme: 'cofog', code: '01', level: 1 }));
    expect((await call('codes', '一般公共服务支出', '--scheme', 'function', '--format', 'csv')).stdout).toMatch(
      /^scheme,.*\nfunction,,201,一般公共服务支出,/,
    );
  });

  it('shows the parents of the same edition', async () => {
    const { stdout } = await call('codes', '打印设备');
    expect(stdout).toMatch(/^A02010601 {2}打印设备\n/);
    expect(stdout).toMatch(/^ {2}path +A 货物 › A02 通用设备 › /m);
  });

  it('finds a name without its words in brackets, and says when a name is only near', async () => {
    expect((await call('codes', '维修费', '--scheme', 'dept_economic')).stdout).toMatch(/^30213 +维修（护）费/);
    expect((await call('codes', '打印机复印', '--scheme', 'procurement')).stdout).toMatch(
      /^no code or name fits; near names:\n.*\n {2}A020201 +复印机/,
    );
    const near: unknown = JSON.parse((await call('codes', '打印机复印', '--format', 'json')).stdout);
    expect(near).toContainEqual(expect.objectContaining({ name: '复印机', match: 'similar' }));
  });

  it('ends with 1 when nothing fits', () => {
    expect(yusuan('codes', '没有这样的科目')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('check', () => {
  it('prints the report as text and JSON', async () => {
    await call('run', write('a.txt', DISCLOSURE), '--out', out);
    expect((await call('check', out)).stdout).toMatch(/^documents: 1 loaded, 0 quarantined\nlines: \d+; proven/);
    const report: unknown = JSON.parse((await call('check', out, '--format', 'json')).stdout);
    expect(report).toMatchObject({ summary: { loaded: 1, quarantined: 0, unreadable: 0, failedChecks: 0 } });
    expect(report).toMatchObject({ documents: [{ fileName: 'a.txt', status: 'loaded' }], failedChecks: [] });
  });

  it('says which figure would have to change', async () => {
    await call(
      'run',
      write(
        'a.txt',
        DISCLOSURE.replace('政府办公厅（室）及相关机构事务\t120.00', '政府办公厅（室）及相关机构事务\t130.00'),
      ),
      '--out',
      out,
    );
    const text = (await call('check', out)).stdout;
    expect(text).toMatch(
      /^Places: p\. page.*counted from 0\n\nFailing checks \(\d\); expected: .* actual: what is printed$/m,
    );
    expect(text).toMatch(
      /政府办公厅（室）及相关机构事务 t\.1 r\.3 c\.2 would have to be 1,200,000\.00, not 1,300,000\.00 yuan$/m,
    );
    expect(text).toMatch(/failing checks: [1-9], errors: 0, warnings: 0$/m);
    const report: unknown = JSON.parse((await call('check', out, '--format', 'json')).stdout);
    expect(report).toHaveProperty(
      'failedChecks',
      expect.arrayContaining([
        expect.objectContaining({ correction: expect.objectContaining({ correctionAmount: '1200000.00' }) as unknown }),
      ]),
    );
  });

  it('ends with 2 where there are no results', () => {
    expect(yusuan('check', folder)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('usage', () => {
  it.each([
    [[]],
    [['bogus']],
    [['run', 'x']],
    [['run', '--out', 'x']],
    [['run', 'x', '--out', 'y', '--bogus']],
    [['run', 'x', '--out', 'y', '--fail-on', 'anything']],
    [['extract', 'x', '--format', 'pdf']],
    [['codes', 'x', '--year', '24']],
    [['codes', 'x', '--log-format', 'xml']],
    [['check']],
  ])('refuses %j with 2 and a word on stderr', async (args) => {
    const ended = await call(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(/\(see yusuan( run| extract| codes| check)? --help\)\n$/);
  });

  it('names the help of the command, and options as they were typed', async () => {
    const unknown = await call('run', 'x', '--out', 'y', '--no-such-thing');
    expect(unknown).toMatchObject({
      code: 2,
      stderr: 'error: Unknown option `--no-such-thing` (see yusuan run --help)\n',
    });
    expect((await call('check', 'x', '--bo-gus=1')).stderr).toContain('`--bo-gus` (see yusuan check --help)');
    expect((await call('codes', 'import', '--such')).stderr).toContain('`--such` (see yusuan codes import --help)');
    expect((await call('bogus', '--no-such')).stderr).toContain('"bogus" (see yusuan --help)');
  });

  it('helps on every command with examples', async () => {
    for (const command of ['run', 'extract', 'codes', 'check']) {
      const ended = await call(command, '--help');
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toMatch(new RegExp(`Examples:\\n  \\$ yusuan ${command} `));
      expect(ended.stdout).not.toMatch(/\(default: true\)| $/m);
    }
    expect((await call('--version')).stdout).toMatch(/^yusuan\/\d+\.\d+\.\d+ /);
  });
});
