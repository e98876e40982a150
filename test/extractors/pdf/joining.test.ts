/** Tables whole across pages, on drawn pages. */
import { describe, expect, it } from 'vitest';
import type { RawTable } from '../../../extractors/types.js';
import { picture } from '../../builders/text-document.js';
import { centredLine, COLUMNS, readSheets, rightLine, sheet, table, leftLine } from './draft.js';
import type { Mark } from './draft.js';
import { write, writeRight } from '../geometry/page-builder.js';

const HEADER = ['科目编码|科目名称|合计|基本支出|项目支出'];
const DEEP = ['科目|<|本年支出|<|<', '编码|名称|合计|基本支出|项目支出'];
const FIRST = ['合计|<|10.00|6.00|4.00', '201|一般公共服务支出|4.00|3.00|1.00', '20103|政府办公厅事务|4.00|3.00|1.00'];
const SECOND = ['208|社会保障和就业支出|6.00|3.00|3.00', '20805|行政事业单位养老支出|6.00|3.00|3.00'];
const NAME: readonly Mark[] = [
  centredLine(60, '部门支出总表'),
  leftLine(90, '部门：某市某局'),
  rightLine(90, '单位：万元'),
];

function read(...pages: readonly (readonly Mark[])[]) {
  return readSheets(...pages.map((marks) => sheet(marks)));
}

function rowsOf(found: { readonly tables: readonly RawTable[] }): readonly (readonly string[])[] {
  return found.tables.map(({ readings }) => picture(readings[0].grid));
}

const wholeRows = (header: readonly string[]): readonly (readonly string[])[] => [[...header, ...FIRST, ...SECOND]];

