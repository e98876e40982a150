import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import type { Glyph } from '../../../../extractors/geometry/page.js';
import { level, page, textsOf, write, writeCentred, writeRight } from '../page-builder.js';

/** Rows of a name and right-aligned amounts, 15 points apart from y = 100. */
function ledger(rows: readonly (readonly string[])[], top = 100): Glyph[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, col) =>
      col === 0 ? write(50, top + at * 15, text) : writeRight(200 + col * 80, top + at * 15, text),
    ),
  );
}

const BODY = [
  ['一般公共服务支出', '264.87', '62.63'],
  ['社会保障和就业支出', '10.82', '10.82'],
  ['卫生健康支出', '2.71', '2.71'],
  ['合计', '278.40', '76.16'],
];

describe('a three-line table', () => {
  it('leaves the title of the next table outside, whose first rule stands near under it', () => {
    const rows = [['项目', '合计', '基本支出'], ...BODY];
    const rules = [97, 112].map((y) => level(y, 48, 362));
    const glyphs = [...ledger(rows, 100), ...writeCentred(240, 180, '一般公共预算支出表', 14), ...ledger(rows, 203)];
    const { items } = findTables(page(glyphs, [...rules, ...rules.map((rule) => level(rule.position + 103, 48, 362))]));
    expect(items.map((item) => (item.kind === 'line' ? item.line.text : textsOf(item.table)))).toEqual([
      rows,
      '一般公共预算支出表',
      rows,
    ]);
  });

  it('keeps a header of two levels, with the words that span', () => {
    const glyphs = [
      ...write(50, 85, '项目'),
      ...writeCentred(300, 70, '本年支出情况合计说明数'),
      ...writeRight(280, 85, '合计'),
      ...writeRight(360, 85, '基本支出'),
      ...ledger(BODY, 103),
    ];
    const rules = [level(66, 48, 362), level(82, 215, 362), level(99, 48, 362), level(165, 48, 362)];
    const { tables } = findTables(page(glyphs, rules));
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect(table?.method).toBe('aligned');
    expect(table && textsOf(table).slice(0, 3)).toEqual([
      ['', '本年支出情况合计说明数', null],
      ['项目', '合计', '基本支出'],
      BODY[0],
    ]);
    expect(table?.rowCount).toBe(6);
  });

  it('leaves the caption above and the note below outside', () => {
    const glyphs = [
      ...write(50, 60, '表1'),
      ...write(110, 60, '支出决算表'),
      ...ledger([['项目', '合计', '基本支出'], ...BODY], 85),
      ...write(50, 165, '注：本表反映支出情况。'),
    ];
    const { tables, lines } = findTables(page(glyphs, [level(80, 48, 362), level(97, 48, 362), level(160, 48, 362)]));
    expect(tables.map((table) => table.rowCount)).toEqual([5]);
    expect(lines.map((line) => line.text)).toEqual(['表1', '支出决算表', '注：本表反映支出情况。']);
  });
});

describe('columns', () => {
  it('of codes, with one heading character each, and 合计 in the middle over code and name', () => {
    const rows = [
      ['201', '', '', '一般公共服务支出', '127,886'],
      ['201', '06', '', '财政事务', '127,886'],
      ['201', '06', '01', '行政运行', '84,861'],
      ['208', '05', '05', '机关事业单位基本养老保险缴费支出', '8,000'],
    ];
    const xs = [50, 90, 130, 160, 420];
    const glyphs = [
      ...['类', '款', '项'].flatMap((text, at) => writeCentred([57.5, 95, 135][at] ?? 0, 100, text)),
      ...write(180, 100, '科目名称'),
      ...writeRight(420, 100, '预算数'),
      ...rows.flatMap((row, at) =>
        row.flatMap((text, col) => (col === 4 ? writeRight : write)(xs[col] ?? 0, 118 + at * 18, text)),
      ),
      ...writeCentred(150, 190, '合 计'),
      ...writeRight(420, 190, '220,747'),
    ];
    const [table] = findTables(page(glyphs)).tables;
    const texts = table && textsOf(table).map((row) => row.map((text) => text?.trim()));
    expect(texts?.slice(0, 5)).toEqual([['类', '款', '项', '科目名称', '预算数'], ...rows]);
    expect(texts?.[5]?.filter((text) => text !== '' && text !== undefined)).toEqual(['合计', '220,747']);
  });

  it('of which the left panel ends before the right one', () => {
    const left = ['一、财政拨款收入', '二、事业收入'];
    const right = [
      '一、一般公共服务支出',
      '二、外交支出',
      '三、国防支出',
      '四、公共安全支出',
      '五、教育支出',
      '六、科学技术支出',
      '七、其他支出',
    ];
    const line = (at: number): number => 115 + at * 15;
    const glyphs = [
      ...write(50, 100, '收入'),
      ...writeRight(250, 100, '预算数'),
      ...write(280, 100, '支出'),
      ...writeRight(500, 100, '预算数'),
      ...left.flatMap((text, at) => [...write(50, line(at), text), ...writeRight(250, line(at), '12.50')]),
      ...right.flatMap((text, at) => write(280, line(at), text)),
      ...[0, 1].flatMap((at) => writeRight(500, line(at), '7.25')),
      ...write(50, line(7), '收入总计'),
      ...writeRight(250, line(7), '25.00'),
      ...write(280, line(7), '支出总计'),
      ...writeRight(500, line(7), '25.00'),
    ];
    const { tables } = findTables(page(glyphs));
    expect(tables.map(({ rowCount, columnCount }) => [rowCount, columnCount])).toEqual([[9, 4]]);
  });
});

