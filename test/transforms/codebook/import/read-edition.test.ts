import { describe, expect, it } from 'vitest';
import { NotACodeTable, readEdition, readEditionYear } from '../../../../transforms/codebook/import/index.js';
import type { ImportableScheme } from '../../../../transforms/codebook/import/index.js';

/** Rows of cells parted by `|`, one row a line. */
function sheet(text: string, name: string | null = null) {
  return { name, rows: text.split('\n').map((line) => line.split('|')) };
}

/** `code name` of every row read, and why others were not. */
function read(text: string, scheme: ImportableScheme | null = null) {
  const { rows, unused } = readEdition([sheet(text)], 'f.csv', scheme);
  return {
    codes: rows.map(({ code, name }) => `${code} ${name}`),
    leftOut: unused.filter(({ kind }) => kind === 'left_out').map(({ place, reason }) => `${place.row}: ${reason}`),
    ignored: unused.filter(({ kind }) => kind === 'ignored').map(({ text: words }) => words),
  };
}

const THREE = ['201 一般公共服务支出', '20101 人大事务', '2010101 行政运行'];
const nothingElse = { leftOut: [], ignored: [] };

describe('columns by their headings', () => {
  it.each([
    ['one column', '科目编码|科目名称\n201|一般公共服务支出\n20101|人大事务\n2010101|行政运行'],
    ['English headings, name first', 'name|code\n一般公共服务支出|201\n人大事务|20101\n行政运行|2010101'],
    [
      'a title above, indented names',
      '2026年科目表|\n|\n科目代码|科目名称|说明\n201|一般公共服务支出|反映政府\n20101| 　人大事务|反映\n2010101|    行政运行|反映',
    ],
    ['fragments in three columns', '类|款|项|科目名称\n201|||一般公共服务支出\n|01||人大事务\n||01|行政运行'],
    ['fragments that lost their zeros', '类|款|项|科目名称\n201|||一般公共服务支出\n201|1||人大事务\n201|1|1|行政运行'],
    [
      'a heading over three columns',
      '科目编码|||科目名称|说明\n类|款|项||\n201|||一般公共服务支出|甲\n|01||人大事务|乙\n||01|行政运行|丙',
    ],
    ['headings left blank', '科目编码|||科目名称\n201|||一般公共服务支出\n201|01||人大事务\n201|01|01|行政运行'],
    [
      'whole codes in three columns',
      '类级编码|款级编码|项级编码|名称\n201|||一般公共服务支出\n|20101||人大事务\n||2010101|行政运行',
    ],
    [
      'a name for each level',
      '科目编码|类名称|款名称|项名称\n201|一般公共服务支出||\n20101||人大事务|\n2010101|||行政运行',
    ],
    ['names indented by columns', '科目编码|科目名称||\n201|一般公共服务支出||\n20101||人大事务|\n2010101|||行政运行'],
    [
      'three codes on one row',
      '类编码|类名称|款编码|款名称|项编码|项名称\n201|一般公共服务支出|20101|人大事务|2010101|行政运行',
    ],
    ['code and name in one cell', '编码及名称|说明\n201一般公共服务支出|甲\n20101 人大事务|乙\n[2010101]行政运行|丙'],
    ['rows that are numbered', '编号|科目编码|科目名称\n1|201|一般公共服务支出\n2|20101|人大事务\n3|2010101|行政运行'],
    [
      'a header on every page',
      '科目编码|科目名称\n201|一般公共服务支出\n20101|人大事务\n科目编码|科目名称\n2010101|行政运行',
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ codes: THREE, ...nothingElse });
  });

  it('reads two lists side by side', () => {
    const text = '编码|名称|编码|名称\n201|一般公共服务支出|20101|人大事务\n||2010101|行政运行';
    expect(read(text)).toEqual({ codes: THREE, ...nothingElse });
  });
});

describe('columns by what stands in them', () => {
  it.each([
    ['without a header', '201|一般公共服务支出\n20101|人大事务\n2010101|行政运行'],
    [
      'with a running number first',
      '序号|科目|内容|解释说明\n1|201|一般公共服务支出|甲\n2|20101|人大事务|乙\n3|2010101|行政运行|丙',
    ],
    ['fragments', '201|||一般公共服务支出\n201|01||人大事务\n201|01|01|行政运行'],
  ])('%s', (_, text) => {
    expect(read(text).codes).toEqual(THREE);
  });
});

describe('schemes', () => {
  it('follow from the shape of each code', () => {
    const { rows } = readEdition(
      [
        sheet(
          '编码|名称\n103|非税收入\n201|一般公共服务支出\n30201|办公费\n50201|办公经费\nA02010105|台式计算机\n110101|东城区',
        ),
      ],
      'f.csv',
      null,
    );
    expect(rows.map(({ scheme }) => scheme)).toEqual([
      'revenue',
      'function',
      'dept_economic',
      'gov_economic',
      'procurement',
      'region',
    ]);
  });

  it('of the procurement catalogue come with their edition', () => {
    const editionOf = (text: string) => readEdition([sheet(text)], 'f.csv', null).rows.map(({ edition }) => edition);
    expect(editionOf('品目编码|品目名称\nA|货物\nA0201|计算机设备及软件')).toEqual(['2013', '2013']);
    expect(editionOf('品目编码|品目名称\nA|货物\nA02010000|信息化设备\nA02010105|台式计算机')).toEqual([
      '2022',
      '2022',
      '2022',
    ]);
  });

  it('can be told, and then other codes are left out', () => {
    const { codes, leftOut } = read('编码|名称\n30201|办公费\n50201|办公经费', 'dept_economic');
    expect(codes).toEqual(['30201 办公费']);
    expect(leftOut).toEqual(['3: a code of this classification has 3 or 5 digits that begin with 3']);
  });
});