describe('a table over two pages', () => {
  it.each([
    ['repeats its header', HEADER, HEADER],
    ['repeats a header of two levels', DEEP, DEEP],
    ['repeats only the lowest level', DEEP, DEEP.slice(1)],
    ['has no header again', DEEP, []],
    ['words its header anew', HEADER, ['编码|名称|合计数|基本支出金额|项目支出']],
  ])('is one where the second page %s', (_, first, again) => {
    const found = read([...NAME, table([...first, ...FIRST])], [table([...again, ...SECOND], { top: 60 })]);
    expect(rowsOf(found)).toEqual(wholeRows(first));
    expect(found.tables[0]).toMatchObject({
      title: '部门支出总表',
      captions: ['部门：某市某局', '单位：万元'],
      pageFirst: 1,
      pageLast: 2,
    });
    expect(found.tables[0]?.readings[0].grid.cells.at(-1)?.page).toBe(2);
    expect(found.diagnostics).toEqual([]);
  });

  it('is one where the second page heads the same columns with fewer levels and in other words', () => {
    const xs = [60, 110, 240, 300, 360, 420, 480, 540];
    const deep = ['科目编码|科目名称|合计|基本支出|<|<|项目支出', '^|^|^|小计|人员经费|公用经费|^'];
    const flat = ['编码|名称|总计|基本支出|人员支出|公用支出|项目支出'];
    const first = ['201|一般公共服务支出|4.00|3.00|2.00|1.00|1.00'];
    const second = ['208|社会保障和就业支出|6.00|3.00|2.00|1.00|3.00'];
    const found = read([...NAME, table([...deep, ...first], { xs })], [table([...flat, ...second], { xs, top: 60 })]);
    expect(found.tables.map(({ pageFirst, pageLast }) => [pageFirst, pageLast])).toEqual([[1, 2]]);
    expect(rowsOf(found)[0]?.slice(-2)).toEqual([...first, ...second]);
  });

  it('is another table where the columns have changed places', () => {
    const moved = ['科目编码|科目名称|合计|项目支出|基本支出'];
    const found = read([...NAME, table([...HEADER, ...FIRST])], [table([...moved, ...SECOND], { top: 60 })]);
    expect(found.tables).toHaveLength(2);
    const deep = ['科目|<|本年支出|<|<', '编码|名称|合计|项目支出|基本支出'];
    expect(read([...NAME, table([...DEEP, ...FIRST])], [table([...deep, ...SECOND])]).tables).toHaveLength(2);
  });

  it('keeps the words of a header that is worded anew', () => {
    const again = ['编码|名称|合计数|基本支出金额|项目支出'];
    const { blocks } = read([...NAME, table([...HEADER, ...FIRST])], [table([...again, ...SECOND])]);
    expect(blocks.at(-1)).toMatchObject({ kind: 'caption', text: again[0]?.replaceAll('|', '\t'), page: 2 });
  });

  it('has the unit that the head of every page names over its name', () => {
    const names = ['部门收入总表', '部门支出总表', '一般公共预算支出表'];
    const pages = names.map((name, no) => [
      rightLine(20, '单位：元'),
      centredLine(60, name),
      table([...HEADER, ...FIRST.map((row) => `${no}${row}`)]),
    ]);
    expect(read(...pages).tables.map(({ title, captions }) => [title, captions])).toEqual(
      names.map((name) => [name, ['单位：元']]),
    );
  });

  it('has the unit that a running head names among other words', () => {
    const names = ['部门收入总表', '部门支出总表', '一般公共预算支出表'];
    const pages = names.map((name, no) => [
      rightLine(20, '某局预算公开 金额单位：元'),
      centredLine(60, name),
      leftLine(90, '部门：某市某局'),
      table([...HEADER, ...FIRST.map((row) => `${no}${row}`)]),
    ]);
    for (const { captions } of read(...pages).tables)
      expect(captions).toEqual(['部门：某市某局', expect.stringContaining('单位：元')]);
  });

  it('is one over three pages, each with another header', () => {
    const third = ['210|卫生健康支出|0.00|0.00|0.00'];
    const found = read(
      [...NAME, table([...HEADER, ...FIRST])],
      [table([...HEADER, ...SECOND])],
      [table(third, { top: 60 })],
    );
    expect(rowsOf(found)).toEqual([[...HEADER, ...FIRST, ...SECOND, ...third]]);
    expect(found.tables[0]?.pageLast).toBe(3);
  });

  it.each([
    ['below its only row', [], HEADER],
    ['above its column numbers', ['栏次|1|2|3|4'], HEADER],
    ['between its levels', ['编码|名称|金额|基本支出|项目支出'], ['科目|<|合计|其中|<']],
    [
      'between its levels, above column numbers',
      ['编码|名称|金额|基本支出|项目支出', '1|2|3|4|5'],
      ['科目|<|合计|其中|<'],
    ],
  ])('is one where the break stands %s', (_, rest, header) => {
    const found = read([...NAME, table(header)], [table([...rest, ...FIRST, ...SECOND], { top: 60 })]);
    expect(rowsOf(found)).toEqual([[...header, ...rest, ...FIRST, ...SECOND]]);
    expect(found.tables[0]?.readings[0].grid.headerRowCount).toBe(header.length + rest.length);
    expect(found.diagnostics).toEqual([]);
  });

  it('leaves out the whole header on the page after one that cuts it', () => {
    const whole = [...DEEP, '栏次|1|2|3|4'];
    const found = read(
      [...NAME, table(DEEP)],
      [table([whole[2] ?? '', ...FIRST], { top: 60 })],
      [table([...whole, ...SECOND], { top: 60 })],
    );
    expect(rowsOf(found)).toEqual(wholeRows(whole));
  });

  it('is one where the header is printed twice on each page', () => {
    const twice = [...HEADER, ...HEADER];
    const found = read([...NAME, table([...twice, ...FIRST])], [table([...twice, ...SECOND], { top: 60 })]);
    expect(rowsOf(found)).toEqual(wholeRows(twice));
  });

  it('is one where name, unit and 续表 stand again above', () => {
    const again = [
      centredLine(60, '部门支出总表（续表）'),
      leftLine(90, '部门：某市某局'),
      rightLine(90, '单位：万元'),
    ];
    const found = read([...NAME, table([...HEADER, ...FIRST])], [...again, table([...HEADER, ...SECOND])]);
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
  });

  it('is one where a note stands below each page of a table marked 续表', () => {
    const note = leftLine(700, '注：本表金额单位为万元。');
    const found = read(
      [...NAME, table([...HEADER, ...FIRST]), note],
      [leftLine(60, '续表'), table([...HEADER, ...SECOND]), note],
    );
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
    expect(found.tables[0]?.notes).toHaveLength(2);
  });

  it('is one where page numbers and running heads stand between', () => {
    const frame = (no: number): Mark[] => [centredLine(20, '某市某局2024年部门预算'), centredLine(815, `- ${no} -`)];
    const found = read(
      [...NAME, table([...HEADER, ...FIRST]), ...frame(1)],
      [table([...HEADER, ...SECOND], { top: 60 }), ...frame(2)],
      [leftLine(100, '三、其他说明'), ...frame(3)],
    );
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
    expect(found.blocks.filter(({ kind }) => kind === 'page_furniture')).toHaveLength(6);
    expect(found.blocks.filter(({ kind }) => kind !== 'page_furniture').map(({ text: words }) => words)).toEqual([
      '部门支出总表',
      '部门：某市某局',
      '单位：万元',
      '三、其他说明',
    ]);
  });

  it('is one where the pages have other margins', () => {
    const shifted = COLUMNS.map((x) => x + 20);
    const found = read([...NAME, table([...HEADER, ...FIRST])], [table([...HEADER, ...SECOND], { xs: shifted })]);
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
  });

  it.each([
    ['all are wider, on a landscape page', COLUMNS.map((x) => x * 1.4), []],
    ['all are a little wider', COLUMNS.map((x) => x * 1.04 + 8), []],
    ['the widths are other ones under the same headings', [60, 160, 380, 440, 500, 560], HEADER],
  ])('is one where the columns change: %s', (_, xs, again) => {
    const found = readSheets(
      sheet([...NAME, table([...HEADER, ...FIRST])]),
      sheet([table([...again, ...SECOND], { top: 60, xs })], { width: 840, height: 600 }),
    );
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
  });

  it('is one where both pages of a short document have a running head', () => {
    const head = centredLine(20, '某市某局2024年部门预算');
    const found = read([head, ...NAME, table([...HEADER, ...FIRST])], [head, table([...HEADER, ...SECOND])]);
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
  });

  describe('with a note under the first page', () => {
    const note = leftLine(700, '注：本表按预算编制口径填列。');

    it('is one where the note stands under every page', () => {
      const found = read([...NAME, table([...HEADER, ...FIRST]), note], [table([...HEADER, ...SECOND]), note]);
      expect(rowsOf(found)).toEqual(wholeRows(HEADER));
      expect(found.tables[0]?.notes).toHaveLength(2);
    });

    it('is one where rows without a header follow', () => {
      const found = read([...NAME, table([...HEADER, ...FIRST]), note], [table(SECOND)]);
      expect(rowsOf(found)).toEqual(wholeRows(HEADER));
    });

    it('is not one with a table that has a header of its own, which is said to be doubtful', () => {
      const found = read([...NAME, table([...HEADER, ...FIRST]), note], [table([...HEADER, ...SECOND])]);
      expect(found.tables).toHaveLength(2);
      expect(found.diagnostics).toMatchObject([
        { code: 'table-perhaps-continued', severity: 'warning', origin: { tableNo: 2, page: 2 } },
      ]);
    });
  });

  it('has no name in common with a table that begins the same form anew', () => {
    const found = read([...NAME, table([...HEADER, ...FIRST])], [table([...HEADER, ...FIRST], { top: 60 })]);
    expect(found.tables.map(({ title }) => title)).toEqual(['部门支出总表', null]);
  });

  it('is one where the last page has the total alone', () => {
    const last = '合计|<|4.00|3.00|1.00';
    const found = read([...NAME, table([...HEADER, ...FIRST.slice(1)])], [table([last], { top: 60 })]);
    expect(rowsOf(found)).toEqual([[...HEADER, ...FIRST.slice(1), last]]);
  });

  it('is one where its frame is open at the page end', () => {
    const found = read(
      [...NAME, table([...HEADER, ...FIRST], { open: true })],
      [table([...HEADER, ...SECOND], { top: 60 })],
    );
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
  });

  it('is one where one of the pages does not part two columns', () => {
    const first = ['科目编码|科目名称|<|基本支出|项目支出', '201|一般公共服务支出|<|3.00|1.00'];
    const further = [...HEADER.map((row) => row.replace('合计', '')), '208|社会保障|甲|3.00|3.00'];
    const found = read([...NAME, table(first)], [table(further, { top: 60 })]);
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]?.readings[0].grid.columnCount).toBe(5);
  });

  it('is one although it has no rules', () => {
    const found = read(
      [...NAME, table([...HEADER, ...FIRST], { ruled: false })],
      [table([...HEADER, ...SECOND], { ruled: false })],
    );
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]?.method).toBe('aligned');
  });

  it('is one where the last page has the total of a table without rules alone', () => {
    const last = '合计||4.00|3.00|1.00';
    const found = read(
      [...NAME, table([...HEADER, ...FIRST.slice(1)], { ruled: false }), centredLine(815, '- 1 -')],
      [table([last], { ruled: false, top: 60 }), leftLine(120, '三、其他说明'), centredLine(815, '- 2 -')],
    );
    expect(rowsOf(found)).toEqual([[...HEADER, ...FIRST.slice(1), last]]);
    expect(found.tables[0]?.pageLast).toBe(2);
  });

  it('takes no total at the top of many pages for a running head', () => {
    const last = '合计||4.00|3.00|1.00';
    const pages = [1, 2, 3].flatMap(() => [
      [...NAME, table([...HEADER, ...FIRST.slice(1)], { ruled: false })],
      [table([last], { ruled: false, top: 60 })],
    ]);
    expect(rowsOf(read(...pages)).map((rows) => rows.at(-1))).toEqual([last, last, last]);
  });

  it('tells of amounts on the last page that stand in none of its columns', () => {
    const found = read(
      [...NAME, table([...HEADER, ...FIRST.slice(1)], { ruled: false })],
      [leftLine(60, '1,204.00'), leftLine(120, '三、其他说明')],
    );
    expect(found.tables).toHaveLength(1);
    expect(found.diagnostics.map(({ code, origin }) => [code, origin.page])).toEqual([['amounts-outside-tables', 2]]);
  });

  it('tells of amounts that stand against words, and of no sentence', () => {
    const told = [leftLine(60, '困难群众救助'), leftLine(100, '821.44上级转移支付'), leftLine(140, '公用经费1,234.56')];
    const quiet = [
      leftLine(60, '821.44万元用于救助。'),
      leftLine(100, '发布于2024.05'),
      leftLine(140, '98.50分以上的有三个'),
      leftLine(180, '共计支出，为821.44'),
    ];
    const messages = read(told, quiet).diagnostics.map(({ message, origin }) => [message.slice(0, 8), origin.page]);
    expect(messages).toEqual([['2 texts ', 1]]);
  });

  it('is one where the last page of a table without rules has the header and one row, too few to show columns', () => {
    const last = '20805|行政事业单位养老支出|6.00||3.00';
    const found = read(
      [...NAME, table([...HEADER, ...FIRST.slice(1), ...SECOND], { ruled: false })],
      [table([...HEADER, last], { ruled: false, top: 60 })],
    );
    expect(rowsOf(found)).toEqual([[...HEADER, ...FIRST.slice(1), ...SECOND, last]]);
  });

  it('is one where a name without rules wraps below the last row of a page, or goes on at the top of the next', () => {
    const xs = [60, 130, 250, 340, 430, 520];
    const rows = (last: string) => [...HEADER, ...SECOND, '20806|机关事业单位基本养老|1.00|1.00|0.00', last];
    const name = '20807|机关事业单位职业年金\\n缴费支出|2.00|1.00|1.00';
    const below = [name.replace('\\n', '\n')];
    const found = read(
      [...NAME, table(rows(name.replace('\\n', '\n')), { ruled: false, xs })],
      [table(['210|卫生健康支出|3.00|2.00|1.00', ...below], { ruled: false, top: 60, xs })],
    );
    expect(rowsOf(found)).toEqual([[...rows(name), '210|卫生健康支出|3.00|2.00|1.00', name]]);
    const cut = read(
      [...NAME, table(rows('20807|机关事业单位职业年金|2.00|1.00|1.00'), { ruled: false, xs })],
      [table(['|缴费支出|||', '210|卫生健康支出|3.00|2.00|1.00', ...SECOND], { ruled: false, top: 60, xs })],
    );
    expect(rowsOf(cut)).toEqual([[...rows(name), '210|卫生健康支出|3.00|2.00|1.00', ...SECOND]]);
  });

  it('is one where the last page has one row without rules, whose name wraps around its numbers', () => {
    const xs = [60, 130, 250, 340, 430, 520];
    const row = {
      glyphs: [
        ...write(134, 60, '机关事业单位职业年金'),
        ...write(64, 67, '20807'),
        ...['2.00', '1.00', '1.00'].flatMap((amount, at) => writeRight([336, 426, 516][at] ?? 0, 67, amount)),
        ...write(134, 74, '缴费支出'),
      ],
      rulings: [],
    };
    const rows = [...HEADER, ...SECOND, '20806|机关事业单位基本养老|1.00|1.00|0.00'];
    const found = read([...NAME, table(rows, { ruled: false, xs })], [row]);
    expect(rowsOf(found)).toEqual([[...rows, '20807|机关事业单位职业年金\\n缴费支出|2.00|1.00|1.00']]);
    expect(found.diagnostics).toEqual([]);
  });

  it('is as uncertain as its least certain page', () => {
    const found = read(
      [...NAME, table([...HEADER, ...FIRST])],
      [table([...HEADER, ...SECOND], { ruled: false, xs: COLUMNS })],
    );
    expect(found.tables.map(({ method }) => method)).toEqual(['aligned']);
  });

  it('goes on below its own columns where two stand side by side', () => {
    const left = [40, 120, 280];
    const other = [320, 400, 560];
    const pair = (no: number, xs: readonly number[]): Mark =>
      table(['编码|金额', ...[1, 2].map((row) => `${no}0${row}|${no}${row}.00`)], { xs });
    const found = read([pair(1, left), pair(2, other)], [pair(3, left), pair(4, other)]);
    expect(rowsOf(found)).toEqual([
      ['编码|金额', '101|11.00', '102|12.00', '301|31.00', '302|32.00'],
      ['编码|金额', '201|21.00', '202|22.00', '401|41.00', '402|42.00'],
    ]);
  });

  it('is the second of two on a page that goes on', () => {
    const found = read(
      [
        ...NAME,
        table([...HEADER, ...FIRST]),
        centredLine(300, '部门收入总表'),
        table([...HEADER, ...FIRST], { top: 330 }),
      ],
      [table([...HEADER, ...SECOND], { top: 60 })],
    );
    expect(rowsOf(found)).toEqual([[...HEADER, ...FIRST], ...wholeRows(HEADER)]);
  });

  it('goes on without header although all its columns hold words', () => {
    const form = ['一级指标|二级指标|三级指标|指标值|备注', '产出指标|数量指标|会议次数|不少于四次|年度'];
    const rest = ['效益指标|社会效益|群众知晓|明显提高|长期', '满意度|服务对象|参会人员|不低于九成|年度'];
    const found = read([centredLine(60, '项目绩效目标表'), table(form)], [table(rest, { top: 60 })]);
    expect(rowsOf(found)).toEqual([[...form, ...rest]]);
  });

  it('goes on with the indicators of its form, which have headings of their own', () => {
    const form = ['支出方向|会议费|所属专项|名称|会议费', '项目金额|31.5||金额|31.5', '年度目标|保障会议|<|<|<'];
    const rest = ['绩效目标|一级指标|二级指标|三级指标|指标值', '|产出指标|数量指标|会议|4次'];
    const found = read([centredLine(60, '项目支出绩效目标表'), table(form)], [table(rest, { top: 60 })]);
    expect(rowsOf(found)).toEqual([[...form, ...rest]]);
  });
});

