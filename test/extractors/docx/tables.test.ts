/** Tables as Word draws them. */
import { describe, expect, it } from 'vitest';
import { contentOf, grid, p, r, read, tbl, tc, tr } from '../../builders/docx.js';

const HEADER = ['科目编码|科目名称|合计|基本支出|项目支出'];
const ROWS = ['201|一般公共服务支出|4.00|3.00|1.00', '20103|政府办公厅事务|4.00|3.00|1.00'];

async function readWhole(body: string) {
  const document = await read(body);
  expect(document.diagnostics).toEqual([]);
  return contentOf(document);
}

describe('a table', () => {
  it('keeps its cells, merged over columns and rows', async () => {
    const wide = ['科目|<|本年支出|<|<', '编码|名称|合计|基本支出|项目支出', ...ROWS, '合计|<|8.00|6.00|2.00'];
    expect(await readWhole(grid(wide))).toEqual([wide]);
    const tall = ['序号|单位|金额', '1|某局|1.00', '2|^|2.00', '3|^|3.00'];
    expect(await readWhole(grid(tall))).toEqual([tall]);
  });

  it('says how it was read, and that it has no page', async () => {
    const { tables, pages } = await read(
      p('部门支出总表') + p('单位：万元') + grid([...HEADER, ...ROWS]) + p('注：本表含上年结转。'),
    );
    expect(pages).toEqual([]);
    expect(tables).toMatchObject([
      {
        title: '部门支出总表',
        captions: ['单位：万元'],
        notes: ['注：本表含上年结转。'],
        method: 'docx',
        pageFirst: null,
        lineFirst: null,
      },
    ]);
    expect(tables[0]?.readings).toMatchObject([{ grid: { headerRowCount: 1 } }]);
    expect(tables[0]?.readings[0].grid.cells[0]).toMatchObject({ page: null, box: null });
  });

  it('has columns left free before and after the cells of a row', async () => {
    const body = tbl(
      [
        tr([tc('甲'), tc('乙'), tc('丙')]),
        tr([tc('右')], '<w:gridBefore w:val="2"/>'),
        tr([tc('左')], '<w:gridAfter w:val="2"/>'),
      ],
      [1_000, 1_000, 1_000],
    );
    expect(await readWhole(body)).toEqual([['甲|乙|丙', '||右', '左||']]);
  });

  it.each([
    ['no grid', []],
    ['a wrong grid', [300, 300]],
  ])(
    'has the columns that the widths of its cells show where rows count them differently: %s',
    async (_, columnWidths) => {
      const wide = (text: string, width: number): string => tc(text, `<w:tcW w:w="${width}" w:type="dxa"/>`);
      const body = tbl(
        [
          tr([wide('科目', 4_000), wide('金额', 4_010)]),
          tr([wide('编码', 1_000), wide('名称', 3_000), wide('基本', 2_000), wide('项目', 2_000)]),
          tr([wide('201', 1_010), wide('公共服务', 2_990), wide('1.00', 2_000), wide('2.00', 2_000)]),
        ],
        columnWidths,
      );
      expect(await readWhole(body)).toEqual([['科目|<|金额|<', '编码|名称|基本|项目', '201|公共服务|1.00|2.00']]);
    },
  );

  it('counts columns where widths contradict them but all rows count alike', async () => {
    const wide = (text: string, width: number): string => tc(text, `<w:tcW w:w="${width}" w:type="dxa"/>`);
    const body = tbl([tr([wide('甲', 1_000), wide('乙', 5_000)]), tr([wide('1.00', 5_000), wide('2.00', 1_000)])]);
    expect(await readWhole(body)).toEqual([['甲|乙', '1.00|2.00']]);
  });

  it('has no more columns than most of its rows where a cell counts too many', async () => {
    const wide = (text: string, columns: number): string => tc(text, `<w:gridSpan w:val="${columns}"/>`);
    const row = (...cells: readonly string[]): string => tr(cells.map((cell) => tc(cell)));
    const rows = [tr([wide('科目', 2), wide('预算数', 20)]), tr([wide('合计', 9), tc('3.00'), tc('4.00')])];
    const detail = ['201|甲|1.00|2.00', '202|乙|1.00|1.00', '203|丙|1.00|1.00'];
    const document = await read(
      tbl([
        rows[0] ?? '',
        row('编码', '名称', '甲类', '乙类'),
        rows[1] ?? '',
        ...detail.map((one) => row(...one.split('|'))),
      ]),
    );
    expect(contentOf(document)).toEqual([['科目|<|预算数|<', '编码|名称|甲类|乙类', '合计|<|3.00|4.00', ...detail]]);
  });

  it('has shares of its width for columns', async () => {
    const share = (text: string, width: string): string => tc(text, `<w:tcW w:w="${width}" w:type="pct"/>`);
    const body = tbl([
      tr([share('科目', '2500'), share('金额', '2500')]),
      tr([share('编码', '25%'), share('名称', '25%'), share('基本', '1250'), share('项目', '1250')]),
    ]);
    expect(await readWhole(body)).toEqual([['科目|<|金额|<', '编码|名称|基本|项目']]);
  });

  it('leaves out edges at which no cell begins or ends', async () => {
    const span = (text: string, columns: number): string => tc(text, `<w:gridSpan w:val="${columns}"/>`);
    const body = tbl([tr([span('甲', 2), span('乙', 3)]), tr([span('1.00', 2), span('2.00', 3)])]);
    expect(await readWhole(body)).toEqual([['甲|乙', '1.00|2.00']]);
  });

  it('has one edge where rows are drawn a hair apart, unless a cell stands between', async () => {
    const wide = (text: string, columns: number): string => tc(text, `<w:gridSpan w:val="${columns}"/>`);
    const headed = tr([wide('科目', 2), tc('合计'), tc('基本支出')]);
    const row = tr([tc('公共服务'), wide('3.00', 2), tc('1.00')]);
    expect(await readWhole(tbl([headed, row], [3_000, 20, 1_500, 1_500]))).toEqual([
      ['科目|合计|基本支出', '公共服务|3.00|1.00'],
    ]);
    const thin = tr([tc('甲'), tc('乙'), tc('丙'), tc('丁')]);
    expect(await readWhole(tbl([thin, thin], [3_000, 20, 1_500, 1_500]))).toEqual([['甲|乙|丙|丁', '甲|乙|丙|丁']]);
  });

  it('has cells merged as older programs do', async () => {
    const merge = (value: string): string => `<w:hMerge w:val="${value}"/>`;
    const body = tbl([
      tr([tc('科目', merge('restart')), tc('', merge('continue')), tc('金额')]),
      tr([tc('201'), tc('服务'), tc('1.00')]),
    ]);
    expect(await readWhole(body)).toEqual([['科目|<|金额', '201|服务|1.00']]);
  });

  it('shows of cells merged downwards what Word shows', async () => {
    const merged = (text: string, value = ''): string => tc(text, `<w:vMerge${value}/>`);
    const rows = (below: string): string =>
      tbl([
        tr([tc('单位'), tc('金额')]),
        tr([merged('某局', ' w:val="restart"'), tc('1.00')]),
        tr([merged(below), tc('2.00')]),
      ]);
    expect(await readWhole(rows('某局'))).toEqual([['单位|金额', '某局|1.00', '^|2.00']]);
    const { diagnostics } = await read(rows('另一局'));
    expect(diagnostics).toMatchObject([{ code: 'merged-cell-text-left-out', severity: 'warning' }]);
    expect(diagnostics[0]?.message).toContain('另一局');
  });

  it('begins a cell anew where none above goes on', async () => {
    const body = tbl([tr([tc('甲'), tc('乙')]), tr([tc('1.00', '<w:vMerge/>'), tc('2.00')])]);
    expect(await readWhole(body)).toEqual([['甲|乙', '1.00|2.00']]);
  });

  it('takes as header what the file repeats on each page, where its words do not show it', async () => {
    const rows = ['填表要求|年度目标', '如实填写|完成任务', '甲|乙'];
    const { tables } = await read(grid(rows, { headerRows: 2 }));
    expect(tables[0]?.readings[0].grid.headerRowCount).toBe(2);
    const figures = ['项目|金额', '甲|1.00', '乙|2.00'];
    expect((await read(grid(figures, { headerRows: 2 }))).tables[0]?.readings[0].grid.headerRowCount).toBe(1);
  });

  it('keeps line breaks and paragraphs of a cell as lines, text set upright as text', async () => {
    const body = tbl([
      tr([tc(p('单位') + p() + p('名称')), tc(p(r('金额\n（万元）')), '<w:textDirection w:val="tbRlV"/>')]),
      tr([tc('某局'), tc(p(r('\t1.00 ')))]),
    ]);
    expect(await readWhole(body)).toEqual([['单位\\n\\n名称|金额\\n（万元）', '某局|1.00']]);
  });

  it('shows indents of names as spaces, beside the least in their column', async () => {
    const name = (text: string, indent: string): string => tc(p(text, indent));
    const body = tbl([
      tr([name('科目', '<w:jc w:val="center"/>'), tc('金额')]),
      tr([name('工资福利支出', '<w:ind w:firstLineChars="100" w:firstLine="210"/>'), tc('3.00')]),
      tr([name('基本工资', '<w:ind w:leftChars="100" w:left="210" w:firstLineChars="200"/>'), tc('2.00')]),
      tr([name('津贴', '<w:ind w:left="840" w:hanging="210"/>'), tc('1.00')]),
    ]);
    expect(await readWhole(body)).toEqual([['科目|金额', '工资福利支出|3.00', '　　基本工资|2.00', '　　津贴|1.00']]);
  });

  it('is found in content controls, around rows and cells too', async () => {
    const sdt = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = sdt(tbl([tr([tc('甲'), sdt(tc('乙'))]), sdt(tr([tc(sdt(p('1.00'))), tc('2.00')]))]));
    expect(await readWhole(body)).toEqual([['甲|乙', '1.00|2.00']]);
  });
});

