import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsWrittenFigure, parseAmount, readWrittenOut } from '../../../transforms/amounts/index.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖'.split('');

/** Four digits with their places; one 零 for each run of zeros between digits. */
function section(value: number): string {
  const words = String(value)
    .padStart(4, '0')
    .split('')
    .map((digit, at) => (digit === '0' ? '零' : `${DIGITS[Number(digit)] ?? ''}${['仟', '佰', '拾', ''][at] ?? ''}`));
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}

/** An amount as the rule writes it. */
function writeOut(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const groups = [Math.floor(yuan / 1e8), Math.floor(yuan / 1e4) % 1e4, yuan % 1e4];
  const named = groups.map((group, at) => (group === 0 ? '零' : section(group) + (['亿', '万', ''][at] ?? '')));
  const whole = named
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
  const [jiao, last] = [Math.floor(fen / 10) % 10, fen % 10];
  const rest = `${jiao > 0 ? `${DIGITS[jiao] ?? ''}角` : last > 0 && whole !== '' ? '零' : ''}${last > 0 ? `${DIGITS[last] ?? ''}分` : '整'}`;
  return `${whole === '' ? (jiao + last > 0 ? '' : '零元') : `${whole}元`}${rest}`;
}

describe('an amount in capital numerals', () => {
  it.each([
    ['壹拾贰万元整', 12_000_000n],
    ['拾贰万元整', 12_000_000n],
    ['人民币壹仟零伍拾元叁角整', 105_030n],
    ['壹佰零贰万零叁佰元零伍分', 102_030_005n],
    ['叁亿零伍万元正', 30_005_000_000n],
    ['壹拾万伍仟圆整', 10_500_000n],
    ['零元整', 0n],
    ['伍分', 5n],
  ])('%s is %i fen', (text, fen) => {
    expect(readWrittenOut(text)).toBe(fen);
  });

  it.each(['壹万贰元', '壹佰贰元整', '贰佰壹仟元', '壹拾贰万', '元整', '整', '十二万元', '壹贰元', '壹元 贰元', ''])(
    '%s is not sure',
    (text) => {
      expect(readWrittenOut(text)).toBeNull();
    },
  );

  it('is read as it is written, whatever it is', () => {
    const law = fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      expect(readWrittenOut(writeOut(fen))).toBe(BigInt(fen));
    });
    fc.assert(law, { numRuns: 500 });
  });

  it('is in yuan, whatever unit its table has', () => {
    expect(parseAmount('壹拾贰万元整', 10_000)).toMatchObject({ amount: 12_000_000n, unit: '元', exact: true });
  });

  it('is seen in words that are not sure, too', () => {
    expect(['十二万元', '壹佰贰', '见附件', '一次性补助', '无'].map(holdsWrittenFigure)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
