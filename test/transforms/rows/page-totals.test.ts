import { expect, it } from 'vitest';
import type { Cell } from '../../../extractors/types.js';
import { leaveOutPageTotals } from '../../../transforms/rows/page-totals.js';

function row(text: string, at: number): ReadonlyMap<number, Cell> {
  return new Map([[0, { row: at, col: 0, rowSpan: 1, colSpan: 1, text, page: null, box: null }]]);
}

function read(...names: readonly string[]) {
  const { cells, diagnostics } = leaveOutPageTotals(names.map(row), 1);
  return {
    names: cells.map((kept) => kept.get(0)?.text),
    told: diagnostics.map(({ code, severity }) => [code, severity]),
  };
}

it('leaves out what is carried from page to page', () => {
  const { names, told } = read('甲项目', '本页小计', '过 次 页', '（承前页）', '转下页', '乙项目', '合计');
  expect(names).toEqual(['甲项目', '乙项目', '合计']);
  expect(told).toEqual([['page-totals-left-out', 'info']]);
});

it('keeps other subtotals, and names that hold such words', () => {
  const names = ['甲项目', '小计', '上页面改造项目', '合计'];
  expect(read(...names)).toEqual({ names, told: [] });
});
