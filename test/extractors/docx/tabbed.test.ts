/** Tables that are set with tabs or spaces, not drawn. */
import { describe, expect, it } from 'vitest';
import { contentOf, grid, p, read } from '../../builders/docx.js';

const NAME = p('部门支出总表') + p('单位：万元');
const HEADER = '科目编码|科目名称|合计|基本支出|项目支出';
const ROWS = ['|合计|8.00|6.00|2.00', '201|一般公共服务支出|4.00|4.00|', '208|社会保障和就业支出|4.00|2.00|2.00'];

/** Paragraphs, from cells joined by `|`. */
function set(rows: readonly string[], gap = '\t'): string {
  return rows.map((row) => p(row.replaceAll('|', gap))).join('');
}

/** Its tables without the lines around them; it must have no diagnostics. */
async function tablesOf(body: string) {
  const found = await read(body);
  expect(found.diagnostics).toEqual([]);
  return contentOf(found).filter((shown) => typeof shown !== 'string');
}

describe('a table set with tabs', () => {
  it('has a column for each tab, and name and captions as any other', async () => {
    const found = await read(NAME + set([HEADER, ...ROWS]) + p('三、其他说明'));
    expect(found.tables).toMatchObject([{ title: '部门支出总表', captions: ['单位：万元'], method: 'tsv', notes: [] }]);
    expect(contentOf(found)).toEqual(['部门支出总表', '单位：万元', [HEADER, ...ROWS], '三、其他说明']);
    expect(found.diagnostics).toEqual([]);
  });

  it('may lack the tabs at the end of rows, and have one in front of each', async () => {
    const cut = [HEADER, ...ROWS].map((row) => `|${row.replace(/\|+$/, '')}`);
    expect(await tablesOf(NAME + set(cut))).toEqual([[HEADER, ...ROWS]]);
  });

  it('may have as many tabs as fill the gap to the next column', async () => {
    const filled = ['项目|||上年预算数|预算数', '因公出国（境）费||3.00|4.00', '公务接待费|||1.00||2.00'];
    const rows = filled.map((row) => row.replace(/\|+/g, '|'));
    expect(await tablesOf(NAME + set(filled))).toEqual([rows]);
  });

  it('has a total over the columns of words', async () => {
    const found = await tablesOf(NAME + set([HEADER, '合计|8.00|6.00|2.00', ...ROWS.slice(1)]));
    expect(found).toEqual([[HEADER, '合计||8.00|6.00|2.00', ...ROWS.slice(1)]]);
  });

  it('has headings over others by their order: they stand anywhere above them', async () => {
    const upper = '科目编码|科目名称|合计|||2024年预算数|';
    const header = ['科目编码|科目名称|合计|2024年预算数|<|<', '^|^|^|小计|基本支出|项目支出'];
    const body = ['201|一般公共服务支出|4.00|4.00|3.00|1.00', '208|社会保障和就业支出|4.00|4.00|2.00|2.00'];
    const found = await tablesOf(NAME + set([upper, '|||小计|基本支出|项目支出', ...body]));
    expect(found).toEqual([[...header, ...body]]);
  });

  it('holds the names of groups, and ends where another table or the text begins', async () => {
    const group = ['项目|上年预算数|预算数', '一、基本支出', '人员经费|1.00|2.00', '公用经费|3.00|4.00'];
    const found = await tablesOf(NAME + set(group) + p('部门收入总表') + set([HEADER, ...ROWS]));
    expect(found).toEqual([
      [...group.slice(0, 1), '一、基本支出||', ...group.slice(2)],
      [HEADER, ...ROWS],
    ]);
  });

  it('goes on below a page number', async () => {
    expect(
      await tablesOf(NAME + set([HEADER, ...ROWS]) + p('- 3 -') + set([HEADER, '210|卫生健康支出|1.00|1.00|0.00'])),
    ).toEqual([[HEADER, ...ROWS, '210|卫生健康支出|1.00|1.00|0.00']]);
  });

  it.each([
    ['contents', ['第一部分 概况|1', '第二部分 预算表|3', '第三部分 说明|9']],
    ['contents whose parts have numbers', ['1|概况|1', '2|预算表|3', '3|说明|9']],
    ['signatures', ['填表人：|审核人：', '日期：|盖章：', '电话：|传真：']],
    ['indented paragraphs', ['|2024年预算收入100万元。', '|2024年预算支出100万元。', '|增加2.00万元。']],
  ])('is none where lines are %s', async (_, lines) => {
    expect(await tablesOf(set(lines))).toEqual([]);
  });
});

describe('rows that stand in the text', () => {
  it.each([
    ['spaces part them', set([HEADER, ...ROWS], '    ')],
    [
      'their tabs fit no columns',
      set([HEADER, '201|公共服务|||4.00|3.00|1.00', '|208|社会保障|4.00|2.00', '210||健康|1.00']),
    ],
    [
      'headings stand over headings, none over amounts',
      set(['项目|金额', '合计|基本|项目', ...ROWS.slice(1).map((row) => row.slice(4))]),
    ],
  ])('are kept and told where %s', async (_, body) => {
    const found = await read(NAME + body);
    expect(found.tables).toEqual([]);
    expect(found.diagnostics).toMatchObject([{ code: 'table-unseparated', severity: 'warning' }]);
  });

  it('are told where there are but few of them', async () => {
    const { diagnostics } = await read(grid(['项目|金额', '甲|1.00']) + set(['基本支出|1,234.00']));
    expect(diagnostics).toMatchObject([{ code: 'amounts-outside-tables', severity: 'warning' }]);
  });
});
