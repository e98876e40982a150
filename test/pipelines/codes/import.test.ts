import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type WorkBook } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCodebook, type CodeEntry } from '../../../transforms/index.js';
import { call } from '../../builders/call.js';

let folder: string;
let codes: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-codes-'));
  codes = join(folder, 'data', 'codes');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** One code more than the packaged tables, one under another name, one as it is. */
const EDITION = [
  ['科目编码', '科目名称', '说明'],
  ['20102', '政协事务', '反映政协事务支出'],
  ['2010288', '委员联络', '反映联络支出'],
  ['2010204', '政协全体会议', '反映会议支出'],
];

function csvFile(name: string, rows: readonly (readonly string[])[], separator = ','): string {
  return file(name, Buffer.from(rows.map((row) => row.join(separator)).join('\r\n')));
}

function file(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = [utils.decode_range('A1:D1')];
    utils.book_append_sheet(book, sheet, name);
  }
  return book;
}

function bytesOf(book: WorkBook, bookType: 'xlsx' | 'biff8'): Uint8Array {
  const bytes: unknown = write(book, { type: 'buffer', bookType });
  if (!Buffer.isBuffer(bytes)) throw new Error('no bytes');
  return bytes;
}

const importFile = (path: string, ...args: readonly string[]) =>
  call('codes', 'import', path, '--codes', codes, ...args);
const nameOf = (code: string, year: number): string | null =>
  loadCodebook({ overlay: codes }).entry('function', code, year)?.name ?? null;

