import { describe, expect, it } from 'vitest';
import { findMisreadHeads } from '../../../../transforms/checks/doubts/misread-heads.js';
import { headed } from '../../lines/stated.js';

/** One head over the columns from `first` to `last`, and the headings below. */
function misread(head: string, [first, last]: readonly [number, number], headings: readonly string[]) {
  const over = { col: first, colSpan: last - first + 1, text: head };
  const grid = headed(2, headings.length, [over, ...headings.map((text, col) => ({ row: 1, col, text }))]);
  return findMisreadHeads(grid).map(({ beside }) => beside?.col ?? null);
}

const HEADINGS = ['名称', '合计', '小计', '人员经费', '公用经费', '项目支出'];

describe('a head was misread', () => {
  it('where a 合计 and a 小计 stand directly under it', () => {
    expect(misread('本年', [1, 4], HEADINGS)).toEqual([null]);
  });

  it.each([
    ['基本支出', '项目支出'],
    ['本年收入', '上年结转'],
    ['年初结转和结', '本年收入'],
    ['财政拨款', '单位资金'],
    ['公务用车购置及运行费', '公务接待费'],
  ])('where %s stands over %s', (head, other) => {
    expect(misread(head, [1, 3], ['名称', '小计', '其一', other])).toEqual([null]);
  });

  it('where something stands before its 小计, and nothing before that of another head', () => {
    const over = (text: string, col: number, colSpan: number) => ({ text, col, colSpan });
    const below = ['小计', '一般公共预算', '其他收入', '小计', '一般公共预算'].map((text, col) => ({
      row: 1,
      col,
      text,
    }));
    const misreadIn = (...heads: ReturnType<typeof over>[]) =>
      findMisreadHeads(headed(2, below.length, [...heads, ...below])).map(({ head }) => [head.text, head.colSpan]);
    expect(misreadIn(over('本年收入', 0, 2), over('上年结转', 2, 3))).toEqual([['上年结转', 1]]);
    expect(misreadIn(over('本年收入', 0, 3), over('上年结转', 3, 2))).toEqual([]);
  });

  it('where 支出 alone is the rest of 基本支出', () => {
    expect(misread('本年支出基本', [1, 3], ['名称', '合计', '支出', '项目支出'])).toEqual([null]);
    expect(misread('本年', [1, 3], ['名称', '结余合计', '收入', '支出'])).toEqual([]);
  });

  it('where the 小计 that it lacks stands beside it', () => {
    expect(misread('基本支出', [3, 4], HEADINGS)).toEqual([2]);
  });

  it('where the 合计 that its neighbour has stands beside it', () => {
    const headings = ['合计', '购置', '合计', '购置', '接待'];
    const over = (text: string, col: number, colSpan: number) => ({ text, col, colSpan });
    const grid = (...heads: ReturnType<typeof over>[]) =>
      headed(2, headings.length, [...heads, ...headings.map((text, col) => ({ row: 1, col, text }))]);
    expect(findMisreadHeads(grid(over('预算数', 0, 2), over('决算数', 3, 2))).map(({ beside }) => beside?.col)).toEqual(
      [2],
    );
    expect(findMisreadHeads(grid(over('预算数', 0, 2), over('决算数', 2, 3)))).toEqual([]);
  });

  it('not where all columns may be its own', () => {
    expect(misread('基本支出', [2, 4], HEADINGS)).toEqual([]);
    expect(misread('财政拨款', [1, 2], ['名称', '一般公共预算', '政府性基金', '单位资金'])).toEqual([]);
    expect(misread('单位资金', [1, 2], ['名称', '事业收入', '其他收入'])).toEqual([]);
  });
});
