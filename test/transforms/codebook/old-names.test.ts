import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import { readOldNames } from '../../../transforms/codebook/old-names.js';
import { economicRow } from '../../../transforms/codebook/rows.js';

const cell = economicRow.shape.old_names;

describe('an old_names cell', () => {
  it.each([
    ['', []],
    ['妇产医院', [{ name: '妇产医院', from: null, to: null }]],
    ['法制建设(2019-2020)', [{ name: '法制建设', from: 2019, to: 2020 }]],
    ['扶贫(-2021?)', [{ name: '扶贫', from: null, to: 2021 }]],
    ['部队供应(2019??-)', [{ name: '部队供应', from: 2019, to: null }]],
    ['市场监管执法(2019)', [{ name: '市场监管执法', from: 2019, to: 2019 }]],
    [
      '机关资本性支出（基本建设）|津补贴',
      [
        { name: '机关资本性支出（基本建设）', from: null, to: null },
        { name: '津补贴', from: null, to: null },
      ],
    ],
  ])('%j is read', (text, names) => {
    expect(cell.safeParse(text).success).toBe(true);
    expect(readOldNames(text)).toEqual(names);
  });

  it.each([
    '|',
    '扶贫|',
    '扶贫||农业',
    ' 扶贫',
    '扶贫(早期)',
    '扶贫(约2021前)',
    '扶贫(2018/2019)',
    '扶贫(2021???)',
    '扶贫()',
    '扶贫(-)',
    '扶贫(2019-2020)支出',
    '扶贫(县)',
    '30104其他社会保障缴费(-2017)',
  ])('%j is refused', (text) => {
    expect(cell.safeParse(text).success).toBe(false);
  });

  it('gives back every name and year that is written into it', () => {
    const year = fc.option(fc.integer({ min: 1950, max: 2049 }), { nil: null });
    const name = fc.stringMatching(/^[一-鿿（）、]{1,12}$/);
    const oldNames = fc.array(fc.record({ name, from: year, to: year }), { maxLength: 4 });
    fc.assert(
      fc.property(oldNames, (names) => {
        const text = names
          .map(({ name: words, from, to }) =>
            from === null && to === null ? words : `${words}(${String(from ?? '')}-${String(to ?? '')})`,
          )
          .join('|');
        expect(cell.safeParse(text).success).toBe(true);
        expect(readOldNames(text)).toEqual(names);
      }),
    );
  });
});

describe('the old names of the tables', () => {
  const entries = loadCodebook().entries.filter(({ oldNames }) => oldNames.length > 0);

  it('are names, each once, and none is the present one', () => {
    const odd = entries.filter(({ name, oldNames }) => {
      const names = [name, ...oldNames.map((old) => old.name)];
      return new Set(names).size < names.length || names.some((one) => /[\d|]|存疑|早期|年度/.test(one));
    });
    expect(odd.map(({ scheme, code }) => `${scheme} ${code}`)).toEqual([]);
  });

  it('were names while the code was in force', () => {
    const odd = entries.filter(({ validFrom, validTo, oldNames }) =>
      oldNames.some(({ from, to }) => (to ?? 9999) < (validFrom ?? 0) || (from ?? 0) > (validTo ?? 9999)),
    );
    expect(odd.map(({ scheme, code }) => `${scheme} ${code}`)).toEqual([]);
  });

  it.each([
    ['20805', '行政事业单位离退休', null, 2019],
    ['210', '医疗卫生与计划生育支出', 2014, 2018],
    ['207', '文化体育与传媒支出', null, 2018],
    ['220', '国土海洋气象等支出', null, 2018],
    ['215', '资源勘探信息等支出', null, 2019],
    ['2109901', '其他医疗卫生与计划生育支出', 2014, 2018],
    ['2300310', '医疗卫生与计划生育', null, 2018],
  ])('%s was %s', (code, name, from, to) => {
    expect(entries.find((entry) => entry.scheme === 'function' && entry.code === code)?.oldNames).toContainEqual({
      name,
      from,
      to,
    });
  });
});
