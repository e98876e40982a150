import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Grid, RawBlock } from '../../../extractors/types.js';
import { checkDocument } from '../../../transforms/checks/index.js';
import type { Codebook, CrosswalkEntry } from '../../../transforms/codebook/types.js';
import { arrangeLines } from '../../../transforms/lines/index.js';
import type { BudgetTable, Check, PerformanceTarget, StatedAmount, TableKind } from '../../../transforms/types.js';
import { coded, headed, said, stated, table, TOTAL } from '../lines/stated.js';

interface Parts {
  readonly tables?: readonly BudgetTable[];
  readonly blocks?: readonly RawBlock[];
  readonly targets?: readonly PerformanceTarget[];
  readonly crosswalk?: readonly CrosswalkEntry[];
}

function run(amounts: readonly StatedAmount[], parts: Parts = {}): ReturnType<typeof checkDocument> {
  const codebook: Codebook = {
    lookup: () => [],
    entry: () => null,
    children: () => [],
    findRegion: () => null,
    entries: [],
    crosswalk: parts.crosswalk ?? [],
  };
  const facts = {
    title: null,
    publisher: null,
    publisherCode: null,
    regionCode: null,
    regionName: null,
    fiscalYear: 2024,
    reportKind: 'department_budget',
    scope: 'own',
  } as const;
  const { tables = [], blocks = [], targets = [] } = parts;
  return checkDocument({ lines: arrangeLines(amounts), tables, blocks, targets, facts, codebook });
}

/** `rule status` of every check. */
function outcomes(amounts: readonly StatedAmount[], parts: Parts = {}): string[] {
  return run(amounts, parts).checks.map(({ rule, status }) => `${rule} ${status}`);
}

function rawTable(tableKind: TableKind, grid: Grid, unitFactor = 10_000): BudgetTable {
  const raw = {
    tableNo: 1,
    order: 1,
    title: null,
    captions: [],
    notes: [],
    readings: [{ grid, why: 'as printed' }],
    method: 'tsv',
    sheetName: null,
    pageFirst: null,
    pageLast: null,
    lineFirst: null,
    lineLast: null,
  } as const;
  return {
    raw: { ...raw, readings: [{ grid, why: 'as printed' }] },
    grid,
    tableKind,
    unit: '万元',
    unitFactor,
    isGuess: false,
    blankColumns: [],
  };
}

describe('the one figure that would have to change', () => {
  const SPENDING = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'project' }] as const;
  const accounts = (...cells: readonly (readonly string[])[]): StatedAmount[] =>
    table(SPENDING, [
      { ...TOTAL, cells: cells[0] ?? [] },
      { ...coded('function', '201'), cells: cells[1] ?? [] },
      { ...coded('function', '208'), cells: cells[2] ?? [] },
    ]);

  it('is the one that makes every check on it hold', () => {
    const amounts = accounts(['9.00', '6.00', '3.00'], ['5.00', '4.00', '1.00'], ['4.00', '2.20', '2.00']);
    const { checks, diagnostics } = run(amounts);
    const failed = checks.filter(({ status }) => status === 'fail');
    expect(failed.map(({ rule, correction }) => [rule, correction])).toEqual([
      ['column-total', { lineNo: 8, amount: 2_000_000n }],
      ['spending-parts', { lineNo: 8, amount: 2_000_000n }],
    ]);
    expect(diagnostics[0]?.message).toContain(
      'All checks on t.1 r.3 c.2 would hold if it were 20000.00 instead of 22000.00.',
    );
  });

  it('is none where several figures would do, or none does', () => {
    const alone = table(
      [{}],
      [
        { ...TOTAL, cells: ['4.00'] },
        { ...coded('function', '201'), cells: ['1.00'] },
        { ...coded('function', '208'), cells: ['2.00'] },
      ],
    );
    expect(run(alone).checks.map(({ status, correction }) => [status, correction])).toEqual([['fail', null]]);
    const twice = accounts(['9.00', '6.00', '3.00'], ['5.00', '4.30', '1.00'], ['4.00', '2.20', '2.00']);
    const failed = run(twice).checks.filter(({ status }) => status === 'fail');
    expect(failed.map(({ rule, correction }) => [rule, correction])).toEqual([
      ['column-total', null],
      ['spending-parts', null],
      ['spending-parts', null],
    ]);
  });

  it('is rounded as its column is', () => {
    const amounts = accounts(['9.00', '6.00', '3.00'], ['5.01', '4.00', '1.00'], ['4.00', '2.20', '2.00']);
    const { checks } = run(amounts);
    expect(checks.flatMap(({ correction }) => correction ?? [])).toEqual([
      { lineNo: 8, amount: 2_000_000n },
      { lineNo: 8, amount: 2_000_000n },
    ]);
  });
});

