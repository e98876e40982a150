import { describe, expect, it } from 'vitest';
import { openCodebook } from '../../../../transforms/codebook/codebook.js';
import { compareEdition, readEdition } from '../../../../transforms/codebook/import/index.js';
import type { CodeEntry } from '../../../../transforms/codebook/index.js';

const codebook = openCodebook(
  [
    entry('201', '一般公共服务支出'),
    entry('20101', '人大事务'),
    entry('20102', '政协事务', {
      oldNames: [
        { name: '政协', from: 2015, to: 2019 },
        { name: '别名', from: null, to: null },
      ],
    }),
    entry('2010201', '行政运行'),
    entry('2010299', '其他政协事务支出'),
    entry('20108', '信访事务', { validTo: 2023 }),
    entry('20140', '社会工作', { validFrom: 2024 }),
    entry('202', '外交支出', { evidence: 'official' }),
  ],
  [],
);

function entry(code: string, name: string, more: Partial<CodeEntry> = {}): CodeEntry {
  const parentCode = code.length > 3 ? code.slice(0, -2) : null;
  return {
    scheme: 'function',
    edition: '',
    code,
    name,
    parentCode,
    level: (code.length - 1) / 2,
    budget: 'general',
    validFrom: null,
    validTo: null,
    oldNames: [],
    evidence: 'observed',
    confidence: 'high',
    doubtfulYears: [],
    otherName: null,
    note: null,
    ...more,
  };
}

/** What becomes of rows `code name`, and what else the comparison says. */
function compare(lines: readonly string[], year: number | null) {
  const rows = [['编码', '名称'], ...lines.map((line) => line.split(' '))];
  const edition = readEdition([{ name: null, rows }], 'f.csv', null);
  const { changes, unchanged, absent, unused } = compareEdition(edition.rows, year, codebook);
  return {
    changes: changes.map(({ kind, row }) => `${kind} ${row.code}`),
    unchanged,
    absent: absent.map(({ code }) => code),
    unused: unused.map(({ reason }) => reason),
  };
}

describe('an edition against the codebook', () => {
  it('has what is the same, in any spelling', () => {
    expect(compare(['201 一般公共服务支出', '20101 人　大　事　务', '20102 政协事务', '20140 社会工作'], 2026)).toEqual(
      {
        changes: ['confirmed 201', 'confirmed 20101', 'confirmed 20102', 'confirmed 20140'],
        unchanged: 0,
        absent: ['202'],
        unused: [],
      },
    );
  });

  it('confirms no row twice', () => {
    expect(compare(['202 外交支出'], 2026)).toMatchObject({ changes: [], unchanged: 1 });
  });

  it.each([
    ['扶贫', 'replaced'],
    ['政协事务', 'replaced'],
    ['人大及其常委会事务', 'renamed'],
    ['外交支出', 'replaced'],
  ])('under a later name %s is %s', (name, kind) => {
    expect(compare([`20101 ${name}`], 2026).changes).toEqual([`${kind} 20101`]);
  });

  it.each([
    ['201 国防支出', 'replaced 201'],
    ['2010201 党的建设', 'replaced 2010201'],
    ['2010201 政协行政运行', 'replaced 2010201'],
    ['2010299 政协事务支出', 'replaced 2010299'],
    ['2010299 其他政协工作事务支出', 'renamed 2010299'],
  ])('%s is %s', (line, change) => {
    expect(compare([line], 2026).changes).toEqual([change]);
  });

  it('adds codes below known or new ones, and no orphans', () => {
    expect(
      compare(['2019901 其他', '20199 其他', '2029901 无父', '205 教育支出', '20601 无父', '2060101 无祖'], 2026),
    ).toMatchObject({
      changes: ['new 2019901', 'new 20199', 'new 205'],
      unused: ['20299', '206', '20601'].map(
        (code) => `the code above it, ${code}, is neither in the codebook nor in the file`,
      ),
    });
  });

  it.each([
    ['later than the tables', 2025, 'renamed'],
    ['of the year of the tables', 2024, 'contradiction'],
    ['of an earlier year', 2020, 'former'],
    ['of no known year', null, 'contradiction'],
  ])('with another name in an edition %s', (_, year, kind) => {
    expect(compare(['20101 人民代表大会事务'], year).changes).toEqual([`${kind} 20101`]);
  });

  it('is measured against the year since which a name is known', () => {
    expect(compare(['20140 社会工作事务'], 2025).changes).toEqual(['renamed 20140']);
    expect(compare(['20140 社会工作事务'], 2024).changes).toEqual(['contradiction 20140']);
    expect(compare(['20140 社会工作事务'], 2020).changes).toEqual(['former 20140']);
  });

  it('may use the name of its year, and no alias', () => {
    expect(compare(['20102 政协'], 2016)).toMatchObject({ changes: [], unchanged: 1 });
    expect(compare(['20102 政协'], 2026).changes).toEqual(['renamed 20102']);
    expect(compare(['20102 别名'], 2016).changes).toEqual(['former 20102']);
  });

  it('may bring a retired code back', () => {
    expect(compare(['20108 信访事务'], 2023)).toMatchObject({ changes: ['confirmed 20108'], unchanged: 0 });
    expect(compare(['20108 信访事务'], 2026).changes).toEqual(['resumed 20108']);
  });

  it('lacks codes in force beside those that it has', () => {
    expect(compare(['20101 人大事务'], 2026).absent).toEqual(['20102', '20140']);
    expect(compare(['20101 人大事务'], 2020).absent).toEqual(['20102', '20108']);
    expect(compare(['201 一般公共服务支出'], 2026).absent).toEqual(['202']);
  });
});