describe('tables in tables', () => {
  const inner = grid(['名称|金额', '甲|1.00']);

  it('stand below the outer one, their text in it no more, and it is said where', async () => {
    const nested = (text: string) => tbl([tr([tc('项目'), tc('明细')]), tr([tc('维修'), tc(p(text) + inner + p())])]);
    const document = await read(nested('见表'));
    expect(contentOf(document)).toEqual([
      ['项目|明细', '维修|见表'],
      ['名称|金额', '甲|1.00'],
    ]);
    expect(document.diagnostics).toMatchObject([{ code: 'table-in-cell', severity: 'info' }]);
    expect(document.diagnostics[0]?.message).toContain('见表');
    expect((await read(nested(''))).diagnostics[0]?.message).toContain('维修');
  });

  it('in a frame of one cell are tables in the text', async () => {
    const body = tbl([tr([tc(p('部门支出总表') + inner + p('以上为全部支出。'))])]);
    expect(await readWhole(body)).toEqual(['部门支出总表', ['名称|金额', '甲|1.00'], '以上为全部支出。']);
  });

  it('side by side in a frame are two tables in the text, each below its name', async () => {
    const side = (name: string): string => tc(p(name) + grid(['项目|金额', '修桥|1.00']) + p());
    const { tables } = await read(tbl([tr([side('收入总表'), side('支出总表')])]));
    expect(tables.map(({ title }) => title)).toEqual(['收入总表', '支出总表']);
  });

  it('are no parts of the one in which they stand', async () => {
    const body = tbl([tr([tc('名称'), tc('金额')]), tr([tc(inner), tc('1.00')])]);
    expect(contentOf(await read(body))).toHaveLength(2);
  });
});

