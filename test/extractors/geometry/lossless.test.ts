/** Whatever stands on a page, every character of it ends up once: in a cell or in a line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTables } from '../../../extractors/geometry/index.js';
import { level, page, upright, write, writeDown } from './page-builder.js';

const coordinate = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: most * 2 }).map((half) => half / 2);

const words = fc.tuple(
  coordinate(500),
  coordinate(800),
  fc.constantFrom('合计', '1,234.56', '一般公共服务支出', 'Total', '-', '2.', '……………', '类'),
  fc.constantFrom('across', 'down', 'turned', 'vertical'),
);
const rules = fc.tuple(
  coordinate(600),
  coordinate(600),
  coordinate(600),
  fc.boolean(),
  fc.constantFrom({}, { visible: false }, { fillEdge: true, thickness: 0 }),
);

function lettersOf(texts: readonly string[]): string[] {
  return Array.from(texts.join('').replace(/\s/g, '')).toSorted();
}

describe('a page of anything', () => {
  it('loses no character and doubles none', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.array(rules, { maxLength: 40 }), (texts, lines) => {
        const glyphs = texts.flatMap(([x, y, text, way]) => {
          if (way === 'across') return write(x, y, text);
          const below = writeDown(x, y, text);
          if (way === 'down') return below;
          return below.map((glyph) =>
            way === 'turned' ? { ...glyph, angle: 90 as const } : { ...glyph, vertical: true },
          );
        });
        const rulings = lines.map(([position, a, b, isLevel, more]) =>
          (isLevel ? level : upright)(position, Math.min(a, b), Math.max(a, b) + 1, more),
        );
        const found = findTables(page(glyphs, rulings));
        const read = [
          ...found.tables.flatMap((table) => table.cells.map((cell) => cell.text)),
          ...found.lines.map((line) => line.text),
        ];
        expect(lettersOf(read)).toEqual(lettersOf(glyphs.map((glyph) => glyph.text)));
        for (const { cells, rowCount, columnCount } of found.tables) {
          const covered = cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0);
          expect(covered).toBe(rowCount * columnCount);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('loses no character that stands within the outermost lines of a table but not among its text', () => {
    const glyphs = [...writeDown(12.5, 122, '1,234.56'), ...writeDown(0, 152, '……………'), ...write(6.5, 147, '……………')];
    const { tables, lines } = findTables(page(glyphs));
    const read = [...tables.flatMap(({ cells }) => cells), ...lines].map(({ text }) => text);
    expect(lettersOf(read)).toEqual(lettersOf(glyphs.map(({ text }) => text)));
  });

  it('says so when it has too many rules to try them all', () => {
    const dashes = Array.from({ length: 9_000 }, (_, at) => {
      const x = (at % 45) * 13;
      return level(Math.floor(at / 45) * 4, x, x + 4.5);
    });
    const { diagnostics } = findTables(page(write(50, 50, '合计'), dashes));
    expect(diagnostics.map(({ code, severity, origin }) => ({ code, severity, origin }))).toEqual([
      { code: 'rules-left-aside', severity: 'warning', origin: { page: 1 } },
    ]);
  });
});
