import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, unfold } from '../../../transforms/prose/fold.js';
import { read } from './documents.js';

const phrase = fc.constantFrom(
  '2024年',
  '收入',
  '支出',
  '预算',
  '其中：',
  '，',
  '；',
  '。',
  '（类）',
  '（',
  '）',
  '教育支出',
  '增加',
  '持平',
  '“三公”经费',
  '12.5万元',
  '1,234元',
  '５０万元',
  '占3%',
  '-',
  '主要原因是',
  ' ',
  '\u00a0',
  '100',
  '𠮷',
);

describe('any text', () => {
  it('is read without throwing, and every amount is found again at its place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(phrase, fc.string({ maxLength: 4 })), { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        for (const { place, amountText, unit } of read([text]).amounts) {
          if (place.kind !== 'prose') throw new Error('a prose amount stands in prose');
          const printed = text.slice(place.charStart, place.charEnd);
          expect(printed.startsWith(amountText)).toBe(true);
          expect(fold(printed).text.endsWith(unit ?? '')).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is given back by unfold as it was printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const folded = fold(text);
        expect(folded.starts).toHaveLength(folded.text.length);
        expect(folded.ends).toHaveLength(folded.text.length);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(text).toContain(unfold(text, folded, start, Math.min(end, folded.text.length)));
      }),
    );
  });
});