function paragraph(text: string): RawBlock {
  return { blockNo: 7, order: 1, kind: 'paragraph', text, page: null, box: null, lineFirst: null, lineLast: null };
}

it('a note of rounding widens no tolerance; a failing check tells what rounding explains', () => {
  const sum = table(
    [{}],
    [
      { ...TOTAL, cells: ['3.02'] },
      { ...coded('function', '201'), cells: ['1.00'] },
      { ...coded('function', '208'), cells: ['2.00'] },
    ],
  );
  const { checks, diagnostics } = run(sum, { blocks: [paragraph('注：因四舍五入可能存在尾差。')] });
  expect(checks.map(({ status }) => status)).toEqual(['fail']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['check-failed', 'rounding-note']);
  expect(diagnostics[0]?.message).toContain('The rounding that the document notes explains no more than 150.00 yuan.');
});

describe('sums down a column', () => {
  const column = (total: string, first: string, second: string) =>
    table(
      [{}],
      [
        { ...TOTAL, cells: [total] },
        { ...coded('function', '201'), cells: [first] },
        { ...coded('function', '208'), cells: [second] },
      ],
    );

  it('passes exactly, within half a unit a figure, and fails beyond', () => {
    expect(outcomes(column('3.00', '1.00', '2.00'))).toEqual(['column-total pass']);
    expect(outcomes(column('3.01', '1.00', '2.00'))).toEqual(['column-total pass_within_rounding']);
    expect(outcomes(column('3.02', '1.00', '2.00'))).toEqual(['column-total fail']);
  });

  it('takes the unit from the whole column, not from the single number', () => {
    expect(outcomes(column('4', '1.40', '2.20'))).toEqual(['column-total fail']);
  });

  it('widens to its own place a figure stated as approximate', () => {
    const rough = column('4', '1.40', '2.20').map((amount) => ({
      ...amount,
      approximate: amount.lineRole === 'total',
    }));
    expect(outcomes(rough)).toEqual(['column-total pass_within_rounding']);
  });

  it('reports expected and actual in millionths of a yuan, with the place as a warning', () => {
    const { checks, diagnostics } = run(column('4.00', '1.00', '2.00'));
    expect(checks[0]).toMatchObject({
      checkNo: 1,
      expected: 30_000_000_000n,
      actual: 40_000_000_000n,
      tolerance: 150_000_000n,
      unit: 'yuan',
      lineNos: [1, 2, 3],
      subject: 't.1 c.1 合计 = 201 + 208',
    });
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'check-failed', stage: 'transform', origin: { tableNo: 1, row: 1, col: 1 } },
    ]);
    expect(run(column('3.00', '1.00', '2.00')).diagnostics).toEqual([]);
  });

  it('lets 其中 rows be less than their row, never more', () => {
    const memo = (first: string, second: string) =>
      table([{}], [
        { label: '会议费', cells: ['20.00'] },
        { label: '其中：甲', lineRole: 'memo', cells: [first] },
        { label: '乙', lineRole: 'memo', cells: [second] },
      ] as const);
    expect(outcomes(memo('15.00', '5.00'))).toEqual(['memo-parts pass']);
    expect(outcomes(memo('10.00', '5.00'))).toEqual(['memo-parts not_applicable']);
    expect(outcomes(memo('20.00', '20.00'))).toEqual(['memo-parts fail']);
  });

  it('raises no alarm where a blank row may be what 其中 belongs to', () => {
    const rows = [
      { label: '甲', cells: ['3.00'] },
      { label: '乙', cells: [null] },
      { label: '其中：丙', lineRole: 'memo', cells: ['4.50'] },
    ] as const;
    expect(outcomes(table([{}], rows))).toEqual(['memo-parts not_applicable']);
  });
});

