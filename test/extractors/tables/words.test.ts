import { describe, expect, it } from 'vitest';
import { isBlank, squeeze } from '../../../extractors/tables/words.js';
import { isUnitLine } from '../../../notation/money-units.js';

const ALL = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('squeeze and isBlank', () => {
  it('say of every character of the basic plane what folding it and leaving out white space gives', () => {
    const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
    const basic = ALL.filter((character) => character.length === 1);
    expect(basic.filter((character) => squeeze(character) !== folded(character))).toEqual([]);
    expect(basic.filter((character) => isBlank(character) !== (folded(character) === ''))).toEqual([]);
  });

  it('know every text again, however many are asked between', () => {
    const texts = Array.from({ length: 1_000 }, (_, at) => `（${at}） 项　目`);
    const words = texts.map((_, at) => `(${at})项目`);
    expect(texts.map(squeeze)).toEqual(words);
    expect(texts.map(squeeze)).toEqual(words);
  });
});

describe('the shortcut of units and of indicator levels', () => {
  it.each(['元', '级'])('no other character is folded into %s', (wanted) => {
    expect(ALL.filter((character) => character.normalize('NFKC').includes(wanted))).toEqual([wanted]);
  });

  it('reads a unit that is set apart', () => {
    expect(isUnitLine('单 位：万 元')).toBe(true);
    expect(isUnitLine('单位：某局')).toBe(false);
  });
});