describe('a table that geometry sees in two ways', () => {
  // the rules part the columns, but not the rows
  const crowded = (rows: readonly string[], top = 120): Mark => {
    const { glyphs } = table(rows, { top });
    const { rulings } = table(['||||'], { top });
    const height = rows.length * 20;
    const stretched = rulings.map((rule) =>
      rule.orientation === 'v'
        ? { ...rule, to: top + height }
        : { ...rule, position: rule.position === top ? top : top + height },
    );
    return { glyphs, rulings: stretched };
  };

  it('is offered in both, whole, although only one page leaves a doubt', () => {
    const found = read(
      [...NAME, table([...HEADER, ...FIRST])],
      [crowded([...SECOND, '210|卫生健康支出|0.00|0.00|0.00'], 60)],
    );
    expect(found.tables).toHaveLength(1);
    expect(found.tables[0]?.readings.map(({ grid }) => grid.rowCount)).toEqual([7, 5]);
    expect(found.tables[0]?.method).toBe('aligned');
    expect(found.diagnostics).toMatchObject([
      { code: 'header-ambiguous', severity: 'info', origin: { tableNo: 1, page: 1 } },
    ]);
  });
});

describe('pages of another form', () => {
  const wide = { width: 840, height: 600 };

  it('hold tables of their own among upright ones', () => {
    const found = readSheets(
      sheet([...NAME, table([...HEADER, ...FIRST])]),
      sheet([centredLine(60, '部门收入总表'), table([...HEADER, ...FIRST], { xs: COLUMNS.map((x) => x * 1.4) })], wide),
      sheet([table(SECOND, { top: 60, xs: COLUMNS.map((x) => x * 1.4) })], wide),
    );
    expect(found.tables.map(({ pageFirst, pageLast }) => [pageFirst, pageLast])).toEqual([
      [1, 1],
      [2, 3],
    ]);
    expect(found.pages.map(({ pageNo, width, hasText }) => [pageNo, width, hasText])).toEqual([
      [1, 600, true],
      [2, 840, true],
      [3, 840, true],
    ]);
  });

  it('are joined although they lie on their side', () => {
    const turned = ({ glyphs, rulings }: Mark): Mark => ({
      glyphs: glyphs.map((glyph) => ({
        ...glyph,
        angle: 270,
        box: [glyph.box[1], 800 - glyph.box[2], glyph.box[3], 800 - glyph.box[0]],
      })),
      rulings: rulings.map((rule) => ({
        ...rule,
        orientation: rule.orientation === 'h' ? 'v' : 'h',
        ...(rule.orientation === 'v' && { position: 800 - rule.position }),
        ...(rule.orientation === 'h' && { from: 800 - rule.to, to: 800 - rule.from }),
      })),
    });
    const found = read([turned(table([...HEADER, ...FIRST]))], [turned(table([...HEADER, ...SECOND]))]);
    expect(rowsOf(found)).toEqual(wholeRows(HEADER));
  });
});

