import { describe, expect, it } from 'vitest';
import { findProjectAmounts, readTargets } from '../../../transforms/targets/index.js';
import type { BudgetTable, TableKind } from '../../../transforms/types.js';
import { budgetTable } from '../../builders/budget-document.js';

interface Words {
  readonly title?: string;
  readonly unit?: string | null;
  readonly kind?: TableKind;
  readonly spans?: readonly (readonly [row: number, col: number, rowSpan: number, colSpan: number])[];
}

/** A form; `spans` merges blank places into the cell above or left of them. */
function form(
  tableNo: number,
  rows: readonly (readonly string[])[],
  { title, unit = '万元', kind = 'performance_targets', spans = [] }: Words = {},
): BudgetTable {
  const table = budgetTable(tableNo, kind, rows);
  const covered = (row: number, col: number): boolean =>
    spans.some(([r, c, rs, cs]) => row >= r && row < r + rs && col >= c && col < c + cs && !(row === r && col === c));
  const cells = table.grid.cells
    .filter(({ row, col }) => !covered(row, col))
    .map((cell) => {
      const [, , rowSpan, colSpan] = spans.find(([r, c]) => r === cell.row && c === cell.col) ?? [0, 0, 1, 1];
      return { ...cell, rowSpan, colSpan };
    });
  return {
    ...table,
    unit,
    grid: { ...table.grid, headerRowCount: 0, cells },
    raw: { ...table.raw, title: title ?? null },
  };
}

const HEADER = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值'];
const FACTS = { fiscalYear: 2024 };

function read(...tables: BudgetTable[]) {
  const { targets, diagnostics } = readTargets(tables, FACTS);
  const rows = targets.map(({ level1, level2, level3, targetText }) => [level1, level2, level3, targetText]);
  return { targets, rows, codes: diagnostics.map(({ code }) => code) };
}

