/** The text around tables, on drawn pages. */
import { describe, expect, it } from 'vitest';
import { centredLine, prose, readSheets, rightLine, sheet, table, leftLine } from './draft.js';
import type { Mark } from './draft.js';

const ROWS = [
  '科目编码|科目名称|合计|基本支出|项目支出',
  '合计|<|10.00|6.00|4.00',
  '201|一般公共服务支出|10.00|6.00|4.00',
];
const LONG =
  '本部门负责贯彻执行国家和省市有关方针政策和法律法规，拟订全市有关发展规划并组织实施，负责本系统预算的编制和执行，'.repeat(
    2,
  );

function read(...pages: readonly (readonly Mark[])[]) {
  return readSheets(...pages.map((marks) => sheet(marks)));
}

function blocks(...pages: readonly (readonly Mark[])[]): string[] {
  return read(...pages).blocks.map(({ kind, text: words }) => `${kind} ${words}`);
}

it('knows lines of a table of contents from headings', () => {
  const contents = [
    '一、部门职责…………………3',
    '二、收支总表......................4',
    '三、情况说明 . . . . . . . . . . 12',
  ];
  const lines = contents.map((words, at) => leftLine(200 + at * 40, words));
  expect(blocks([...lines, leftLine(600, '一、部门职责')]).map((block) => block.split(' ')[0])).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'heading',
  ]);
});

describe('names and notes of a table', () => {
  it('stand above and below it', () => {
    const found = read([
      centredLine(60, '部门支出总表', 16),
      leftLine(90, '部门：某市某局'),
      rightLine(90, '单位：万元'),
      table(ROWS),
      leftLine(200, '注：本表反映部门本年度支出情况。'),
      leftLine(240, '三、名词解释'),
    ]);
    expect(found.tables[0]).toMatchObject({
      title: '部门支出总表',
      captions: ['部门：某市某局', '单位：万元'],
      notes: ['注：本表反映部门本年度支出情况。'],
    });
    expect(found.blocks.map(({ kind }) => kind)).toEqual(['caption', 'caption', 'caption', 'note', 'heading']);
  });

  it('may stand in its frame, as rows', () => {
    const rows = ['部门支出总表|<|<|<|<', '部门：某市某局|<|<|单位：万元|<', ...ROWS, '注：无|<|<|<|<'];
    const found = read([table(rows)], [table(rows.slice(0, 3).concat('208|社会保障和就业支出|6.00|3.00|3.00'))]);
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]).toMatchObject({
      title: '部门支出总表',
      captions: ['部门：某市某局', '单位：万元'],
      notes: ['注：无'],
    });
    expect(found.tables[0]?.readings[0].grid.rowCount).toBe(4);
  });

  it('may share a line', () => {
    const found = read([
      centredLine(60, '部门支出总表', 16),
      centredLine(90, '131政协部门  预算年度：2024  单位：万元'),
      table(ROWS),
    ]);
    expect(found.tables[0]).toMatchObject({
      title: '部门支出总表',
      captions: ['131政协部门 预算年度：2024 单位：万元'],
    });
  });

  it('may stand on the page before', () => {
    const found = read(
      [leftLine(700, '第二部分 部门预算表'), centredLine(780, '部门支出总表')],
      [rightLine(60, '单位：元'), table(ROWS)],
    );
    expect(found.tables[0]).toMatchObject({ title: '部门支出总表', captions: ['单位：元'] });
  });

  it('take a unit below the grid where nothing else claims it', () => {
    const found = read(
      [centredLine(60, '部门支出总表'), table(ROWS), rightLine(190, '单位：万元')],
      [centredLine(60, '部门收入总表'), rightLine(90, '单位：元'), table(ROWS)],
    );
    expect(found.tables.map(({ captions }) => captions)).toEqual([['单位：万元'], ['单位：元']]);
  });

  it('leave a unit to the table below where only that one can have it', () => {
    const found = read([
      table(ROWS),
      centredLine(300, '部门收入总表'),
      rightLine(330, '单位：元'),
      table(ROWS, { top: 350 }),
    ]);
    expect(found.tables.map(({ captions }) => captions)).toEqual([[], ['单位：元']]);
  });

  it('are one where a name takes two lines', () => {
    const found = read([
      centredLine(40, '某市某局二〇二四年部门一般公共预算基本支出部门预算', 14),
      centredLine(62, '经济分类预算表', 14),
      rightLine(90, '单位：元'),
      table(ROWS),
    ]);
    expect(found.tables[0]?.title).toBe('某市某局二〇二四年部门一般公共预算基本支出部门预算经济分类预算表');
  });
});

