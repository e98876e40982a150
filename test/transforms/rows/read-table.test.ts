import { describe, expect, it } from 'vitest';
import type { Cell, Grid } from '../../../extractors/types.js';
import { formatFen } from '../../../transforms/amounts/index.js';
import { loadCodebook } from '../../../transforms/codebook/index.js';
import { readTable } from '../../../transforms/rows/index.js';
import type { DocumentFacts, StatedAmount, TableKind } from '../../../transforms/types.js';
import { documentFacts } from '../../builders/budget-document.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();

interface Given {
  readonly unit?: string | null;
  readonly isGuess?: boolean;
  readonly isUnruled?: boolean;
  readonly facts?: Partial<DocumentFacts>;
  readonly title?: string;
  /** A cell that holds a text of its own: its row, its column, its text. */
  readonly cell?: readonly [row: number, col: number, text: string];
  /** A cell laid over so many columns: its row, its column, their count. */
  readonly merged?: readonly [row: number, col: number, colSpan: number];
}

/** Reads a tab-separated table, cells joined by `|`. */
function read(tableKind: TableKind, rows: readonly string[], given: Given = {}) {
  const { unit = '万元', isGuess = false, isUnruled = false, facts = {}, title = null, merged, cell } = given;
  const [table] = extractLines(...tabbed(...rows)).tables;
  if (!table) throw new Error('no table was found');
  const printed = table.readings[0].grid;
  const grid = cell ? replace(printed, cell) : merged ? merge(printed, merged) : printed;
  return readTable({ tableNo: 1, tableKind, grid, unit, isGuess, title, isUnruled }, documentFacts(facts), codebook);
}

function replace(grid: Grid, [row, col, text]: NonNullable<Given['cell']>): Grid {
  const cells = grid.cells.map((cell) => (cell.row === row && cell.col === col ? { ...cell, text } : cell));
  return { ...grid, cells };
}

function merge(grid: Grid, [row, col, colSpan]: NonNullable<Given['merged']>): Grid {
  const isUnder = (cell: Cell): boolean => cell.row === row && cell.col > col && cell.col < col + colSpan;
  const isMerged = (cell: Cell): boolean => cell.row === row && cell.col === col;
  const cells = grid.cells.filter((cell) => !isUnder(cell));
  return { ...grid, cells: cells.map((cell) => (isMerged(cell) ? { ...cell, colSpan } : cell)) };
}

function codes(amount: StatedAmount | undefined): readonly (string | null)[] | undefined {
  return amount?.codes.map(({ code }) => code);
}

it('writes codes and names of projects and units in one line, however their cells wrap them', () => {
  const rows = ['单位名称|项目编码|项目名称|合计', '云阳坝市河道管理处|50022025T|办公楼|1.00'];
  const texts = [
    [1, 0, '云阳坝市河道\n管理处'] as const,
    [1, 1, '50022025T\n000012366'] as const,
    [1, 2, '办公楼\n维修'] as const,
  ];
  const found = texts.map((cell) => read('project_expenditure', rows, { cell }).amounts[0]);
  expect(found[0]?.budgetUnitName).toBe('云阳坝市河道管理处');
  expect(found[1]?.projectCode).toBe('50022025T000012366');
  expect(found[2]?.projectName).toBe('办公楼维修');
});

it.each([
  ['机关事业单位基本养\n老保险缴费支出', '机关事业单位基本养老保险缴费支出'],
  ['2080505\n机关事业单位基本养老保险缴费支出', '2080505 机关事业单位基本养老保险缴费支出'],
])('writes the name of a row in one line: %j', (text, label) => {
  const rows = ['科目|合计', '2080505机关事业单位基本养老保险缴费支出|1.00'];
  const { amounts } = read('general_public_expenditure', rows, { cell: [1, 0, text] });
  expect(amounts).toMatchObject([{ label, amount: 1_000_000n }]);
  expect(codes(amounts[0])).toEqual(['2080505']);
});

it('leaves marks of notes out of the names of projects, and reads rows and headings past them', () => {
  const rows = ['项目名称²|合计¹', '合计¹|3.00', '办公楼维修³|1.00', '新建100m²|2.00'];
  const { amounts, diagnostics } = read('project_expenditure', rows);
  expect(diagnostics).toEqual([]);
  expect(amounts.map(({ lineRole, projectName }) => [lineRole, projectName])).toEqual([
    ['total', null],
    ['detail', '办公楼维修'],
    ['detail', '新建100m²'],
  ]);
});

it('reads columns of goods, works and services as classes of purchases, unless the row says more', () => {
  const rows = [
    '采购项目|金额合计|货物类|工程类|服务类',
    '合计|3.00|1.00||2.00',
    '复印纸|1.00|1.00||',
    '某某规划的编制|2.00|||2.00',
  ];
  const { amounts, diagnostics } = read('procurement', rows);
  expect(diagnostics).toEqual([]);
  expect(amounts.map((amount) => codes(amount)?.[0] ?? null)).toEqual([
    ...[null, 'A', 'C'],
    ...['A05040101', 'A05040101'],
    ...[null, 'C'],
  ]);
});

