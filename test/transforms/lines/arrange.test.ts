import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeLines } from '../../../transforms/lines/index.js';
import type { BudgetLine, StatedAmount } from '../../../transforms/types.js';
import { coded, said, stated, table, TOTAL } from './stated.js';

/** `label <- parent's label` for every line. */
function tree(amounts: readonly StatedAmount[]): string[] {
  const lines = arrangeLines(amounts);
  return lines.map((line) => `${line.label} <- ${labelOf(lines, line.parentLineNo)}`);
}

function labelOf(lines: readonly BudgetLine[], lineNo: number | null): string {
  return lines.find((line) => line.lineNo === lineNo)?.label ?? '';
}

function leavesOf(amounts: readonly StatedAmount[]): string[] {
  return arrangeLines(amounts).flatMap(({ isLeaf, label }) => (isLeaf ? [label] : []));
}

describe('hierarchy of a column', () => {
  const functions = [
    { ...TOTAL, cells: ['9'] },
    { ...coded('function', '201'), cells: ['6'] },
    { ...coded('function', '2010301'), cells: ['4'] },
    { ...coded('function', '2010302'), cells: ['2'] },
    { ...coded('function', '208'), cells: ['3'] },
  ];

  it('follows the code tree over a 款 that is not printed, and puts the top under 合计', () => {
    expect(tree(table([{}], functions))).toEqual([
      '合计 <- ',
      '201 <- 合计',
      '2010301 <- 201',
      '2010302 <- 201',
      '208 <- 合计',
    ]);
    expect(leavesOf(table([{}], functions))).toEqual(['2010301', '2010302', '208']);
  });

  it('passes over a row that the column leaves blank', () => {
    const rows = [
      { ...TOTAL, cells: ['4', '4'] },
      { ...coded('function', '201'), cells: ['4', null] },
      { ...coded('function', '2010301'), cells: ['4', '4'] },
    ];
    const lines = arrangeLines(table([{}, { spendingType: 'basic' }], rows));
    const basic = lines.find(({ label, spendingType }) => label === '2010301' && spendingType === 'basic');
    expect(labelOf(lines, basic?.parentLineNo ?? null)).toBe('合计');
  });

  it('reads totals that stand last, carryover beside the year', () => {
    const rows = [
      { label: '一、教育支出', outlineDepth: 1, cells: ['3'] },
      { label: '二、科学技术支出', outlineDepth: 1, cells: ['4'] },
      { label: '本年支出合计', lineRole: 'total', totalKind: 'current', cells: ['7'] },
      { label: '年终结转', lineRole: 'carryover', cells: ['1'] },
      { label: '支出总计', lineRole: 'total', totalKind: 'grand', cells: ['8'] },
    ] as const;
    expect(tree(table([{}], rows))).toEqual([
      '一、教育支出 <- 本年支出合计',
      '二、科学技术支出 <- 本年支出合计',
      '本年支出合计 <- 支出总计',
      '年终结转 <- 支出总计',
      '支出总计 <- ',
    ]);
  });

  it('puts the budgets that carryover comes from under it, though nothing says 其中', () => {
    const rows = [
      { label: '一、一般公共预算', outlineDepth: 1, cells: ['5'] },
      { label: '二、政府性基金', outlineDepth: 1, fundSource: 'gov_fund', cells: ['1'] },
      { label: '本年收入合计', lineRole: 'total', totalKind: 'current', fundSource: 'all', cells: ['6'] },
      { label: '年初结转', lineRole: 'carryover', fundSource: 'carryover', outlineDepth: 1, cells: ['2'] },
      { label: '一般公共预算', cells: ['2'] },
      { label: '总计', lineRole: 'total', totalKind: 'grand', fundSource: 'all', cells: ['8'] },
    ] as const;
    expect(tree(table([{ flow: 'revenue', spendingType: null }], rows)).slice(2)).toEqual([
      '本年收入合计 <- 总计',
      '年初结转 <- 总计',
      '一般公共预算 <- 年初结转',
      '总计 <- ',
    ]);
  });

  it('keeps 其中 rows out of the leaves', () => {
    const rows = [
      { label: '四、会议费', outlineDepth: 1, cells: ['20'] },
      { label: '其中：业务会议费', lineRole: 'memo', outlineDepth: 2, cells: ['15'] },
      { label: '其他会议费', lineRole: 'memo', outlineDepth: 2, cells: ['5'] },
    ] as const;
    expect(tree(table([{}], rows))).toEqual([
      '四、会议费 <- ',
      '其中：业务会议费 <- 四、会议费',
      '其他会议费 <- 四、会议费',
    ]);
    expect(leavesOf(table([{}], rows))).toEqual(['四、会议费']);
  });

  it('nests department and unit, and gives each unit its own codes', () => {
    const unit = (name: string) =>
      ({ lineRole: 'total', totalKind: 'subtotal', label: name, budgetUnitName: name }) as const;
    const rows = [
      { ...TOTAL, cells: ['5'] },
      { ...unit('某局'), cells: ['5'] },
      { ...unit('某局本级'), cells: ['3'] },
      { ...coded('function', '201'), cells: ['3'] },
      { ...unit('某中心'), cells: ['2'] },
      { ...coded('function', '20103'), label: '20103', cells: ['2'] },
    ];
    expect(tree(table([{}], rows))).toEqual([
      '合计 <- ',
      '某局 <- 合计',
      '某局本级 <- 某局',
      '201 <- 某局本级',
      '某中心 <- 某局',
      '20103 <- 某中心',
    ]);
  });

  it('builds 三公 from its items wherever the total stands', () => {
    const rows = [
      { ...TOTAL, cells: ['9'] },
      { threePublicItem: 'total', lineRole: 'total', totalKind: 'subtotal', label: '三公', cells: ['7'] },
      { threePublicItem: 'overseas', label: '出国', cells: ['2'] },
      { threePublicItem: 'vehicle', label: '车', cells: ['4'] },
      { threePublicItem: 'vehicle_operation', label: '运行', cells: ['4'] },
      { threePublicItem: 'reception', label: '接待', cells: ['1'] },
      { threePublicItem: 'training', label: '培训', cells: ['2'] },
    ] as const;
    expect(tree(table([{ tableKind: 'three_public' }], rows))).toEqual([
      '合计 <- ',
      '三公 <- 合计',
      '出国 <- 三公',
      '车 <- 三公',
      '运行 <- 车',
      '接待 <- 三公',
      '培训 <- 合计',
    ]);
  });

  it('puts an item under the numbered row of the same item', () => {
    const rows = [
      { threePublicItem: 'total', label: '三公', cells: ['6'], outlineDepth: 2 },
      { threePublicItem: 'vehicle', label: '车', cells: ['4'], outlineDepth: 3 },
      { threePublicItem: 'reception', label: '接待', cells: ['2'], outlineDepth: 3 },
      { threePublicItem: 'reception', label: '国内接待', cells: ['2'], outlineDepth: 4 },
    ] as const;
    expect(tree(table([{ tableKind: 'three_public' }], rows))).toEqual([
      '三公 <- ',
      '车 <- 三公',
      '接待 <- 三公',
      '国内接待 <- 接待',
    ]);
  });

  it('keeps the two sides of a summary apart', () => {
    const left = { flow: 'revenue', spendingType: null, tableKind: 'revenue_expenditure_summary' } as const;
    const right = { tableKind: 'revenue_expenditure_summary', ...coded('function', '201') } as const;
    const amounts = [
      stated('5', { ...left, label: '拨款', place: { kind: 'table', tableNo: 1, row: 1, col: 1, page: null } }),
      stated('5', { ...right, place: { kind: 'table', tableNo: 1, row: 1, col: 3, page: null } }),
      stated('5', {
        ...left,
        ...TOTAL,
        label: '收入合计',
        place: { kind: 'table', tableNo: 1, row: 2, col: 1, page: null },
      }),
      stated('5', {
        ...TOTAL,
        tableKind: 'revenue_expenditure_summary',
        label: '支出合计',
        place: { kind: 'table', tableNo: 1, row: 2, col: 3, page: null },
      }),
    ];
    expect(tree(amounts)).toEqual(['拨款 <- 收入合计', '201 <- 支出合计', '收入合计 <- ', '支出合计 <- ']);
  });

  it('keeps two statements in one form apart', () => {
    const at = (row: number) => ({ place: { kind: 'table', tableNo: 1, row, col: 1, page: null } }) as const;
    const amounts = [
      stated('3', { ...TOTAL, tableKind: 'three_public', label: '支出合计', ...at(1) }),
      stated('3', { tableKind: 'three_public', threePublicItem: 'reception', label: '公务接待费', ...at(2) }),
      stated('9', { ...TOTAL, tableKind: 'procurement', label: '政府采购合计', ...at(3) }),
      stated('9', { tableKind: 'procurement', label: '货物', ...at(4) }),
    ];
    expect(tree(amounts)).toEqual([
      '支出合计 <- ',
      '公务接待费 <- 支出合计',
      '政府采购合计 <- ',
      '货物 <- 政府采购合计',
    ]);
  });

  it('counts a list that goes on in a second panel under its one total', () => {
    const at = (row: number, col: number) => ({ place: { kind: 'table' as const, tableNo: 1, row, col, page: null } });
    const amounts = [
      stated('4', { ...coded('dept_economic', '302'), ...at(1, 1) }),
      stated('5', { ...coded('dept_economic', '310'), ...at(1, 4) }),
      stated('9', { ...TOTAL, ...at(2, 4) }),
    ];
    expect(tree(amounts)).toEqual(['302 <- 合计', '310 <- 合计', '合计 <- ']);
  });

  it('makes a total a leaf only where its column holds nothing else', () => {
    expect(leavesOf(table([{}], [{ ...TOTAL, cells: ['0.00'] }]))).toEqual(['合计']);
    expect(leavesOf(table([{}], functions))).not.toContain('合计');
  });
});

