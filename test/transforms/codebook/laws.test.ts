import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodebook, nameKeys, readPrintedCode } from '../../../transforms/codebook/index.js';

const codebook = loadCodebook();
const schemes = ['function', 'dept_economic', 'gov_economic', 'revenue', 'procurement'] as const;
const coded = codebook.entries.filter(({ scheme }) => schemes.some((known) => known === scheme));
const anyEntry = fc.constantFrom(...coded);

describe('laws of the codebook', () => {
  it('maps a code printed with its own official name to itself at score 1 in every year it is in force', () => {
    const entryAndYear = anyEntry.chain((entry) => {
      const last = entry.validTo ?? 2026;
      // codes whose first year nobody recalls may have been retired before 2018
      const first = Math.min(entry.validFrom ?? 2018, last);
      return fc.tuple(fc.constant(entry), fc.integer({ min: first, max: last }));
    });
    fc.assert(
      fc.property(entryAndYear, ([entry, year]) => {
        const found = codebook.lookup({ scheme: entry.scheme, year, code: entry.code, name: entry.name });
        expect(found.map(({ entry: { code, name }, score }) => [code, name, score])).toEqual([
          [entry.code, entry.name, 1],
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the entry among the candidates of its own name below its own parent, best unless the table itself is in doubt', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const { scheme, name, parentCode } = entry;
        const found = codebook.lookup({ scheme, year: entry.validTo ?? entry.validFrom ?? 2024, name, parentCode });
        expect(found.some((candidate) => candidate.entry.code === entry.code)).toBe(true);
        expect(nameKeys(found[0]?.entry.name ?? '').loose).toBe(nameKeys(name).loose);
      }),
      { numRuns: 300 },
    );
  });

  it('never scores outside 0 to 1 and lists candidates best first, whatever is printed', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[一-鿿（）、0-9 ]{0,12}$/));
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 3 }), (code, name, path) => {
        const scores = codebook.lookup({ scheme: 'function', year: 2024, code, name, path }).map(({ score }) => score);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });

  it('reads a printed code back from its usual shapes without losing a zero', () => {
    fc.assert(
      fc.property(anyEntry, ({ code, name }) => {
        const spaced = code.replace(/^(.\d\d|\d{3})/, '$1 ');
        expect(readPrintedCode(code)).toEqual({ code, name: null });
        expect(readPrintedCode(spaced).code).toBe(code);
        if (code.length > 1) expect(readPrintedCode(`[${code}]${name}`).code).toBe(code);
      }),
      { numRuns: 300 },
    );
  });
});
