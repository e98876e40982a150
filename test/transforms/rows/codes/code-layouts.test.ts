import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../../transforms/index.js';
import type { BudgetDocument } from '../../../../transforms/index.js';
import { extractLines, tabbed } from '../../../builders/text-document.js';

const codebook = loadCodebook();

interface Read {
  /** Per table row: the codes of its first amount. */
  readonly codes: readonly (readonly (string | null)[])[];
  readonly printed: readonly (string | null)[];
  readonly methods: readonly string[];
  readonly diagnostics: readonly string[];
}

/** A document with one statement; cells of its rows joined by `|`. */
function read(title: string, ...rows: readonly string[]): Read {
  return summarise(
    transform(extractLines('临海市某局2024年部门预算', title, '单位：万元', ...tabbed(...rows)), codebook),
  );
}

function summarise({ lines, diagnostics }: BudgetDocument): Read {
  const rowOf = (at: number): number => {
    const place = lines[at]?.place;
    return place?.kind === 'table' ? place.row : -1;
  };
  const first = lines.filter((_, at) => rowOf(at) !== rowOf(at - 1));
  return {
    codes: first.map(({ codes }) => codes.map(({ code }) => code)),
    printed: first.map(({ codePrinted }) => codePrinted),
    methods: first.map(({ codes }) => codes[0]?.method ?? ''),
    diagnostics: diagnostics.map(({ code, origin }) => `${code} r${String(origin.row)}`),
  };
}

/** 支出总表 of rows that all state 3.00. */
function spending(header: string, ...rows: readonly string[]): Read {
  return read('支出总表', `${header}|金额`, ...rows.map((row) => `${row}|3.00`));
}

const CHAIN = ['201', '20103', '2010301'];
const NAMES = ['一般公共服务支出', '政府办公厅（室）及相关机构事务', '行政运行'];
const named = (codes: readonly string[]): string[] => codes.map((code, at) => `${code}|${NAMES[at] ?? ''}`);

function expectChain({ codes, printed, diagnostics }: Read): void {
  expect({ codes, printed, diagnostics }).toEqual({
    codes: CHAIN.map((code) => [code]),
    printed: CHAIN,
    diagnostics: [],
  });
}

describe('a code in one column', () => {
  it.each([
    ['whole', CHAIN],
    ['with dashes', ['201', '201-03', '201-03-01']],
    ['with full-width dashes', ['201', '201－03', '201－03－01']],
    ['with long dashes', ['201', '201—03', '201—03—01']],
    ['with spaces', ['201', '201 03', '201 03 01']],
    ['with full-width spaces', ['２０１', '２０１　０３', '２０１　０３　０１']],
    ['with middle dots', ['201', '201·03', '201·03·01']],
    ['with slashes', ['201', '201/03', '201/03/01']],
    ['with fragments without their zero', ['201', '201-3', '201 3 1']],
    ['with level words', ['201类', '20103款', '2010301项']],
    ['with level words between', ['201类', '201类03款', '201类03款01项']],
    ['in brackets', ['[201]', '【20103】', '（2010301）']],
    ['as a spreadsheet keeps text', ["'201", "'20103", '`2010301']],
  ])('%s', (_, codes) => {
    expectChain(spending('科目编码|科目名称', ...named(codes)));
  });

  it.each([
    ...['功能分类科目编码', '支出功能科目代码', '支出功能分类编码', '预算科目编码', '科目代码', '科目编号', '科目号'],
    ...['编码', '代码', '科目', '功能科目', '功能分类', '功能科目编码（类款项）'],
  ])('headed %s', (heading) => {
    expectChain(spending(`${heading}|科目名称`, ...named(CHAIN)));
  });

  it('filled up with zeros', () => {
    const filled = ['2010000', '2010300', '2010301'];
    const expected = { codes: CHAIN.map((code) => [code]), printed: filled, diagnostics: [] };
    expect(spending('科目编码|科目名称', ...named(filled))).toMatchObject(expected);
    const columns = ['201|00|00', '201|03|00', '201|03|01'];
    expect(spending('类|款|项|科目名称', ...named(columns))).toMatchObject(expected);
  });

  it('that ends in zeros of its own', () => {
    const rows = ['212|城乡社区支出', '21211|农业土地开发资金安排的支出', '2121100|农业土地开发资金安排的支出'];
    expect(spending('科目编码|科目名称', ...rows).codes).toEqual([['212'], ['21211'], ['2121100']]);
  });

  it('behind the name, or under the heading of the name', () => {
    const behind = CHAIN.map((code, at) => `${NAMES[at] ?? ''}|${code}`);
    expectChain(spending('科目名称|科目编码', ...behind));
    expectChain(spending('科目名称|科目编码', ...named(CHAIN)));
  });

  it.each([
    ['between its levels', '20103\n01'],
    ['within a level', '2010\n301'],
    ['after its end', '2010301\n'],
  ])('broken by a line %s', (_, code) => {
    const rows = ['科目名称,科目编码,金额', '一般公共服务支出,201,3.00', '政府办公厅（室）及相关机构事务,20103,3.00'];
    const lines = ['临海市某局2024年部门预算', '支出总表', '单位：万元', ...rows, `行政运行,"${code}",3.00`];
    expectChain(summarise(transform(extractLines(...lines), codebook)));
  });

  it('as the own fragment only: the names tell the level', () => {
    const rows = ['201|一般公共服务支出', '03|政府办公厅（室）及相关机构事务', '01|行政运行'];
    const { codes, printed, diagnostics } = spending('科目编码|科目名称', ...rows);
    expect(codes).toEqual(CHAIN.map((code) => [code]));
    expect(printed).toEqual(['201', '03', '01']);
    expect(diagnostics).toEqual([]);
  });

  it('as a fragment without a name is a code only under one parent', () => {
    const { codes, diagnostics } = spending('科目编码', '201', '03', '01');
    expect(codes).toEqual([['201'], ['20103'], [null]]);
    expect(diagnostics).toEqual(['code-unmapped r3']);
  });
});