it('tells of figures in a column of changes that are none, and doubts the row', () => {
  const rows = ['项目|上年预算数|本年预算数|增减额', '会议费|80,000|6|0,000-20,000', '培训费|50,000|50,000|—'];
  const { diagnostics } = read('three_public', rows);
  expect(diagnostics.map(({ code, origin }) => [code, origin.row, origin.col])).toEqual([
    ['amount-unparsable', 1, undefined],
  ]);
});

describe('reading a table', () => {
  it('gives every amount its place, code, fund and kind, and nothing to complain of', () => {
    const rows = [
      '科目编码|科目名称|合计|基本支出|项目支出',
      '|合计|3.00|1.00|2.00',
      '2010201|行政运行|3.00|1.00|2.00',
    ];
    const { amounts, diagnostics } = read('general_public_expenditure', rows);
    expect(diagnostics).toEqual([]);
    expect(amounts).toHaveLength(6);
    expect(amounts[0]).toMatchObject({ lineRole: 'total', totalKind: 'current', codes: [], spendingType: 'total' });
    expect(amounts[4]).toMatchObject({
      place: { kind: 'table', tableNo: 1, row: 2, col: 3 },
      fundSource: 'general_public',
      spendingType: 'basic',
      flow: 'expenditure',
      label: '行政运行',
      amount: 1_000_000n,
      amountText: '1.00',
      codePrinted: '2010201',
    });
    expect(codes(amounts[4])).toEqual(['2010201']);
  });

  it('keeps a printed zero and makes no line of a blank', () => {
    const { amounts } = read('expenditure_summary', ['科目|合计|基本支出|项目支出', '合计|0.00||-']);
    expect(amounts.map(({ amount, place }) => [amount, place.kind === 'table' && place.col])).toEqual([[0n, 1]]);
  });

  it('reads two sides, each with its flow', () => {
    const rows = [
      '收入||支出|',
      '项目|预算数|项目|预算数',
      '一、一般公共预算拨款收入|5.00|一、一般公共服务支出|4.00',
      '本年收入合计|5.00|本年支出合计|5.00',
    ];
    const { amounts } = read('revenue_expenditure_summary', rows);
    expect(amounts.map(({ flow, fundSource }) => `${flow} ${fundSource}`)).toEqual([
      'revenue general_public',
      'expenditure all',
      'revenue all',
      'expenditure all',
    ]);
    expect(codes(amounts[1])).toEqual(['201']);
  });

  it('takes a name for the code that fits the rows above', () => {
    const rows = ['科目|金额', '住房保障支出|3.00', '  住房改革支出|3.00', '    住房公积金|3.00'];
    const { amounts } = read('expenditure_summary', rows);
    expect(amounts.map(codes)).toEqual([['221'], ['22102'], ['2210201']]);
  });

  it('takes a name with its code in one cell', () => {
    const { amounts } = read('expenditure_summary', ['科目|金额', '[2010301]行政运行|3.00']);
    expect(amounts[0]).toMatchObject({ codePrinted: '2010301' });
    expect(codes(amounts[0])).toEqual(['2010301']);
  });

  it.each(['采购品目编码采购品目名称', '采购品目编采购品目名称码'])(
    'calls a purchase by its name alone under %s',
    (heading) => {
      const rows = [`${heading}|合计`, 'A05040101复印纸|3.00'];
      const [amount] = read('procurement', rows).amounts;
      expect([amount?.label, codes(amount)]).toEqual(['复印纸', ['A05040101']]);
    },
  );

  it('takes 本年收入 before 年末结转 for revenue, also where no heading of expenditure was read', () => {
    const rows = [
      '科目编码|科目名称|年初结转和结余|本年收入|小计|基本支出|项目支出|年末结转和结余',
      '212|城乡社区支出|1.00|2.00|3.00|1.00|2.00|0.00',
    ];
    const flows = read('gov_fund_expenditure', rows).amounts.map(({ flow }) => flow);
    expect(flows.slice(0, 3)).toEqual(['revenue', 'revenue', 'expenditure']);
  });

  it('gives no code to a name that nobody knows', () => {
    const { amounts } = read('expenditure_summary', ['科目|金额', '人行科目之杂项|3.00']);
    expect(amounts[0]?.codes).toMatchObject([{ code: null, method: 'none', score: 0 }]);
  });

  it('puts last year beside this year', () => {
    const { amounts } = read('expenditure_summary', ['科目|2023年预算数|2024年预算数', '合计|1.00|2.00']);
    expect(amounts.map(({ budgetStage, fiscalYear }) => [budgetStage, fiscalYear])).toEqual([
      ['prior_year', 2023],
      ['budget', 2024],
    ]);
  });

  it('hangs changes on the amount that they speak of', () => {
    const { amounts } = read('expenditure_summary', [
      '科目|2023年预算数|2024年预算数|增减额|增减%',
      '合计|4.00|3.00|-1.00|-25.00',
    ]);
    expect(amounts).toHaveLength(2);
    expect(amounts.map(({ yoyAmount, yoyPercent }) => [yoyAmount, yoyPercent])).toEqual([
      [null, null],
      [-1_000_000n, -250_000n],
    ]);
  });

  it('hangs them on this year where last year stands between', () => {
    const { amounts, diagnostics } = read('expenditure_summary', [
      '科目|2024年预算数|2023年预算数|增减额',
      '合计|3.00|4.00|-1.00',
    ]);
    expect(amounts.map(({ yoyAmount }) => yoyAmount)).toEqual([-1_000_000n, null]);
    expect(diagnostics).toEqual([]);
  });

  it('doubts an amount of which the change that names it tells otherwise', () => {
    const told = (training: string) =>
      read('three_public', [
        '单位|2023年会议费|2023年培训费|会议费|培训费|会议费增减额|培训费增减额',
        `合计|1.00|2.00|3.00|${training}|2.00|2.50`,
      ]).diagnostics.map(({ code, origin }) => [code, origin.row, origin.col]);
    expect(told('4.50')).toEqual([]);
    expect(told('3.50')).toEqual([['change-contradicts', 1, 4]]);
  });

  it('misses the amount of this year that a change is printed of', () => {
    const head = '科目|2024年预算数|2023年预算数|增减额|增减%';
    const told = (...rows: readonly string[]) =>
      read('expenditure_summary', [head, ...rows]).diagnostics.map(({ code, origin }) => [
        code,
        origin.row,
        origin.col,
      ]);
    expect(told('合计|3.00|4.00|-1.00|-25.00', '201|3.00||3.00|', '208||4.00|-4.00|-100.00')).toEqual([]);
    expect(told('合计|3.00|4.00|-1.00|', '201||4.00|-1.00|')).toEqual([['change-without-amount', 2, undefined]]);
    expect(told('合计|3.00|4.00|-1.00|', '201||4.00||25.00')).toEqual([['change-without-amount', 2, undefined]]);
    expect(told('合计||4.00|-1.00|', '201||4.00|-1.00|')).toEqual([['change-without-amount', undefined, 2]]);
  });

  it('is final in final accounts', () => {
    const rows = ['科目|合计', '合计|4.00'];
    expect(
      read('expenditure_summary', rows, { facts: { reportKind: 'department_final' } }).amounts[0]?.budgetStage,
    ).toBe('final');
  });

  it('reads 类 款 项 in three columns', () => {
    const rows = ['类|款|项|科目名称|金额', '201|||一般公共服务支出|3.00', '|02||政协事务|3.00', '||01|行政运行|3.00'];
    expect(read('expenditure_summary', rows).amounts.map(codes)).toEqual([['201'], ['20102'], ['2010201']]);
  });

  it('gives a purchase the function and the item, and the unit above it', () => {
    const rows = [
      '科目名称|采购品目|类别|合计',
      '合计|||2.00',
      '某市某局|||2.00',
      '[2010301]行政运行|[A02010105]台式计算机|货物|2.00',
    ];
    const [, unit, purchase] = read('procurement', rows).amounts;
    expect(unit).toMatchObject({ lineRole: 'total', totalKind: 'subtotal', budgetUnitName: '某市某局' });
    expect(codes(purchase)).toEqual(['2010301', 'A02010105']);
  });

  it.each(['人均3.5', '约3.00', '12345678901234567890.00'])('makes no line of %s and says so', (text) => {
    const { amounts, diagnostics } = read('expenditure_summary', ['科目|基本支出|项目支出', `合计|1.00|${text}`]);
    expect(amounts).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'amount-unparsable', origin: { tableNo: 1, row: 1, col: 2 } }]);
  });

  it.each(['1186000. 1168000.', '96.00\n92.00', '96.00 92.00', '23.5018.50'])(
    'takes %j for two amounts and doubts their row',
    (text) => {
      const { amounts, diagnostics } = read('expenditure_summary', ['科目|合计|基本支出|项目支出', '甲|x|1.00|2.00'], {
        cell: [1, 1, text],
      });
      expect(amounts).toHaveLength(2);
      expect(diagnostics.filter(({ code }) => code === 'amounts-in-one-cell').map(({ origin }) => origin)).toEqual([
        { tableNo: 1, row: 1, page: null },
      ]);
    },
  );

  it('makes no line of a figure without its decimals', () => {
    const { amounts, diagnostics } = read('expenditure_summary', ['科目|基本支出|项目支出', '合计|1.00|1120000.']);
    expect(amounts).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['amount-unparsable']);
  });

  it.each(['00000.00', '00000000.00', '034.00', '-07', '00'])('doubts %s, and no single zero', (text) => {
    const { amounts, diagnostics } = read('expenditure_summary', [
      '科目|合计|基本支出|项目支出',
      `合计|0.00|0|${text}`,
    ]);
    expect(amounts.map(({ ambiguous }) => ambiguous)).toEqual([false, false, true]);
    expect(diagnostics.map(({ code, origin }) => `${code} ${String(origin.col)}`)).toEqual(['amount-padded 3']);
  });

  it('says of every figure that its column was too narrow for, also where the whole column is', () => {
    const { amounts, diagnostics } = read('expenditure_summary', [
      '科目编码|科目名称|合计|基本支出',
      '201|一般公共服务支出|###|1.00',
      '208|社会保障和就业支出|####|2.00',
    ]);
    expect(amounts.map(({ amountText }) => amountText)).toEqual(['1.00', '2.00']);
    expect(diagnostics.map(({ code, severity, origin: { row, col } }) => [code, severity, row, col])).toEqual([
      ['amount-not-printed', 'warning', 1, 2],
      ['amount-not-printed', 'warning', 2, 2],
    ]);
  });

  it('says of figures that ran together over several columns', () => {
    const rows = [
      '科目编码|科目名称|合计|基本支出|项目支出',
      '201|一般公共服务支出|3.00 1.00 2.00||',
      '208|社会保障|3.00|1.00|2.00',
    ];
    const { amounts, diagnostics } = read('expenditure_summary', rows, { merged: [1, 2, 3] });
    expect(amounts).toHaveLength(3);
    expect(diagnostics).toMatchObject([{ code: 'amount-unparsable', origin: { tableNo: 1, row: 1, col: 2 } }]);
  });

  it('says that adjustments within the year make no lines', () => {
    const found = read('expenditure_summary', ['科目编码|科目名称|年初预算数|调整数', '205|教育支出|10.00|2.00']);
    expect(found.amounts.map(({ amountText }) => amountText)).toEqual(['10.00']);
    expect(found.diagnostics).toMatchObject([{ code: 'amounts-unread', origin: { col: 3 } }]);
  });

  it('says of figures that ran together among names', () => {
    const rows = ['科目编码|科目名称|合计', '201|3.00 1.00|', '208|社会保障|3.00'];
    expect(read('expenditure_summary', rows).diagnostics.map(({ code }) => code)).toEqual(['amounts-unread']);
  });

  it('says of an amount that ran together with the name beside it', () => {
    const rows = ['科目编码|科目名称|合计', '201|1494.63一、本年支出|1619.01', '208|教育支出|3.00'];
    expect(read('expenditure_summary', rows).diagnostics.map(({ code }) => code)).toContain('amounts-unread');
  });

  it('makes no lines without a unit, and marks lines of an inferred one', () => {
    const rows = ['科目|金额', '合计|1.00'];
    expect(read('expenditure_summary', rows, { unit: null }).amounts).toEqual([]);
    expect(read('expenditure_summary', rows, { isGuess: true }).amounts[0]?.ambiguous).toBe(true);
  });

  it.each<TableKind>(['performance_targets', 'fixed_assets', 'organization', 'other'])(
    'gives no lines for %s',
    (kind) => {
      expect(read(kind, ['项目|金额', '合计|1.00'])).toEqual({ amounts: [], blankColumns: [], diagnostics: [] });
    },
  );

  it('is exact', () => {
    const [amount] = read('expenditure_summary', ['科目|金额', '合计|528.244101']).amounts;
    expect(amount && formatFen(amount.amount)).toBe('5282441.01');
  });
});

