import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCodebook, type CodeEntry } from '../../../transforms/codebook/index.js';
import { emptyFolder, folderOf } from './folders.js';

const FUNCTION = 'code,name,parent_code,level,budget,valid_from,valid_to,old_names,evidence,confidence,other_name,note';
const COFOG = 'function_code,cofog_code,relation,is_primary,evidence,confidence,note';
const ECONOMIC = 'gov_code,dept_code,relation,primary_of_gov,primary_of_dept,evidence,confidence,note';

const packaged = loadCodebook();
const withFunction = (...rows: readonly string[]) =>
  loadCodebook({ overlay: folderOf({ 'function.csv': [FUNCTION, ...rows] }) });
const rowsOf = (entries: readonly CodeEntry[], code: string) =>
  entries
    .filter((entry) => entry.scheme === 'function' && entry.code === code)
    .map(({ name, validFrom, validTo, oldNames }) => ({
      name,
      validFrom,
      validTo,
      oldNames: oldNames.map((old) => old.name),
    }));

describe('an overlay', () => {
  it('that is empty, null or left out changes nothing', () => {
    const { entries, crosswalk } = loadCodebook({ overlay: emptyFolder() });
    expect(entries).toEqual(packaged.entries);
    expect(crosswalk).toEqual(packaged.crosswalk);
    expect(loadCodebook({ overlay: null }).entries).toEqual(packaged.entries);
  });

  it('adds a code, which is looked up and corresponds with COFOG like its parent', () => {
    const codebook = withFunction('2010277,政协新事务,20102,3,general,2026,,,official,high,,');
    expect(codebook.entries.length).toBe(packaged.entries.length + 1);
    expect(codebook.lookup({ scheme: 'function', year: 2026, code: '2010277', name: '政协新事务' })).toMatchObject([
      { entry: { code: '2010277', evidence: 'official' }, score: 1 },
    ]);
    expect(codebook.crosswalk.filter(({ fromCode }) => fromCode === '2010277')).toMatchObject([
      { toCode: '01.1.1', isPrimary: true },
    ]);
  });

  it('that renames a code from a year on lets both names live, each in its years', () => {
    const codebook = withFunction('2010204,政协大会,20102,3,general,2026,,,official,high,,');
    expect(rowsOf(codebook.entries, '2010204')).toEqual([
      { name: '政协会议', validFrom: null, validTo: 2025, oldNames: [] },
      { name: '政协大会', validFrom: 2026, validTo: null, oldNames: [] },
    ]);
    expect(codebook.entry('function', '2010204', 2025)?.name).toBe('政协会议');
    expect(codebook.entry('function', '2010204', 2026)?.name).toBe('政协大会');
    expect(codebook.crosswalk).toEqual(packaged.crosswalk);
  });

  it('that renames a code for all years makes the packaged name an alias beside the others', () => {
    const codebook = withFunction('2010305,专项事务,20103,3,general,,,,official,high,,');
    expect(rowsOf(codebook.entries, '2010305')).toEqual([
      { name: '专项事务', validFrom: null, validTo: null, oldNames: ['专项业务及机关事务管理', '专项业务活动'] },
    ]);
  });

  it('keeps the doubt about a year while it has the year, and its own years are as it writes them', () => {
    const doubts = (...rows: readonly string[]) =>
      withFunction(...rows)
        .entries.filter(({ scheme, code }) => scheme === 'function' && code === '2010705')
        .map(({ validTo, doubtfulYears }) => [validTo, ...doubtfulYears]);
    expect(doubts()).toEqual([[2020, 2020]]);
    expect(doubts('2010705,发票与登记,20107,3,general,2018,,,official,high,,')).toEqual([[2017], [null]]);
    expect(doubts('2010705,发票管理及税务登记,20107,3,general,,2020?,,official,high,,')).toEqual([[2020, 2020]]);
    expect(doubts('2010705,发票管理及税务登记,20107,3,general,,2020,,official,high,,')).toEqual([[2020]]);
  });

  it('that names some years only leaves the packaged name the years before and after', () => {
    const codebook = withFunction('2010204,政协大会,20102,3,general,2020,2021,,official,high,,');
    expect(
      rowsOf(codebook.entries, '2010204').map(({ name, validFrom, validTo }) => [name, validFrom, validTo]),
    ).toEqual([
      ['政协会议', null, 2019],
      ['政协大会', 2020, 2021],
      ['政协会议', 2022, null],
    ]);
  });

  it('that confirms a name, in any spelling, keeps one row with its years and aliases, and can end it', () => {
    const codebook = withFunction(
      '2040612,法治建设,20406,3,general,2026,,,official,high,,',
      '2010204,政协 会议,20102,3,general,,2025,,official,high,,',
    );
    expect(rowsOf(codebook.entries, '2040612')).toEqual([
      { name: '法治建设', validFrom: 2019, validTo: null, oldNames: ['法制建设'] },
    ]);
    expect(rowsOf(codebook.entries, '2010204')).toMatchObject([{ validFrom: null, validTo: 2025 }]);
    expect(codebook.entry('function', '2040612', 2024)?.evidence).toBe('official');
  });

  it('leaves the rows of other years of the same code alone', () => {
    const codebook = withFunction('2080209,老龄工作,20802,3,general,2026,,,official,high,,');
    expect(
      rowsOf(codebook.entries, '2080209').map(({ name, validFrom, validTo }) => [name, validFrom, validTo]),
    ).toEqual([
      ['部队供应', null, 2018],
      ['老龄事务', 2024, 2025],
      ['老龄工作', 2026, null],
    ]);
  });

  it('changes correspondences: a primary pair takes the rank from the packaged one', () => {
    const codebook = loadCodebook({
      overlay: folderOf({
        'function_to_cofog.csv': [COFOG, '20105,01.3.1,partial,yes,judged,low,'],
        'economic_crosswalk.csv': [ECONOMIC, '50299,30201,partial,no,yes,official,high,'],
      }),
    });
    const primary = (from: string, to: string) =>
      codebook.crosswalk.find(({ fromCode, toCode }) => fromCode === from && toCode === to)?.isPrimary;
    expect([primary('20105', '01.3.1'), primary('20105', '01.3.2'), primary('2010501', '01.3.1')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([primary('30201', '50299'), primary('30201', '50201'), primary('50201', '30201')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('a broken overlay is refused with its file and line', () => {
  it.each([
    [
      'a cell',
      'function.csv',
      [FUNCTION, '20109x,名,201,2,general,,,,official,high,,'],
      '2: code "20109x": not a code',
    ],
    ['a parent', 'function.csv', [FUNCTION, '2999901,名,29999,3,general,,,,official,high,,'], '2: the parent 29999'],
    [
      'a twin',
      'function.csv',
      [FUNCTION, ...twice('20188,名,201,2,general,,,,official,high,,')],
      '3: 20188 stands for',
    ],
    [
      'a code of COFOG',
      'function_to_cofog.csv',
      [COFOG, '20105,99.9.9,exact,yes,judged,low,'],
      '2: 99.9.9 is no known',
    ],
    [
      'no primary',
      'function_to_cofog.csv',
      [COFOG, '20105,01.3.2,exact,no,judged,low,'],
      '2: 20105 has 0 primary pairs',
    ],
  ])('%s', (_, file, lines, fault) => {
    const overlay = folderOf({ [file]: lines });
    expect(() => loadCodebook({ overlay })).toThrow(`${join(overlay, file)}:${fault}`);
  });

  it('a file that is no table', () => {
    const overlay = folderOf({ 'funktion.csv': [FUNCTION], 'README.md': ['notes'] });
    expect(() => loadCodebook({ overlay })).toThrow(`${join(overlay, 'funktion.csv')}: no table of the codebook`);
  });

  it('a folder that is missing', () => {
    expect(() => loadCodebook({ overlay: join(emptyFolder(), 'gone') })).toThrow(
      /gone: the folder of the overlay is missing/,
    );
  });
});

function twice(row: string): readonly string[] {
  return [row, row];
}