describe('a table of which every other row is shaded', () => {
  it('has its headings outside the shading, and goes on after a shaded row without amounts', () => {
    const rows = [
      ['一般公共服务支出', '264.87', '62.63', '202.24'],
      ['社会保障和就业支出', '10.82', '10.82', '0.00'],
      ['卫生健康支出', '2.71', '2.71', '0.00'],
      ['合计', '278.40', '76.16', '202.24'],
      ['结转下年', '', '', ''],
      ['总计', '278.40', '76.16', '202.24'],
    ];
    const shading = [0, 2, 4].flatMap((at) => [98, 113].map((y) => level(y + at * 15, 48, 442, { fillEdge: true })));
    const header = [
      ...writeRight(280, 72, '合计'),
      ...writeCentred(364, 65, '本年支出'),
      ...write(50, 72, '项目'),
      ...writeRight(360, 80, '基本支出'),
      ...writeRight(440, 80, '项目支出'),
    ];
    const [table] = findTables(page([...header, ...ledger(rows, 100)], shading)).tables;
    expect(table && textsOf(table)).toEqual([
      ['项目', '合计', '本年支出', null],
      [null, null, '基本支出', '项目支出'],
      ...rows,
    ]);
  });
});

describe('rows that wrap', () => {
  it('joins the second line of a name to its row, whose amounts stand half way down', () => {
    const glyphs = [
      ...ledger(BODY.slice(0, 2), 100),
      ...write(50, 135, '机关事业单位基本养老'),
      ...write(50, 147, '保险缴费支出'),
      ...writeRight(280, 141, '6.18'),
      ...writeRight(360, 141, '6.18'),
      ...ledger(BODY.slice(2), 170),
    ];
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)[2]).toEqual(['机关事业单位基本养老\n保险缴费支出', '6.18', '6.18']);
    expect(table?.rowCount).toBe(5);
  });
});

describe('amounts', () => {
  it('are never glued, however near their columns stand', () => {
    const rows = [
      ['一般公共服务支出', '12,264.87', '12,262.63'],
      ['社会保障和就业支出', '10.82', '10.82'],
      ['合计', '12,275.69', '12,273.45'],
    ];
    const glyphs = rows.flatMap(([name = '', first = '', second = ''], at) => [
      ...write(50, 100 + at * 15, name),
      ...writeRight(280, 100 + at * 15, first),
      ...writeRight(329, 100 + at * 15, second),
    ]);
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)).toEqual(rows);
  });
});