describe('a code in columns for 类, 款 and 项', () => {
  it.each([
    ['every fragment in every row', ['201||', '201|03|', '201|03|01']],
    ['the own fragment only', ['201||', '|03|', '||01']],
    ['the own fragment without its zero', ['201||', '|3|', '||1']],
    ['the whole code down to the level', ['201||', '201|20103|', '201|20103|2010301']],
    ['the whole code in its column only', ['201||', '|20103|', '||2010301']],
    ['dashes for the levels below', ['201|-|-', '201|03|-', '201|03|01']],
  ])('%s', (_, codes) => {
    expectChain(spending('类|款|项|科目名称', ...named(codes)));
    const rows = named(codes).map((row) => `${row}|3.00`);
    expectChain(read('支出总表', '科目编码|||科目名称|金额', '类|款|项||', ...rows));
  });

  it('goes on from the rows above, and from no other 类', () => {
    const rows = [
      '201|||一般公共服务支出',
      '|03||政府办公厅（室）及相关机构事务',
      '||01|行政运行',
      '||02|一般行政管理事务',
    ];
    const next = ['208|||社会保障和就业支出', '|05||行政事业单位养老支出', '||05|机关事业单位基本养老保险缴费支出'];
    const { printed } = spending('类|款|项|科目名称', ...rows, ...next);
    expect(printed).toEqual(['201', '20103', '2010301', '2010302', '208', '20805', '2080505']);
  });

  it('holds economic classes in two', () => {
    const title = '一般公共预算基本支出表';
    const rows = ['类|款|科目名称|金额', '301||工资福利支出|3.00', '|1|基本工资|1.00', '301|02|津贴补贴|2.00'];
    expect(read(title, ...rows)).toMatchObject({ codes: [['301'], ['30101'], ['30102']], diagnostics: [] });
  });

  it('holds names in place of codes, whole paths or only what changes', () => {
    const rows = ['一般公共服务支出|政协事务|行政运行', '||政协会议', '|人大事务|行政运行'];
    expect(spending('类|款|项', ...rows)).toMatchObject({
      codes: [['2010201'], ['2010204'], ['2010101']],
      diagnostics: [],
    });
  });
});