describe('tables that the file divides', () => {
  const first = [...HEADER, '合计|<|10.00|6.00|4.00', ...ROWS];
  const rest = ['208|社会保障和就业支出|6.00|3.00|3.00', '20805|行政事业单位养老支出|6.00|3.00|3.00'];

  it.each([
    ['with nothing between', '', HEADER],
    ['with a blank line between', p(), HEADER],
    ['without header', p(), []],
    ['by a page end', p('<w:r><w:br w:type="page"/></w:r>'), HEADER],
    ['under 续表', p('部门支出总表（续）'), HEADER],
    ['by a page number, — 12 —', p('— 12 —'), HEADER],
    ['by a page number, 第 12 页', p('第 12 页'), HEADER],
    ['by a page number, 12', p('12'), HEADER],
    ['by a page number, the name and the unit', p('- 12 -') + p('部门支出总表') + p('单位：万元'), HEADER],
    ['by a page number below a note, without header', p('注：本表含上年结转。') + p('12'), []],
  ])('are one, %s', async (_, between, again) => {
    const found = await read(p('部门支出总表') + grid(first) + between + grid([...again, ...rest]));
    expect(found.tables.map(({ title }) => title)).toEqual(['部门支出总表']);
    expect(contentOf(found)).toContainEqual([...first, ...rest]);
    expect(found.diagnostics).toEqual([]);
  });

  it('are one where the name of the document stands beside a page number between', async () => {
    const between = [p('某市某局2024年部门预算') + p('- 12 -'), p('- 13 -') + p('某市某局2024年部门预算')];
    const part = (row: string) => grid([...HEADER, row]);
    const body = p('部门支出总表') + grid(first) + rest.map((row, at) => `${between[at] ?? ''}${part(row)}`).join('');
    const found = await read(p('某市某局2024年部门预算') + body);
    expect(contentOf(found)).toContainEqual([...first, ...rest]);
    expect(found.blocks.filter(({ kind }) => kind === 'page_furniture')).toHaveLength(4);
    expect(found.diagnostics).toEqual([]);
  });

  it('are one where the captions between are the same, set in one place or in two', async () => {
    const captions = ['部门：某市某局  单位：万元', '部门：某市某局\t单位：万元'];
    const body = captions.flatMap((line, at) => [p(line), grid([...HEADER, ...(at === 0 ? first.slice(1) : rest)])]);
    const found = await read(p('部门支出总表') + body.join(''));
    expect(contentOf(found)).toContainEqual([...first, ...rest]);
    expect(found.diagnostics).toEqual([]);
  });

  it.each([
    ['another department stands between', p('部门：某市另一局  单位：万元'), [...HEADER, ...rest]],
    ['another unit stands between', p('部门：某市某局') + p('单位：元'), [...HEADER, ...rest]],
    ['another name stands below a page number', p('12') + p('部门收入总表'), [...HEADER, ...rest]],
  ])('are two where %s', async (_, between, second) => {
    const captions = p('部门：某市某局  单位：万元');
    const found = await read(p('部门支出总表') + captions + grid(first) + between + grid(second));
    expect(found.tables).toHaveLength(2);
  });

  it.each([
    ['another name stands between', p('部门收入总表'), [...HEADER, ...rest]],
    ['the header heads other things', '', ['单位名称|项目名称|实施期限|负责部门|资金来源', ...rest]],
    ['the second begins anew', p(), first],
  ])('are two where %s', async (_, between, second) => {
    const found = await read(p('部门支出总表') + grid(first) + between + grid(second));
    expect(found.tables).toHaveLength(2);
  });

  it('are one of which a row may go on in the second: all others have names', async () => {
    const cut = [...first, '20801|人力资源和社会保|3.00|3.00|0.00'];
    const found = await read(grid(cut) + p() + grid(['|障管理事务|||', ...rest]));
    expect(contentOf(found)).toEqual([[...first, '20801|人力资源和社会保\\n障管理事务|3.00|3.00|0.00', ...rest]]);
    const grouped = ['^|^|合计|基本|项目', '甲|会议|1.00|1.00|0.00', '|培训|1.00|1.00|0.00'];
    const [table] = (await read(grid([HEADER[0] ?? '', ...grouped]) + p() + grid(['|出差|||', ...rest]))).tables;
    expect(table?.readings[0].grid.rowCount).toBe(7);
  });

  it('are two where their columns are others, and no heading says that they are the same', async () => {
    const narrow = grid(first, { widths: [3_000, 1_500, 1_000, 1_000, 1_000] });
    const found = await read(narrow + p() + grid(rest, { widths: [800, 4_000, 900, 900, 900] }));
    expect(found.tables).toHaveLength(2);
  });
});