describe('what stands in columns and is no table', () => {
  it('a table of contents, with and without leaders', () => {
    const entries = ['一、部门主要职能', '二、部门机构设置', '三、名词解释', '四、部门预算编制说明', '五、部门预算表'];
    const leaders = entries.flatMap((text, at) => write(50, 100 + at * 20, `${text}${'.'.repeat(40)}${at * 2 + 3}`));
    const bare = entries.flatMap((text, at) => [
      ...write(50, 100 + at * 20, text),
      ...writeRight(500, 100 + at * 20, String(at * 2 + 3)),
    ]);
    expect(findTables(page(leaders)).tables).toEqual([]);
    expect(findTables(page(bare)).tables).toEqual([]);
  });

  it('a numbered list', () => {
    const items = ['编制单位预算并组织执行', '承担机关运行保障工作', '完成上级交办的其他任务', '负责指导基层财政工作'];
    const glyphs = items.flatMap((text, at) => [
      ...write(50, 100 + at * 20, `${at + 1}.`),
      ...write(80, 100 + at * 20, text),
    ]);
    const { tables, lines } = findTables(page(glyphs));
    expect(tables).toEqual([]);
    expect(lines).toHaveLength(8 / 2);
  });

  it('prose in two columns, which is read column by column', () => {
    const line = '本单位预算由财政拨款收入安排主要用于人员';
    const glyphs = Array.from({ length: 12 }, (_, at) => [
      ...write(40, 100 + at * 16, line),
      ...write(280, 100 + at * 16, line),
    ]).flat();
    const { tables, lines } = findTables(page(glyphs));
    expect(tables).toEqual([]);
    expect(lines.map((each) => each.column)).toEqual([...Array<number>(12).fill(0), ...Array<number>(12).fill(1)]);
  });

  it('a form to be signed', () => {
    const glyphs = [...write(50, 100, '负责人：'), ...write(200, 100, '填表人：'), ...write(350, 100, '日期：')];
    const { tables, lines } = findTables(page(glyphs));
    expect(tables).toEqual([]);
    expect(lines.map((each) => each.text)).toEqual(['负责人：', '填表人：', '日期：']);
  });

  it('running text with an amount on every line', () => {
    const glyphs = [
      '本年支出合计307.82万元，其中：基本支出',
      '105.58万元，占34.30%；项目支出202.24',
      '万元，占65.70%，与上年相比增加12.50',
    ].flatMap((text, at) => write(50, 100 + at * 18, text));
    const { tables, lines } = findTables(page(glyphs));
    expect(tables).toEqual([]);
    expect(lines).toHaveLength(3);
  });
});

describe('lines', () => {
  it('parts texts that stand far apart, keeps spread words whole, tells size and weight', () => {
    const glyphs = [
      ...writeCentred(300, 40, '目    录', 16).map((each) => ({ ...each, bold: true })),
      ...write(50, 80, '编制单位：某某局'),
      ...writeRight(550, 80, '单位：元'),
    ];
    const { lines } = findTables(page(glyphs));
    expect(lines.map(({ text, fontSize, bold }) => ({ text, fontSize, bold }))).toEqual([
      { text: '目 录', fontSize: 16, bold: true },
      { text: '编制单位：某某局', fontSize: 10, bold: false },
      { text: '单位：元', fontSize: 10, bold: false },
    ]);
  });
});

describe('columns that nearly touch', () => {
  const AMOUNTS = [
    ['9,649,952.15', '7,726,076.75', '1,923,875.40'],
    ['6,821,682.02', '4,897,806.62', '1,923,875.40'],
    ['782,854.47', '782,854.47', ''],
  ];
  const NAMES = ['合计', '农林水支出', '其他支出'];

  /** Right edges of columns that are as wide as their longest amount and the gap. */
  function tight(gap: number): Glyph[] {
    const edge = (col: number): number => 210 + col * (60 + gap);
    return AMOUNTS.flatMap((row, at) => [
      ...write(50, 118 + at * 15, NAMES[at] ?? ''),
      ...row.flatMap((text, col) => writeRight(edge(col), 118 + at * 15, text)),
    ]);
  }

  it.each([0, 2.4, 4, 6])('are two where two amounts stand %s points apart', (gap) => {
    const heads = ['预算合计数额', '基本支出数额', '项目支出数额'].flatMap((text, col) =>
      writeCentred(180 + col * (60 + gap), 100, text),
    );
    const separate = gap === 0 ? [] : [...write(50, 100, '科目名称'), ...heads];
    const [table] = findTables(page([...separate, ...tight(gap)])).tables;
    const rows = AMOUNTS.map((row, at) => [NAMES[at] ?? '', ...row]);
    const header = gap === 0 ? [] : [['科目名称', '预算合计数额', '基本支出数额', '项目支出数额']];
    expect(table && textsOf(table)).toEqual([...header, ...rows]);
  });

  it('are two where an amount stands against the code of the next panel', () => {
    const glyphs = [
      ['301', '3,375.25', '302', '1,215.10'],
      ['30101', '1,200.00', '30201', '215.10'],
      ['30102', '2,175.25', '30202', '1,000.00'],
    ].flatMap(([code = '', amount = '', other = '', last = ''], at) => [
      ...write(50, 100 + at * 15, code),
      ...writeRight(200, 100 + at * 15, amount),
      ...write(203, 100 + at * 15, other),
      ...writeRight(300, 100 + at * 15, last),
    ]);
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)[0]).toEqual(['301', '3,375.25', '302', '1,215.10']);
  });

  it('leave a number whole whose groups are parted by spaces', () => {
    const glyphs = [
      ['收入', '1 698 505.07'],
      ['支出', '12 698 505.00'],
      ['结余', '698 505.00'],
    ].flatMap(([name = '', amount = ''], at) => [
      ...write(50, 100 + at * 15, name),
      ...writeRight(220, 100 + at * 15, amount),
      ...writeRight(320, 100 + at * 15, amount),
    ]);
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)[0]).toEqual(['收入', '1 698 505.07', '1 698 505.07']);
  });
});

