import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import type { Glyph } from '../../../../extractors/geometry/page.js';
import { level, page, textsOf, write, writeCentred, writeRight } from '../page-builder.js';

/** Cells 50–190 (names), then 70 points each; amounts end 5 points before the border. */
const RIGHT = [190, 260, 330, 400, 470];

/** Rows of a name and amounts, 16 points apart from y on; blank texts are left out. */
function body(y: number, rows: readonly (readonly string[])[]): Glyph[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, col) =>
      col === 0 ? write(55, y + at * 16, text) : writeRight((RIGHT[col] ?? 0) - 5, y + at * 16, text),
    ),
  );
}

/** A heading in the middle of the columns from first to last. */
function heading(first: number, last: number, y: number, text: string): Glyph[] {
  const from = first === 0 ? 50 : (RIGHT[first - 1] ?? 0);
  return writeCentred((from + (RIGHT[last] ?? 0)) / 2, y, text);
}

const ROWS = [
  ['一般公共服务支出', '264.87', '62.63', '202.24', '11.00'],
  ['社会保障和就业支出', '10.82', '10.82', '0.00', '12.00'],
  ['合计', '275.69', '73.45', '202.24', '23.00'],
];

function readFirst(glyphs: readonly Glyph[], rules = [] as Parameters<typeof page>[1]) {
  const [table] = findTables(page(glyphs, rules)).tables;
  return table ? textsOf(table) : [];
}