describe('a table of many pages', () => {
  it('is one table, read without hanging', () => {
    const sheets = Array.from({ length: 1_000 }, (_, no) =>
      sheet([table([...HEADER, ...SECOND.map((row) => `${no}${row}`)]), centredLine(815, String(no + 1))]),
    );
    expect(readSheets(...sheets).tables).toHaveLength(1);
  });
});

describe('tables that are not one', () => {
  const again = (marks: readonly Mark[], rows: readonly string[] = SECOND) =>
    read(
      [...NAME, leftLine(110, '附表2-1'), table([...HEADER, ...FIRST], { top: 130 })],
      [...marks, table([...HEADER, ...rows], { top: 130 })],
    ).tables;

  it.each([
    ['another name', [centredLine(60, '部门收入总表')]],
    ['another department', [centredLine(60, '部门支出总表'), leftLine(90, '部门：某市另一局')]],
    ['another unit', [rightLine(90, '单位：元')]],
    ['another number of form', [leftLine(60, '附表2-2')]],
    ['a sentence', [leftLine(60, '以下为下属单位的支出情况。')]],
  ])('stand apart by %s', (_, marks) => {
    expect(again(marks)).toHaveLength(2);
  });

  it('stand apart where the second begins with the first row of the first', () => {
    expect(again([], FIRST)).toHaveLength(2);
  });

  it('stand apart where a total closes the first', () => {
    const rows = [...FIRST.slice(1), '合计|<|4.00|3.00|1.00'];
    expect(read([...NAME, table([...HEADER, ...rows])], [table([...HEADER, ...SECOND])]).tables).toHaveLength(2);
  });

  it('stand apart on one page, whatever their columns', () => {
    const found = read([table([...HEADER, ...FIRST]), table([...HEADER, ...SECOND], { top: 400 })]);
    expect(found.tables).toHaveLength(2);
  });

  it('stand apart where the header heads other things', () => {
    const other = ['单位名称|项目名称|实施期限|负责部门|资金来源', ...SECOND];
    const found = read([...NAME, table([...HEADER, ...FIRST])], [table(other)]);
    expect(found.tables).toHaveLength(2);
  });

  it('are forms that begin anew, although nothing stands between', () => {
    const form = (name: string): string[] => [
      `项目名称|${name}|<|编码|03`,
      '资金总额|5.00|<|其中|1.00',
      '目标|保障|<|<|<',
    ];
    expect(read([table(form('会议'))], [table(form('培训'))]).tables).toHaveLength(2);
  });
});