describe('a code in the cell of its name', () => {
  it.each([
    ...['[2010301]行政运行', '【2010301】行政运行', '(2010301)行政运行', '（2010301）行政运行', '〔2010301〕行政运行'],
    ...['2010301行政运行', '2010301-行政运行', '2010301—行政运行', '2010301_行政运行', '2010301.行政运行'],
    ...['2010301　行政运行', '2010301 行政运行', '2010301：行政运行', '201-03-01 行政运行', '201 03 01行政运行'],
    ...['行政运行[2010301]', '行政运行（2010301）'],
  ])('%s', (cell) => {
    const result = spending('功能分类科目', '201一般公共服务支出', '[20103]政府办公厅（室）及相关机构事务', cell);
    expectChain(result);
  });

  it('is none where a number begins the name', () => {
    const rows = ['项目名称|金额', '120急救中心建设|1.00', '12345热线运行|1.00', '301医院改造|1.00', '2024年会议|1.00'];
    const { printed, codes, diagnostics } = read('项目支出表', ...rows);
    expect(printed).toEqual([null, null, null, null]);
    expect(codes).toEqual([[], [], [], []]);
    expect(diagnostics).toEqual([]);
  });

  it('may be of revenue only on the side of revenue', () => {
    expect(read('收入总表', '科目|金额', '[103]非税收入|3.00').codes).toEqual([['103']]);
    expect(spending('科目', '[110]指挥中心').printed).toEqual([null]);
  });
});

describe('rows without a code of their own', () => {
  it('stand above coded leaves', () => {
    const rows = ['|一般公共服务支出', '|政府办公厅（室）及相关机构事务', '2010301|行政运行'];
    expect(spending('科目编码|科目名称', ...rows)).toMatchObject({
      codes: CHAIN.map((code) => [code]),
      diagnostics: [],
    });
  });

  it('stand below a coded row, which hides what was open before', () => {
    const rows = ['201|一般公共服务支出', '|　政协事务', '|　　行政运行', '208|社会保障和就业支出', '|　　死亡抚恤'];
    expect(spending('科目编码|科目名称', ...rows)).toMatchObject({
      codes: [['201'], ['20102'], ['2010201'], ['208'], ['2080801']],
      diagnostics: [],
    });
  });

  it('are indented by full-width spaces', () => {
    const rows = ['住房保障支出', '　住房改革支出', '　　住房公积金'];
    expect(spending('科目名称', ...rows)).toMatchObject({ codes: [['221'], ['22102'], ['2210201']], diagnostics: [] });
  });

  it('head a group without amounts', () => {
    const rows = ['科目名称|金额', '一般公共服务支出|', '政协事务|', '行政运行|3.00'];
    expect(read('支出总表', ...rows)).toMatchObject({ codes: [['2010201']], diagnostics: [] });
    const merged = [
      '科目编码|科目名称|金额',
      '201 一般公共服务支出||',
      '03|政协事务|',
      '20102 政协事务||',
      '01|行政运行|3.00',
    ];
    expect(read('支出总表', ...merged)).toMatchObject({ codes: [['2010201']], diagnostics: [] });
  });

  it('are totals', () => {
    expect(spending('科目编码|科目名称', '|合计', '2010301|行政运行')).toMatchObject({
      codes: [[], ['2010301']],
      diagnostics: [],
    });
    expect(spending('科目编码|科目名称', '合计|', '2010301|行政运行').printed).toEqual([null, '2010301']);
  });

  it('are projects below their code', () => {
    const rows = ['科目编码|科目名称|金额', '2010302|一般行政管理事务|3.00', '|会议费专项|1.00', '|培训费专项|2.00'];
    expect(read('项目支出表', ...rows)).toMatchObject({ printed: ['2010302', null, null], diagnostics: [] });
  });
});

describe('several codes', () => {
  it('repeat for units and projects', () => {
    const units = ['单位名称|科目编码|科目名称|金额', '甲局本级|2010301|行政运行|1.00', '乙中心|2010301|行政运行|2.00'];
    expect(read('支出总表', ...units)).toMatchObject({ codes: [['2010301'], ['2010301']], diagnostics: [] });
  });

  it.each([
    ['功能科目编码|功能科目名称|部门经济科目编码|部门经济科目名称', '2010301|行政运行|30101|基本工资'],
    ['功能分类科目|部门经济分类科目', '2010301 行政运行|[30101]基本工资'],
    ['功能科目|经济科目', '2010301-行政运行|30101基本工资'],
  ])('stand side by side under %s', (header, row) => {
    expect(spending(header, row)).toMatchObject({ codes: [['2010301', '30101']], diagnostics: [] });
  });

  it('stand side by side in columns of fragments', () => {
    const header = ['功能分类科目编码|||功能分类科目名称|经济分类科目编码||经济分类科目名称|金额', '类|款|项||类|款||'];
    const rows = ['201|03|01|行政运行|301|01|基本工资|1.00', '201|03|01|行政运行|302|02|印刷费|2.00'];
    expect(read('支出总表', ...header, ...rows)).toMatchObject({
      codes: [
        ['2010301', '30101'],
        ['2010301', '30202'],
      ],
      diagnostics: [],
    });
  });

  it('are those of a purchase', () => {
    const rows = ['A02010105|台式计算机|1.00', 'c99000000|其他服务|1.00', '[C]|服务|1.00', 'A|货物|1.00'];
    expect(read('政府采购预算表', '采购品目编码|采购品目名称|金额', ...rows)).toMatchObject({
      codes: [['A02010105'], ['C99000000'], ['C'], ['A']],
      diagnostics: [],
    });
  });

  it('are those of revenue', () => {
    const rows = ['103|非税收入|3.00', '10302|专项收入|3.00', '1030203|教育费附加收入|3.00'];
    expect(read('收入总表', '收入分类科目编码|科目名称|金额', ...rows)).toMatchObject({
      codes: [['103'], ['10302'], ['1030203']],
      diagnostics: [],
    });
  });
});