describe('sums across a row', () => {
  const spending = [{ spendingType: 'total' }, { spendingType: 'basic' }, { spendingType: 'project' }] as const;

  it('adds basic and project expenditure, blank cells being nothing', () => {
    const rows = (second: string) => [
      { ...coded('function', '201'), cells: ['5.00', '3.00', '2.00'] },
      { ...coded('function', '208'), cells: [second, '4.00', null] },
    ];
    expect(outcomes(table(spending, rows('4.00')))).toEqual(['spending-parts pass', 'spending-parts pass']);
    expect(outcomes(table(spending, rows('9.00')))).toEqual(['spending-parts pass', 'spending-parts fail']);
  });

  it('says nothing against a total of which the table prints only a part', () => {
    expect(outcomes(table(spending.slice(0, 2), [{ label: '甲', cells: ['5.00', '3.00'] }]))).toEqual([
      'spending-parts not_applicable',
    ]);
    expect(outcomes(table(spending.slice(0, 2), [{ label: '甲', cells: ['3.00', '5.00'] }]))).toEqual([
      'spending-parts fail',
    ]);
  });

  it('adds funds level by level and never the share reserved for small enterprises', () => {
    const funds = [
      { fundSource: 'all' },
      { fundSource: 'fiscal_appropriation' },
      { fundSource: 'general_public' },
      { fundSource: 'gov_fund' },
      { fundSource: 'own_funds' },
      { fundSource: 'sme_reserved' },
    ] as const;
    const row = { ...coded('procurement', 'A01'), cells: ['9.00', '7.00', '6.00', '1.00', '2.00', '5.00'] };
    expect(outcomes(table(funds, [row]))).toEqual(['fund-parts pass', 'fund-parts pass']);
  });

  it('takes the carryover column into the total only where that makes the sum', () => {
    const funds = [{ fundSource: 'all' }, { fundSource: 'current_year' }, { fundSource: 'carryover' }] as const;
    expect(outcomes(table(funds, [{ label: '甲', cells: ['5.00', '3.00', '2.00'] }]))).toEqual(['fund-parts pass']);
    expect(outcomes(table(funds, [{ label: '甲', cells: ['3.00', '3.00', '2.00'] }]))).toEqual(['fund-parts pass']);
    expect(outcomes(table(funds, [{ label: '甲', cells: ['9.00', '3.00', '2.00'] }]))).toEqual(['fund-parts fail']);
  });

  it('adds what a printed head holds together, whatever its columns mean', () => {
    const grid = headed(2, 5, [
      { row: 0, col: 0, rowSpan: 2, text: '科目' },
      { row: 0, col: 1, colSpan: 3, text: '某某资金' },
      { row: 1, col: 1, text: '小计' },
      { row: 1, col: 2, text: '甲' },
      { row: 1, col: 3, text: '乙' },
      { row: 0, col: 4, rowSpan: 2, text: '丙' },
    ]);
    const columns = [
      { fundSource: 'other' },
      { fundSource: 'other' },
      { fundSource: 'other' },
      { fundSource: 'other' },
    ] as const;
    const amounts = (whole: string) => table(columns, [{ label: '甲', cells: [whole, '1.00', '2.00', '9.00'] }]);
    const tables = [rawTable('expenditure_summary', grid)];
    expect(outcomes(amounts('3.00'), { tables })).toEqual(['header-sum pass']);
    expect(outcomes(amounts('4.00'), { tables })).toEqual(['header-sum fail']);
  });
});

