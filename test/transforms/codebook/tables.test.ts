import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCodes, loadCodebook } from '../../../transforms/codebook/index.js';
import { readOldNames } from '../../../transforms/codebook/old-names.js';
import { readTable } from '../../../transforms/codebook/read-table.js';
import { cofogRow } from '../../../transforms/codebook/rows.js';
import { findTablesFolder } from '../../../transforms/codebook/tables-folder.js';

const codebook = loadCodebook();

describe('a table', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'codebook-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (text: string): string => {
    const path = join(folder, 'cofog.csv');
    writeFileSync(path, text);
    return path;
  };

  it('keeps codes as text, quoted cells whole, blank lines and a byte order mark out', () => {
    const path = write('\uFEFFcode,name_en,parent_code\r\n01,"Services, general",\r\n\r\n01.1,Organs,01\r\n');
    expect(readTable(path, cofogRow)).toEqual([
      { code: '01', name_en: 'Services, general', parent_code: '' },
      { code: '01.1', name_en: 'Organs', parent_code: '01' },
    ]);
  });

  it.each([
    ['code,name_en,parent_code\n01,Services,\n1,Organs,01\n', /^cofog\.csv:3: code: not a COFOG code/],
    ['code,name_en,parent_code\n01,,\n', /^cofog\.csv:2: name_en: /],
    ['code,name_en,parent_code\n01,Services\n', /^cofog\.csv:2: 2 columns where the header has 3/],
    ['code,parent_code\n01,\n', /^cofog\.csv:2: name_en: /],
  ])('names the file and line of a broken row: %j', (text, message) => {
    expect(() => readTable(write(text), cofogRow)).toThrow(message);
  });
});

describe('old names', () => {
  it.each([
    ['法制建设|法制建设(2019-2020)', [{ name: '法制建设', from: 2019, to: 2020 }]],
    ['30104其他社会保障缴费(-2017)', [{ name: '其他社会保障缴费', from: null, to: 2017 }]],
    ['妇产医院', [{ name: '妇产医院', from: null, to: null }]],
  ])('%s', (cell, names) => {
    expect(readOldNames(cell)).toEqual(names);
  });

  it('of all tables are plain names', () => {
    const odd = codebook.entries
      .flatMap(({ oldNames }) => oldNames.map(({ name }) => name))
      .filter((name) => /[\d|]|存疑|早期|^$/.test(name));
    expect(odd).toEqual([]);
  });
});

describe('entries', () => {
  it('cover every scheme, with leading zeros', () => {
    const schemes = new Set(codebook.entries.map(({ scheme }) => scheme));
    expect([...schemes].sort()).toEqual(
      ['cofog', 'dept_economic', 'function', 'gfsm', 'gov_economic', 'procurement', 'region', 'revenue'].sort(),
    );
    expect(codebook.entry('cofog', '01.1.1', null)?.parentCode).toBe('01.1');
    expect(codebook.entry('gfsm', '1111', null)?.parentCode).toBe('111');
  });

  it('have a parent that exists, one level above (retired counties may lack the level between)', () => {
    const levels = new Map(
      codebook.entries.map(({ scheme, edition, code, level }) => [`${scheme}${edition} ${code}`, level]),
    );
    const orphans = codebook.entries.filter(({ scheme, edition, parentCode, level }) => {
      const above = parentCode === null ? 0 : levels.get(`${scheme}${edition} ${parentCode}`);
      return scheme === 'region' ? above === undefined : above !== level - 1;
    });
    expect(orphans.map(({ scheme, code }) => `${scheme} ${code}`)).toEqual([]);
  });

  it('are found by code and year', () => {
    expect(codebook.entry('procurement', 'A02010105', 2021)?.name).toBe('便携式计算机');
    expect(codebook.entry('procurement', 'A02010105', 2024)?.name).toBe('台式计算机');
    expect(codebook.entry('function', '0201', 2024)).toBeNull();
    expect(codebook.children('function', '20102').map(({ code }) => code)).toContain('2010299');
  });

  it('are searched by people', () => {
    expect(findCodes(codebook, '政协会议', { year: 2024 }).map(({ code }) => code)).toEqual(['2010204']);
    expect(findCodes(codebook, '20102', { scheme: 'function' })[0]?.name).toBe('政协事务');
    expect(findCodes(codebook, '打印', { scheme: 'procurement', year: 2024 }).length).toBeGreaterThan(0);
    expect(findCodes(codebook, '人行科目')).toEqual([]);
  });
});

describe('crosswalk', () => {
  it('has exactly one primary row per code and target scheme', () => {
    const primaries = new Map<string, number>();
    for (const { fromScheme, fromCode, toScheme, isPrimary } of codebook.crosswalk) {
      const key = `${fromScheme} ${fromCode} ${toScheme}`;
      primaries.set(key, (primaries.get(key) ?? 0) + (isPrimary ? 1 : 0));
    }
    expect([...primaries].filter(([, count]) => count !== 1)).toEqual([]);
  });

  it('goes both ways between the economic classifications', () => {
    const pair = (from: string, to: string): string | undefined =>
      codebook.crosswalk.find(({ fromCode, toCode }) => fromCode === from && toCode === to)?.relation;
    expect(pair('50201', '30201')).toBe('partial');
    expect(pair('51101', '30701')).toBe('exact');
    expect(pair('30701', '51101')).toBe('exact');
  });

  it('gives a 项 the COFOG code of its 款', () => {
    const row = codebook.crosswalk.find(({ fromCode, isPrimary }) => fromCode === '2010301' && isPrimary);
    expect(row).toMatchObject({ toScheme: 'cofog', toCode: '01.1.1', relation: 'narrower' });
    expect(row?.source).toContain('20103');
  });
});

it('finds the tables from the source tree and from a built tree inside it', () => {
  const folder = findTablesFolder();
  expect(readFileSync(join(folder, 'cofog.csv'), 'utf8')).toContain('01');
  const root = join(folder, '..', '..', '..');
  expect(findTablesFolder(join(root, 'dist', 'transforms', 'codebook', 'tablesFolder.js'))).toBe(folder);
  expect(() => findTablesFolder(join(tmpdir(), 'elsewhere.js'))).toThrow(/incomplete/);
});