describe('tables below each other in one frame', () => {
  const others = [60, 200, 290, 420, 540];
  const above = ['部门支出总表|<|<|<|<', '部门：某市某局|<|<|单位：万元|<', ...HEADER, ...FIRST];
  const below = ['部门收入总表|<|<|<', '部门：某市某局|<|单位：元|<', '科目|合计|财政拨款|其他收入'];
  const rows = ['教育收费|10.00|6.00|4.00', '利息收入|4.00|3.00|1.00'];

  it('are told apart by the cell across the frame that names the second, each in its own columns', () => {
    const found = read([table(above), table([...below, ...rows], { top: 120 + above.length * 20, xs: others })]);
    expect(rowsOf(found)).toEqual([above.slice(2), [...below.slice(2), ...rows]]);
    expect(found.tables.map(({ title, captions }) => [title, ...captions])).toEqual([
      ['部门支出总表', '部门：某市某局', '单位：万元'],
      ['部门收入总表', '部门：某市某局', '单位：元'],
    ]);
    expect(found.diagnostics).toEqual([]);
  });

  it('go on over the page end, whatever stood above', () => {
    const found = read(
      [table(above), table([...below, rows[0] ?? ''], { top: 120 + above.length * 20, xs: others })],
      [table(rows.slice(1), { top: 60, xs: others })],
    );
    expect(rowsOf(found)).toEqual([above.slice(2), [...below.slice(2), ...rows]]);
  });

  it('are two where the second has but its name on the page', () => {
    const found = read(
      [table(above), table(below.slice(0, 2), { top: 120 + above.length * 20, xs: others })],
      [table([...below.slice(2), ...rows], { top: 60, xs: others })],
    );
    expect(rowsOf(found)).toEqual([above.slice(2), [...below.slice(2), ...rows]]);
    expect(found.tables[1]).toMatchObject({ title: '部门收入总表', captions: ['部门：某市某局\t单位：元'] });
  });

  it('are told apart by a name that stands over a unit, whatever its words', () => {
    const named = ['部门收入情况|<|<|<', ...below.slice(1), ...rows];
    const found = read([table(above), table(named, { top: 120 + above.length * 20, xs: others })]);
    expect(found.tables.map(({ title }) => title)).toEqual(['部门支出总表', '部门收入情况']);
  });

  it('are one form where cells across the frame name nothing', () => {
    const form = ['项目名称|会议|编码|03', '年度目标|<|<|<', '保障会议召开|<|<|<', '指标|数量|质量|时效'];
    expect(rowsOf(read([table(form, { xs: others })]))).toEqual([form]);
  });
});

