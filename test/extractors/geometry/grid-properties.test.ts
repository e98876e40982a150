/** Any grid that is drawn with rules comes back: its cells, spans and texts, however the rules are drawn. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTables } from '../../../extractors/geometry/index.js';
import type { Glyph, Ruling } from '../../../extractors/geometry/page.js';
import { level, page, SIZE, upright, write, writeCentred, writeRight } from './page-builder.js';

interface Place {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

interface Sheet {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly places: readonly Place[];
}

type Pen = (rule: Ruling) => Ruling[];

/** Ways in which producers draw one rule. */
const PENS: Readonly<Record<string, Pen>> = {
  stroked: (rule) => [rule],
  'thin rectangle': (rule) => [{ ...rule, thickness: 1.5, from: rule.from - 0.7, to: rule.to + 0.7 }],
  doubled: (rule) => [
    { ...rule, position: rule.position - 1 },
    { ...rule, position: rule.position + 1 },
  ],
  'broken in the middle': (rule) => [
    { ...rule, to: (rule.from + rule.to) / 2 - 1 },
    { ...rule, from: (rule.from + rule.to) / 2 + 1 },
  ],
  dashed: (rule) =>
    Array.from({ length: Math.ceil((rule.to - rule.from) / 6) }, (_, at) => ({
      ...rule,
      from: rule.from + at * 6,
      to: Math.min(rule.to, rule.from + at * 6 + 4),
    })),
  'drawn twice': (rule) => [rule, { ...rule, position: rule.position + 0.3 }],
};

const WORDS = ['合计', '基本支出', '201', '1,234.56', '项目', '一般公共服务支出', '0.00', '类', 'Total'];

/** A grid of 1 to 8 rows and 3 to 6 columns in which some cells span. */
const sheets: fc.Arbitrary<Sheet> = fc
  .record({
    widths: fc.array(fc.integer({ min: 95, max: 120 }), { minLength: 3, maxLength: 5 }),
    heights: fc.array(fc.integer({ min: 16, max: 40 }), { minLength: 1, maxLength: 8 }),
    spans: fc.array(fc.tuple(fc.nat(7), fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      maxLength: 4,
    }),
    words: fc.array(fc.constantFrom(...WORDS), { minLength: 48, maxLength: 48 }),
  })
  .map(({ widths, heights, spans, words }) => {
    const xs = positions(20, widths);
    const ys = positions(60, heights);
    return { xs, ys, places: tile(heights.length, widths.length, spans, words) };
  })
  .filter(isReadable);

function positions(start: number, sizes: readonly number[]): number[] {
  return sizes.reduce((lines, size) => [...lines, (lines.at(-1) ?? 0) + size], [start]);
}

function tile(
  rows: number,
  columns: number,
  spans: readonly (readonly [number, number, number, number])[],
  words: readonly string[],
): Place[] {
  const taken = new Set<string>();
  const places: Place[] = [];
  const put = (row: number, col: number, rowSpan: number, colSpan: number): void => {
    const keys = Array.from(
      { length: rowSpan * colSpan },
      (_, at) => `${row + Math.floor(at / colSpan)},${col + (at % colSpan)}`,
    );
    if (row + rowSpan > rows || col + colSpan > columns || keys.some((key) => taken.has(key))) return;
    for (const key of keys) taken.add(key);
    places.push({ row, col, rowSpan, colSpan, text: words[places.length] ?? '' });
  };
  for (const [row, col, rowSpan, colSpan] of spans) put(row, col, rowSpan, colSpan);
  for (let row = 0; row < rows; row += 1) for (let col = 0; col < columns; col += 1) put(row, col, 1, 1);
  return places.toSorted((a, b) => a.row - b.row || a.col - b.col);
}

/** Every inner line must part some cells, else no reader can know of it. */
function isReadable({ xs, ys, places }: Sheet): boolean {
  const rowsUsed = ys.slice(1, -1).every((_, at) => places.some((place) => place.row === at + 1));
  const columnsUsed = xs.slice(1, -1).every((_, at) => places.some((place) => place.col === at + 1));
  return rowsUsed && columnsUsed;
}

function draw({ xs, ys, places }: Sheet, pen: Pen): { glyphs: Glyph[]; rulings: Ruling[] } {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  for (const place of places) {
    const [x0 = 0, x1 = 0] = [xs[place.col], xs[place.col + place.colSpan]];
    const [y0 = 0, y1 = 0] = [ys[place.row], ys[place.row + place.rowSpan]];
    glyphs.push(...writeCentred((x0 + x1) / 2, (y0 + y1 - SIZE) / 2, place.text));
    rulings.push(...[level(y0, x0, x1), level(y1, x0, x1), upright(x0, y0, y1), upright(x1, y0, y1)].flatMap(pen));
  }
  return { glyphs, rulings };
}

describe('a drawn grid comes back', () => {
  it.each(Object.entries(PENS))('with rules %s', (_, pen) => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const { glyphs, rulings } = draw(sheet, pen);
        const { tables, lines } = findTables(page(glyphs, rulings));
        expect(lines).toEqual([]);
        expect(tables).toHaveLength(1);
        expect(tables[0]?.method).toBe('ruled');
        expect(tables[0]?.cells).toMatchObject(sheet.places);
      }),
      { numRuns: 60 },
    );
  });
});

/** Rows of a label and right-aligned amounts. */
const ledgers = fc.record({
  columns: fc.integer({ min: 2, max: 5 }),
  rows: fc.array(
    fc.record({
      label: fc.constantFrom('一般公共服务支出', '财政事务', '行政运行', '社会保障和就业支出', '抚恤', '住房公积金'),
      amounts: fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 4, maxLength: 15 },
  ),
  pitch: fc.integer({ min: 13, max: 22 }),
});

describe('a grid without frame comes back', () => {
  it.each(['no rules', 'three rules', 'a rule under each row'])('with %s', (kind) => {
    fc.assert(
      fc.property(ledgers, ({ columns, rows, pitch }) => {
        const texts = [
          ['科目名称', ...Array.from({ length: columns - 1 }, (_, at) => `第${String(at + 1)}季度`)],
          ...rows.map(({ label, amounts }) => [
            label,
            ...amounts.slice(0, columns - 1).map((amount) => (amount / 100).toFixed(2)),
          ]),
        ];
        const glyphs = texts.flatMap((row, at) =>
          row.flatMap((text, col) =>
            col === 0 ? write(40, 100 + at * pitch, text) : writeRight(140 + col * 80, 100 + at * pitch, text),
          ),
        );
        const ruleBelow = (at: number): Ruling => level(100 + at * pitch - 1.5, 38, 60 + columns * 80);
        const ruled = { 'no rules': [], 'three rules': [0, 1, texts.length] }[kind] ?? [...texts.keys(), texts.length];
        const { tables } = findTables(page(glyphs, ruled.map(ruleBelow)));
        expect(tables).toHaveLength(1);
        expect(tables[0]?.cells.map((cell) => cell.text)).toEqual(texts.flat());
      }),
      { numRuns: 60 },
    );
  });
});
