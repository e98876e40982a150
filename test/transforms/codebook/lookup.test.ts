import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import type { CodeQuery } from '../../../transforms/codebook/index.js';

const codebook = loadCodebook();
const best = (query: Partial<CodeQuery>): readonly [string, string, number] | null => {
  const [first, second] = codebook.lookup({ scheme: 'function', year: 2023, ...query });
  return first === undefined || first.score === second?.score ? null : [first.entry.code, first.method, first.score];
};
const codeOf = (query: Partial<CodeQuery>): string | null => best(query)?.[0] ?? null;

describe('by code', () => {
  it.each([
    [{ code: '2010301', name: '行政运行' }, ['2010301', 'code', 1]],
    [{ code: '[2010301]行政运行' }, ['2010301', 'code', 1]],
    [{ name: '[2010301]行政运行' }, ['2010301', 'code', 1]],
    [{ name: '2010301行政运行' }, ['2010301', 'code', 1]],
    [{ code: '201 03 01' }, ['2010301', 'code', 0.97]],
    [{ code: '201   03   01', name: '行政运行' }, ['2010301', 'code', 1]],
    [{ code: '2080505', name: '基本养老保险' }, ['2080505', 'code', 0.97]],
    [{ code: '201-03-01' }, ['2010301', 'code', 0.97]],
    [{ code: '20805', name: '行政事业单位离退休' }, ['20805', 'code', 0.98]],
    [{ scheme: 'dept_economic', code: '30213', name: '维修(护)费' }, ['30213', 'code', 1]],
    [{ scheme: 'gov_economic', code: '503', name: '机关资本性支出' }, ['503', 'code', 0.98]],
    [{ scheme: 'procurement', code: 'A', name: '货物' }, ['A', 'code', 1]],
  ] as const)('%j', (query, expected) => {
    expect(best(query)).toEqual(expected);
  });

  it('completes a fragment with the code of the parent, with less than certainty', () => {
    expect(best({ code: '2', name: '政协事务', parentCode: '201' })).toEqual(['20102', 'code', 0.97]);
  });

  it('scores a code out of force lower and says so', () => {
    const [candidate] = codebook.lookup({ scheme: 'function', year: 2024, code: '2010308', name: '信访事务' });
    expect(candidate?.score).toBe(0.95);
    expect(candidate?.reason).toContain('not in force in 2024');
  });

  it('lets the name choose the edition of a procurement code, then the year', () => {
    const edition = (query: Partial<CodeQuery>): string | undefined =>
      codebook.lookup({ scheme: 'procurement', year: 2024, code: 'A02010105', ...query })[0]?.entry.edition;
    expect(edition({ name: '台式计算机' })).toBe('2022');
    expect(edition({ name: '便携式计算机' })).toBe('2013');
    expect(edition({})).toBe('2022');
    expect(edition({ year: 2021 })).toBe('2013');
  });
});

describe('code against name', () => {
  it('offers the sibling that bears the name first and keeps the printed code as a candidate', () => {
    const found = codebook.lookup({ scheme: 'dept_economic', year: 2024, code: '30202', name: '咨询费' });
    expect(found.map(({ entry, score }) => [entry.code, score])).toEqual([
      ['30203', 0.7],
      ['30202', 0.3],
    ]);
  });

  it('takes a code that was cut to its 款 for the 项 of that name below it', () => {
    expect(codeOf({ code: '20103', name: '行政运行' })).toBe('2010301');
  });

  it('takes neither where the code of a 类 stands beside the name of another', () => {
    const found = codebook.lookup({ scheme: 'function', year: 2024, code: '208', name: '住房保障支出' });
    const candidates = found.map(({ entry, score }) => [entry.code, score]);
    expect([candidates[0], candidates.at(-1)]).toEqual([
      ['221', 0.45],
      ['208', 0.3],
    ]);
  });

  it.each([
    ['2100409', '基本公共卫生服务项目', '2100408'],
    ['2080501', '事业单位离退休费', '2080502'],
    ['2080505', '机关事业单位年金缴费支出', '2080506'],
  ])('takes %s with a name like that of a sibling, %s, for %s and not as sure', (code, name, sibling) => {
    const [first, second] = codebook.lookup({ scheme: 'function', year: 2024, code, name });
    expect([first?.entry.code, second?.entry.code]).toEqual([sibling, code]);
    expect(first?.score).toBeLessThan(0.8);
  });

  it('doubts a procurement code without a name that another edition gives to other goods', () => {
    const scoreOf = (code: string, name: string | null): number | undefined =>
      codebook.lookup({ scheme: 'procurement', year: 2024, code, name })[0]?.score;
    expect(scoreOf('A02010104', null)).toBeLessThan(0.8);
    expect(scoreOf('A02010104', '服务器')).toBe(1);
  });

  it('doubts what is nearly an old name of a 款 or 项 where nothing stands above it', () => {
    expect(best({ name: '扶贫事业机构支出' })?.[2]).toBeLessThan(0.8);
    expect(best({ name: '扶贫事业机构', parentCode: '21305' })?.[2]).toBeGreaterThan(0.9);
  });

  it('keeps a code whose printed name no code bears, as doubtful', () => {
    expect(best({ code: '2010399', name: '奇怪的名称' })).toEqual(['2010399', 'code', 0.78]);
  });
});

