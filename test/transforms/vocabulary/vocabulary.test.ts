import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUDGET_STAGES,
  findTerms,
  FLOWS,
  FUND_SOURCES,
  lastMeaning,
  pack,
  SPENDING_TYPES,
  THREE_PUBLIC_ITEMS,
} from '../../../transforms/vocabulary/index.js';

const VOCABULARIES = { BUDGET_STAGES, FLOWS, FUND_SOURCES, SPENDING_TYPES, THREE_PUBLIC_ITEMS };

describe('the vocabulary', () => {
  it.each(Object.entries(VOCABULARIES))('%s has no word with two meanings', (_, terms) => {
    const words = terms.flatMap((term) => term.words.map((word) => word));
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it.each(Object.entries(VOCABULARIES))(
    '%s is written as text is packed, so that every word can be found',
    (_, terms) => {
      for (const { words } of terms) for (const word of words) expect(word).toBe(pack(word));
    },
  );

  it.each(Object.entries(VOCABULARIES))('%s means by each word alone what it says', (_, terms) => {
    for (const { words, meaning } of terms)
      for (const word of words) expect(lastMeaning(word, terms), word).toBe(meaning);
  });
});

describe('finding words', () => {
  it('packs white space, width, quotation marks and marks of notes away', () => {
    expect(pack(' “三公” 经　费（合计）１')).toBe('三公经费(合计)1');
    expect(pack('2025年¹预算数₂')).toBe('2025年预算数');
  });

  it('takes the longer word and none inside it', () => {
    expect(findTerms('政府性基金预算财政拨款', FUND_SOURCES).map(({ meaning }) => meaning)).toEqual(['gov_fund']);
    expect(lastMeaning('公务用车购置及运行维护费', THREE_PUBLIC_ITEMS)).toBe('vehicle');
    expect(lastMeaning('公务用车运行维护费', THREE_PUBLIC_ITEMS)).toBe('vehicle_operation');
  });

  it('takes the head of a phrase, which stands last', () => {
    expect(lastMeaning('财政拨款上年结转', FUND_SOURCES)).toBe('carryover');
  });

  it('gives matches left to right that never overlap', () => {
    const words = fc.constantFrom(...FUND_SOURCES.flatMap((term) => term.words), '的', '和');
    const law = fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
      const packed = parts.join('');
      const found = findTerms(packed, FUND_SOURCES);
      found.forEach((match, at) => {
        expect(packed.slice(match.start, match.end)).toBe(match.word);
        expect(match.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
      });
    });
    fc.assert(law);
  });
});