describe('between statements', () => {
  const inTable = (tableNo: number, wan: string, fields: Partial<StatedAmount> = {}) =>
    table([fields], [{ ...coded('function', '201'), cells: [wan] }], tableNo);

  it('compares the same quantity wherever it is printed, to its own rounding', () => {
    const prose = (wan: string) => stated(wan, { ...coded('function', '201'), ...said(1, 0, 1) });
    expect(outcomes([...inTable(1, '5.12'), ...inTable(2, '5.12'), prose('5.1')])).toEqual([
      'equal-facts pass',
      'equal-facts pass_within_rounding',
    ]);
    expect(outcomes([...inTable(1, '5.12'), ...inTable(2, '5.22')])).toEqual(['equal-facts fail']);
    expect(outcomes([...inTable(1, '5.12'), ...inTable(2, '5.22', { fundSource: 'gov_fund' })])).toEqual([]);
  });

  it('lets no sentences contradict each other, with a table or without', () => {
    const prose = (wan: string, block: number) =>
      stated(wan, { ...coded('function', '201'), tableKind: 'expenditure_summary', ...said(block, 0, 1) });
    expect(outcomes([prose('5.00', 1), prose('7.00', 2)])).toEqual(['equal-facts fail']);
    expect(outcomes([...inTable(1, '5.00'), prose('5.00', 1), prose('7.00', 2)])).toEqual([
      'equal-facts pass',
      'equal-facts fail',
    ]);
  });

  it('takes sentences under one whole for entries of a list', () => {
    const prose = (wan: string, code: string, block: number) =>
      stated(wan, { ...coded('function', code), tableKind: 'expenditure_summary', ...said(block, 0, 1) });
    const entries = [prose('12.00', '20103', 1), prose('5.00', '2010301', 2), prose('7.00', '2010301', 3)];
    expect(outcomes(entries)).not.toContain('equal-facts fail');
  });

  it('does not call a difference an error that is a carryover', () => {
    const carryover = stated('3.00', {
      flow: 'revenue',
      lineRole: 'carryover',
      fundSource: 'carryover',
      ...said(9, 0, 1),
    });
    expect(outcomes([...inTable(1, '5.00'), ...inTable(2, '8.00'), carryover])).toEqual(['equal-facts not_applicable']);
    expect(outcomes([...inTable(1, '5.00'), ...inTable(2, '7.00'), carryover])).toEqual(['equal-facts fail']);
    expect(outcomes([...inTable(1, '5.00'), ...inTable(2, '9.00'), carryover])).toEqual(['equal-facts fail']);
  });

  it('compares funds of the same money only where the totals say so', () => {
    const both = (total: string, general: string) => [
      ...table(
        [{ fundSource: 'all' }],
        [
          { ...TOTAL, cells: [total] },
          { ...coded('function', '201'), cells: [total] },
        ],
        1,
      ),
      ...table(
        [{}],
        [
          { ...TOTAL, cells: ['8.00'] },
          { ...coded('function', '201'), cells: [general] },
        ],
        2,
      ),
    ];
    expect(outcomes(both('8.00', '8.00')).filter((one) => one.startsWith('equal'))).toHaveLength(2);
    expect(outcomes(both('9.00', '8.00')).filter((one) => one.startsWith('equal'))).toEqual([]);
  });

  it('balances revenue and expenditure', () => {
    const side = (flow: 'revenue' | 'expenditure', col: number, wan: string) =>
      stated(wan, {
        flow,
        ...TOTAL,
        totalKind: 'grand',
        label: flow,
        fundSource: 'all',
        spendingType: flow === 'revenue' ? null : 'total',
        place: { kind: 'table', tableNo: 1, row: 9, col, page: null },
      });
    expect(outcomes([side('revenue', 1, '5.00'), side('expenditure', 3, '5.00')])).toEqual(['balance pass']);
    expect(outcomes([side('revenue', 1, '5.00'), side('expenditure', 3, '6.00')])).toEqual(['balance fail']);
  });

  it('matches the two economic classifications by the groups that the crosswalk ties', () => {
    const link = (gov: string, dept: string): CrosswalkEntry => ({
      fromScheme: 'gov_economic',
      fromCode: gov,
      toScheme: 'dept_economic',
      toCode: dept,
      relation: 'broader',
      isPrimary: true,
      source: '',
    });
    const crosswalk = [link('50101', '30101'), link('50101', '30102'), link('50201', '30201')];
    const basic = { spendingType: 'basic' } as const;
    const departmental = table(
      [basic],
      [
        { ...coded('dept_economic', '30101'), cells: ['1.00'] },
        { ...coded('dept_economic', '30102'), cells: ['2.00'] },
        { ...coded('dept_economic', '30201'), cells: ['4.00'] },
      ],
    );
    const government = (first: string, second: string) =>
      table(
        [basic],
        [
          { ...coded('gov_economic', '50101'), cells: [first] },
          { ...coded('gov_economic', '50201'), cells: [second] },
        ],
        2,
      );
    const pass = 'economic-crosswalk pass';
    expect(outcomes([...departmental, ...government('3.00', '4.00')], { crosswalk })).toEqual([pass, pass]);
    const other = 'economic-crosswalk not_applicable';
    expect(outcomes([...departmental, ...government('4.00', '3.00')], { crosswalk })).toEqual([other, other]);
  });
});

describe('a side without rows', () => {
  const side = (flow: StatedAmount['flow'], row: number, cells: readonly string[]) => [
    stated(cells[0] ?? '', { ...TOTAL, flow, place: { kind: 'table', tableNo: 1, row: 9, col: row, page: null } }),
    ...cells.slice(1).map((wan, at) =>
      stated(wan, {
        label: String(at),
        flow,
        place: { kind: 'table', tableNo: 1, row: at + 1, col: row, page: null },
      }),
    ),
  ];

  it('fails its total where the other side prints both', () => {
    expect(outcomes([...side('revenue', 1, ['5.00']), ...side('expenditure', 3, ['5.00', '5.00'])])).toContain(
      'column-total fail',
    );
    expect(outcomes([...side('revenue', 1, ['5.00']), ...side('expenditure', 3, ['5.00'])])).not.toContain(
      'column-total fail',
    );
  });
});