describe('by name', () => {
  it.each([
    ['一般公共服务支出', '201'],
    ['一般公共服务（类）支出', '201'],
    ['二十三、灾害防治及应急管理支出', '224'],
    ['资源勘探工业信息等支出', '215'],
    ['医疗卫生与计划生育支出', '210'],
    ['文化体育与传媒', '207'],
    ['国土海洋气象等支出', '220'],
    ['其中：（一）政协 事务（款）', '20102'],
    ['社會保障和就業支出', '208'],
  ])('%s is %s', (name, code) => {
    expect(codeOf({ name })).toBe(code);
  });

  it.each([
    [['一般公共服务', '政协事务'], '行政运行', '2010201'],
    [['一般公共服务（类）', '政协事务（款）'], '行政运行（项）', '2010201'],
    [['社会保障和就业', '行政事业单位离退休'], '机关事业单位职业年金缴费支出', '2080506'],
    [['卫生健康', '行政事业单位医疗'], '行政单位医疗', '2101101'],
    [['社会保障和就业', '其他社会保障和就业支出'], '其他社会保障和就业支出', '2089999'],
    [['社会保障和就业'], '其他社会保障和就业支出', '20899'],
    [['住房保障支出', '住房改革支出'], '住房公积金支出', '2210201'],
    [['住房保障（类）', '住房改革支出（款）'], '住房公积金（项）支出', '2210201'],
  ])('%j › %s is %s', (path, name, code) => {
    expect(codeOf({ path, name })).toBe(code);
  });

  it('resolves a generic name by the code of its parent', () => {
    expect(best({ name: '行政运行', parentCode: '20102' })).toEqual(['2010201', 'name_path', 0.99]);
    expect(codeOf({ scheme: 'dept_economic', name: '其他支出', parentCode: '399' })).toBe('39999');
  });

  it.each(['行政运行', '一般行政管理事务', '事业运行', '机关服务'])(
    'answers the generic %s without a parent with all its bearers, which share one score',
    (name) => {
      const scores = codebook.lookup({ scheme: 'function', year: 2024, name }).map(({ score }) => score);
      expect(scores.length).toBeGreaterThan(20);
      expect(new Set(scores).size).toBe(1);
      expect((scores[0] ?? 1) * scores.length).toBeLessThan(1.3);
    },
  );

  it.each([
    ['行政事业单位离退休', '20805', 2019],
    ['医疗卫生与计划生育支出', '210', 2018],
    ['文化体育与传媒支出', '207', 2018],
    ['国土海洋气象等支出', '220', 2018],
  ] as const)('knows %s as the official name of %s until %i and as an old one from then on', (name, code, last) => {
    const [then, before, now] = [last, last - 1, last + 1].map((year) => best({ name, year }));
    expect([then, before, now].map((found) => found?.[0])).toEqual([code, code, code]);
    expect([then, before, now].map((found) => found?.[1])).toEqual(['name', 'name', 'alias']);
    expect(best({ code, name, year: last })?.[2]).toBe(1);
    expect(best({ code, name, year: last + 1 })?.[2]).toBeLessThan(1);
    expect(now?.[2]).toBeLessThan(then?.[2] ?? 0);
  });

  it('follows a name that moved, by year', () => {
    expect(codeOf({ name: '信访事务', year: 2023 })).toBe('2010308');
    expect(codeOf({ name: '信访事务', year: 2024 })).toBe('20140');
  });

  it.each([
    ['城乡社区支出', '212'],
    ['其他支出', '229'],
    ['社会保障和就业支出', '208'],
    ['农林水支出', '213'],
  ])('knows the 类 %s in a statement of another budget too', (name, code) => {
    expect(codeOf({ name, budget: 'gov_fund', year: 2024 })).toBe(code);
    expect(best({ name, budget: 'gov_fund', year: 2024 })?.[2]).toBeGreaterThan(0.9);
  });

  it("prefers the statement's budget", () => {
    expect(codeOf({ name: '棚户区改造', budget: 'general' })).toBe('2210103');
    expect(codeOf({ name: '公路建设', budget: 'general' })).toBe('2140104');
    expect(codeOf({ name: '公路建设', budget: 'gov_fund', parentCode: '21460' })).toBe('2146001');
  });

  it('takes a cut-off or slightly different name for a similar one, below certainty', () => {
    const path = ['社会保障和就业支出', '行政事业单位养老支出'];
    const [found] = codebook.lookup({ scheme: 'function', year: 2024, name: '机关事业单位基本养老保险', path });
    expect(found?.entry.code).toBe('2080505');
    expect(found?.method).toBe('similar');
    expect(found?.score).toBeLessThan(0.9);
  });

  it.each([
    ['function', '三十一、人行科目'],
    ['function', ''],
    ['function', '合计'],
    ['revenue', '一般公共预算拨款收入'],
  ] as const)('has nothing for %s %s', (scheme, name) => {
    expect(codebook.lookup({ scheme, year: 2024, name })).toEqual([]);
  });
});
