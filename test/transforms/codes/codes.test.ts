import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import type { BudgetDocument } from '../../../transforms/index.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();

interface Seen {
  /** Label, mapped code and score of each line of the first money column. */
  readonly rows: readonly (readonly [string, string | null, number])[];
  /** Code of each diagnostic about codes, with table and row. */
  readonly doubts: readonly string[];
  readonly document: BudgetDocument;
}

/** Tables of a 2024 budget, each a title and rows of cells joined by `|`. */
function read(...tables: readonly (readonly [title: string, ...rows: string[]])[]): Seen {
  const lines = tables.flatMap(([title, ...rows]) => [title, '单位：万元', ...tabbed(...rows), '']);
  const document = transform(extractLines('某县某局2024年部门预算', '', ...lines), codebook);
  const rows = document.lines.map(({ label, codes }): Seen['rows'][number] => [
    label,
    codes[0]?.code ?? null,
    codes[0]?.score ?? 0,
  ]);
  const doubts = document.diagnostics
    .filter(({ code }) => code.startsWith('code-'))
    .map(({ code, origin }) => `${code} t.${String(origin.tableNo)} r.${String(origin.row)}`);
  return { rows, doubts, document };
}

const economic = '一般公共预算基本支出表';
const functions = '一般公共预算支出表';

describe('a code against its name', () => {
  it('is given up for the name where a table numbers its items one after another', () => {
    const { rows, doubts, document } = read([
      economic,
      '科目编码|科目名称|合计',
      '302|商品和服务支出|10.00',
      '30201|办公费|1.00',
      '30202|咨询费|2.00',
      '30203|水费|3.00',
      '30204|电费|4.00',
    ]);
    expect(rows.map(([, code]) => code)).toEqual(['302', '30201', '30203', '30205', '30206']);
    expect(doubts).toEqual([2, 3, 4].map((at) => `code-contradicts-name t.1 r.${String(at + 1)}`));
    expect(document.lines.map(({ confidence }) => confidence).slice(2)).toEqual(['suspect', 'suspect', 'suspect']);
    expect(document.lines[2]?.codes[0]).toMatchObject({ codePrinted: '30202', namePrinted: '咨询费' });
    expect(rows[2]?.[2]).toBeLessThan(0.9);
  });

  it('is not trusted in such a table where no class has the name', () => {
    const { rows, doubts } = read([
      economic,
      '科目编码|科目名称|合计',
      '302|商品和服务支出|10.00',
      '30201|办公费|1.00',
      '30202|咨询费|2.00',
      '30203|水费|3.00',
      '30204|莫名开销|4.00',
    ]);
    expect(rows.at(-1)).toEqual(['莫名开销', null, 0]);
    expect(doubts.at(-1)).toBe('code-contradicts-name t.1 r.5');
  });

  it('is settled by a table of the document that prints the name with its code', () => {
    const wrong = [economic, '科目编码|科目名称|合计', '30202|咨询费|2.00'] as const;
    const right = [economic, '科目编码|科目名称|合计', '30203|咨询费|2.00'] as const;
    const [alone] = read(wrong).rows;
    const [supported] = read(wrong, right).rows;
    expect(alone?.[1]).toBe('30203');
    expect(supported?.[1]).toBe('30203');
    expect(supported?.[2]).toBeGreaterThan(alone?.[2] ?? 1);
  });
});

describe('a name that many classes bear', () => {
  const names = ['支出总表', '科目名称|合计', '行政运行|3.00'] as const;

  it('has no code where nothing tells which, and that is said', () => {
    const { rows, doubts } = read(names);
    expect(rows).toEqual([['行政运行', null, 0]]);
    expect(doubts).toEqual(['code-ambiguous t.1 r.1']);
  });

  it('has the one code that another table prints with it', () => {
    const { rows, doubts } = read([functions, '科目编码|科目名称|合计', '2010201|行政运行|3.00'], names);
    expect(rows.map(([, code]) => code)).toEqual(['2010201', '2010201']);
    expect(doubts).toEqual([]);
  });

  it('has it in every row of a list of such names', () => {
    const { rows } = read(
      [functions, '科目编码|科目名称|合计', '2010201|行政运行|3.00', '2010202|一般行政管理事务|4.00'],
      ['支出总表', '科目名称|合计', '行政运行|3.00', '一般行政管理事务|4.00'],
    );
    expect(rows.slice(-2).map(([, code]) => code)).toEqual(['2010201', '2010202']);
  });

  it('has the one code whose parent another table prints', () => {
    const { rows } = read([functions, '科目编码|科目名称|合计', '20102|政协事务|3.00'], names);
    expect(rows.at(-1)?.[1]).toBe('2010201');
  });

  it('has none where the document knows two of them', () => {
    const { rows, doubts } = read(
      [functions, '科目编码|科目名称|合计', '2010201|行政运行|3.00', '2010301|行政运行|4.00'],
      names,
    );
    expect(rows.at(-1)?.[1]).toBeNull();
    expect(doubts).toEqual(['code-ambiguous t.2 r.1']);
  });
});