describe('rows that give no code', () => {
  it('are named with their place and reason', () => {
    const text =
      '编码|名称\n201|一般公共服务支出\n2010|四位\n20X01|字母\n20102|\n20103|甲\n20103|乙\n|合计\n注：本表不含人大|';
    expect(read(text)).toEqual({
      codes: ['201 一般公共服务支出'],
      leftOut: [
        '3: "2010" has the length and first digit of no classification',
        '4: "20X01" has the length and first digit of no classification',
        '5: no name stands beside the code',
        '6: the file gives this code two names',
        '7: the file gives this code two names',
      ],
      ignored: ['合计', '注：本表不含人大'],
    });
  });

  it.each([
    ['words', '会议|纪要\n出席|缺席'],
    ['nothing', ''],
    ['numbers', '年份|人数\n2023|12\n2024|15'],
  ])('and a file of %s is no code table', (_, text) => {
    expect(() => read(text)).toThrow(NotACodeTable);
    expect(() => read(text)).toThrow(/^f\.csv: is no code table .*; nothing was imported$/);
  });

  it('and a budget is none either', () => {
    expect(() => read('科目编码|科目名称|合计|基本支出\n201|一般公共服务支出|12.00|12.00')).toThrow(
      'f.csv: has a column of amounts ("合计"), so it is a budget and no code table; nothing was imported',
    );
  });
});

describe('tables that are no classification', () => {
  it.each([
    ['单位编码|单位名称\n201001|某局\n20101|某委', '单位编码'],
    ['部门代码|部门名称\n20101|某局', '部门代码'],
    ['项目编码|项目名称\n2010101|某项目', '项目编码'],
    ['编号|预算单位编码|预算单位\n1|20101|某局', '预算单位编码'],
    ['编码|单位名称\n20101|某局', '单位名称'],
  ])('%s', (text, heading) => {
    expect(() => read(text)).toThrow(`lists units or projects ("${heading}") and no classes`);
  });

  it.each([
    ['an amount without a header', '201|一般公共服务支出|1,200.50\n20101|人大事务|120.50'],
    ['an amount under a silent heading', '科目编码|科目名称|上年\n201|一般公共服务支出|1,200\n20101|人大事务|120'],
    ['a year', '科目编码|科目名称|2024年\n201|一般公共服务支出|1200'],
    ['a plan', '科目编码|科目名称|预算\n201|一般公共服务支出|1200'],
  ])('%s', (_, text) => {
    expect(() => read(text)).toThrow('has a column of amounts');
  });

  it('but units beside classes, and regions, are read', () => {
    expect(read('行政区划代码|单位名称\n110101|东城区').codes).toEqual(['110101 东城区']);
    expect(read('单位编码|单位名称|科目编码|科目名称\n1|某局|20101|人大事务').codes).toEqual(['20101 人大事务']);
  });
});

describe('numbers with a decimal point', () => {
  it('are no codes', () => {
    expect(read('编码|名称\n201|一般公共服务支出\n201.03|政府办公厅\n20.101|人大')).toMatchObject({
      codes: ['201 一般公共服务支出'],
      leftOut: [expect.stringContaining('3: "201.03"'), expect.stringContaining('4: "20.101"')],
    });
    expect(() => read('类|款|名称\n201|5.5|甲')).toThrow(NotACodeTable);
    expect(() => read('5.5|甲\n6.5|乙')).toThrow(NotACodeTable);
  });

  it('are codes among dotted ones', () => {
    expect(read('编码|名称\n201|一般公共服务支出\n201.01|人大事务\n201.01.01|行政运行').codes).toEqual(THREE);
  });
});

it('a procurement catalogue is of the edition of its year where its codes fit both', () => {
  const editionOf = (code: string, year: number | null) =>
    readEdition([sheet(`编码|名称\n${code}|计算机`)], 'f.csv', null, year).rows.map(({ edition }) => edition);
  expect(editionOf('A02010105', 2024)).toEqual(['2022']);
  expect(editionOf('A02010105', null)).toEqual(['2013']);
  expect(editionOf('A020101', 2024)).toEqual(['2013']);
});

describe('the year of an edition', () => {
  it('stands in a title, else alone in the name of the file', () => {
    expect(readEditionYear(['2026年政府收支分类科目'], 'a-2020.xlsx')).toBe(2026);
    expect(readEditionYear(['说明'], '２０２５年科目.csv')).toBe(2025);
    expect(readEditionYear([], 'function-2024.csv')).toBe(2024);
    expect(readEditionYear([], 'codes-2023-2024.csv')).toBeNull();
    expect(readEditionYear([], 'codes-20240101.csv')).toBeNull();
  });
});
