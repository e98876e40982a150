import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenToMicro, formatFen, formatScaled, parseAmount } from '../../../transforms/amounts/index.js';

function fenOf(text: string, yuanPerUnit = 1): bigint | string {
  const reading = parseAmount(text, yuanPerUnit);
  return reading.kind === 'amount' ? reading.amount : reading.kind;
}

const UNITS = [
  { name: '元', yuan: 1, places: 2 },
  { name: '千元', yuan: 1_000, places: 5 },
  { name: '万元', yuan: 10_000, places: 6 },
  { name: '百万元', yuan: 1_000_000, places: 8 },
  { name: '亿元', yuan: 100_000_000, places: 10 },
];
const LARGEST = 10n ** 20n - 1n;
const fen = fc.bigInt({ min: -LARGEST, max: LARGEST });

/** A numeral with separators between groups of three digits. */
function grouped(numeral: string): string {
  const [whole = '', fraction] = numeral.split('.');
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

describe('an amount', () => {
  it.each(UNITS)('comes back exactly from its print in $name', ({ yuan, places }) => {
    const law = fc.property(fen, (amount) => {
      const printed = formatScaled(amount, places);
      expect(fenOf(printed, yuan)).toBe(amount);
      expect(fenOf(grouped(printed), yuan)).toBe(amount);
    });
    fc.assert(law);
  });

  it('comes back exactly from yuan', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(fenOf(formatFen(amount))).toBe(amount);
      }),
    );
  });

  it.each(UNITS)('in $name is printed as precisely as its last place', ({ yuan }) => {
    const law = fc.property(fc.integer({ min: 0, max: 6 }), (places) => {
      const reading = parseAmount(formatScaled(15n, places), yuan);
      const inYuan = 10 ** -places * yuan;
      expect(reading.kind === 'amount' && Number(reading.precision)).toBe(Math.max(1, Math.round(inYuan * 1e6)));
    });
    fc.assert(law);
  });

  it.each([
    ['１，２３４．５０', 123_450n],
    ['￥12.00', 1_200n],
    ['-12.5', -1_250n],
    ['－12.5', -1_250n],
    ['△12.5', -1_250n],
    ['(12.5)', -1_250n],
    ['（12.5）', -1_250n],
    ['.5', 50n],
    ['0', 0n],
    ['0.00', 0n],
  ])('%s is understood', (text, amount) => {
    expect(fenOf(text)).toBe(amount);
  });

  it.each(['', '　', '-', '——', '－', '无', '/', '\n'])('%j is blank, not zero', (text) => {
    expect(fenOf(text)).toBe('blank');
  });

  it.each(['1,23', '12,34.00', '1.2.3', '12元左右', '(-5)', '3次', '1e5', '5%', '0x10', '十二', '$12.00', '＄12.00'])(
    '%s is no amount',
    (text) => {
      expect(fenOf(text)).toBe('unparsable');
    },
  );

  it('finer than a fen is rounded half away from zero and says so', () => {
    expect(parseAmount('0.005', 1)).toMatchObject({ amount: 1n, exact: false });
    expect(parseAmount('-0.005', 1)).toMatchObject({ amount: -1n, exact: false });
    expect(parseAmount('528.244101', 10_000)).toMatchObject({
      amount: 528_244_101n,
      exact: true,
      precision: fenToMicro(1n),
    });
  });

  it('with a space inside is read without it and says so', () => {
    expect(parseAmount('1 234.50', 1)).toMatchObject({ amount: 123_450n, spaced: true });
    expect(parseAmount(' 1234.50 ', 1)).toMatchObject({ amount: 123_450n, spaced: false });
  });

  it('without the marks of footnotes raised behind it, and says so', () => {
    expect(parseAmount('853²', 1)).toMatchObject({ amount: 85_300n, marked: true });
    expect(parseAmount('12.5¹⁰', 1)).toMatchObject({ amount: 1_250n, marked: true });
    expect(parseAmount('85.00₃', 1)).toMatchObject({ amount: 8_500n, marked: true });
  });

  it('without those before it; one with small figures between its digits is none', () => {
    expect(parseAmount('¹85', 1)).toMatchObject({ amount: 8_500n, marked: true });
    expect(parseAmount('①85.00', 1)).toMatchObject({ amount: 8_500n, marked: true });
    expect(parseAmount('8²5', 1)).toEqual({ kind: 'unparsable' });
  });

  it('is none where it is more than any amount of money', () => {
    expect(parseAmount('999999999999999999.99', 1)).toMatchObject({ kind: 'amount', amount: LARGEST });
    for (const text of ['1000000000000000000', '-1000000000000000000'])
      expect(parseAmount(text, 1)).toEqual({ kind: 'unparsable', beyondMoney: true });
    expect(parseAmount('100000000000000', 10_000)).toEqual({ kind: 'unparsable', beyondMoney: true });
  });

  it('is none where raised figures may be its decimals', () => {
    expect(parseAmount('7⁵⁰', 1)).toEqual({ kind: 'unparsable' });
    expect(parseAmount('1,007⁵⁰', 1)).toEqual({ kind: 'unparsable' });
  });

  it('is never read in a unit of unknown worth', () => {
    expect(() => parseAmount('1', 7)).toThrow(RangeError);
  });
});