describe('the header of an unruled table', () => {
  const twoLevels = [
    ...heading(0, 0, 108, '项目'),
    ...heading(1, 1, 108, '合计'),
    ...heading(2, 3, 100, '本年支出'),
    ...heading(2, 2, 116, '基本支出'),
    ...heading(3, 3, 116, '项目支出'),
    ...heading(4, 4, 108, '结转'),
  ];

  it('gives a heading the columns that it stands in the middle of, and those beside it both levels', () => {
    expect(readFirst([...twoLevels, ...body(134, ROWS)])).toEqual([
      ['项目', '合计', '本年支出', null, '结转'],
      [null, null, '基本支出', '项目支出', null],
      ...ROWS,
    ]);
  });

  it('follows a rule under a part of the header', () => {
    const rules = [level(97, 50, 470), level(113, 264, 396), level(130, 50, 470), level(182, 50, 470)];
    expect(readFirst([...twoLevels, ...body(134, ROWS)], rules).slice(0, 2)).toEqual([
      ['项目', '合计', '本年支出', null, '结转'],
      [null, null, '基本支出', '项目支出', null],
    ]);
  });

  it('takes in a heading alone on its line that stands beside the first line of the table', () => {
    const title = writeCentred(260, 84, '收支情况');
    const glyphs = [
      ...title,
      ...heading(2, 3, 103, '本年支出'),
      ...heading(0, 0, 110, '项目'),
      ...heading(1, 1, 110, '合计'),
      ...heading(4, 4, 110, '结转'),
      ...heading(2, 2, 116, '基本支出'),
      ...heading(3, 3, 116, '项目支出'),
      ...body(134, ROWS),
    ];
    expect(readFirst(glyphs).slice(0, 2)).toEqual([
      ['项目', '合计', '本年支出', null, '结转'],
      [null, null, '基本支出', '项目支出', null],
    ]);
  });

  it('takes in a heading that stands alone over a part of it, but no title', () => {
    const title = writeCentred(260, 70, '财政拨款支出预算情况表');
    const top = heading(1, 4, 100, '支出预算数');
    const lower = ['合计', '基本支出', '项目支出', '结转'].flatMap((text, at) => heading(at + 1, at + 1, 116, text));
    const { tables, lines } = findTables(
      page([...title, ...top, ...heading(0, 0, 108, '项目'), ...lower, ...body(134, ROWS)]),
    );
    expect(tables[0] && textsOf(tables[0]).slice(0, 2)).toEqual([
      ['项目', '支出预算数', null, null, null],
      [null, '合计', '基本支出', '项目支出', '结转'],
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['财政拨款支出预算情况表']);
  });

  it.each([
    ['top', 100],
    ['foot', 128],
  ])('sets headings over all levels to the %s as well, beside some that wrap', (_, y) => {
    const glyphs = [
      ...[heading(0, 0, y, '项目'), heading(4, 4, y, '合计')].flat(),
      ...[heading(1, 3, 100, '本年支出'), heading(1, 1, 116, '小计')].flat(),
      ...[heading(2, 2, 116, '基本支'), heading(2, 2, 128, '出')].flat(),
      ...[heading(3, 3, 116, '项目支'), heading(3, 3, 128, '出')].flat(),
    ];
    const [top, below] = readFirst([...glyphs, ...body(146, ROWS)]);
    expect(top?.slice(1, 4)).toEqual(['本年支出', null, null]);
    expect(below?.slice(1, 4)).toEqual(['小计', '基本支\n出', '项目支\n出']);
  });

  it('keeps a column that has a heading and nothing else', () => {
    const blank = ROWS.map(([name = '', ...amounts]) => [name, ...amounts.map((text, at) => (at === 1 ? '' : text))]);
    expect(readFirst([...twoLevels, ...body(134, blank)])).toEqual([
      ['项目', '合计', '本年支出', null, '结转'],
      [null, null, '基本支出', '项目支出', null],
      ...blank,
    ]);
  });

  it('reads column numbers as the row that they are, centred over amounts at the right edge', () => {
    const numbers = [1, 2, 3, 4].flatMap((no) => heading(no, no, 134, String(no)));
    expect(readFirst([...twoLevels, ...heading(0, 0, 134, '栏次'), ...numbers, ...body(150, ROWS)])[2]).toEqual([
      '栏次',
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('wraps headings, beside those on one line', () => {
    const glyphs = [
      ...heading(0, 0, 106, '项目'),
      ...heading(1, 1, 100, '财政专户'),
      ...heading(1, 1, 112, '管理资金'),
      ...heading(2, 2, 106, '基本支出'),
      ...heading(3, 3, 106, '项目支出'),
      ...heading(4, 4, 106, '结转'),
      ...body(134, ROWS),
    ];
    expect(readFirst(glyphs)).toEqual([['项目', '财政专户\n管理资金', '基本支出', '项目支出', '结转'], ...ROWS]);
  });

  it('parts 类 款 项 where each heads codes of its own, on rows of their own', () => {
    const codes = [
      [60, '208'],
      [100, '05'],
      [140, '01'],
    ] as const;
    const names = ['社会保障和就业支出', '行政事业单位养老支出', '行政单位离退休'];
    const glyphs = [
      ...['类', '款', '项'].flatMap((text, at) => writeCentred(60 + at * 40, 116, text)),
      ...writeCentred(100, 100, '科目编码'),
      ...writeCentred(230, 108, '科目名称'),
      ...writeCentred(370, 108, '预算数'),
      ...codes.flatMap(([x, text], at) => writeCentred(x, 134 + at * 16, text)),
      ...names.flatMap((text, at) => [...write(175, 134 + at * 16, text), ...writeRight(400, 134 + at * 16, '60.50')]),
    ];
    expect(readFirst(glyphs)).toEqual([
      ['科目编码', null, null, '科目名称', '预算数'],
      ['类', '款', '项', null, null],
      ['208', '', '', names[0], '60.50'],
      ['', '05', '', names[1], '60.50'],
      ['', '', '01', names[2], '60.50'],
    ]);
  });

  it('keeps amounts with different right edges apart, though no row has both', () => {
    const rows = [
      ['工资福利支出', '6,864.80', '6,864.80', '', ''],
      ['商品和服务支出', '503.63', '', '503.63', ''],
      ['资本性支出', '99.85', '', '', '99.85'],
    ];
    expect(readFirst([...twoLevels, ...body(134, rows)]).slice(2)).toEqual(rows);
  });

  it('takes numbers of one width for set to the left where other numbers of the table are', () => {
    const lefts = [55, 195, 300, 350, 450];
    const rows = [
      ['行政运行', '2264.87', '62.63', '20.24', '11.00'],
      ['行政单位离退休', '10.82', '10.82', '10.00', '12.00'],
      ['合计', '275.69', '73.45', '30.24', '23.00'],
    ];
    const cells = rows.flatMap((row, at) => row.flatMap((text, col) => write(lefts[col] ?? 0, 134 + at * 16, text)));
    const spread = (from: number, to: number, y: number, text: string) => writeCentred((from + to) / 2, y, text);
    const glyphs = [
      ...spread(50, 190, 108, '项目'),
      ...spread(190, 295, 108, '合计'),
      ...spread(295, 445, 100, '基本支出'),
      ...spread(295, 345, 116, '小计'),
      ...spread(345, 445, 116, '工资福利支出'),
      ...spread(445, 545, 108, '项目支出'),
      ...cells,
    ];
    expect(readFirst(glyphs)).toEqual([
      ['项目', '合计', '基本支出', null, '项目支出'],
      [null, null, '小计', '工资福利支出', null],
      ...rows,
    ]);
  });
});