describe('prose', () => {
  const total = stated('10.00', { ...TOTAL, ...said(1, 0, 1), label: '支出预算' });
  const part = (wan: string, at: number, fields: Partial<StatedAmount>) =>
    stated(wan, { ...said(1, 0, at), ...fields });

  it('adds the kinds that make up a whole, and leaves open lists alone', () => {
    const basic = part('7.00', 10, { spendingType: 'basic' });
    expect(outcomes([total, basic])).toEqual(['spending-parts not_applicable']);
    expect(outcomes([total, basic, part('3.00', 20, { spendingType: 'project' })])).toEqual(['spending-parts pass']);
    expect(outcomes([total, basic, part('2.00', 20, { spendingType: 'project' })])).toEqual(['spending-parts fail']);
    expect(outcomes([total, part('4.00', 10, coded('function', '201'))])).toEqual(['column-total not_applicable']);
    expect(outcomes([total, part('14.00', 10, coded('function', '201'))])).toEqual(['column-total fail']);
  });

  it('takes 三公 for whole where it names 出国, 接待 and the running of vehicles', () => {
    const item = (wan: string, at: number, threePublicItem: StatedAmount['threePublicItem']) =>
      part(wan, at, { tableKind: 'three_public', threePublicItem });
    const whole = { ...TOTAL, ...said(1, 0, 1), label: '三公', tableKind: 'three_public' } as const;
    const all = stated('10.00', { ...whole, threePublicItem: 'total' });
    const [overseas, reception] = [item('2.00', 10, 'overseas'), item('3.00', 20, 'reception')];
    const running = (wan: string) => item(wan, 30, 'vehicle_operation');
    expect(outcomes([all, overseas, reception, running('5.00')])).toEqual(['three-public-parts pass']);
    expect(outcomes([all, overseas, reception, running('4.00')])).toEqual(['three-public-parts fail']);
    expect(outcomes([all, overseas, running('5.00')])).toEqual(['three-public-parts not_applicable']);
    const vehicles = stated('10.00', { ...whole, threePublicItem: 'vehicle' });
    expect(outcomes([vehicles, running('4.00')])).toEqual(['three-public-parts not_applicable']);
  });

  it('takes a list of codes for complete where all its other classes are met', () => {
    const list = (last: string) => [
      part('5.00', 10, coded('function', '201')),
      part('4.00', 20, coded('function', '208')),
      part('1.00', 30, coded('function', '210')),
      part('2.00', 40, coded('function', '20101')),
      part('3.00', 50, coded('function', '20103')),
      part('4.00', 60, coded('function', '20805')),
      part(last, 70, coded('function', '21011')),
    ];
    expect(outcomes(list('1.00'))).toEqual(['code-tree pass', 'code-tree pass', 'code-tree pass']);
    expect(outcomes(list('0.50'))).toEqual(['code-tree pass', 'code-tree pass', 'code-tree fail']);
    const [open, met] = ['code-tree not_applicable', 'code-tree pass'];
    expect(outcomes(list('0.50').toSpliced(4, 1))).toEqual([open, met, open]);
  });

  it('takes a list of codes for complete where three classes and more are met by single parts', () => {
    const one = (code: string, at: number) => [
      part('5.00', at, coded('function', code)),
      part('5.00', at + 1, coded('function', `${code}01`)),
    ];
    const list = (last: string) => [
      ...one('201', 10),
      ...one('210', 20),
      ...one('221', 30),
      part('4.00', 40, coded('function', '208')),
      part('3.00', 41, coded('function', '20805')),
      part(last, 42, coded('function', '20808')),
    ];
    expect(outcomes(list('1.00'))).not.toContain('code-tree fail');
    expect(outcomes(list('0.50'))).toContain('code-tree fail');
    expect(outcomes(list('0.50').slice(2))).not.toContain('code-tree fail');
  });

  it('takes the one fund that is received for the whole where the document spends nothing else', () => {
    const ofFund = (wan: string, fields: Partial<StatedAmount>, at: number) => part(wan, at, { ...TOTAL, ...fields });
    const [appropriated, general] = (['fiscal_appropriation', 'general_public'] as const).map((fundSource) => ({
      fundSource,
      label: fundSource,
    }));
    const received = { flow: 'revenue', spendingType: null } as const;
    const sentences = (spent: string, of: string) => [
      ofFund('10.00', { ...appropriated, ...received }, 10),
      ofFund(of, { ...general, ...received }, 20),
      ofFund('10.00', { ...appropriated }, 30),
      ofFund(spent, { ...general }, 40),
    ];
    expect(outcomes(sentences('10.00', '9.00'))).toContain('fund-parts fail');
    expect(outcomes(sentences('10.00', '10.00'))).not.toContain('fund-parts fail');
    expect(outcomes(sentences('9.00', '9.00'))).not.toContain('fund-parts fail');
  });

  it('takes 其中财政拨款 for the whole where the document spends nothing else', () => {
    const ofFund = (wan: string, fundSource: StatedAmount['fundSource'], at: number, fields = {}) =>
      part(wan, at, { ...TOTAL, fundSource, label: fundSource, ...fields });
    const project = { spendingType: 'project', lineRole: 'detail', totalKind: null } as const;
    const sentences = (appropriated: string, inProject: string) => [
      ofFund('10.00', 'all', 10),
      ofFund(appropriated, 'fiscal_appropriation', 20),
      ofFund('4.00', 'all', 30, project),
      ofFund(inProject, 'fiscal_appropriation', 40, project),
    ];
    expect(outcomes(sentences('10.00', '3.00'))).toContain('fund-parts fail');
    expect(outcomes(sentences('10.00', '4.00'))).not.toContain('fund-parts fail');
    expect(outcomes(sentences('9.00', '3.00'))).not.toContain('fund-parts fail');
  });

  it('recomputes shares to their last printed place', () => {
    const share = (sharePercent: bigint) =>
      outcomes([total, part('3.33', 10, { ...coded('function', '201'), sharePercent })]).filter((one) =>
        one.startsWith('share'),
      );
    expect(share(333_000n)).toEqual(['share pass']);
    expect(share(310_000n)).toEqual(['share fail']);
  });

  it('recomputes rates of change, signed', () => {
    const growth = (yoyPercent: bigint) =>
      outcomes([stated('90.00', { ...said(1, 0, 1), yoyAmount: -10_000_000n, yoyPercent })]);
    expect(growth(-100_000n)).toEqual(['growth pass']);
    expect(growth(100_000n)).toEqual(['growth fail']);
  });

  it("recomputes rates of change from last year's amount in the same paragraph, where it prints one", () => {
    const before = (amount: string, at: number) =>
      stated(amount, { ...said(1, 0, at), budgetStage: 'prior_year', fiscalYear: 2023 });
    const now = (yoyPercent: bigint) => stated('90.00', { ...said(1, 0, 9), yoyPercent });
    expect(outcomes([before('100.00', 1), now(-100_000n)])).toEqual(['growth pass']);
    expect(outcomes([before('100.00', 1), now(605_400n)])).toEqual(['growth fail']);
    expect(outcomes([before('100.00', 1), before('80.00', 5), now(605_400n)])).not.toContain('growth fail');
  });
});

