import { describe, expect, it } from 'vitest';
import { findCodes, findNamesake, loadCodebook, readCodeAndName } from '../../../transforms/codebook/index.js';

const codebook = loadCodebook();

describe('a search', () => {
  it.each(['cofog', 'gfsm', 'gov_economic'] as const)('finds every code of %s by itself', (scheme) => {
    const codes = codebook.entries.filter((entry) => entry.scheme === scheme).map(({ code }) => code);
    const lost = codes.filter((code) => findCodes(codebook, code, { scheme })[0]?.code !== code);
    expect(lost).toEqual([]);
  });

  it.each([
    ['2010301行政运行', { code: '2010301', name: '行政运行' }],
    ['201 03 01 行政运行', { code: '2010301', name: '行政运行' }],
    ['A02021000 打印机', { code: 'A02021000', name: '打印机' }],
    ['2010301', null],
    ['201 03 01', null],
    ['行政运行', null],
    ['12个月', null],
  ])('has a code and a name apart: %s', (text, parts) => {
    expect(readCodeAndName(text)).toEqual(parts);
  });

  it('by code and name gives the code alone, and the bearers of the name where it is not its own', () => {
    const found = (text: string) => findCodes(codebook, text).map(({ code, match }) => `${match} ${code}`);
    expect(found('30205 水费')).toEqual(['code 30205']);
    expect(found('30202 水费')).toEqual(['code 30202', 'name 30205']);
    expect(found('30202 没有这样的费')).toEqual(['code 30202']);
    expect(found('30288 水费')).toEqual(['name 30205']);
  });
});

describe('the namesake of a code in a year', () => {
  it.each([
    ['2010308', 2024, '20140'],
    ['20140', 2023, '2010308'],
    ['2010308', 2023, undefined],
    ['2011001', 2024, undefined],
  ])('of %s in %s is %s', (code, year, namesake) => {
    const entry = codebook.entries.find((one) => one.scheme === 'function' && one.code === code);
    expect(entry && findNamesake(codebook, entry, year)?.code).toBe(namesake);
  });
});