describe('names that wrap to three lines with the amounts beside the second', () => {
  it('are one row', () => {
    const names = [
      ['行政运行'],
      ['机关事业单位', '基本养老保险', '缴费支出'],
      ['机关事业单位', '职业年金缴费', '支出'],
      ['住房公积金'],
    ];
    let y = 100;
    const glyphs = names.flatMap((lines, at) => {
      const own = lines.flatMap((text, line) => write(100, y + line * 12.5, text));
      const middle = y + (lines.length > 1 ? 12.5 : 0);
      y += lines.length * 12.5 + 3;
      const amounts = [200, 280].flatMap((x) => writeRight(x + 60, middle, `${at + 1},234.50`));
      return [...own, ...write(50, middle, `2080${at + 1}`), ...amounts];
    });
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table).map((row) => row[1])).toEqual(names.map((lines) => lines.join('\n')));
  });
});

describe('words set around the amounts of their row, at the distance of rows', () => {
  const row = (y: number, project: string, amount: string): Glyph[] => [
    ...(project === '' ? [] : write(110, y, project)),
    ...writeRight(320, y, amount),
    ...writeRight(400, y, amount),
  ];
  const glyphs = [
    ...write(50, 85, '单位'),
    ...write(110, 85, '项目'),
    ...writeRight(320, 85, '合计'),
    ...writeRight(400, 85, '其中财政拨款'),
    ...row(100, '合计', '618.10'),
    ...write(110, 115, '义务教育阶段学校校舍维修'),
    ...row(130, '机制建设补助资金（含寄宿', '412.50'),
    ...write(50, 145, '局本级'),
    ...write(110, 145, '校）'),
    ...row(160, '教师培训', '15.00'),
    ...row(175, '普通高中公用经费', '100.00'),
    ...write(50, 182.5, '第一中学'),
    ...row(190, '食堂经营', '75.60'),
    ...write(110, 205, '特殊教育资源教室（彩票金'),
    ...row(212.5, '', '15.00'),
    ...write(50, 212.5, '特教学校'),
    ...write(110, 220, '）'),
  ];

  it('are in that row, and amounts below each other in rows of their own', () => {
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table).slice(1)).toEqual([
      ['', '合计', '618.10', '618.10'],
      ['局本级', '义务教育阶段学校校舍维修\n机制建设补助资金（含寄宿\n校）', '412.50', '412.50'],
      ['', '教师培训', '15.00', '15.00'],
      ['第一中学', '普通高中公用经费', '100.00', '100.00'],
      ['', '食堂经营', '75.60', '75.60'],
      ['特教学校', '特殊教育资源教室（彩票金\n）', '15.00', '15.00'],
    ]);
  });
});

describe('names without amounts between the rules of their rows', () => {
  const rows = [
    ['项目', '2023年预算数', '2024年预算数'],
    ['合计', '21.50', '18.70'],
    ['因公出国（境）费用'],
    ['公务接待费', '6.50', '5.20'],
    ['公务用车运行维护费', '15.00', '13.50'],
    ['公务用车购置'],
  ];
  const full = rows.map((row) => [...row, '', ''].slice(0, 3));
  const rules = [97.5, 112.5, 127.5, 142.5, 157.5, 172.5, 187.5].map((y) => level(y, 48, 362));

  it('are rows, inside the table and at its end', () => {
    const { tables } = findTables(page(ledger(rows), rules));
    expect(tables.map(textsOf)).toEqual([full]);
  });

  it('are rows of the right panel too, before the last one', () => {
    const sides = [
      ['项目', '预算数', '项目', '预算数'],
      ['上年结转', '124.38', '教育支出', '1654.61'],
      ['', '', '结转下年', ''],
      ['收入总计', '1654.61', '支出总计', '1654.61'],
    ];
    const glyphs = sides.flatMap((row, at) =>
      row.flatMap((text, col) =>
        col % 2 === 0 ? write(50 + col * 80, 100 + at * 15, text) : writeRight(120 + col * 80, 100 + at * 15, text),
      ),
    );
    const { tables } = findTables(
      page(
        glyphs,
        [97.5, 112.5, 127.5, 142.5, 157.5].map((y) => level(y, 48, 362)),
      ),
    );
    expect(tables.map(textsOf)).toEqual([sides]);
  });

  it('are none where they name the next table', () => {
    const next = rules.map(({ position }) => level(position + 105, 48, 362));
    const glyphs = [...ledger(rows), ...write(50, 190, '表8部门收入总表'), ...ledger(rows, 205)];
    expect(findTables(page(glyphs, [...rules, ...next])).tables.map(textsOf)).toEqual([full, full]);
  });
});