describe("rates of change beside last year's column", () => {
  const years = [{ budgetStage: 'prior_year', fiscalYear: 2023 }, {}] as const;
  const rows = (before: string, changes: Partial<StatedAmount>): StatedAmount[] =>
    table(years, [{ label: '甲', cells: [before, '90.00'] }]).map((amount) =>
      amount.budgetStage === 'prior_year' ? amount : { ...amount, ...changes },
    );
  const growth = (before: string, changes: Partial<StatedAmount>) =>
    run(rows(before, changes)).checks.filter(({ rule }) => rule === 'growth');

  it('are recomputed from it, and put both figures in doubt where they fail', () => {
    expect(growth('100.00', { yoyPercent: -100_000n })).toMatchObject([{ status: 'pass' }]);
    expect(growth('100.00', { yoyPercent: 200_000n })).toMatchObject([{ status: 'fail', lineNos: [2, 1] }]);
    expect(growth('40.00', { yoyAmount: 50_000_000n, yoyPercent: -100_000n })).toMatchObject([
      { status: 'fail', lineNos: [2, 1] },
    ]);
  });
});

describe('figures that are no lines', () => {
  const cells = [
    { row: 0, col: 0, text: '项目' },
    { row: 0, col: 1, text: '数量' },
    { row: 0, col: 2, text: '价值' },
    { row: 1, col: 0, text: '资产总额' },
    { row: 1, col: 2, text: '70.00' },
    { row: 2, col: 0, text: '1、房屋' },
    { row: 2, col: 2, text: '50.00' },
    { row: 3, col: 0, text: '其中：办公用房' },
    { row: 3, col: 2, text: '10.00' },
    { row: 4, col: 0, text: '2、其他固定资产' },
    { row: 4, col: 2, text: '20.00' },
  ];
  const tables = [rawTable('fixed_assets', { ...headed(1, 3, cells), rowCount: 5 })];
  it('compares the stock of fixed assets with its table, not what is bought or sold', () => {
    expect(outcomes([], { tables, blocks: [paragraph('截至上年末，固定资产总额为70.00万元。')] })).toEqual([
      'asset-parts pass',
      'asset-prose pass',
    ]);
    const { checks } = run([], {
      tables,
      blocks: [paragraph('上年末固定资产金额为0.00万元，拟购置固定资产总额为5.00万元。')],
    });
    expect(checks.map(({ rule, status, actual }) => [rule, status, actual])).toEqual([
      ['asset-parts', 'pass', 700_000_000_000n],
      ['asset-prose', 'fail', 0n],
    ]);
    expect(checks[1]?.cellRefs).toEqual([{ tableNo: 1, row: 1, col: 2 }]);
  });
});

