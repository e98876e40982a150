/** Which cells of a table may be seen otherwise, and how. */
import { describe, expect, it } from 'vitest';
import { offerRepairs } from '../../../../extractors/tables/repairs/offer-repairs.js';
import { budgetTable } from '../../../builders/budget-document.js';

const HEADER = ['科目', '合计', '基本支出', '项目支出'];
const TOTAL = ['合计', '9.00', '5.00', '4.00'];

/** `texts as printed → texts as they may be meant` of every way, place by place. */
function offered(...rows: readonly (readonly string[])[]): string[][] {
  const { grid } = budgetTable(1, 'other', [HEADER, TOTAL, ...rows]);
  const { repairs = [] } = offerRepairs({ grid, why: 'as printed' });
  return repairs.map((ways) =>
    ways.map(({ cells, rowCount = 1 }) => {
      const read = Array.from({ length: rowCount }, (_, at) => cells.map(({ to }) => to[at]).join('|'));
      return `${cells.map(({ from }) => from).join('|')} → ${read.join(' / ')}`;
    }),
  );
}

describe('a cell with several figures', () => {
  it('may give them to blank cells on either side, in their order', () => {
    expect(offered(['教育', '', '1.002.00', ''])).toEqual([['1.002.00| → 1.00|2.00', '|1.002.00 → 1.00|2.00']]);
    expect(offered(['教育', '3.00', '1.00 2.00', ''])).toEqual([['1.00 2.00| → 1.00|2.00']]);
    expect(offered(['教育', '3.001.002.00', '', ''])).toEqual([['3.001.002.00|| → 3.00|1.00|2.00']]);
  });

  it('is left alone where no cell beside it is blank, or no figures end where their column says', () => {
    expect(offered(['教育', '3.00', '1.002.00', '4.00'])).toEqual([]);
    expect(offered(['教育', '3.00', '12345', ''], ['卫生', '1,234.00', '1.00', '2.00'])).toEqual([]);
  });
});

it('a name and a figure in one cell may be of two', () => {
  expect(offered(['教育（类）3.00', '', '1.00', '2.00'])).toEqual([['教育（类）3.00| → 教育（类）|3.00']]);
});

describe('digits in the next cell', () => {
  it('may belong to either', () => {
    expect(offered(['教育', '12', '3.45', '2.00'])).toEqual([['12|3.45 → 123.45|', '12|3.45 → |123.45']]);
    expect(offered(['教育', '3.0', '01.00', '2.00'])).toEqual([['3.0|01.00 → 3.00|1.00']]);
    expect(offered(['教育', '1,23', '4.005.00', ''])).toContainEqual(['1,23|4.005.00 → 1,234.00|5.00']);
  });

  it('are none where both figures are whole, or one is no figure', () => {
    expect(offered(['教育', '3.00', '1.00', '2.00'])).toEqual([]);
    expect(offered(['教育', '3.00', '见附表', '2.00'])).toEqual([]);
  });
});

describe('a row whose cells have equally many lines', () => {
  it('may be several', () => {
    expect(offered(['教育\n卫生', '3.00\n6.00', '1.00\n4.00', '2.00\n2.00'])).toEqual([
      ['教育\n卫生|3.00\n6.00|1.00\n4.00|2.00\n2.00 → 教育|3.00|1.00|2.00 / 卫生|6.00|4.00|2.00'],
    ]);
  });

  it('is one where a cell has another number of them, or none holds figures', () => {
    expect(offered(['教育\n支出', '3.00', '1.00', '2.00'])).toEqual([]);
    expect(offered(['教育\n支出', '见\n注', '', ''])).toEqual([]);
  });
});

it('the header of a table, and forms, are not looked at', () => {
  const { grid } = budgetTable(1, 'other', [['1.002.00', ''], TOTAL]);
  expect(offerRepairs({ grid, why: '' }).repairs).toBeUndefined();
  expect(offerRepairs({ grid: { ...grid, headerRowCount: 0 }, why: '' }).repairs).toBeUndefined();
});
