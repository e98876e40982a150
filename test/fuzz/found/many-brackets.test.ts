import { expect, it } from 'vitest';
import { findBracketedUnit, findDeclaredUnit, namedUnits } from '../../../notation/money-units.js';
import { processorTime } from '../../processor-time.js';

const MANY = 60_000;
/** Was a minute and more, as the rest of the brackets was tried from each one; is a small part of one. */
const MOST_MS = 3_000;

it('many brackets before a word take no time', () => {
  const brackets = '（'.repeat(MANY);
  const time = processorTime(() => {
    expect(findBracketedUnit(`预算数${brackets}元${'）'.repeat(2)}`)).toBe('元');
    expect(findBracketedUnit(`预算数${brackets}年初元氏${brackets}`)).toBeNull();
    expect(findDeclaredUnit(`单位：${brackets}年初元氏`)).toBeNull();
    expect(namedUnits([`单位：${'('.repeat(MANY)}元氏`])).toEqual([]);
  });
  expect(time).toBeLessThan(MOST_MS);
});
