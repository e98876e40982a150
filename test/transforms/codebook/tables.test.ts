import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCodes, loadCodebook } from '../../../transforms/codebook/index.js';
import { readTable } from '../../../transforms/codebook/read-table.js';
import { CODE_TABLES, ECONOMIC_CROSSWALK, FUNCTION_TO_COFOG } from '../../../transforms/codebook/tables.js';
import { findTablesFolder } from '../../../transforms/codebook/tables-folder.js';
import { folderOf, tablesWith } from './folders.js';

const codebook = loadCodebook();

const HEADER = 'function_code,cofog_code,relation,is_primary,evidence,confidence,note';
const read = (...lines: readonly string[]) => {
  const path = join(folderOf({ 'pairs.csv': lines }), 'pairs.csv');
  return { path, ...readTable(path, FUNCTION_TO_COFOG) };
};

describe('a table', () => {
  it('keeps codes as text, quoted cells whole, blank lines and a byte order mark out, and knows its lines', () => {
    const { rows, faults, path } = read(
      `\uFEFF${HEADER}\r`,
      '20101,01.1.1,exact,yes,judged,high,"two\nlines, and a comma"\r',
      '\r',
      '20102,01.1.1,exact,no,judged,low,\r',
    );
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      { row: { function_code: '20101', cofog_code: '01.1.1', note: 'two\nlines, and a comma' }, place: `${path}:2` },
      { row: { function_code: '20102', is_primary: 'no' }, place: `${path}:5` },
    ]);
  });

  it('may have its columns in any order', () => {
    const { rows, faults } = read(
      'note,cofog_code,function_code,relation,confidence,evidence,is_primary',
      ',01,201,exact,low,judged,yes',
    );
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{ row: { function_code: '201', cofog_code: '01' } }]);
  });

  it('tells all its faults with file and line', () => {
    const { faults, path } = read(
      HEADER,
      '20101,1.1,exact,yes,judged,high,',
      '20102,01,exact',
      '2010,01,same,yes,judged,high,',
    );
    expect(faults).toEqual([
      expect.stringContaining(`${path}:2: cofog_code "1.1": not a COFOG code such as 01.1.1`),
      `${path}:3: 3 cells where the header has 7 columns`,
      expect.stringMatching(/pairs\.csv:4: function_code "2010": not a code of 3, 5, 7, … digits; relation "same": /),
    ]);
  });

  it('names the columns that are missing, unknown or there twice', () => {
    const { rows, faults, path } = read(HEADER.replace('note', 'remark,relation'), '20101,01,exact,yes,judged,high,,');
    expect(rows).toEqual([]);
    expect(faults).toEqual([
      `${path}:1: the column note is missing`,
      `${path}:1: the column "remark" is unknown or there twice`,
      `${path}:1: the column "relation" is unknown or there twice`,
    ]);
  });

  it('is refused where a quote stays open', () => {
    const { path, faults } = read(HEADER, '20101,01,exact,yes,judged,high,"open', '20102,01,exact,no,judged,high,');
    expect(faults).toEqual([`${path}:2: Quoted field unterminated`]);
  });
});

describe('the packaged tables', () => {
  it('have the columns of their description, in order', () => {
    const tables = [...CODE_TABLES, ECONOMIC_CROSSWALK, FUNCTION_TO_COFOG];
    const headers = tables.map(({ file }) => readFileSync(join(findTablesFolder(), file), 'utf8').split('\n')[0]);
    expect(headers).toEqual(tables.map(({ columns }) => columns.join(',')));
  });

  it('end with the same columns', () => {
    const trailing = 'valid_from,valid_to,old_names,evidence,confidence,other_name,note';
    expect(CODE_TABLES.filter(({ columns }) => !columns.join(',').endsWith(trailing))).toEqual([]);
  });
});

