/** Every word of the pages ends in a cell, a block or the page furniture, exactly once; a header that is repeated word by word counts once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../../extractors/types.js';
import { centredLine, COLUMNS, prose, readSheets, rightLine, sheet, table, leftLine } from './draft.js';
import type { Mark } from './draft.js';

const HEADER = '科目编码|科目名称|合计|基本支出|项目支出';

/** What may stand on a page; `#` becomes a character and `$` a number that stand nowhere else. */
const part = fc.oneof(
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.constantFrom([], [HEADER], ['编码|名称|合计|基本支出|项目支出#'], ['部门支出总表|<|<|<|<', HEADER]),
    rows: fc.array(
      fc.constantFrom(
        '20$|名称#|$.00|$.00|$.00',
        '合计|<|$.00|$.00|$.00',
        '|机关事业单位基本养老保险缴费#|||',
        '|保险缴费#|$.00||',
        '||$.00|$.00|',
        '$|单位#|甲#|$.00|',
        '^|^|乙#|$.00|',
        '||丙#|$.00|丁#',
        '注：#|<|<|<|<',
      ),
      { minLength: 1, maxLength: 6 },
    ),
    ruled: fc.boolean(),
    open: fc.boolean(),
    shift: fc.constantFrom(0, 0, 12),
  }),
  fc.record({
    kind: fc.constant('lines' as const),
    words: fc.array(
      fc.constantFrom(
        '部门支出总表',
        '部门支出总表（续）',
        '单位：万元',
        '注：#',
        '一、#',
        '（二）说明#。',
        '表#',
        '附表#',
        '表$',
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.record({
    kind: fc.constant('prose' as const),
    length: fc.integer({ min: 1, max: 60 }),
    indent: fc.constantFrom(0, 2),
  }),
);
const page = fc.record({ parts: fc.array(part, { maxLength: 4 }), head: fc.boolean(), number: fc.boolean() });
/** Characters that no word here has, and numbers that no others make when they stand together. */
const RARE = 0x7000;
const NUMBERS = 700_000;

type Page = typeof page extends fc.Arbitrary<infer T> ? T : never;

function drawPages(pages: readonly Page[]): { sheets: ReturnType<typeof sheet>[]; words: string[] } {
  const words: string[] = [];
  const add = (word: string): string => {
    words.push(word);
    return word;
  };
  const name = (pattern: string): string =>
    pattern
      .replaceAll('#', () => add(String.fromCodePoint(RARE + words.length)))
      .replaceAll('$', () => add(String(NUMBERS + words.length)));
  const sheets = pages.map(({ parts, head, number }, at) => {
    let y = 110;
    const marks: Mark[] = [];
    if (head) marks.push(centredLine(20, '某市某局部门预算'));
    if (number) marks.push(centredLine(820, String(at + 1)));
    for (const one of parts) {
      if (one.kind === 'table') {
        const rows = [...one.header, ...one.rows].map(name);
        marks.push(table(rows, { top: y, ruled: one.ruled, open: one.open, xs: COLUMNS.map((x) => x + one.shift) }));
        y += rows.length * 20 + 20;
      } else if (one.kind === 'lines') {
        for (const pattern of one.words) {
          marks.push(pattern.startsWith('单位') ? rightLine(y, pattern) : leftLine(y, name(pattern)));
          y += 20;
        }
      } else {
        const sentence = Array.from({ length: one.length }, () => name('甲#')).join('');
        marks.push(prose(y, sentence, { indent: one.indent }));
        y += Math.ceil(one.length / 15) * 16 + 20;
      }
    }
    return sheet(marks, { height: Math.max(840, y + 60) });
  });
  return { sheets, words };
}

function textOf({ tables, blocks }: Pick<RawDocument, 'tables' | 'blocks'>): string {
  const cells = tables.flatMap(({ readings }) => readings[0].grid.cells);
  return [...cells, ...blocks].map(({ text: words }) => words).join('\n');
}

describe('any document', () => {
  it('loses no word and doubles none', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 5 }), (pages) => {
        const { sheets, words } = drawPages(pages);
        const found = readSheets(...sheets);
        const all = textOf(found);
        for (const word of words) expect(all.split(word).length - 1, word).toBe(1);
        const orders = [...found.tables, ...found.blocks].map(({ order }) => order);
        expect(new Set(orders).size).toBe(orders.length);
        for (const { readings } of found.tables)
          for (const { grid } of readings) {
            const covered = grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0);
            expect(covered).toBe(grid.rowCount * grid.columnCount);
          }
      }),
      { numRuns: 200 },
    );
  });
});