describe('hierarchy of prose', () => {
  it('finds wholes in the sentence, and a 类 in the paragraph above', () => {
    const amounts = [
      stated('9', { ...said(1, 0, 5), ...TOTAL, label: '支出预算' }),
      stated('6', { ...said(1, 0, 15), spendingType: 'basic', label: '基本支出' }),
      stated('4', { ...said(1, 0, 25), spendingType: 'personnel', label: '人员经费' }),
      stated('9', { ...said(2, 0, 5), ...coded('function', '201') }),
      stated('5', { ...said(3, 0, 5), ...coded('function', '2010301') }),
    ];
    expect(tree(amounts)).toEqual([
      '支出预算 <- ',
      '基本支出 <- 支出预算',
      '人员经费 <- 基本支出',
      '201 <- 支出预算',
      '2010301 <- 201',
    ]);
  });
});

describe('preferred statement', () => {
  const preferred = (amounts: readonly StatedAmount[]): number[] =>
    arrangeLines(amounts).flatMap(({ isPreferred, lineNo }) => (isPreferred ? [lineNo] : []));

  it('is the table before prose, the finer before the coarser', () => {
    const fact = coded('function', '201');
    const inTable = (tableNo: number, wan: string) => table([{}], [{ ...fact, cells: [wan] }], tableNo);
    expect(preferred([stated('5', { ...fact, ...said(1, 0, 1) }), ...inTable(1, '5'), ...inTable(2, '5.00')])).toEqual([
      3,
    ]);
  });

  it('is one of the same fact, though the mark of a note stands behind its name', () => {
    const inTable = (tableNo: number, label: string) => table([{}], [{ label, cells: ['5'] }], tableNo);
    expect(preferred([...inTable(1, '会议费'), ...inTable(2, '会议费¹')])).toHaveLength(1);
  });

  it('is the one that breaks the fact down, so that leaves are not counted twice', () => {
    const summary = table(
      [{ tableKind: 'revenue_expenditure_summary' }],
      [{ ...coded('function', '201'), cells: ['5'] }],
      1,
    );
    const detailed = table(
      [{ tableKind: 'expenditure_summary' }],
      [
        { ...coded('function', '201'), cells: ['5'] },
        { ...coded('function', '2010301'), cells: ['5'] },
      ],
      2,
    );
    expect(preferred([...summary, ...detailed])).toEqual([2, 3]);
    expect(preferred([...summary, ...detailed.slice(1)])).toEqual([2]);
  });

  it('is the table of 类 before the sentences that divide them, so that leaves are not counted twice', () => {
    const inTable = table([{}], [{ ...coded('function', '201'), cells: ['5'] }], 1);
    const parts = ['3', '2'].map((wan, at) =>
      stated(wan, { ...coded('function', `201030${String(at + 1)}`), ...said(1, at, at + 1) }),
    );
    expect(preferred([...inTable, ...parts])).toEqual([1]);
    expect(preferred(parts)).toEqual([1, 2]);
  });

  it('is the table before a sentence that states the total of its rows, but for the accounts', () => {
    const statedTwice = (tableKind: 'agency_operation' | 'general_public_expenditure') => [
      ...table(
        [{ tableKind, spendingType: 'public' }],
        [
          { label: '办公费', cells: ['3'] },
          { label: '差旅费', cells: ['2'] },
        ],
      ),
      stated('5', { ...TOTAL, ...said(2, 0, 0), tableKind, spendingType: 'public' }),
    ];
    expect(preferred(statedTwice('agency_operation'))).toEqual([1, 2]);
    expect(preferred(statedTwice('general_public_expenditure'))).toEqual([1, 2, 3]);
    const otherFund = statedTwice('agency_operation').map((amount, at) =>
      at < 2 ? amount : { ...amount, fundSource: 'all' as const },
    );
    expect(preferred(otherFund)).toEqual([1, 2, 3]);
  });

  it('keeps two purchases of one item, and two funds of one function', () => {
    const rows = [
      { ...coded('procurement', 'C99000000'), cells: ['3'] },
      { ...coded('procurement', 'C99000000'), cells: ['3'] },
    ];
    expect(preferred(table([{ tableKind: 'procurement' }], rows))).toEqual([1, 2]);
    const row = { ...coded('function', '201'), cells: ['3', '3'] };
    expect(preferred(table([{ fundSource: 'all' }, { fundSource: 'general_public' }], [row]))).toEqual([1, 2]);
  });
});

describe('laws', () => {
  const code = fc.constantFrom('201', '20103', '2010301', '2010302', '208', '20805', '2080505');
  const rows = fc.array(fc.record({ code, depth: fc.option(fc.nat(3)), memo: fc.boolean(), total: fc.boolean() }), {
    maxLength: 25,
  });

  it('numbers in order, and no line is part of itself, directly or not', () => {
    fc.assert(
      fc.property(rows, (shape) => {
        const amounts = table(
          [{}],
          shape.map(({ code: own, depth, memo, total }) => ({
            ...(total ? TOTAL : coded('function', own)),
            ...(memo && !total ? { lineRole: 'memo' as const } : {}),
            outlineDepth: depth,
            cells: ['1'],
          })),
        );
        const lines = arrangeLines(amounts);
        expect(lines.map(({ lineNo }) => lineNo)).toEqual(amounts.map((_, at) => at + 1));
        for (const line of lines) {
          let steps = 0;
          let above = line.parentLineNo;
          while (above !== null && steps <= lines.length) {
            above = lines[above - 1]?.parentLineNo ?? null;
            steps += 1;
          }
          expect(steps).toBeLessThanOrEqual(lines.length);
        }
      }),
    );
  });
});
