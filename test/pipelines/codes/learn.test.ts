import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { learnPairs } from '../../../pipelines/codes/index.js';
import type { CodePair } from '../../../sinks/index.js';
import { loadCodebook } from '../../../transforms/index.js';
import { call } from '../../builders/call.js';

const codebook = loadCodebook();

function pair(codePrinted: string | null, namePrinted: string | null, more: Partial<CodePair> = {}): CodePair {
  return {
    scheme: 'function',
    codePrinted,
    namePrinted,
    code: codePrinted,
    fiscalYear: 2024,
    documents: 1,
    lines: 1,
    isDoubted: false,
    example: 'a.txt t.1 r.2',
    ...more,
  };
}

const kindOf = (...pairs: readonly CodePair[]) => learnPairs(pairs, codebook).map(({ kind }) => kind);

describe('a pair of code and name', () => {
  it.each([
    ['has the official name', pair('2010301', '行政运行')],
    ['has it in another spelling', pair('[2010301]', '1. 行政运行（项）')],
    ['has a name of former years', pair('210', '医疗卫生与计划生育支出', { fiscalYear: 2018 })],
    ['has no name', pair('2019988', null)],
    ['prints a part of the code', pair('01', '行政运行', { code: '2010301' })],
    ['names a unit', pair('2010288', '某某市档案局', { code: null })],
    ['names a unit below a known code', pair('2010204', '会议服务中心', { documents: 9 })],
    ['prints no code', pair(null, '政协会议', { code: '2010204' })],
    ['is of a classification that has no editions', pair('01', 'x', { scheme: 'cofog' })],
  ])('teaches nothing when it %s', (_, known) => {
    expect(kindOf(known)).toEqual([]);
  });

  it.each([
    ['unknown_code', pair('2010288', '委员联络', { code: null })],
    ['unknown_code', pair('2010288', '行政运行', { code: null })],
    ['unknown_name', pair('2010204', '政协大会')],
    ['unknown_name', pair(null, '某某专项', { code: null })],
    ['unknown_name', pair('04', '政协大会', { code: '2010204' })],
    ['contradiction', pair('2010204', '大楼修缮')],
    ['unknown_name', pair('2010204', '大楼修缮', { documents: 2 })],
    ['contradiction', pair('2010204', '政协大会', { isDoubted: true })],
    ['contradiction', pair('2010204', '参政议政建言', { documents: 9 })],
    ['contradiction', pair('30202', '咨询费', { scheme: 'dept_economic', code: '30203' })],
    ['unknown_code', pair('2010288', '政协会议', { code: '2010204' })],
    ['unknown_code', pair('2014201', '行政运行', { code: '2010301' })],
    ['out_of_force', pair('2010308', '信访事务', { fiscalYear: 2025 })],
  ])('is %s', (kind, learned) => {
    expect(kindOf(learned)).toEqual([kind]);
  });

  it('is one over all years, those of most documents first', () => {
    const learned = learnPairs(
      [
        pair('2010204', '政协大会', { fiscalYear: 2022, documents: 2, lines: 4, example: 'b.txt' }),
        pair('2010288', '委员联络', { code: null, documents: 4 }),
        pair('2010204', '政协大会', { fiscalYear: 2024, documents: 3, lines: 3, example: 'a.txt' }),
      ],
      codebook,
    );
    expect(learned).toMatchObject([
      {
        kind: 'unknown_name',
        name: '政协会议',
        documents: 5,
        lines: 7,
        firstYear: 2022,
        lastYear: 2024,
        example: 'a.txt',
      },
      { kind: 'unknown_code', code: null, name: null, documents: 4 },
    ]);
  });
});

const DISCLOSURE = [
  '某市政协办公室2024年部门预算',
  '',
  '一般公共预算支出表',
  '单位：万元',
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '\t合计\t60.00\t20.00\t40.00',
  '201\t一般公共服务支出\t60.00\t20.00\t40.00',
  '20102\t政协事务\t60.00\t20.00\t40.00',
  '2010201\t行政运行\t20.00\t20.00\t0.00',
  '2010288\t委员联络\t30.00\t0.00\t30.00',
  '2010206\t参政议政建言\t10.00\t0.00\t10.00',
  '',
].join('\n');