describe('broken tables are refused with file and line', () => {
  it.each([
    ['an empty name', 'function.csv', '20102,政协事务,', '20102,,', 'name "": a name is missing'],
    ['a year', 'cofog.csv', ',01.1,3,1999,', ',01.1,3,99,', 'valid_from "99": not a year'],
    ['evidence', 'revenue.csv', ',recalled_twice,high,', ',heard,high,', 'evidence "heard": '],
    ['a budget', 'function.csv', ',20102,3,general,', ',20102,3,army,', 'budget "army": not budgets'],
    ['an old name', 'function.csv', '(2019-2020)', '(from 2019)', 'not names such as'],
    [
      'a year that ends before it begins',
      'procurement.csv',
      ',A,2,2014,2022,',
      ',A,2,2014,2010,',
      '(2010) before it begins (2014)',
    ],
    [
      'an old name that ends before it begins',
      'function.csv',
      '(2019-2020)',
      '(2020-2019)',
      'the old name 法制建设 ends',
    ],
    [
      'the present name as an old one',
      'function.csv',
      '法制建设(2019-2020)',
      '法治建设',
      'the old name 法治建设 is the present',
    ],
    ['a code twice', 'gov_economic.csv', '\n50102,', '\n50101,', '50101 stands for the same years in'],
    ['a region twice', 'region.csv', '110102,西城区', '110101,东城区', '110101 stands for the same years in'],
    ['a parent that is missing', 'dept_economic.csv', '\n301,', '\n300,', 'the parent 301 of 30101 is in no row'],
    ['a level', 'gfsm_transactions.csv', ',11,3,', ',11,4,', 'has level 4, what stands above it level 2'],
    [
      'a code that is not below its parent',
      'function.csv',
      '行政运行,20102,',
      '行政运行,20101,',
      'is no code below 20101',
    ],
    [
      'a top that is none',
      'cofog.csv',
      'financial and fiscal affairs, external affairs",01,2',
      'x",,1',
      '01.1 is no code below the top',
    ],
    ['a pair twice', 'economic_crosswalk.csv', '\n50101,30102,', '\n50101,30101,', 'the pair 50101 30101 stands in'],
    ['an unknown code', 'economic_crosswalk.csv', '\n50101,30102,', '\n50101,30177,', '30177 is no known code'],
    ['an unknown function', 'function_to_cofog.csv', '\n20102,', '\n20177,', '20177 is no known code'],
    [
      'no primary pair',
      'function_to_cofog.csv',
      '\n20102,01.1.1,narrower,yes',
      '\n20102,01.1.1,narrower,no',
      '20102 has 0 primary',
    ],
    [
      'two primary pairs',
      'economic_crosswalk.csv',
      '\n50101,30102,partial,no',
      '\n50101,30102,partial,yes',
      '50101 has 2 primary',
    ],
  ])('%s', (_, file, from, to, fault) => {
    const tables = tablesWith(file, (text) => {
      expect(text.includes(from), 'the row to break').toBe(true);
      return text.replace(from, to);
    });
    const line = new RegExp(`${escape(join(tables, file))}:\\d+: .*${escape(fault)}`);
    expect(() => loadCodebook({ tables })).toThrow(line);
  });

  it('all faults of all tables at once, the first fifty in words', () => {
    const tables = tablesWith('region.csv', (text) => text.replaceAll(',listed,', ',heard,'));
    const [head, ...faults] = thrownBy(() => loadCodebook({ tables })).split('\n');
    expect(head).toBe('The code tables are broken:');
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe('… and 4470 more');
  });
});

function thrownBy(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

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

  it('tell a code that was used anew from what it was', () => {
    expect(codebook.entry('dept_economic', '30104', 2017)?.name).toBe('其他社会保障缴费');
    expect(codebook.entry('dept_economic', '30112', 2024)?.name).toBe('其他社会保障缴费');
    expect(codebook.entry('dept_economic', '30311', 2017)?.name).toBe('住房公积金');
    expect(codebook.entry('dept_economic', '30311', 2024)?.name).toBe('代缴社会保险费');
    expect(codebook.entry('function', '2010308', 2023)?.validTo).toBe(2023);
    expect(codebook.entry('function', '20140', 2024)).toMatchObject({ name: '信访事务', validFrom: 2024 });
  });

  it('say where they come from and how far to trust them', () => {
    expect(codebook.entries.filter(({ evidence, confidence }) => evidence === null || confidence === null)).toEqual([]);
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

  it('gives every function code a COFOG code', () => {
    const mapped = new Set(
      codebook.crosswalk.filter(({ toScheme }) => toScheme === 'cofog').map(({ fromCode }) => fromCode),
    );
    const functions = codebook.entries.filter(({ scheme }) => scheme === 'function');
    expect(functions.filter(({ code }) => !mapped.has(code)).map(({ code }) => code)).toEqual([]);
  });

  it('lists a pair once', () => {
    const pairs = codebook.crosswalk.map(({ fromScheme, fromCode, toScheme, toCode }) =>
      [fromScheme, fromCode, toScheme, toCode].join(' '),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('takes an administrative body for the primary one', () => {
    const toGov = (dept: string) =>
      codebook.crosswalk.find(
        ({ fromScheme, fromCode, isPrimary }) => fromScheme === 'dept_economic' && fromCode === dept && isPrimary,
      )?.toCode;
    expect(['30101', '30201', '31002', '301'].map(toGov)).toEqual(['50101', '50201', '50306', '501']);
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