describe('an indicator section', () => {
  it('carries levels down over blanks, a new first level starting anew', () => {
    const table = form(1, [
      HEADER,
      ['产出指标', '数量指标', '活动次数', '', '≥10次'],
      ['', '', '会议次数', '', '2次'],
      ['', '质量指标', '合格率', '', '100%'],
      ['效益指标', '', '效果', '', '明显'],
    ]);
    const { rows, targets, codes } = read(table);
    expect(rows).toEqual([
      ['产出指标', '数量指标', '活动次数', '≥10次'],
      ['产出指标', '数量指标', '会议次数', '2次'],
      ['产出指标', '质量指标', '合格率', '100%'],
      ['效益指标', null, '效果', '明显'],
    ]);
    expect(targets.map(({ targetNo, row, fiscalYear, scope }) => ({ targetNo, row, fiscalYear, scope }))[1]).toEqual({
      targetNo: 2,
      row: 2,
      fiscalYear: 2024,
      scope: 'project',
    });
    expect(codes).toEqual([]);
  });

  it('ends at the first row that is no indicator', () => {
    const table = form(1, [
      HEADER,
      ['产出指标', '数量指标', '活动次数', '', '≥10次'],
      ['支出内容简介', '支出明细', '金额', '', '说明'],
      ['会议', '会议费', '31.5', '', '标准'],
    ]);
    expect(read(table).rows).toHaveLength(1);
  });

  it('ends at a remark over the whole row', () => {
    const table = form(1, [HEADER, ['产出指标', '数量指标', '次数', '', '1次'], ['其他说明的事项', '', '', '', '']], {
      spans: [[2, 0, 1, 5]],
    });
    expect(read(table)).toMatchObject({ rows: [['产出指标', '数量指标', '次数', '1次']], codes: [] });
  });

  it('puts a row right that stands one column too far left, and a name alone', () => {
    const table = form(1, [
      HEADER,
      ['产出指标', '数量指标', '次数', '反映次数', '3次'],
      ['时效指标', '及时率', '反映及时率', '90%', ''],
      ['质量指标', '', '合格率', '反映合格率', '95%'],
    ]);
    const { rows, targets, codes } = read(table);
    expect(rows.slice(1)).toEqual([
      ['产出指标', '时效指标', '及时率', '90%'],
      ['产出指标', '质量指标', '合格率', '95%'],
    ]);
    expect(targets[1]?.description).toBe('反映及时率');
    expect(codes).toEqual(['target-row-shifted', 'target-row-shifted']);
  });

  it('takes no target over from another second level, and reports one that is shared', () => {
    const rows = [
      HEADER,
      ['产出指标', '数量指标', '调研', '', '3个'],
      ['', '', '监督', '', ''],
      ['', '质量指标', '保障', '', ''],
    ];
    const table = form(1, rows, { spans: [[1, 4, 3, 1]] });
    const withBranch = form(1, rows, {
      spans: [
        [1, 1, 2, 1],
        [1, 4, 3, 1],
      ],
    });
    expect(read(withBranch).rows.map((row) => row[3])).toEqual(['3个', '3个', null]);
    expect(read(withBranch).codes).toEqual(['target-shared', 'target-blank']);
    expect(read(table).rows.at(-1)?.[3]).toBeNull();
  });

  it('reads sign and unit from columns of their own, the project from a column too', () => {
    const table = form(1, [
      ['项目名称', '预算数（万元）', '一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '权重'],
      ['道路养护', '12.5', '产出指标', '数量指标', '里程', '≥', '90', '公里', '20'],
      ['', '', '', '质量指标', '合格', '定性', '良好', '', '80'],
    ]);
    expect(read(table)).toMatchObject({
      targets: [{}, { projectName: '道路养护', projectAmount: 12_500_000n, operator: 'text' }],
      codes: [],
    });
    expect(read(table).targets[0]).toMatchObject({
      projectName: '道路养护',
      projectAmount: 12_500_000n,
      targetText: '≥90公里',
      operator: '>=',
      targetValue: '90',
      targetUnit: '公里',
    });
  });
});

describe('a form', () => {
  const head = [
    ['项目编码', '13030324P003', '项目名称', '政协会议', ''],
    ['预算规模', '预算数', '20.00', '其中：财政资金', '20.00'],
  ];
  const indicators = [HEADER, ['产出指标', '数量指标', '次数', '', '1次']];

  it('gives its project to the indicators below it, in one table or in the next', () => {
    const wanted = { projectName: '政协会议', projectCode: '13030324P003', projectAmount: 20_000_000n };
    expect(read(form(1, [...head, ...indicators])).targets[0]).toMatchObject(wanted);
    expect(read(form(1, head), form(2, indicators)).targets[0]).toMatchObject({ ...wanted, tableNo: 2 });
    expect(findProjectAmounts([form(1, head), form(2, indicators)])).toMatchObject([
      { tableNo: 1, row: 1, col: 2, amount: 20_000_000n },
    ]);
  });

  it('does not give it to a table that names another project', () => {
    const other = read(form(1, [...head, ...indicators]), form(2, indicators, { title: '车辆保险费绩效目标表' }));
    expect(other.targets[1]).toMatchObject({ projectName: '车辆保险费', projectCode: null, projectAmount: null });
  });

  it('takes the unit from the label, an inline amount, and the year before the whole project', () => {
    const rows = [
      ['部门名称', '某区政协', '', '', ''],
      ['年度预算申请\n（万元）', '资金总额：528.244101', '', '', ''],
      ...indicators,
    ];
    const whole = read(form(1, rows, { title: '2023年部门整体支出绩效目标表', unit: null })).targets[0];
    expect(whole).toMatchObject({ scope: 'department', projectName: '某区政协', projectAmount: 528_244_101n });
    const years = [
      ['项目名称', '养护', '', '', ''],
      ['项目资金（元）', '项目资金总额', '9,000.00', '年度资金申请总额', '4,000.50'],
      ...indicators,
    ];
    expect(read(form(1, years)).targets[0]?.projectAmount).toBe(400_050n);
  });

  it('leaves an amount without a unit out, and says so', () => {
    const { targets, codes } = read(form(1, [...head, ...indicators], { unit: null }));
    expect(targets[0]?.projectAmount).toBeNull();
    expect(codes).toEqual(['project-amount-unreadable']);
  });

  it('is not seen in a statement with a column 预算数', () => {
    const statement = budgetTable(1, 'expenditure_summary', [
      ['项目名称', '预算数'],
      ['甲', '1'],
    ]);
    expect(readTargets([statement], FACTS)).toEqual({ targets: [], diagnostics: [] });
    expect(findProjectAmounts([statement])).toEqual([]);
  });
});