describe('paragraphs', () => {
  const half = LONG.slice(0, 46) + LONG.slice(0, 48);

  it('go on over lines and end where one is short or the next is indented', () => {
    expect(blocks([leftLine(60, '一、部门职责'), prose(90, `${LONG}完毕。`), prose(200, `${LONG}结束。`)])).toEqual([
      'heading 一、部门职责',
      `paragraph ${LONG}完毕。`,
      `paragraph ${LONG}结束。`,
    ]);
  });

  it('go on over a page end, page number and running head between', () => {
    const frame = (no: number): Mark[] => [centredLine(20, '某市某局2024年部门预算'), centredLine(815, String(no))];
    const found = blocks(
      [leftLine(60, '一、部门职责'), prose(700, half), ...frame(1)],
      [prose(60, `${LONG}完毕。`, { indent: 0 }), ...frame(2)],
      [prose(60, LONG), ...frame(3)],
    ).filter((block) => !block.startsWith('page_furniture'));
    expect(found).toEqual(['heading 一、部门职责', `paragraph ${half}${LONG}完毕。`, `paragraph ${LONG}`]);
  });

  it('tell where they go on over a page end', () => {
    const document = read([prose(700, half)], [prose(60, `${LONG}完毕。`, { indent: 0 })]);
    const [block, ...others] = document.blocks;
    expect(others).toEqual([]);
    expect(block).toMatchObject({ page: 1, pageBreaks: [{ at: half.length, page: 2 }] });
  });

  it('go on past a footnote', () => {
    const found = blocks(
      [prose(700, half), leftLine(790, '①指本部门及所属单位。', 60, 7)],
      [prose(60, `${LONG}完毕。`, { indent: 0 })],
    );
    expect(found).toEqual([`paragraph ${half}${LONG}完毕。`, 'paragraph ①指本部门及所属单位。']);
  });

  it('begin with every point of a list, its lines under its words or at the edge', () => {
    const point = (no: number, y: number): Mark => prose(y, `${no}.${LONG}完毕。`);
    expect(blocks([point(1, 60), point(2, 160), prose(260, `（三）${LONG}。`)])).toEqual([
      `paragraph 1.${LONG}完毕。`,
      `paragraph 2.${LONG}完毕。`,
      `paragraph （三）${LONG}。`,
    ]);
  });

  it('go on from column to column', () => {
    const narrow = { to: 290 };
    // 21 characters on the first line, 23 on each other
    const left = LONG.repeat(4).slice(0, 21 + 23 * 11);
    const right = `${LONG.repeat(3)}完毕。`;
    const found = blocks([prose(60, left, narrow), prose(60, right, { from: 320, to: 550, indent: 0 })]);
    expect(found).toEqual([`paragraph ${left}${right}`]);
  });

  it('end where space lies before the next, although their last line is full', () => {
    const full = `${LONG.slice(0, 47)}。`;
    const spaced = [0, 1, 2].map((no) => prose(60 + no * 40, `${LONG.slice(0, 48)}${full}`, { indent: 0 }));
    expect(blocks(spaced)).toEqual(Array(3).fill(`paragraph ${LONG.slice(0, 48)}${full}`));
  });

  it('go on from a ragged line where brackets are kept together', () => {
    const [words, next] = [LONG.slice(0, 45), `“（项）”，${LONG}`.slice(0, 48)];
    const ragged = [leftLine(60, words), leftLine(76, next), leftLine(92, LONG.slice(0, 47))];
    expect(blocks([...ragged, prose(200, LONG)])[0]).toBe(`paragraph ${words}${next}${LONG.slice(0, 47)}`);
  });

  it('go on from a line without room for the number below and the words kept with it', () => {
    const [words, next] = [LONG.slice(0, 43), `91.76%；${LONG}`.slice(0, 51)];
    const ragged = [leftLine(60, words), leftLine(76, next), leftLine(92, LONG.slice(0, 47))];
    expect(blocks([...ragged, prose(200, LONG)])[0]).toBe(`paragraph ${words}${next}${LONG.slice(0, 47)}`);
  });

  it('end with their sentence where two lines end alike by chance, and a longer one shows the room there was', () => {
    const [first, second] = [`${LONG.slice(0, 30)}。`, `${LONG.slice(5, 35)}。`];
    const lines = [leftLine(60, first), leftLine(76, '预算编制说明'), leftLine(92, second)];
    expect(blocks([...lines, leftLine(200, LONG.slice(0, 47))]).slice(0, 3)).toEqual([
      `paragraph ${first}`,
      'heading 预算编制说明',
      `paragraph ${second}`,
    ]);
  });

  it('go on where a page holds one long line and what is left of it', () => {
    const words = LONG.slice(0, 46);
    expect(blocks([leftLine(60, words), leftLine(76, '102.3万元，占1.18%。')])).toEqual([
      `paragraph ${words}102.3万元，占1.18%。`,
    ]);
    const short = LONG.slice(0, 30);
    expect(blocks([leftLine(60, short), leftLine(76, '102.3万元，占1.18%。')])).toHaveLength(2);
  });

  it('have no heading between them where a page number and the name of the document are typed into the text', () => {
    const typed = [leftLine(316, '— 2 —'), leftLine(332, '某市某局2024年部门预算')];
    const found = blocks([
      centredLine(60, '某市某局2024年部门预算'),
      prose(252, `${half}。`),
      ...typed,
      prose(348, `${LONG}完毕。`),
    ]);
    expect(found.slice(1).map((block) => block.split(' ')[0])).toEqual([
      'paragraph',
      'page_furniture',
      'page_furniture',
      'paragraph',
    ]);
  });

  it.each([
    ['12,345.', '67万元，比上年'],
    ['1,234', '.56万元，比上年'],
    ['2024', '年为12万元，比上年'],
    ['1', '2.5万元，比上年'],
    ['-', '12.5%，比上年'],
  ])('join the number cut after %s at a line end and at a page end', (end, start) => {
    const first = LONG.slice(0, 46 - Math.ceil(end.length / 2)) + end;
    const second = `${start}${LONG}完毕。`;
    const rest = prose(76, second, { indent: 0 });
    const whole = `paragraph ${first}${second}`;
    expect(blocks([prose(60, first), rest])[0]).toBe(whole);
    expect(blocks([prose(200, LONG), prose(760, first)], [{ ...rest }, prose(200, LONG)])[1]).toBe(whole);
  });

  it('keep a number that begins a line', () => {
    const words = `${'本年度支出预算总额比上年度增加'.repeat(3)}约`;
    expect(blocks([prose(60, words, { indent: 2 }), prose(76, `60.54%。${LONG}`, { indent: 0 })])).toEqual([
      `paragraph ${words}60.54%。${LONG}`,
    ]);
  });
});

describe('a table of contents', () => {
  it('is lines of their own and no table', () => {
    const entry = (y: number, name: string, no: number): Mark =>
      leftLine(y, `${name}${'.'.repeat(84 - name.length * 2)}${no}`);
    const found = read([
      centredLine(60, '目录', 16),
      entry(100, '第一部分部门概况', 1),
      entry(120, '一、部门支出总表', 3),
      entry(140, '二、部门收入总表', 4),
      entry(160, '第三部分情况说明', 9),
    ]);
    expect(found.tables).toEqual([]);
    expect(found.blocks).toHaveLength(5);
  });
});
