import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../extractors/types.js';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import { readTable } from '../../../transforms/rows/index.js';
import type { TableKind } from '../../../transforms/types.js';
import { documentFacts } from '../../builders/budget-document.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();

/** Reads a table of which blank cells in the column `col` belong to the cell above them. */
function read(tableKind: TableKind, col: number, ...rows: readonly string[]) {
  const [table] = extractLines(...tabbed(...rows)).tables;
  if (!table) throw new Error('no table was found');
  const grid = mergeDown(table.readings[0].grid, col);
  const given = { tableNo: 1, tableKind, grid, unit: '万元', isGuess: false, title: null, isUnruled: false };
  return readTable(given, documentFacts(), codebook);
}

function mergeDown(grid: Grid, col: number): Grid {
  const cells: Cell[] = [];
  for (const cell of grid.cells) {
    const above = cells.findLast((other) => other.col === col);
    const isMerged = cell.col === col && cell.text === '' && above !== undefined && above.row >= grid.headerRowCount;
    if (isMerged) cells[cells.indexOf(above)] = { ...above, rowSpan: cell.row - above.row + 1 };
    else cells.push(cell);
  }
  return { ...grid, cells };
}

describe('a label merged down over several rows', () => {
  it('is the unit of all of them', () => {
    const { amounts, diagnostics } = read(
      'project_expenditure',
      0,
      '单位名称|项目名称|合计',
      '合计||6.00',
      '县第一中学|公用经费|1.00',
      '|食堂经营|2.00',
      '县第二中学|校舍维修|3.00',
    );
    expect(diagnostics).toEqual([]);
    expect(amounts.map(({ budgetUnitName, projectName }) => [budgetUnitName, projectName])).toEqual([
      [null, null],
      ['县第一中学', '公用经费'],
      ['县第一中学', '食堂经营'],
      ['县第二中学', '校舍维修'],
    ]);
  });

  it('is the class of all of them', () => {
    const { amounts } = read(
      'expenditure_summary',
      0,
      '科目名称|单位名称|合计',
      '教育支出|县第一中学|1.00',
      '|县第二中学|2.00',
    );
    expect(amounts.map(({ label, codes }) => [label, codes[0]?.code])).toEqual([
      ['教育支出', '205'],
      ['教育支出', '205'],
    ]);
  });
});

it('takes no total for a project', () => {
  const { amounts } = read('project_expenditure', 0, '项目名称|合计', '合计|3.00', '校舍维修|3.00');
  expect(amounts.map(({ projectName }) => projectName)).toEqual([null, '校舍维修']);
});

describe('an amount merged down over several rows', () => {
  it('is that of none of them alone', () => {
    const { amounts, diagnostics } = read(
      'procurement',
      2,
      '采购品目名称|品目编码|预算金额',
      '台式计算机|A02010105|70.70',
      '打印机|A02021003|',
      '其他服务|C99000000|120.00',
    );
    expect(amounts.map(({ label, amountText }) => [label, amountText])).toEqual([
      ['台式计算机', '70.70'],
      ['其他服务', '120.00'],
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'amount-spans-rows', severity: 'warning', origin: { tableNo: 1, row: 1, col: 2 } },
    ]);
  });

  it('is that of one item where only remarks tell its rows apart', () => {
    const { diagnostics } = read(
      'procurement',
      1,
      '采购品目名称|预算金额|备注',
      '台式计算机|70.70|三年',
      '||更换',
      '其他服务|120.00|',
    );
    expect(diagnostics).toEqual([]);
  });
});
