import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeTarget, parseTarget } from '../../../transforms/targets/values.js';

describe('parseTarget', () => {
  it.each([
    ['≥2700万', '>=', '2700', '万'],
    ['≤1.5万元/人·月', '<=', '1.5', '万元/人·月'],
    ['=100%', '=', '100', '%'],
    ['100％', '=', '100', '%'],
    ['2辆', '=', '2', '辆'],
    ['4次/年/界别', '=', '4', '次/年/界别'],
    ['528.244101万', '=', '528.244101', '万'],
    ['≥13459.00(平方米)', '>=', '13459', '平方米'],
    ['＜5%', '<', '5', '%'],
    ['大于等于90%', '>=', '90', '%'],
    ['不低于50%', '>=', '50', '%'],
    ['不超过1,200元', '<=', '1200', '元'],
    ['95%以上', '>=', '95', '%'],
    ['5个工作日（含）以内', '<=', '5', '个工作日'],
    ['≥ 0.50', '>=', '0.5', null],
  ])('%s', (text, operator, value, unit) => {
    expect(parseTarget(text)).toEqual({ operator, value, unit });
  });

  it.each([
    '文字描述：每季度末月10日前',
    '2023年底',
    '11月',
    '有所提升',
    '无',
    '1-2次',
    '80%-90%',
    '1次，2个',
    '≥90%以内',
  ])('%s is words', (text) => {
    expect(parseTarget(text)).toEqual({ operator: 'text', value: null, unit: null });
  });

  it.each(['', ' \n', '—', '/'])('%j is no target', (text) => {
    expect(parseTarget(text)).toEqual({ operator: null, value: null, unit: null });
  });

  it('keeps every digit of a number and its operator', () => {
    const operator = fc.constantFrom('>=', '<=', '=', '>', '<');
    fc.assert(
      fc.property(operator, fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat(999_999), (sign, whole, part) => {
        const fraction = String(part).padStart(6, '0').replace(/0+$/, '');
        const value = fraction === '' ? String(whole) : `${String(whole)}.${fraction}`;
        expect(parseTarget(`${sign}${String(whole)}.${String(part).padStart(6, '0')}万元`)).toEqual({
          operator: sign,
          value,
          unit: '万元',
        });
      }),
    );
  });
});

describe('composeTarget', () => {
  it('puts sign, number and unit of three columns together', () => {
    expect(composeTarget('≥', '90', '%')).toEqual({ text: '≥90%', value: { operator: '>=', value: '90', unit: '%' } });
    expect(composeTarget('定性', '良好', null)).toEqual({
      text: '良好',
      value: { operator: 'text', value: null, unit: null },
    });
    expect(composeTarget('≥', null, '%').text).toBeNull();
  });
});