describe('rows of a table that are its captions', () => {
  it('are taken off: name, year, department, unit, each over the whole width', async () => {
    const above = ['项目绩效目标表|<|<', '(2024年度)|<|<', '103某市人民政府办公厅|<|<', '单位：万元|<|<'];
    const rows = ['项目|金额|备注', '会议|1.00|', '培训|2.00|'];
    const document = await read(grid([...above, ...rows], { headerRows: 5 }));
    expect(document.tables).toMatchObject([
      { title: '项目绩效目标表', captions: ['(2024年度)', '103某市人民政府办公厅', '单位：万元'] },
    ]);
    expect(contentOf(document)).toContainEqual(rows);
    expect(document.diagnostics).toEqual([]);
  });

  it('are none where a code with a name stands in one of several cells', async () => {
    const rows = ['103001某市某局机关||', '项目|金额|备注', '会议|1.00|'];
    expect(contentOf(await read(grid(rows)))).toEqual([rows]);
  });
});

describe('tables below each other in one table of the file', () => {
  const across = (text: string): string => `${text}|<|<|<|<`;
  const fund = ['212|城乡社区支出|2.00|0.00|2.00', '21208|土地出让支出|2.00|0.00|2.00'];
  const named = (rows: readonly string[], name: string, unit: string): string[] => [
    across(name),
    across(unit),
    ...HEADER,
    ...rows,
  ];

  it('are parted where a name and unit stand over a header', async () => {
    const first = named(ROWS, '一般公共预算支出表', '单位：元');
    const { tables, diagnostics } = await read(grid([...first, ...named(fund, '政府性基金预算支出表', '单位：万元')]));
    expect(diagnostics).toEqual([]);
    expect(tables).toMatchObject([
      { title: '一般公共预算支出表', captions: ['单位：元'] },
      { title: '政府性基金预算支出表', captions: ['单位：万元'] },
    ]);
    expect(tables.map(({ readings }) => readings[0].grid.rowCount)).toEqual([3, 3]);
  });

  it('are parted where a blank row stands over the name, and the unit beside it', async () => {
    const lower = [across(''), '政府性基金预算支出表|<|<|<|单位：万元', ...HEADER, ...fund];
    expect(await readWhole(grid([...HEADER, ...ROWS, ...lower]))).toEqual([
      [...HEADER, ...ROWS],
      '政府性基金预算支出表\t单位：万元',
      [...HEADER, ...fund],
    ]);
  });

  it('stand each in its own columns: a form below a statement', async () => {
    const form = ['项目支出绩效目标表|<|<|<|<', '项目名称|造林|<|<|<', '一级指标|二级指标|<|三级指标|指标值'];
    const [statement, , below] = await readWhole(grid([...HEADER, ...ROWS, ...form]));
    expect(statement).toEqual([...HEADER, ...ROWS]);
    expect(below).toEqual(['项目名称|造林|<|<', '一级指标|二级指标|三级指标|指标值']);
  });

  it('are one where the name, unit and header of the first stand there again, as at a page end', async () => {
    const upper = named(ROWS, '一般公共预算支出表', '单位：元');
    const lower = named(fund, '一般公共预算支出表', '单位：元');
    const { tables } = await read(grid([...upper, ...lower]));
    expect(tables).toHaveLength(1);
    expect(tables[0]?.readings[0].grid.rowCount).toBe(5);
  });

  it('are one where no header stands below a name: rows of a list', async () => {
    const rows = [...HEADER, ...ROWS, across('政府性基金预算支出表'), ...fund];
    expect(await readWhole(grid(rows))).toEqual([rows]);
  });
});