describe('what documents teach', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yusuan-learn-'));
    writeFileSync(join(folder, 'a.txt'), DISCLOSURE);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const at = (name: string): string => join(folder, name);
  const run = (...args: readonly string[]) => call('run', at('a.txt'), '--out', at('out'), ...args);

  async function codesOf(code: string): Promise<unknown> {
    const instance = await DuckDBInstance.create(at('out/budget.duckdb'), { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    try {
      const reader = await connection.runAndReadAll(
        `SELECT DISTINCT c.code, c.mapping_method, c.mapping_score FROM line_codes c WHERE c.code_printed = '${code}'`,
      );
      return reader.getRowsJson();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  it('comes back as code tables that the next run uses', async () => {
    expect(await run()).toMatchObject({ code: 0 });
    const learned = await call('codes', 'learn', at('out'));
    expect(learned).toMatchObject({ code: 0, stderr: '' });
    expect(learned.stdout).toMatch(
      /^\uFEFFkind,scheme,code_printed,name_printed,code,name,documents,lines,first_year,last_year,example\n/,
    );
    expect(learned.stdout).toMatch(/^unknown_code,function,2010288,委员联络,,,1,\d,2024,2024,a\.txt t\.1 r\.5$/m);
    expect(learned.stdout).toMatch(
      /^unknown_name,function,2010206,参政议政建言,2010206,参政议政,1,\d,2024,2024,a\.txt t\.1 r\.6$/m,
    );

    writeFileSync(at('review.csv'), learned.stdout);
    const imported = await call('codes', 'import', at('review.csv'), '--codes', at('codes'));
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.stdout).toMatch(/new codes: 1\n {2}2010288/);
    expect(imported.stdout).toMatch(/other names of known codes: 1\n {2}2010206 {2}参政议政, also 参政议政建言/);
    const card = (await call('codes', '2010206', '--codes', at('codes'))).stdout;
    expect(card).toMatch(/note +参政议政建言: an alias learnt from documents \(observed, medium confidence\)/);

    const again = await run('--codes', at('codes'));
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toMatch(/code tables: those of .*codes are laid over the packaged ones, rows: 2\n/);
    expect(again.stderr).toMatch(/1 loaded, 0 unchanged/);
    expect(await codesOf('2010288')).toEqual([['2010288', 'code', 1]]);
    expect((await run('--codes', at('codes'))).stderr).toMatch(/0 loaded, 1 unchanged/);
    const nothing = await call('codes', 'learn', at('out'), '--codes', at('codes'));
    expect(nothing.stdout).toBe(
      '\uFEFFkind,scheme,code_printed,name_printed,code,name,documents,lines,first_year,last_year,example\n',
    );
    expect((await call('codes', '委员联络', '--codes', at('codes'))).stdout).toMatch(/^2010288 {2}委员联络\n/);
  });

  it('is left out where it contradicts the codebook, until a person decides', async () => {
    const review = [
      'kind,scheme,code_printed,name_printed,code,name,documents,lines,first_year,last_year,example',
      'contradiction,dept_economic,30202,咨询费,30203,咨询费,1,2,2024,2024,a.txt',
      'unknown_name,function,,某某专项,,,1,2,2024,2024,a.txt',
      'unknown_name,function,,大会经费,2010204,政协会议,1,2,2024,2024,a.txt',
    ].join('\n');
    writeFileSync(at('review.csv'), review);
    const imported = await call('codes', 'import', at('review.csv'), '--codes', at('codes'));
    expect(imported).toMatchObject({ code: 3 });
    expect(imported.stdout).toMatch(
      /review\.csv, row 2: "30202 咨询费": the name is that of 30203: .* write unknown_name in column kind and 30202 in column code/,
    );
    expect(imported.stdout).toMatch(/review\.csv, row 3: "某某专项": no code stands in column code/);
    const aliases = loadCodebook({ overlay: at('codes') }).entry('function', '2010204', 2024)?.oldNames;
    expect(aliases).toEqual([{ name: '大会经费', from: null, to: null }]);
  });

  it('does what the advice on a contradiction says, or says why there is nothing to do', async () => {
    const header = 'kind,scheme,code_printed,name_printed,code,name,documents,lines,first_year,last_year,example';
    const importPair = async (line: string) => {
      writeFileSync(at('review.csv'), `\uFEFF${header}\n${line}\n`);
      return call('codes', 'import', at('review.csv'), '--codes', at('codes'));
    };
    const taken = await importPair('unknown_name,dept_economic,30202,咨询费,30202,咨询费,1,2,2024,2024,a.txt');
    expect(taken).toMatchObject({ code: 0 });
    expect(taken.stdout).toMatch(/other names of known codes: 1\n {2}30202 {2}印刷费, also 咨询费/);
    const idle = await importPair('unknown_name,dept_economic,30202,咨询费,30203,咨询费,1,2,2024,2024,a.txt');
    expect(idle).toMatchObject({ code: 0 });
    expect(idle.stdout).toMatch(/rows ignored: 1\n.*30203 bears this name already, there is nothing to learn/);
  });

  it('comes back row by row as it was listed, names of other codes too; of two names of one code the second waits', async () => {
    const learned = learnPairs(
      [
        pair('20142', '委员之家', { code: null, documents: 3 }),
        pair('2014201', '行政运行', { code: '2010301', documents: 2 }),
        pair('2014201', '机关运行', { code: null }),
      ],
      codebook,
    );
    const lines = learned.map((one) =>
      [one.kind, one.scheme, one.codePrinted, one.namePrinted, one.code, one.name, 1, 1, 2024, 2024, 'a'].join(','),
    );
    writeFileSync(
      at('review.csv'),
      ['kind,scheme,code_printed,name_printed,code,name,documents,lines,first_year,last_year,example', ...lines].join(
        '\n',
      ),
    );
    const imported = await call('codes', 'import', at('review.csv'), '--codes', at('codes'));
    expect(imported).toMatchObject({ code: 3 });
    expect(imported.stdout).toMatch(/new codes: 2\n {2}20142 .*\n {2}2014201 {2}行政运行/);
    expect(imported.stdout).toMatch(/rows left out: 1\n.*"2014201 机关运行": row 3 gives the code another name/);
  });

  it('explains its kinds', async () => {
    const { stdout } = await call('codes', 'learn', '--help');
    for (const kind of ['unknown_code', 'unknown_name', 'contradiction', 'out_of_force'])
      expect(stdout).toContain(kind);
  });

  it('needs the results of a run, and code tables that are there and whole', async () => {
    expect(await call('codes', 'learn', folder)).toMatchObject({ code: 2, stdout: '' });
    expect(await run('--codes', at('gone'))).toMatchObject({ code: 2, stdout: '' });
    expect(await call('extract', at('a.txt'), '--codes', at('gone'))).toMatchObject({ code: 2, stdout: '' });
    expect(await call('codes', '201', '--codes', at('gone'))).toMatchObject({ code: 2, stdout: '' });
    writeFileSync(at('function.csv'), 'code,name\n201,坏\n');
    const broken = await call('codes', '201', '--codes', folder);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toMatch(/function\.csv:1: .*\[overlay-unusable\]\n$/s);
  });
});
