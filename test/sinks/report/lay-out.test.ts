/** Which rows and columns of a table show a check. */
import { expect, it } from 'vitest';
import { layOut, type MarkedCell, type PrintedCell } from '../../../sinks/report/page/lay-out.js';

/** Cells of rows of texts; `null` is covered by the cell on its left. */
function cellsOf(rows: readonly (readonly (string | null)[])[]): readonly PrintedCell[] {
  return rows.flatMap((inRow, row) =>
    inRow.flatMap((text, col) => {
      if (text === null) return [];
      const next = inRow.findIndex((other, at) => at > col && other !== null);
      return [{ row, col, rowSpan: 1, colSpan: (next < 0 ? inRow.length : next) - col, text }];
    }),
  );
}

function texts({ rows }: ReturnType<typeof layOut>): readonly (readonly string[])[] {
  return rows.map(({ cells }) => cells.map(({ text, span }) => (span === 1 ? text : `${text}×${span}`)));
}

const part = (row: number, col: number): MarkedCell => ({ row, col, mark: 'part' });

it('shows the figures, the names and codes left of them, and the header', () => {
  const cells = cellsOf([
    ['序号', '科目编码', '科目名称', '2023年', '2024年', null],
    ['', '', '', '合计', '合计', '基本'],
    ['1', '201', '一般公共服务支出', '9', '30', '30'],
    ['2', '20103', '政府办公厅', '8', '20', '20'],
    ['3', '20104', '发展改革', '1', '10', '10'],
  ]);
  const excerpt = layOut(cells, 2, [{ row: 2, col: 4, mark: 'whole' }, part(4, 4), part(4, 5)]);
  expect(excerpt.columns).toEqual([1, 2, 4, 5]);
  expect(texts(excerpt)).toEqual([
    ['科目编码', '科目名称', '2024年×2'],
    ['', '', '合计', '基本'],
    ['201', '一般公共服务支出', '30', '30'],
    ['20104', '发展改革', '10', '10'],
  ]);
  expect(excerpt.rows.map(({ row, isHeader }) => [row, isHeader])).toEqual([
    [0, true],
    [1, true],
    [2, false],
    [4, false],
  ]);
  expect(excerpt.rows[2]?.cells.map(({ mark }) => mark)).toEqual([null, null, 'whole', null]);
});

it('takes the names of the panel in which a figure stands', () => {
  const cells = cellsOf([
    ['收入', '预算数', '支出', '预算数'],
    ['财政拨款', '10', '教育支出', '10'],
  ]);
  expect(layOut(cells, 1, [part(1, 3)]).columns).toEqual([2, 3]);
  expect(layOut(cells, 1, [part(1, 1), part(1, 3)]).columns).toEqual([0, 1, 2, 3]);
});

it('tells a cell that stands in several rows once, and takes one in from above', () => {
  const cells = [
    { row: 0, col: 0, rowSpan: 1, colSpan: 1, text: '单位' },
    { row: 1, col: 0, rowSpan: 3, colSpan: 1, text: '本级' },
    { row: 2, col: 1, rowSpan: 1, colSpan: 1, text: '5' },
    { row: 3, col: 1, rowSpan: 1, colSpan: 1, text: '6' },
  ];
  expect(texts(layOut(cells, 1, [part(2, 1), part(3, 1)]))).toEqual([
    ['单位', ''],
    ['本级', '5'],
    ['', '6'],
  ]);
});

it('shows a bounded number of rows and says how many more there are', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ['科目', String(at)]);
  const excerpt = layOut(
    cellsOf(rows),
    0,
    rows.map((_, at) => part(at, 1)),
  );
  expect(excerpt.rows).toHaveLength(12);
  expect(excerpt.moreRows).toBe(28);
});