describe('tables below each other without any rules', () => {
  const HEAD = ['编码|科目名称|合计|基本支出|项目支出'];
  const stack = (between: readonly string[]) =>
    read([table([...HEAD, ...FIRST, ...between, ...HEAD, ...SECOND], { ruled: false })]);

  it.each([
    ['its name', ['部门支出总表||||'], ['部门支出总表']],
    ['its name and its unit', ['部门支出总表||||', '单位：元||||'], ['部门支出总表', '单位：元']],
    ['its unit', ['单位：元||||'], ['单位：元']],
  ])('are told apart by what stands over the second: %s', (_, between, captions) => {
    const { tables, diagnostics } = stack(between);
    expect(tables.map(({ readings }) => readings[0].grid.rowCount)).toEqual([
      HEAD.length + FIRST.length,
      HEAD.length + SECOND.length,
    ]);
    expect(tables[1]).toMatchObject(captions[0] === '部门支出总表' ? { title: captions[0] } : { captions });
    expect(diagnostics).toEqual([]);
  });
});

describe('a row cut by the page end', () => {
  // the names' column is ten characters wide
  const xs = [60, 120, 230, 320, 410, 500];
  const header = HEADER;
  const base = ['201|一般公共服务支出|1.00|1.00|1.00', '202|社会保障支出|1.00|1.00|1.00'];
  const rest = ['210|卫生健康支出|3.00|2.00|1.00'];
  const cut = (above: string, below: string, again: readonly string[] = header): readonly string[] => {
    const found = read(
      [...NAME, table([...header, ...base, above], { xs })],
      [table([...again, below, ...rest], { xs, top: 60 })],
    );
    expect(found.tables).toHaveLength(1);
    return rowsOf(found)[0]?.slice(header.length + base.length, -rest.length) ?? [];
  };

  it.each([
    ['the name goes on', '208|机关事业单位基本养|2.00|1.00|1.00', '|老保险缴费支出|||'],
    ['the amounts stand below', '208|机关事业单位基本养|||', '|老保险缴费支出|2.00|1.00|1.00'],
    ['code and amounts stand below', '|机关事业单位基本养|||', '208|老保险缴费支出|2.00|1.00|1.00'],
  ])('is one again where %s', (_, above, below) => {
    const whole = ['208|机关事业单位基本养\\n老保险缴费支出|2.00|1.00|1.00'];
    expect(cut(above, below)).toEqual(whole);
    expect(cut(above, below, [])).toEqual(whole);
  });

  it('is one again where the name fills the line behind its indent', () => {
    const above = '208|　　　养老保险缴费|2.00|1.00|1.00';
    expect(cut(above, '|支出|||')).toEqual(['208|　　　养老保险缴费\\n支出|2.00|1.00|1.00']);
  });

  it('is one again where a list of sentences goes on with its next item', () => {
    expect(cut('208|1.开好会议。\n2.办好培训。|2.00|1.00|1.00', '|3.做好调研。|||')).toEqual([
      '208|1.开好会议。\\n2.办好培训。\\n3.做好调研。|2.00|1.00|1.00',
    ]);
  });

  it('is one again where only amounts are left', () => {
    expect(cut('208|其他支出|||', '||2.00|1.00|1.00')).toEqual(['208|其他支出|2.00|1.00|1.00']);
  });

  it.each([
    ['both have amounts', '208|机关事业单位基本养|2.00|1.00|1.00', '|老保险缴费支出|2.00|1.00|1.00'],
    ['the upper name is whole', '|基本支出|||', '|工资福利支出|2.00|1.00|1.00'],
    ['the lower one begins a point', '|机关事业单位基本养|||', '|（二）保险缴费支出|2.00|1.00|1.00'],
    ['the lower one has a code of its own', '208|机关事业单位基本养|||', '20805|年金缴费支出|2.00|1.00|1.00'],
    ['both are counted names', '208|一、基本支出|2.00|1.00|1.00', '|二、项目支出|||'],
    ['the lower one is another item', '208|1.开好会议。|2.00|1.00|1.00', '|3.做好调研。|||'],
    ['the lower one is a total', '|机关事业单位基本养|||', '|其中：年金|2.00|1.00|1.00'],
  ])('are two rows where %s', (_, above, below) => {
    expect(cut(above, below)).toEqual([above, below]);
  });

  it('keeps the page on which it begins; the table ends on the page of its rest', () => {
    const { tables } = read(
      [...NAME, table([...header, ...base, '208|机关事业单位基本养|2.00|1.00|1.00'], { xs })],
      [table([...header, '|老保险缴费支出|||'], { xs, top: 60 })],
    );
    expect(tables[0]).toMatchObject({ pageFirst: 1, pageLast: 2 });
    expect(tables[0]?.readings[0].grid.cells.at(-1)?.page).toBe(1);
  });
});

