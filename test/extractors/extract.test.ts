import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../extractors/index.js';
import type { RawDocument } from '../../extractors/index.js';
import { readText } from '../../extractors/text/read.js';
import { squeeze } from '../../extractors/tables/words.js';
import { extractLines } from '../builders/text-document.js';

function extractBytes(bytes: Uint8Array): RawDocument {
  return readText({ documentId: '0'.repeat(64), fileName: 'a.txt', sourceUri: 'file:///a.txt', bytes });
}

const PIECES = [
  '\t',
  '\n',
  '\n\n',
  '合计',
  '栏次',
  '单位：万元',
  '支出表',
  '注：',
  '1.00',
  '201',
  '，',
  '。',
  '[bookmark: a]',
  '|',
  '"',
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 60 });

describe('extract', () => {
  it('gives a document or refuses it, for any bytes', () => {
    const law = fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        expect(extractBytes(bytes).byteSize).toBe(bytes.length);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableDocument);
      }
    });
    fc.assert(law, { numRuns: 300 });
  });

  it('loses no word of any text: each stands in a cell or in a block', () => {
    const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{3,8}$/);
    const pieces = fc.array(fc.oneof(word, fc.constantFrom('\t', '\n', '\n\n', '\n\t', '1.00', '，', '。')), {
      maxLength: 60,
    });
    const law = fc.property(pieces, (given) => {
      fc.pre(given.some((piece) => piece.trim() !== ''));
      const { tables, blocks } = extractLines(given.join(''));
      const kept = squeeze(
        [...tables.flatMap(({ readings }) => readings[0].grid.cells), ...blocks].map((part) => part.text).join(' '),
      );
      for (const piece of given.join('').match(/[甲乙丙丁戊己庚辛]+/g) ?? []) expect(kept).toContain(piece);
    });
    fc.assert(law, { numRuns: 300 });
  });

  it('numbers tables and blocks in one reading order', () => {
    const law = fc.property(text, (given) => {
      fc.pre(given.some((piece) => piece.trim() !== ''));
      const { tables, blocks } = extractLines(given.join(''));
      const orders = [...tables, ...blocks].map(({ order }) => order);
      expect(new Set(orders).size).toBe(orders.length);
      expect(tables.map(({ tableNo }) => tableNo)).toEqual(tables.map((_, at) => at + 1));
      expect(blocks.map(({ blockNo }) => blockNo)).toEqual(blocks.map((_, at) => at + 1));
    });
    fc.assert(law, { numRuns: 200 });
  });

  it('keeps codes as they are printed', () => {
    const law = fc.property(fc.stringMatching(/^0\d{2,6}$/), (code) => {
      const [table] = extractLines('科目编码\t金额', `${code}\t1.00`).tables;
      expect(table?.readings[0].grid.cells.map((cell) => cell.text)).toContain(code);
    });
    fc.assert(law);
  });
});