describe('an edition', () => {
  it('of a later year is taken whole, names before it stay for the years before', async () => {
    const ended = await importFile(csvFile('2026年政府收支分类科目.csv', EDITION));
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toMatch(
      /^2026年政府收支分类科目\.csv: edition of 2026\n {2}支出功能分类科目 \(function\); codes in column A, names in B/,
    );
    expect(ended.stdout).toMatch(/new codes: 1\n {2}2010288 {2}委员联络 {2}below 20102\n/);
    expect(ended.stdout).toMatch(/renamed from 2026.*: 1\n {2}2010204 {2}政协会议 → 政协全体会议\n/);
    expect(ended.stdout).toMatch(/confirmed: 1, as in the codebook: 0, to take: 2, left out: 0\n$/);
    expect(ended.stderr).toMatch(/rows written to .*: 3; .*\(to undo: delete these rows, or the folder\)/);
    expect([nameOf('2010204', 2025), nameOf('2010204', 2026)]).toEqual(['政协会议', '政协全体会议']);
    expect(loadCodebook({ overlay: codes }).entry('function', '2010288', 2026)).toMatchObject({
      name: '委员联络',
      parentCode: '20102',
      level: 3,
      budget: 'general',
      validFrom: 2026,
      evidence: 'official',
      confidence: 'high',
    });
    expect(readFileSync(join(codes, 'imports.csv'), 'utf8')).toMatch(
      /^time,file,sha256,scheme,year,added,confirmed,renamed,aliases,overwritten,left_out\n\d{4}-[^,]*,2026年政府收支分类科目\.csv,[0-9a-f]{64},function,2026,1,1,1,0,0,0\n$/,
    );
  });

  it('changes nothing when it comes again', async () => {
    const path = csvFile('2026.csv', EDITION);
    await importFile(path);
    const before = readdirSync(codes).map((name) => readFileSync(join(codes, name), 'utf8'));
    const again = await importFile(path);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toMatch(/confirmed: 0, as in the codebook: 3, to take: 0, left out: 0/);
    expect(readdirSync(codes).map((name) => readFileSync(join(codes, name), 'utf8'))).toEqual(before);
  });

  it('keeps what an earlier one brought', async () => {
    await importFile(csvFile('2026.csv', EDITION));
    await importFile(
      csvFile('2027.csv', [
        ['编码', '名称'],
        ['2010289', '委员培训'],
        ['2010288', '委员联络工作'],
      ]),
    );
    expect([nameOf('2010288', 2026), nameOf('2010288', 2027), nameOf('2010289', 2027)]).toEqual([
      '委员联络',
      '委员联络工作',
      '委员培训',
    ]);
    expect(nameOf('2010204', 2027)).toBe('政协全体会议');
    expect(readFileSync(join(codes, 'imports.csv'), 'utf8').trim().split('\n')).toHaveLength(3);
  });

  it('of no known year leaves out what contradicts the codebook, and says so', async () => {
    const ended = await importFile(csvFile('edition.csv', EDITION));
    expect(ended).toMatchObject({ code: 3 });
    expect(ended.stdout).toMatch(
      /against the codebook: left out, --overwrite takes them: 1\n {2}2010204 {2}政协会议 → 政协全体会议\n {2}The tables show the classification of 2024 /,
    );
    expect([nameOf('2010204', 2026), nameOf('2010288', 2026)]).toEqual(['政协会议', '委员联络']);
  });

  it('overwrites when told to; the name before becomes an alias', async () => {
    const ended = await importFile(csvFile('edition.csv', EDITION), '--overwrite');
    expect(ended).toMatchObject({ code: 0 });
    expect(loadCodebook({ overlay: codes }).entry('function', '2010204', 2020)).toMatchObject({
      name: '政协全体会议',
      oldNames: [{ name: '政协会议', from: null, to: null }],
      evidence: 'official',
    });
  });

  it('of an earlier year gives names of that year, never the present one', async () => {
    const left = await importFile(csvFile('edition.csv', EDITION), '--year', '2016', '--dry-run');
    expect(left).toMatchObject({ code: 3 });
    expect(left.stdout).toMatch(/names in 2016: left out.*: 1\n.*\n.*only adds these as names of 2016/);
    const ended = await importFile(csvFile('edition.csv', EDITION), '--overwrite', '--year', '2016');
    expect(ended).toMatchObject({ code: 0 });
    expect(loadCodebook({ overlay: codes }).entry('function', '2010204', 2026)).toMatchObject({
      name: '政协会议',
      oldNames: [{ name: '政协全体会议', from: 2016, to: 2016 }],
    });
  });

  it('confirms what it has as the tables: evidence official, years and names as before', async () => {
    const before = loadCodebook().entry('function', '2010705', 2018);
    expect(before).toMatchObject({ evidence: 'disputed', confidence: 'low', validTo: 2020, doubtfulYears: [2020] });
    const path = csvFile('2018.csv', [
      ['编码', '名称'],
      ['2010705', '发票管理及税务登记'],
    ]);
    expect(await importFile(path)).toMatchObject({ code: 0 });
    expect(loadCodebook({ overlay: codes }).entry('function', '2010705', 2018)).toEqual({
      ...before,
      evidence: 'official',
      confidence: 'high',
      otherName: null,
    });
    const again = await importFile(path);
    expect(again.stdout).toMatch(/confirmed: 0, as in the codebook: 1, to take: 0/);
    expect(again.stderr).toBe('nothing to write\n');
  });

  it('of a whole classification is confirmed', async () => {
    const inForce = loadCodebook().entries.filter(({ scheme, validTo }) => scheme === 'function' && validTo === null);
    const rows = inForce.map(({ code, name }) => [code, `"${name}"`]);
    const ended = await importFile(csvFile('2026.csv', [['编码', '名称'], ...rows]));
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toContain(`confirmed: ${String(rows.length)}, as in the codebook: 0, to take: 0, left out: 0`);
    const facts = (entry: CodeEntry) => ({ ...entry, evidence: null, confidence: null, otherName: null });
    expect(loadCodebook({ overlay: codes }).entries.map(facts)).toEqual(loadCodebook().entries.map(facts));
  });

  it('with a name that is nothing like the one before, or that of a sibling, waits for a word', async () => {
    const path = csvFile('2026.csv', [
      ['编码', '名称'],
      ['2010204', '委员视察'],
      ['2010206', '参政议政与调研'],
      ['21305', '和美乡村'],
    ]);
    const ended = await importFile(path);
    expect(ended).toMatchObject({ code: 3 });
    expect(ended.stdout).toMatch(
      /another name altogether from 2026: left out, --overwrite takes them: 2\n {2}2010204 .*\n {2}21305 .*\n {2}A code may be renamed so/,
    );
    expect(ended.stdout).toMatch(/renamed from 2026.*: 1\n {2}2010206 {2}参政议政 → 参政议政与调研/);
    expect([nameOf('2010204', 2026), nameOf('2010206', 2026)]).toEqual(['政协会议', '参政议政与调研']);
    expect(await importFile(path, '--overwrite')).toMatchObject({ code: 0 });
    expect([nameOf('21305', 2025), nameOf('21305', 2026)]).toEqual(['巩固脱贫攻坚成果衔接乡村振兴', '和美乡村']);
  });

  it('is only looked at in a dry run', async () => {
    const ended = await importFile(csvFile('2026.csv', EDITION), '--dry-run');
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toMatch(/to take: 2,/);
    expect(ended.stderr).toMatch(/dry run: nothing was written/);
    expect(existsSync(codes)).toBe(false);
  });
});

