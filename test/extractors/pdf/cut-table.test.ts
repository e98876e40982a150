/** Any long table that page ends cut, in all the ways documents do, comes back as it is on one endless page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../../extractors/types.js';
import { picture } from '../../builders/text-document.js';
import { makeRandom } from '../../calibration/random.js';
import { drawCut, drawWhole, PLAIN } from './cut-table.js';
import type { Manner } from './cut-table.js';
import { readSheets } from './draft.js';
import { makeTable } from './long-table.js';
import type { LongTable } from './long-table.js';

const WIDER = { width: 1.3, size: 1, shift: 0 };

const MANNERS: Readonly<Record<string, Partial<Manner>>> = {
  'the header again': {},
  'no header': { header: ['none'] },
  'the lowest level of the header': { header: ['lowest'] },
  'the header in other words': { header: ['reworded'] },
  'no header, then the header, then a part of it': { header: ['none', 'same', 'lowest'] },
  'name, department and unit again': { above: ['title', 'department', 'unit'] },
  'the name and no header': { above: ['title', 'unit'], header: ['none'] },
  'the name with （续）': { above: ['title（续）'] },
  'the name with (续表) and the unit': { above: ['title(续表)', 'unit'] },
  '续表 and no header': { above: ['续表'], header: ['none'] },
  'the unit again': { above: ['unit'] },
  'a running head and 第 3 页 共 9 页': { foot: '第 # 页 共 9 页', runningHead: true },
  'a page number and no header': { foot: '- # -', header: ['none'] },
  'a running head, 3/9 and no header': { foot: '#/9', runningHead: true, header: ['none'] },
  'a note under every page': { footnote: true },
  'a note under every page and no header': { footnote: true, header: ['none'] },
  'rows cut, their amounts above': { rows: 'cut, amounts above' },
  'rows cut, their amounts below, no header': { rows: 'cut, amounts below', header: ['none'] },
  'an open frame': { open: true, rows: 'cut, amounts below' },
  'wider columns on even pages': { evenPages: WIDER },
  'wider columns on even pages and no header': { evenPages: WIDER, header: ['none'] },
  'smaller type on even pages': { evenPages: { width: 0.9, size: 0.9, shift: 15 } },
  'other margins on even pages': { evenPages: { width: 1, size: 1, shift: 30 }, header: ['none'] },
  'the last row alone': { lastAlone: true },
  'the last row alone without header': { lastAlone: true, header: ['none'] },
};

function drawAny(seed: number, grouped: boolean): { readonly table: LongTable; readonly height: number } {
  const random = makeRandom(seed);
  const table = makeTable(random, {
    levels: random.pick([1, 2, 3] as const) ?? 1,
    numbered: random.happens(0.3),
    rows: random.between(12, 40),
    total: random.pick(['first', 'last', 'none'] as const) ?? 'none',
    grouped,
  });
  return { table, height: random.between(330, 520) };
}

function rowsOf({ tables }: { readonly tables: readonly RawTable[] }, from: 'header' | 'body'): readonly string[][] {
  return tables.map(({ readings: [{ grid }] }) => picture(grid).slice(from === 'body' ? grid.headerRowCount : 0));
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('a ruled table', () => {
  it.each(Object.entries(MANNERS))('is one where further pages have %s', (_, manner) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { table, height } = drawAny(seed, false);
        const found = readSheets(...drawCut(table, { ...PLAIN, ...manner }, height));
        expect(rowsOf(found, 'header')).toEqual([[...table.header, ...table.body].map(show)]);
        expect(found.diagnostics).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });

  it.each(['same', 'none'] as const)('is one where page ends cut its merged cells (header: %s)', (header) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { table, height } = drawAny(seed, true);
        const found = readSheets(...drawCut(table, { ...PLAIN, header: [header] }, height));
        expect(rowsOf(found, 'header')).toEqual(rowsOf(readSheets(drawWhole(table, PLAIN)), 'header'));
      }),
      { numRuns: 3 },
    );
  });
});

describe.each(['three-line', 'none'] as const)('a table without frame (rules: %s)', (rules) => {
  it.each(Object.entries(MANNERS))('is one or is said to be doubtful where further pages have %s', (_, manner) => {
    // alignment may see less than is printed: only what the page ends change counts here
    for (const seed of [13, 7932]) {
      const { table, height } = drawAny(seed, false);
      const found = readSheets(...drawCut(table, { ...PLAIN, ...manner, rules }, height));
      if (found.diagnostics.some(({ severity }) => severity === 'warning')) continue;
      expect(rowsOf(found, 'body')).toEqual(rowsOf(readSheets(drawWhole(table, { rules })), 'body'));
    }
  });
});

function show(row: readonly string[]): string {
  return row.join('|').replaceAll('\n', '\\n');
}