describe('a merged cell over the page end', () => {
  const header = ['序号|单位|项目|金额|备注'];
  const above = ['1|某市某局|办公经费|1.00|', '^|^|会议经费|2.00|'];

  it.each([
    ['several rows', ['|<|培训经费|3.00|', '2|某市某站|差旅经费|4.00|']],
    ['one row', ['||培训经费|3.00|', '2|某市某站|差旅经费|4.00|']],
  ])('goes on over %s', (_, below) => {
    const rows = below.map((row) => row.replace('|<|', '||'));
    const found = read([table([...header, ...above])], [table([...header, ...rows])]);
    expect(rowsOf(found)).toEqual([[...header, ...above, '^|^|培训经费|3.00|', '2|某市某站|差旅经费|4.00|']]);
  });

  it('goes on where the part below is tall', () => {
    const below = ['||培训经费|3.00|', '^|^|维修经费|4.00|'];
    const found = read([table([...header, ...above])], [table([...header, ...below])]);
    expect(rowsOf(found)).toEqual([[...header, ...above, '^|^|培训经费|3.00|', '^|^|维修经费|4.00|']]);
  });

  it('goes on over one row, of which one stands above, in a column that groups rows', () => {
    const rows = ['1|某市某站|办公经费|1.00|', '^|^|会议经费|2.00|', '2|某市某局|差旅经费|4.00|'];
    const found = read([table([...header, ...rows])], [table([...header, '||培训经费|3.00|', '3|某馆|其他|1.00|'])]);
    expect(rowsOf(found)[0]?.slice(-2)).toEqual(['^|^|培训经费|3.00|', '3|某馆|其他|1.00|']);
  });

  it('goes on where its words stand on both pages', () => {
    const again = ['1|某市某局|培训经费|3.00|', '^|^|维修经费|4.00|'];
    const found = read([table([...header, ...above])], [table([...header, ...again])]);
    expect(rowsOf(found)).toEqual([[...header, ...above, '^|^|培训经费|3.00|', '^|^|维修经费|4.00|']]);
  });

  it('ends where the row below is a total', () => {
    const found = read([table([...header, ...above])], [table([...header, '合计|<|<|3.00|'])]);
    expect(rowsOf(found)[0]?.at(-1)).toBe('合计|<|<|3.00|');
  });
});

describe('a form whose first row ends a page', () => {
  const xs = [60, 140, 220, 380, 460, 540];
  const form = ['一级指标|二级指标|三级指标|指标值|备注', '产出指标|数量指标|培训次数|≥5次|'];

  it('is one, be the row of two cells only', () => {
    const first = table(['项目名称|数字档案建设|<|<|<'], { top: 780, xs });
    const found = read([first, centredLine(815, '— 1 —')], [table(form, { top: 60, xs }), centredLine(815, '— 2 —')]);
    expect(rowsOf(found)).toEqual([['项目名称|数字档案建设|<|<|<', ...form]]);
  });

  it('is none where two boxes side by side stand above other text', () => {
    const boxes = table(['决策|执行|<|<|<'], { top: 400, xs });
    expect(rowsOf(read([boxes, leftLine(600, '部门职责'), leftLine(640, '机构设置')]))).toEqual([]);
  });
});