describe('files', () => {
  it.each([
    ['GB18030, semicolons', iconv.encode(EDITION.map((row) => row.join(';')).join('\n'), 'gb18030')],
    ['UTF-8 with a mark, tabs', Buffer.from(`\uFEFF${EDITION.map((row) => row.join('\t')).join('\n')}`)],
    ['UTF-16', Buffer.from(`\uFEFF${EDITION.map((row) => row.join(',')).join('\r\n')}`, 'utf16le')],
  ])('of text: %s', async (_, bytes) => {
    expect(await importFile(file('2026.csv', bytes))).toMatchObject({ code: 0 });
    expect(nameOf('2010288', 2026)).toBe('委员联络');
  });

  it.each(['xlsx', 'biff8'] as const)(
    'of spreadsheets: %s, 类 款 项 in columns, codes as numbers, a merged title',
    async (type) => {
      const book = workbook({
        目录: [['目录'], ['一、收入'], ['二、支出']],
        支出功能分类: [
          ['2026年政府收支分类科目', null, null, null],
          ['科目编码', null, null, '科目名称'],
          ['类', '款', '项', null],
          [201, null, null, '一般公共服务支出'],
          [null, 2, null, '  政协事务'],
          [null, null, 88, '    委员联络'],
        ],
        部门经济分类: [['部门预算支出经济分类'], ['科目编码', '科目名称'], [302, '商品和服务支出'], [30288, '数据费']],
      });
      const ended = await importFile(file('edition.xls', bytesOf(book, type)));
      expect(ended).toMatchObject({ code: 0 });
      expect(ended.stdout).toMatch(
        /edition of 2026\n {2}sheet 支出功能分类: .*codes in column A, B, C \(类, 款, 项 apart\), names in D; found by the header in row 2/,
      );
      const codebook = loadCodebook({ overlay: codes });
      expect(codebook.entry('function', '2010288', 2026)?.name).toBe('委员联络');
      expect(codebook.entry('dept_economic', '30288', 2026)?.name).toBe('数据费');
    },
  );

  it.each([
    ['a text', Buffer.from('会议纪要\n出席人员若干'), /is no code table/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), /nothing was imported/],
    ['nothing', Buffer.alloc(0), /the file has no bytes; nothing was imported/],
    ['a damaged spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), /can't be read as a spreadsheet/],
    [
      'a budget',
      Buffer.from('科目编码,科目名称,合计\n201,一般公共服务支出,1.00\n'),
      /it is a budget and no code table/,
    ],
  ])('that hold %s are refused, nothing is written', async (_, bytes, reason) => {
    const ended = await importFile(file('thing', bytes));
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(reason);
    expect(ended.stderr).not.toMatch(/\n {4}at /);
    expect(existsSync(codes)).toBe(false);
  });

  it('that are not there are wrong usage', async () => {
    expect(await importFile(join(folder, 'gone.csv'))).toMatchObject({ code: 2, stdout: '' });
    expect(await call('codes', 'import')).toMatchObject({ code: 2, stdout: '' });
    expect(await importFile(folder)).toMatchObject({ code: 1, stdout: '' });
    expect(await importFile(csvFile('a.csv', EDITION), '--scheme', 'cofog')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('one import at a time', () => {
  const path = (): string => csvFile('2026.csv', EDITION);
  const lock = (holder: number): void => {
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(`${codes}.lock`, `${String(holder)} ${hostname()}`);
  };

  it('is let in, another is told who writes', async () => {
    lock(process.ppid);
    const ended = await importFile(path());
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(`process ${String(process.ppid)} `);
    expect(existsSync(codes)).toBe(false);
    expect(await importFile(path(), '--dry-run')).toMatchObject({ code: 0 });
  });

  it('takes over the lock of a process that has ended, and leaves none', async () => {
    const ended = spawnSync('true').pid;
    lock(ended);
    expect(await importFile(path())).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'data'))).toEqual(['codes']);
  });
});

describe('names', () => {
  it('lose characters that steer a terminal, and have an end', async () => {
    const path = csvFile('2026.csv', [...EDITION, ['2010289', '红\u001B[31m\u202E字'], ['2010290', '长'.repeat(101)]]);
    const ended = await importFile(path);
    expect(ended).toMatchObject({ code: 3 });
    expect(ended.stdout).toMatch(/row 6: .*: its name has more than 100 characters/);
    expect(nameOf('2010289', 2026)).toBe('红[31m字');
  });
});

it('says what new classes lack', async () => {
  const rows = [
    ['编码', '名称'],
    ['298', '某类支出'],
    ['30288', '数据费'],
  ];
  const ended = await importFile(csvFile('2026.csv', rows), '--dry-run');
  expect(ended.stdout).toMatch(/without a COFOG correspondence, .*: 298 \(/);
  expect(ended.stdout).toMatch(/without a crosswalk to the other economic classification: 30288 \(/);
});

it('writes nothing where it may not, and says so', async () => {
  writeFileSync(join(folder, 'data'), 'a file');
  const ended = await importFile(csvFile('2026.csv', EDITION));
  expect(ended).toMatchObject({ code: 1 });
  expect(ended.stderr).toMatch(/^error: the code tables in .*codes can't be written: .*\[overlay-unusable\]\n$/);
});

describe('the rows that a file gives no code in', () => {
  it('are listed with file, row and reason; left-out ones end with 3', async () => {
    const rows = [...EDITION, ['20102045', '八位'], ['合计', '']];
    const ended = await importFile(csvFile('2026.csv', rows));
    expect(ended).toMatchObject({ code: 3 });
    expect(ended.stdout).toMatch(/rows left out: 1\n {2}2026\.csv, row 5: "20102045 八位": "20102045" has the length/);
    expect(ended.stdout).toMatch(/rows ignored: 1\n {2}2026\.csv, row 6: "合计"/);
    expect(nameOf('2010288', 2026)).toBe('委员联络');
  });
});