describe('a bad code', () => {
  it.each([
    ['20103010|行政运行', null, 'code-malformed'],
    ['2019901|国家赔偿费用支出', '2019901', null],
    ['2019877|不知名支出', null, 'code-unknown'],
    ['2010308|信访事务', '2010308', 'code-of-other-edition'],
  ])('%s', (row, code, doubt) => {
    const { rows, doubts } = read([functions, '科目编码|科目名称|合计', `${row}|3.00`]);
    expect(rows[0]?.[1]).toBe(code);
    expect(doubts).toEqual(doubt === null ? [] : [`${doubt} t.1 r.1`]);
  });
});

describe('a class newer than the codebook', () => {
  const table = [
    functions,
    '科目编码|科目名称|合计',
    '|合计|4.00',
    '201|一般公共服务支出|2.00',
    '20103|政府办公厅（室）及相关机构事务|2.00',
    '2010301|行政运行|2.00',
    '208|社会保障和就业支出|2.00',
    '20866|新设事务|2.00',
    '2086601|行政运行|1.50',
    '2086602|新设专项|0.50',
  ] as const;

  it('takes no code of another 款, however its name reads', () => {
    const { rows, doubts } = read(table);
    expect(rows.slice(-3).map(([label, code]) => [label, code])).toEqual([
      ['新设事务', null],
      ['行政运行', null],
      ['新设专项', null],
    ]);
    expect(doubts).toEqual([6, 7, 8].map((row) => `code-unknown t.1 r.${String(row)}`));
  });

  it('stands in the tree where its code says, so that nothing is counted twice', () => {
    const { document } = read(table);
    const byLabel = new Map(document.lines.map((line) => [line.codes[0]?.codePrinted ?? line.label, line]));
    const parentOf = (code: string): string | null => {
      const no = byLabel.get(code)?.parentLineNo ?? null;
      return no === null ? null : (document.lines[no - 1]?.codes[0]?.codePrinted ?? null);
    };
    expect(['20866', '2086601', '2086602'].map(parentOf)).toEqual(['208', '20866', '20866']);
    const leaves = document.lines.filter(({ isLeaf, isPreferred }) => isLeaf && isPreferred);
    expect(leaves.reduce((sum, { amount }) => sum + amount, 0n)).toBe(4_000_000n);
    expect(document.checks.filter(({ status }) => status === 'fail')).toEqual([]);
  });
});

describe('what other rows say', () => {
  it('holds for their own unit only', () => {
    const { rows } = read([
      '部门支出总表',
      '单位编码|单位名称|科目编码|科目名称|合计',
      '|||合计|100.00',
      '208001|县民政局|2080201|行政运行|80.00',
      '208001|县民政局||一般行政管理事务|10.00',
      '201002|县政府办||行政运行|10.00',
    ]);
    expect(rows.slice(-2).map(([, code]) => code)).toEqual(['2080202', null]);
  });

  it('gives way to the 类 that the row prints itself', () => {
    const { rows, doubts } = read([
      functions,
      '科目编码|||科目名称|合计',
      '类|款|项||',
      '201|03|01|行政运行|60.00',
      '213||01|行政运行|60.00',
    ]);
    expect(rows.map(([, code]) => code)).toEqual(['2010301', null]);
    expect(doubts).toEqual(['code-ambiguous t.1 r.3']);
  });

  it('gives way to the 类 that stands above', () => {
    const { rows } = read(
      [functions, '科目编码|科目名称|合计', '2010201|行政运行|3.00'],
      ['支出总表', '科目名称|合计', '农林水支出|3.00', '行政运行|3.00'],
    );
    expect(rows.slice(-2).map(([, code]) => code)).toEqual(['213', null]);
  });

  it('says nothing below a heading that nobody knows', () => {
    const { rows } = read([
      functions,
      '科目名称|合计|基本支出',
      '政协事务||',
      '行政运行|60.00|60.00',
      '信访局事务||',
      '行政运行|50.00|50.00',
      '农技推广站||',
      '事业运行|50.00|50.00',
    ]);
    const first = rows.filter(([, code]) => code !== null).map(([label, code]) => `${label} ${code ?? ''}`);
    expect(new Set(first)).toEqual(new Set(['行政运行 2010201']));
    expect(rows.filter(([, code]) => code === null)).toHaveLength(4);
  });
});

describe('a table that nobody says the classification of', () => {
  it('is of departments where its names are those of both economic ones', () => {
    const { rows } = read([
      '支出经济分类表',
      '项目|合计',
      '工资福利支出|100.00',
      '商品和服务支出|20.00',
      '对个人和家庭的补助|20.00',
      '其他支出|3.00',
      '合计|143.00',
    ]);
    expect(rows.map(([, code]) => code)).toEqual(['301', '302', '303', '399', null]);
  });

  it('is of the one that alone has its names', () => {
    const { rows } = read([
      economic,
      '科目名称|合计',
      '机关工资福利支出|100.00',
      '机关商品和服务支出|20.00',
      '对个人和家庭的补助|20.00',
      '对事业单位经常性补助|30.00',
      '其他支出|3.00',
      '合计|173.00',
    ]);
    expect(rows.map(([, code]) => code)).toEqual(['501', '502', '509', '505', '599', null]);
  });
});