describe('what a table leaves in doubt', () => {
  const detail = '2010201|行政运行|3.00|1.00|2.00';
  const header = '科目编码|科目名称|合计|基本支出|项目支出';

  it('is money in a table of no known kind', () => {
    const { amounts, diagnostics } = read('other', ['项目|余额', '债务一|3.00', '债务二|4.00']);
    expect(amounts).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['table-kind-unknown']);
  });

  it('is nothing where an unknown table prints no money', () => {
    expect(read('other', ['项目|人数', '甲|3', '乙|4']).diagnostics).toEqual([]);
  });

  it('is a heading that names two funds one behind the other, where no rules part them', () => {
    const rows = ['科目编码|科目名称|合计|政府性基金预算国有资本经营预算', '2010201|行政运行|3.00|1.00'];
    const { amounts, diagnostics } = read('expenditure_summary', rows, { isUnruled: true });
    expect(diagnostics.map(({ code, origin }) => [code, origin.col])).toEqual([['texts-joined', 3]]);
    expect(amounts.map(({ ambiguous }) => ambiguous)).toEqual([false, true]);
    expect(read('expenditure_summary', rows).diagnostics).toEqual([]);
  });

  it('is not a heading that qualifies a fund', () => {
    const headings = ['上年结转一般公共预算', '一般公共预算（含政府性基金预算）', '财政专户管理资金收入'];
    for (const heading of headings) {
      const rows = [`科目编码|科目名称|合计|${heading}`, '2010201|行政运行|3.00|1.00'];
      const { diagnostics } = read('expenditure_summary', rows, { isUnruled: true });
      expect(diagnostics.filter(({ code }) => code === 'texts-joined')).toEqual([]);
    }
  });

  it('is a text over two columns that the other rows fill each, where no rules part them', () => {
    const rows = [
      '采购品目|采购类别|合计|基本支出',
      '办公桌|货物|3.00|1.00',
      '印刷服务|服务|3.00|1.00',
      '租赁服务服务||3.00|1.00',
    ];
    const merged = [3, 0, 2] as const;
    const { diagnostics } = read('procurement', rows, { merged, isUnruled: true });
    expect(diagnostics.filter(({ code }) => code === 'texts-joined').map(({ origin }) => origin.row)).toEqual([3]);
    expect(read('procurement', rows, { merged }).diagnostics.map(({ code }) => code)).not.toContain('texts-joined');
  });

  it('is a row that goes on with the amounts of the row above, where no rules part them', () => {
    const rows = [header, '2010201|行政运行|15,364,22|337,038.3|2.00', '2010202|机关服务|1.38|6|', detail];
    const { diagnostics } = read('expenditure_summary', rows, { isUnruled: true });
    expect(diagnostics.filter(({ code }) => code === 'amounts-cut').map(({ origin }) => origin.row)).toEqual([1, 2]);
    expect(read('expenditure_summary', rows).diagnostics.map(({ code }) => code)).not.toContain('amounts-cut');
    const short = [header, '2010201|行政运行|12.5|8.5|4', '2010202|机关服务|3|2|1', detail];
    expect(read('expenditure_summary', short, { isUnruled: true }).diagnostics).toEqual([]);
  });

  it('is an amount that runs together with the words of the next column', () => {
    const rows = [
      '项目名称|一般公共预算|上年结转|年度绩效目标',
      '防汛物资|150.00||储备物资3类',
      '农村饮水|1,089.00|12.00|保障全年供水',
      '计量监控|4,401.00|23,757.00计量设施在线率90%|',
    ];
    const { diagnostics } = read('project_expenditure', rows, { merged: [3, 2, 2], isUnruled: true });
    expect(diagnostics.map(({ code, origin }) => [code, origin.row, origin.col])).toEqual([
      ['amount-unparsable', 3, 2],
    ]);
  });

  it('is no total or unit that stands over the columns of codes and names', () => {
    for (const name of ['合计', '江北县教育局']) {
      const rows = [header, detail, '2010202|机关服务|3.00|1.00|2.00', `${name}||6.00|2.00|4.00`];
      const { diagnostics } = read('expenditure_summary', rows, { merged: [3, 0, 2], isUnruled: true });
      expect(diagnostics.map(({ code }) => code)).not.toContain('texts-joined');
    }
  });

  it('is a column under a heading of two, one of them blank, where others have lost their names', () => {
    const lost = (last: string) =>
      read('revenue_summary', [`科目|合计|财政拨款||单位资金|${last}`, '合计|6.00|3.00||2.00|1.00'], {
        merged: [0, 2, 2],
      }).diagnostics.flatMap(({ code, origin }) => (code === 'columns-alike' ? [origin.col] : []));
    expect(lost('单位资金')).toEqual([2, 4, 5]);
    expect(lost('上年结转')).toEqual([]);
  });

  it('is any figure of money where no column is for money', () => {
    const { amounts, diagnostics } = read('three_public', ['序号|项目|性质', '1|合计|3.00', '2|公务接待费|3.00']);
    expect(amounts).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['amounts-unread']);
  });

  it('is the class of a 馆 whose code is printed wrongly: the row is no unit', () => {
    const rows = [
      '科目编码|科目名称|合计',
      '201|一般公共服务支出|3.00',
      '2015604|档案馆|3.00',
      '208|社会保障和就业支出|1.00',
    ];
    const { amounts } = read('expenditure_summary', rows);
    expect(amounts.map(({ budgetUnitName, lineRole }) => [budgetUnitName, lineRole])).toEqual([
      [null, 'detail'],
      [null, 'detail'],
      [null, 'detail'],
    ]);
  });

  it('is the class of a name that stands beside another code of as many digits: the row is no unit', () => {
    const rows = (name: string) => ['科目编码|科目名称|合计', '210|卫生健康支出|3.00', `2900201|${name}|3.00`];
    const unitOf = (name: string) => read('expenditure_summary', rows(name)).amounts[1]?.budgetUnitName;
    expect(unitOf('综合医院')).toBeNull();
    expect(unitOf('临海市第一医院')).toBe('临海市第一医院');
  });

  it('is the only code of another economic classification than all others', () => {
    const said = (...printed: readonly string[]) => {
      const rows = printed.map((code) => `${code}||1.00`);
      const { diagnostics } = read('general_public_basic_dept_economic', ['科目编码|科目名称|合计', ...rows]);
      return diagnostics.flatMap(({ code, origin }) => (code === 'code-of-other-list' ? [origin.row] : []));
    };
    expect(said('302', '30201', '30202', '50299')).toEqual([4]);
    expect(said('502', '50201', '50202', '30299')).toEqual([4]);
    expect(said('302', '30201', '502', '50201', '50202')).toEqual([]);
    expect(said('302', '30201', '50299')).toEqual([]);
  });

  it('is a column under the same heading as another', () => {
    const { amounts, diagnostics } = read('expenditure_summary', [`${header}|`, `${detail}|5.00`]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['columns-alike', 'columns-alike']);
    expect(amounts.filter(({ ambiguous }) => ambiguous)).toHaveLength(2);
  });

  it('is a row of the other side of the accounts', () => {
    const rows = ['收入项目|预算数', '一般公共预算拨款收入|3.00', '本年支出合计|3.00'];
    expect(read('revenue_expenditure_summary', rows).diagnostics.map(({ code }) => code)).toEqual([
      'flow-contradicted',
    ]);
  });

  it('is, without rules, any column beside a row of the other side of the accounts', () => {
    const rows = ['收入项目|预算数', '一般公共预算拨款收入|3.00', '本年支出合计|3.00'];
    const { amounts, diagnostics } = read('revenue_expenditure_summary', rows, { isUnruled: true });
    expect(diagnostics.map(({ code }) => code)).toEqual(['columns-mixed', 'flow-contradicted']);
    expect(amounts.map(({ ambiguous }) => ambiguous)).toEqual([true, true]);
    const right = read('revenue_expenditure_summary', rows.slice(0, 2), { isUnruled: true });
    expect([right.diagnostics, right.amounts.map(({ ambiguous }) => ambiguous)]).toEqual([[], [false]]);
  });

  it('is, without rules, any column beside words and amounts under one heading for money', () => {
    const rows = [
      '项目|预算数|合计',
      '一、一般公共预算|8,646.00 一、一般公共服务支出|6,346.00',
      '二、政府性基金|二、卫生健康支出|500.00',
      '三、国有资本经营预算|三、住房保障支出|600.00',
      '|四、教育支出|1,200.00',
    ];
    const { amounts, diagnostics } = read('expenditure_summary', rows, { isUnruled: true });
    expect(diagnostics.map(({ code, origin }) => [code, origin.col])).toContainEqual(['columns-mixed', 2]);
    expect(amounts.every(({ ambiguous }) => ambiguous)).toBe(true);
    const said = read('expenditure_summary', rows).diagnostics.map(({ code }) => code);
    expect(said).not.toContain('columns-mixed');
  });

  it('is, without rules, any column beside amounts and words that came together, and the panel beside it', () => {
    const rows = [
      '收入项目|预算数|支出项目|预算数',
      '一、财政拨款收入|5,751.86一、教育支出||317.25',
      '二、事业收入|2.00|二、住房保障支出|301.02',
      '三、其他收入|三、城乡社区支出||33.65',
    ];
    const mixed = (given: Given, without: readonly number[] = []) =>
      read(
        'revenue_expenditure_summary',
        rows.filter((_, at) => !without.includes(at)),
        given,
      )
        .diagnostics.filter(({ code }) => code === 'columns-mixed')
        .map(({ origin }) => origin.col);
    expect(mixed({ isUnruled: true })).toEqual([1, 3]);
    expect(mixed({ isUnruled: true }, [1])).toEqual([1, 3]);
    expect(mixed({ isUnruled: true }, [1, 3])).toEqual([]);
    expect(mixed({})).toEqual([]);
  });

  it('is, without rules, any column beside amounts that run into its names', () => {
    const rows = ['支出项目|预算数', '一、教育支出|317.25', '16,999.65本年支出合计|317.25'];
    const mixed = (given: Given) =>
      read('revenue_expenditure_summary', rows, given).diagnostics.filter(({ code }) => code === 'columns-mixed');
    expect(mixed({ isUnruled: true })).toHaveLength(1);
    expect(mixed({})).toEqual([]);
  });

  it('is not a total that is set over the cells of its side', () => {
    const rows = ['科目编码|科目名称|决算数|科目编码|科目名称|决算数', '301|工资福利支出|3.00|302|商品和服务支出|2.00'];
    const total = '|人员经费合计|3.00|||';
    const cell = [2, 2, '公用经费合计'] as const;
    const { diagnostics } = read('general_public_basic_dept_economic', [...rows, total], { cell, isUnruled: true });
    expect(diagnostics.map(({ code }) => code)).not.toContain('columns-mixed');
  });

  it.each([
    ['its column of codes lacks', '|05行政事业单位养老支出|3.00'],
    ['stand behind others in its column of codes', '208|05行政事业单位养老支出|3.00'],
  ])('is, without rules, a name behind the digits that %s', (_, row) => {
    const rows = ['科目编码|科目名称|合计', '208|社会保障和就业支出|3.00', row];
    const joined = (given: Given) =>
      read('expenditure_summary', rows, given).diagnostics.filter(({ code }) => code === 'texts-joined');
    expect(joined({ isUnruled: true }).map(({ origin }) => origin.row)).toEqual([2]);
    expect(joined({})).toEqual([]);
  });

  it('is, without rules, a code between the lines of a name, where a heading tells of both', () => {
    const rows = ['科目名称类款项|合计', '国有土地使用权出让收入安排的支出|3.00'];
    const cell = [1, 0, '国有土地使用权出让收入\n212\n08\n安排的支出'] as const;
    const { diagnostics } = read('gov_fund_expenditure', rows, { cell, isUnruled: true });
    expect(diagnostics.map(({ code }) => code)).toContain('texts-joined');
  });

  it('is, without rules, a name with the amount behind it that its own column lacks', () => {
    const rows = ['项目名称|项目单位|合计|上年结转', '公路养护|县交通运输局33,051.65||0.00', '合计|33,051.65||0.00'];
    const said = (given: Given) =>
      read('project_expenditure', rows, given).diagnostics.map(({ code, origin }) => [code, origin.row]);
    expect(said({ isUnruled: true })).toEqual([
      ['texts-joined', 1],
      ['amounts-unread', 1],
    ]);
    expect(said({})).toEqual([['amounts-unread', 2]]);
  });

  it('is, without rules, a project without a name where a heading promises one', () => {
    const joined = (headings: string, row: string, given: Given = { isUnruled: true }) =>
      read('project_expenditure', [headings, row], given).diagnostics.filter(({ code }) => code === 'texts-joined');
    const row = '其他运转类图书购置|县图书馆|25.53';
    expect(joined('类型项目名称|项目单位|合计', row)).toHaveLength(1);
    expect(joined('类型项目名称|项目单位|合计', row, {})).toEqual([]);
    expect(joined('类型|项目单位|合计', row)).toEqual([]);
    expect(joined('类型|项目名称|项目单位|合计', '其他运转类图书购置||县图书馆|25.53')).toHaveLength(1);
    expect(joined('类型|项目名称|项目单位|合计', '其他运转类|图书购置|县图书馆|25.53')).toEqual([]);
    expect(joined('项目名称|项目单位|合计', '|县图书馆|25.53')).toEqual([]);
  });

  it('is any row below a header that stands once more in other words', () => {
    const again = (line: string) => {
      const rows = [
        '科目编码|科目名称|合计|基本支出|项目支出',
        '2010201|行政运行|3.00|3.00|',
        line,
        '2010202|机关服务|2.00|2.00|',
        '208|社会保障|1.00|1.00|',
      ];
      return read('expenditure_summary', rows)
        .diagnostics.filter(({ severity }) => severity !== 'info')
        .map(({ code, origin }) => [code, origin.row]);
    };
    const below = [
      ['header-changed', 3],
      ['header-changed', 4],
    ];
    expect(again('科目编码|科目名称|合计|项目支出|基本支出')).toEqual(below);
    expect(again('科目编码|科目名称||人员经费|公用经费')).toEqual(below);
    expect(again('科目编码|科目名称|合计|基本支出|项目支出')).toEqual([]);
    expect(again('2010203|机关事务|4.00|无|')).toEqual([]);
  });

  it('is any row below the name of another table, or another unit', () => {
    const within = (text: string) => {
      const rows = ['科目编码|科目名称|合计', '2010201|行政运行|3.00', '201||', '2010202|机关服务|2.00'];
      const { diagnostics } = read('expenditure_summary', rows, { cell: [2, 0, text], title: '部门支出表' });
      return diagnostics.filter(({ code }) => code === 'header-changed').map(({ origin }) => origin.row);
    };
    expect(within('政府性基金预算支出表')).toEqual([3]);
    expect(within('（以下金额单位：元）')).toEqual([3]);
    expect([within('（金额单位：万元）'), within('部门支出表（续）')]).toEqual([[], []]);
  });

  it('is a source of revenue that nobody knows: other, never all', () => {
    const { amounts, diagnostics } = read('revenue_expenditure_summary', ['收入项目|预算数', '县级财力安排|3.00']);
    expect(amounts.map(({ fundSource }) => fundSource)).toEqual(['other']);
    expect(diagnostics.map(({ code }) => code)).toEqual(['source-unknown']);
  });

  it('is no fund of its own in 合计 beside columns of funds, unless the title names one', () => {
    const rows = ['科目编码|科目名称|合计|一般公共预算|单位资金', '30101|基本工资|5.00|3.00|2.00'];
    const fund = (title: string) => read('general_public_basic_dept_economic', rows, { title }).amounts[0]?.fundSource;
    expect(fund('部门基本支出表')).toBe('all');
    expect(fund('一般公共预算基本支出表')).toBe('general_public');
  });

  it('is this year’s part of the statement’s own budget under 当年财政拨款安排', () => {
    const rows = ['科目编码|科目名称|合计|当年财政拨款安排|上年结转安排', '2130305|水利工程建设|3.00|2.00|1.00'];
    const { amounts } = read('general_public_expenditure', rows, { title: '一般公共预算支出表' });
    expect(amounts.map(({ fundSource }) => fundSource)).toEqual(['general_public', 'general_public', 'carryover']);
  });

  it('is whose amounts rows state where no column names them, unless there is but one', () => {
    const nameless = ['事业收入|其他收入', '3.00|1.00', '2.00|1.00'];
    expect(
      read('revenue_summary', nameless).diagnostics.map(({ code, origin }) => `${code} ${String(origin.row)}`),
    ).toEqual(['row-without-label 1', 'row-without-label 2']);
    expect(read('revenue_summary', nameless.slice(0, 2)).diagnostics).toEqual([]);
  });

  it('is the year where the title names another than the document', () => {
    const { amounts } = read('expenditure_summary', [header, detail], {
      title: '2020年支出决算表',
      facts: { fiscalYear: 2024 },
    });
    expect(amounts[0]).toMatchObject({ fiscalYear: 2020, budgetStage: 'final' });
    const last = read('expenditure_summary', [header, detail], { title: '上年支出表', facts: { fiscalYear: 2024 } });
    expect(last.amounts[0]).toMatchObject({ fiscalYear: 2023, budgetStage: 'prior_year' });
  });
});

