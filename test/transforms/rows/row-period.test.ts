import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import type { BudgetDocument } from '../../../transforms/index.js';
import { readRowPeriod } from '../../../transforms/rows/row-period.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();

function read(title: string, ...rows: readonly string[]): BudgetDocument {
  return transform(extractLines('青岛市财政局2024年部门预算', title, '单位：万元', ...tabbed(...rows)), codebook);
}

/** `row stage year item amount change` of every line. */
function meanings({ lines }: BudgetDocument): string[] {
  return lines.map(({ place, budgetStage, fiscalYear, threePublicItem, amount, yoyAmount }) =>
    [place.kind === 'table' ? place.row : '', budgetStage, fiscalYear, threePublicItem, amount, yoyAmount].join(' '),
  );
}

describe('what a row says of its period', () => {
  it.each([
    ['2023年', 'prior_year', 2023],
    ['2022年决算数', 'prior_year', 2022],
    ['2024年预算数', 'budget', 2024],
    ['2024', null, 2024],
    ['上年预算', 'prior_year', null],
    ['上年执行数', 'prior_year', null],
    ['去年', 'prior_year', null],
    ['本年预算', 'budget', null],
    ['决算数', 'final', null],
    ['调整预算数', 'adjusted_budget', null],
  ])('%s is %s %s', (text, stage, year) => {
    expect(readRowPeriod(text, 2024)).toMatchObject({ kind: 'figures', stage, year });
  });

  it.each([
    ['增减额', 'change_amount'],
    ['比上年增减', 'change_amount'],
    ['增减变化', 'change_amount'],
    ['2024年比2023年增减额', 'change_amount'],
    ['增减率（%）', 'change_percent'],
    ['占比', 'share'],
  ])('%s is a %s', (text, kind) => {
    expect(readRowPeriod(text, 2024)).toEqual({ kind });
  });

  it.each(['合计', '上年结转', '本年收入', '2024年支出', '差额补助', '较上年新增项目', '会议费', '301', ''])(
    '%s says nothing of it',
    (text) => {
      expect(readRowPeriod(text, 2024)).toBeNull();
    },
  );
});

describe('a table with the years in its rows', () => {
  const header = '合计|因公出国（境）费|公务用车运行费|公务接待费';

  it.each([
    ['年度', '2023年', '2024年', '增减额'],
    ['项目', '上年预算', '本年预算', '增减变化'],
    ['年度', '2023年预算数', '2024年预算数', '比上年增减'],
  ])('under %s keeps them apart and makes no line of the change', (head, last, own, change) => {
    const document = read(
      '“三公”经费预算表',
      `${head}|${header}`,
      `${last}|7.12|0.00|6.20|0.92`,
      `${own}|6.40|0.00|5.60|0.80`,
      `${change}|-0.72|0.00|-0.60|-0.12`,
    );
    expect(meanings(document)).toEqual([
      '1 prior_year 2023 total 7120000 ',
      '1 prior_year 2023 overseas 0 ',
      '1 prior_year 2023 vehicle_operation 6200000 ',
      '1 prior_year 2023 reception 920000 ',
      '2 budget 2024 total 6400000 -720000',
      '2 budget 2024 overseas 0 0',
      '2 budget 2024 vehicle_operation 5600000 -600000',
      '2 budget 2024 reception 800000 -120000',
    ]);
    expect(document.diagnostics).toEqual([]);
    expect(document.checks.map(({ rule, status }) => `${rule} ${status}`)).toEqual([
      'three-public-parts pass',
      'three-public-parts pass',
      'change pass',
      'change pass',
      'change pass',
      'change pass',
    ]);
  });

  it('does so in every statement', () => {
    const document = read(
      '支出总表',
      '年度|合计|基本支出|项目支出',
      '2023年|5.00|3.00|2.00',
      '2024年|7.00|4.00|3.00',
      '增减率|40.00|33.33|50.00',
    );
    expect(document.lines.map(({ fiscalYear, lineRole, yoyPercent }) => [fiscalYear, lineRole, yoyPercent])).toEqual([
      [2023, 'total', null],
      [2023, 'total', null],
      [2023, 'total', null],
      [2024, 'total', 400_000n],
      [2024, 'total', 333_300n],
      [2024, 'total', 500_000n],
    ]);
    expect(document.diagnostics).toEqual([]);
  });

  it('takes an earlier year as it is printed', () => {
    const { lines } = read('支出总表', '科目|2022年决算数|2023年预算数|2024年预算数', '合计|1.00|2.00|3.00');
    expect(lines.map(({ fiscalYear, budgetStage }) => [fiscalYear, budgetStage])).toEqual([
      [2022, 'prior_year'],
      [2023, 'prior_year'],
      [2024, 'budget'],
    ]);
  });
});