describe('a bad code', () => {
  const above = named(CHAIN.slice(0, 2));
  const bad = (code: string, name: string): Read => spending('科目编码|科目名称', ...above, `${code}|${name}`);

  it.each([
    ...['20103010', '201030', '02010301', '9990101', '20103A1', '2.010301E6', '2010301/2010302', '2010301、2010302'],
    ...['201O301', '2O10301', '20l0301', '2010３O1'],
  ])('%s is malformed; the name under its parent says which is meant', (code) => {
    const { codes, printed, diagnostics } = bad(code, '行政运行');
    expect(codes.at(-1)).toEqual(['2010301']);
    expect(printed.at(-1)).toBe(code.normalize('NFKC'));
    expect(diagnostics).toEqual(['code-malformed r3']);
  });

  it('is never repaired against its name', () => {
    const { codes, printed, diagnostics } = bad('201O301', '某某活动');
    expect([codes.at(-1), printed.at(-1), diagnostics]).toEqual([[null], '201O301', ['code-malformed r3']]);
  });

  it('with letters for digits is what its parent confirms, where no name is printed', () => {
    const { codes, printed, diagnostics } = spending('科目编码', '201', '20103', '201O301', '2O80505');
    expect(codes).toEqual([['201'], ['20103'], ['2010301'], [null]]);
    expect(printed.slice(2)).toEqual(['201O301', '2O80505']);
    expect(diagnostics).toEqual(['code-malformed r3', 'code-malformed r4']);
  });

  it('with letters for digits tells which of many names of one wording is meant', () => {
    const { codes, methods } = spending('科目编码|科目名称', '201O301|行政运行');
    expect([codes, methods]).toEqual([[['2010301']], ['code']]);
  });

  it('stands in columns, or before its name', () => {
    const rows = [
      '201|||一般公共服务支出',
      `|O3||${NAMES[1] ?? ''}`,
      '||01|行政运行',
      '|05||统计信息事务',
      '||01|行政运行',
      '|06||财政事务',
    ];
    const { printed, codes, diagnostics } = spending('类|款|项|科目名称', ...rows);
    expect(printed).toEqual(['201', '201O3', '2010301', '20105', '2010501', '20106']);
    expect(codes).toEqual([...CHAIN, '20105', '2010501', '20106'].map((code) => [code]));
    expect(diagnostics).toEqual(['code-malformed r2', 'check-failed r1']);
    const inName = spending(
      '功能分类科目',
      '201一般公共服务支出',
      '20103政府办公厅（室）及相关机构事务',
      '[20103O1]行政运行',
    );
    expect(inName).toMatchObject({ printed: ['201', '20103', '20103O1'], diagnostics: ['code-malformed r3'] });
  });

  it('stands in a purchase', () => {
    const rows = ['A0201O105|台式计算机|1.00', 'A0201010|台式计算机|1.00', 'D02010105|台式计算机|1.00'];
    const { codes, printed, diagnostics } = read('政府采购预算表', '采购品目编码|采购品目名称|金额', ...rows);
    expect(codes).toEqual([['A02010105'], ['A02010105'], ['A02010105']]);
    expect(printed).toEqual(['A0201O105', 'A0201010', 'D02010105']);
    expect(diagnostics).toEqual(['code-malformed r1', 'code-malformed r2', 'code-malformed r3']);
  });

  it.each([
    ['unknown, its name too', '2010388', '某某活动', null, 'code-unknown r3'],
    ['against its name', '2010302', '行政运行', '2010301', 'code-contradicts-name r3'],
    ['missing, its name unknown', '', '某某活动', null, 'code-unmapped r3'],
    ['missing, its name that of many', '', '', null, 'row-without-label r3'],
  ])('is %s', (_, code, name, mapped, diagnostic) => {
    const result = bad(code, name);
    expect(result.codes.at(-1)?.[0] ?? null).toBe(mapped);
    expect(result.diagnostics).toEqual([diagnostic]);
  });

  it('is one of a name that many classes bear', () => {
    expect(spending('科目名称', '行政运行').diagnostics).toEqual(['code-ambiguous r1']);
  });

  it('is one of another year', () => {
    expect(spending('科目编码|科目名称', '2010308|信访事务')).toMatchObject({
      codes: [['2010308']],
      diagnostics: ['code-of-other-edition r1'],
    });
  });
});