describe('rows that bear the code of a unit', () => {
  const head = '科目编码|单位代码|单位名称（科目）|总计';
  const first = ['|401001|某县水利局本级|3.00', '213|401001|农林水支出|3.00'];
  const second = ['|401002|某县灌区管理站|2.00', '213|401002|农林水支出|2.00'];
  const unitsOf = (...rows: readonly string[]) => unitsUnder(head, ...rows);
  const unitsUnder = (heading: string, ...rows: readonly string[]) => {
    const { amounts, diagnostics } = read('expenditure_summary', [heading, ...rows]);
    return {
      units: amounts.map(({ budgetUnitName }) => budgetUnitName),
      said: diagnostics.map(({ code, origin }) => `${code} ${origin.row}`),
    };
  };

  it('are of the unit that a row above names', () => {
    const units = ['某县水利局本级', '某县水利局本级', '某县灌区管理站', '某县灌区管理站'];
    expect(unitsOf(...first, ...second)).toEqual({ units, said: [] });
  });

  it('are of no unit known where no row names theirs and rows name others', () => {
    const [, ofFirst = ''] = first;
    const [, ofSecond = ''] = second;
    const [own, other] = ['某县水利局本级', '某县灌区管理站'];
    expect(unitsOf(ofFirst, ...second)).toEqual({ units: [null, other, other], said: ['unit-unnamed 1'] });
    expect(unitsOf(...first, ofSecond)).toEqual({ units: [own, own, null], said: ['unit-unnamed 3'] });
  });

  it('are the whole department where they bear its code, or no row is to name any unit', () => {
    const department = '213|401|农林水支出|5.00';
    expect(unitsOf(department, ...first, ...second).said).toEqual([]);
    const classes = [first, second].map(([, row = '']) => row);
    const plain = head.replace('单位名称（科目）', '科目名称');
    expect(unitsUnder(plain, ...classes)).toEqual({ units: [null, null], said: [] });
  });

  it('are of no unit known where the heading says that rows name it and none does', () => {
    const [, ofFirst = ''] = first;
    expect(unitsOf(ofFirst)).toEqual({ units: [null], said: ['unit-unnamed 1'] });
  });

  it('need no row to name it in the report of that unit alone', () => {
    const facts = { reportKind: 'unit_budget' } as const;
    const said = (...rows: readonly string[]) =>
      read('expenditure_summary', [head, ...rows], { facts }).diagnostics.map(({ code }) => code);
    const [[, ofFirst = ''], [, ofSecond = '']] = [first, second];
    expect(said(ofFirst)).toEqual([]);
    expect(said('|401|某县水利局|3.00', ofFirst)).toEqual([]);
    expect(said(ofFirst, ofSecond)).toEqual(['unit-unnamed', 'unit-unnamed']);
  });
});