describe('laws', () => {
  it('passes every consistent code tree and notices any change larger than rounding', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 2, maxLength: 9 });
    const print = (cents: number): string =>
      `${String(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(amounts, fc.integer({ min: 6, max: 500 }), (leaves, error) => {
        const sum = leaves.reduce((a, b) => a + b, 0);
        const build = (total: number): readonly Check[] =>
          run(
            table(
              [{}],
              [
                { ...coded('function', '201'), cells: [print(total)] },
                ...leaves.map((leaf, at) => ({ ...coded('function', `2010${String(at)}`), cells: [print(leaf)] })),
              ],
            ),
          ).checks;
        expect(build(sum).map(({ status }) => status)).toEqual(['pass']);
        expect(build(sum + error).map(({ status }) => status)).toEqual(['fail']);
      }),
    );
  });
});

describe('columns that mean the same', () => {
  const whole = { fundSource: 'general_public' } as const;
  const contradictions = (cells: readonly string[], heads: readonly Partial<Cell>[], rows = 1): string[] => {
    const grid = headed(rows, cells.length + 1, heads);
    const amounts = table(
      cells.map(() => whole),
      [{ ...coded('function', '2010201'), cells }],
    );
    const { diagnostics } = run(amounts, { tables: [rawTable('general_public_expenditure', grid)] });
    const found = diagnostics.filter(({ code }) => code === 'columns-contradict');
    return found.map(({ code, origin }) => `${code} ${String(origin.col)}`);
  };

  it('contradict each other where their amounts differ', () => {
    const heads = [
      { col: 1, text: '合计' },
      { col: 2, text: '小计' },
    ];
    expect(contradictions(['5.00', '3.00'], heads)).toEqual(['columns-contradict 1', 'columns-contradict 2']);
    expect(contradictions(['5.00', '5.00'], heads)).toEqual([]);
  });

  it('are in doubt in the rows too where they are equal by chance, or one is blank', () => {
    const heads = ['合计', '小计'].map((text, at) => ({ col: at + 1, text }));
    const rows = [
      { ...coded('function', '2010201'), cells: ['5.00', '3.00'] },
      { ...coded('function', '2010202'), cells: ['2.00', '2.00'] },
      { ...coded('function', '2010203'), cells: [null, '1.00'] },
    ];
    const tables = [rawTable('general_public_expenditure', headed(1, 3, heads))];
    const { diagnostics } = run(table([whole, whole], rows), { tables });
    const found = diagnostics.filter(({ code }) => code === 'columns-contradict');
    expect(found.map(({ origin }) => `${String(origin.row)} ${String(origin.col)}`)).toEqual([
      '1 1',
      '1 2',
      '2 1',
      '2 2',
      '3 2',
    ]);
  });

  it('are what was planned and what was carried out of last year', () => {
    const before = { ...whole, budgetStage: 'prior_year', fiscalYear: 2023 } as const;
    const heads = ['上年预算数', '上年执行数', '本年预算数'].map((text, at) => ({ col: at + 1, text }));
    const tables = [rawTable('three_public', headed(1, 4, heads))];
    const changed = (yoyAmount: bigint) => {
      const amounts = table([before, before, whole], [{ ...TOTAL, cells: ['5.00', '3.00', '4.00'] }]);
      return run(
        amounts.map((amount) => (amount.budgetStage === 'prior_year' ? amount : { ...amount, yoyAmount })),
        { tables },
      );
    };
    for (const [change, status] of [
      [1_000_000n, 'pass'],
      [-1_000_000n, 'pass'],
      [2_000_000n, 'fail'],
    ] as const) {
      const { checks, diagnostics } = changed(change);
      expect(checks.map((check) => check.status)).toEqual([status]);
      expect(diagnostics.map(({ code }) => code)).toEqual(status === 'fail' ? ['check-failed'] : []);
    }
  });

  it('are all that is new where last year is blank', () => {
    const years = [
      { ...whole, yoyAmount: 5_000_000n },
      { ...whole, budgetStage: 'prior_year', fiscalYear: 2023 },
    ] as const;
    const given = (amount: string) =>
      outcomes(
        table(years, [
          { ...coded('function', '201'), cells: [amount, null] },
          { ...coded('function', '208'), cells: ['8.00', '3.00'] },
        ]),
      );
    expect(given('5.00')).toEqual(['change pass', 'change pass']);
    expect(given('6.00')).toEqual(['change fail', 'change pass']);
  });

  it('are this year’s part and the whole beside what last year left', () => {
    const heads = ['合计', '当年财政拨款安排', '上年结转安排'].map((text, at) => ({ col: at + 1, text }));
    const tables = [rawTable('general_public_expenditure', headed(1, 4, heads))];
    const given = (left: string) =>
      run(table([whole, whole, { fundSource: 'carryover' }], [{ ...TOTAL, cells: ['5.00', '3.00', left] }]), {
        tables,
      });
    expect(given('2.00').checks.map(({ rule, status }) => `${rule} ${status}`)).toEqual(['fund-parts pass']);
    expect(given('2.00').diagnostics).toEqual([]);
    expect(given('1.00').diagnostics.map(({ code }) => code)).toContain('check-failed');
  });

  it('are whole and parts where the head says so', () => {
    expect(
      contradictions(
        ['5.00', '3.00'],
        [
          { col: 1, text: '拨款' },
          { col: 2, text: '其中：经费拨款' },
        ],
      ),
    ).toEqual([]);
    const group = [
      { col: 1, colSpan: 2, text: '一般公共预算拨款' },
      { row: 1, col: 1, text: '拨款' },
      { row: 1, col: 2, text: '经费拨款' },
    ];
    expect(contradictions(['5.00', '3.00'], group, 2)).toEqual([]);
    const blank = group.map((head) => (head.text === '拨款' ? { ...head, text: '' } : head));
    expect(contradictions(['5.00', '3.00'], blank, 2)).toHaveLength(2);
  });
});

describe('amounts under one heading', () => {
  const shared = (cells: readonly string[], heads: readonly Partial<Cell>[]): string[] => {
    const funds = ['general_public', 'gov_fund', 'state_capital'] as const;
    const amounts = table(
      funds.slice(0, cells.length).map((fundSource) => ({ fundSource })),
      [{ ...coded('function', '2010201'), cells }],
    );
    const { diagnostics } = run(amounts, { tables: [rawTable('revenue_summary', headed(2, 4, heads))] });
    return diagnostics.map(({ code, origin }) => `${code} ${String(origin.col)}`);
  };
  const three = ['5.00', '3.00', '2.00'];

  it('are suspect where one of them has no heading of its own', () => {
    const apart = [
      { col: 1, colSpan: 3, text: '事业收入' },
      { row: 1, col: 1, text: '预算拨款收入' },
      { row: 1, col: 3, text: '收入' },
    ];
    expect(shared(three, apart)).toEqual(['heading-shared 1', 'heading-shared 2', 'heading-shared 3']);
    expect(shared(three, [{ col: 1, colSpan: 2, text: '事业收入' }])).toEqual(['heading-shared 1', 'heading-shared 2']);
  });

  it('are in order under headings of their own, a heading over one amount and words, and a title', () => {
    const own = ['一般公共预算', '政府性基金', '国有资本经营'].map((text, at) => ({ row: 1, col: at + 1, text }));
    expect(shared(three, [{ col: 1, colSpan: 3, text: '拨款收入' }, ...own])).toEqual([]);
    expect(shared(['5.00'], [{ col: 1, colSpan: 3, text: '拨款收入' }])).toEqual([]);
    expect(shared(three, [{ col: 0, colSpan: 4, text: '收入总表' }])).toEqual([]);
  });

  it('have no heading in the numbers of columns', () => {
    const numbers = ['1', '2', '3'].map((text, at) => ({ row: 1, col: at + 1, text }));
    expect(shared(three, [{ col: 1, colSpan: 3, text: '拨款收入' }, ...numbers])).toHaveLength(3);
  });
});

describe('a statement that the text declares empty', () => {
  const grid = headed(1, 2, [{ text: '科目' }, { col: 1, text: '合计' }]);
  const tables = [rawTable('gov_fund_expenditure', grid)];
  const blocks = [paragraph('本部门2024年没有使用政府性基金预算拨款安排的支出。')];
  const amounts = (total: string): StatedAmount[] =>
    table(
      [{ tableKind: 'gov_fund_expenditure', fundSource: 'gov_fund' }],
      [
        { ...TOTAL, cells: [total] },
        { ...coded('function', '212'), cells: [total] },
      ],
    );

  it('fails where its table has amounts', () => {
    const { checks } = run(amounts('5.00'), { tables, blocks });
    expect(checks.find(({ rule }) => rule === 'declared-none')).toMatchObject({
      status: 'fail',
      expected: 0n,
      actual: 50_000_000_000n,
      lineNos: [1],
    });
  });

  it('holds where the table is filled with zeros, and is not asked where the text declares nothing', () => {
    expect(outcomes(amounts('0.00'), { tables, blocks })).toContain('declared-none pass');
    expect(outcomes(amounts('5.00'), { tables })).not.toContain('declared-none fail');
  });

  it('leaves last year alone', () => {
    const before = amounts('5.00').map((amount) => ({ ...amount, budgetStage: 'prior_year' as const }));
    expect(outcomes(before, { tables, blocks }).filter((outcome) => outcome.startsWith('declared'))).toEqual([]);
  });
});