describe('headings in the middle of wide columns', () => {
  it('head their columns in order, though each stands beside what its column holds', () => {
    const rows = [
      ['301', '工资福利支出', '3,375.25', '254.03'],
      ['302', '商品和服务支出', '1,215.10', '31.29'],
      ['303', '补助', '65.49', '17.39'],
    ];
    const glyphs = [
      ...['编码', '名称', '合计', '公用'].flatMap((text, col) =>
        writeCentred([90, 255, 380, 510][col] ?? 0, 100, text),
      ),
      ...rows.flatMap(([code = '', name = '', total = '', rest = ''], at) => [
        ...write(50, 120 + at * 15, code),
        ...write(130, 120 + at * 15, name),
        ...writeRight(320, 120 + at * 15, total),
        ...writeRight(570, 120 + at * 15, rest),
      ]),
    ];
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)).toEqual([['编码', '名称', '合计', '公用'], ...rows]);
  });
});

describe('amounts that reach under the heading of a blank column', () => {
  it('leave the blank column under its heading', () => {
    const glyphs = [
      ...write(50, 100, '名称'),
      ...writeCentred(200, 100, '合计数额'),
      ...writeCentred(265, 100, '一般公共预算'),
      ...writeCentred(329, 100, '政府性基金'),
      ...[0, 1, 2].flatMap((at) => [
        ...write(50, 118 + at * 15, '农林水支出'),
        ...writeRight(237, 118 + at * 15, '69,649,952.15'),
        ...writeRight(307, 118 + at * 15, '69,649,952.15'),
      ]),
    ];
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table).slice(0, 2)).toEqual([
      ['名称', '合计数额', '一般公共预算', '政府性基金'],
      ['农林水支出', '69,649,952.15', '69,649,952.15', ''],
    ]);
  });
});

describe('a name that nearly touches its amount', () => {
  it('is parted from it where other amounts end at the same edge', () => {
    const rows = [
      ['行政运行', '1,234.50'],
      ['机关事业单位养老', '98,765.40'],
      ['机关事业单位职业', '88,765.40'],
      ['住房公积金', '265.00'],
      ['购房补贴', '12.30'],
    ];
    const glyphs = rows.flatMap(([name = '', amount = ''], at) => [
      ...write(50, 100 + at * 15, name),
      ...writeRight(177, 100 + at * 15, amount),
      ...writeRight(300, 100 + at * 15, '10.00'),
    ]);
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)).toEqual(rows.map((row) => [...row, '10.00']));
  });
});

describe('a heading over three columns', () => {
  it('is not taken into the middle one where a heading over both levels stands between the lines', () => {
    const glyphs = [
      ...writeCentred(90, 105, '“三公”合计', 6.5),
      ...writeCentred(160, 105, '因公出国（境）费', 6.5),
      ...writeCentred(280, 99.75, '车辆购置及运行费', 6.5),
      ...writeCentred(220, 110.25, '小计', 6.5),
      ...writeCentred(280, 110.25, '车辆购置费', 6.5),
      ...writeCentred(340, 110.25, '车辆运行费', 6.5),
      ...writeCentred(400, 105, '公务接待费', 6.5),
      ...[0, 1, 2].flatMap((at) =>
        [110, 180, 240, 300, 360, 420].flatMap((x) => writeRight(x, 124 + at * 10, '10.20', 6.5)),
      ),
    ];
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table).slice(0, 2)).toEqual([
      ['“三公”合计', '因公出国（境）费', '车辆购置及运行费', null, null, '公务接待费'],
      [null, null, '小计', '车辆购置费', '车辆运行费', null],
    ]);
  });
});