describe("a department's row among its units", () => {
  const rolesOf = (...rows: readonly string[]) =>
    read('expenditure_summary', ['单位名称|合计', ...rows]).amounts.map(({ lineRole, totalKind }) => [
      lineRole,
      totalKind,
    ]);
  const [subtotal, unit] = [
    ['total', 'subtotal'],
    ['detail', null],
  ];

  it.each(['本级', '（本级）', '机关'])('adds them up where one is its own office, called %s', (office) => {
    expect(rolesOf('某县水利局|5.00', `某县水利局${office}|3.00`, '某县灌区管理站|2.00')).toEqual([
      subtotal,
      unit,
      unit,
    ]);
  });

  it.each(['某县水利局', '某县水利局（本级）'])(
    'adds them up where it is called one with its units, beside %s',
    (own) => {
      expect(rolesOf('某县水利局部门|5.00', `${own}|3.00`, '某县灌区管理站|2.00')).toEqual([subtotal, unit, unit]);
    },
  );

  it('heads rows of classes where it is called one with its units', () => {
    const rows = ['|某县水利局部门|5.00', '|某县水利局（本级）|5.00', '213|农林水支出|5.00'];
    const { amounts, diagnostics } = read('expenditure_summary', ['科目编码|单位名称（科目）|合计', ...rows]);
    expect(amounts.map((amount) => [amount.totalKind, codes(amount)?.[0] ?? null])).toEqual([
      ['subtotal', null],
      ['subtotal', null],
      [null, '213'],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('is a unit like others where none is, or where it stands in several rows', () => {
    expect(rolesOf('某县水利局|3.00', '某县灌区管理站|2.00')).toEqual([unit, unit]);
    expect(rolesOf('某县水利局|3.00', '某县水利局|1.00', '某县水利局本级|2.00')).toEqual([unit, unit, unit]);
  });
});