describe('what stands beside codes', () => {
  it('codes with points are no money', () => {
    expectChain(spending('科目编码|科目名称', ...named(['201', '201.03', '201.03.01'])));
  });

  it('类级, 款级 and 项级 head columns of codes', () => {
    const rows = [
      '科目编码|||科目名称|金额',
      '类级|款级|项级||',
      '201|03|01|行政运行|3.00',
      '201|03|02|一般行政管理事务|3.00',
    ];
    expect(read('支出总表', ...rows).codes).toEqual([['2010301'], ['2010302']]);
  });

  it('编号 over codes heads codes', () => {
    expectChain(spending('编号|科目名称', ...named(CHAIN)));
  });

  it('a row that names only its second classification is called by it', () => {
    const rows = [
      '功能科目||经济科目||金额',
      '编码|名称|编码|名称|',
      '2010301|行政运行|30101|基本工资|1.00',
      '||30201|办公费|2.00',
    ];
    expect(read('支出总表', ...rows).diagnostics).toEqual([]);
  });

  it('a purchase without a name bears its item once', () => {
    expect(read('政府采购预算表', '采购品目编码|采购品目名称|金额', 'A02010105||1.00').codes).toEqual([['A02010105']]);
  });

  it('a first cell broken by a line keeps its table', () => {
    const rows = [
      '科目编码,科目名称,金额',
      '201,一般公共服务支出,3.00',
      '"2010301\n",行政运行,3.00',
      '2010302,"行政运行",3.00',
    ];
    expect(extractLines('支出总表', '单位：万元', ...rows).tables).toHaveLength(1);
  });

  it('a well-formed code that is in no table is unknown, also where the name is known', () => {
    const rows = [...named(CHAIN.slice(0, 2)), '2010388|行政运行'];
    expect(spending('科目编码|科目名称', ...rows).diagnostics).toEqual(['code-unknown r3']);
  });

  it('a fragment that is no part of the mapped code contradicts its name', () => {
    const rows = ['201|一般公共服务支出', '03|政府办公厅（室）及相关机构事务', '99|行政运行'];
    expect(spending('科目编码|科目名称', ...rows).diagnostics).toEqual(['code-contradicts-name r3']);
  });
});

describe('two columns of classes that print codes of one classification', () => {
  const TITLE = '一般公共预算基本支出表（政府预算支出经济分类）';
  const HEADER = '政府预算支出经济分类|部门预算支出经济分类|金额';

  it('are one code where both print the same', () => {
    const { codes, diagnostics } = read(TITLE, HEADER, '30101 基本工资|30101 基本工资|3.00');
    expect({ codes, diagnostics }).toEqual({ codes: [['30101']], diagnostics: [] });
  });

  it('are the one that is known', () => {
    const { codes } = read(TITLE, HEADER, '500|50101 工资奖金津补贴|3.00', '50102 社会保障缴费|500|3.00');
    expect(codes).toEqual([['50101'], ['50102']]);
  });

  it('are neither where they differ, and the row says so', () => {
    const { codes, diagnostics } = read(TITLE, HEADER, '30101 基本工资|30102 津贴补贴|3.00');
    expect({ codes, diagnostics }).toEqual({ codes: [[null]], diagnostics: ['code-contradicts-name r1'] });
  });

  it('are neither although other rows bear one of them', () => {
    const rows = ['30101 基本工资|30102 津贴补贴|3.00', '30101 基本工资|30101 基本工资|4.00'];
    const { codes, diagnostics } = read(TITLE, HEADER, ...rows);
    expect({ codes, diagnostics }).toEqual({ codes: [[null], ['30101']], diagnostics: ['code-contradicts-name r1'] });
  });
});
