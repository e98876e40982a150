import { describe, expect, it } from 'vitest';
import { cellPerLine, extractLines, picture, tabbed } from '../../builders/text-document.js';

function tables(...lines: readonly string[]) {
  return extractLines(...lines).tables;
}

function firstPicture(...lines: readonly string[]): readonly string[] {
  const [table] = tables(...lines);
  return table ? picture(table.readings[0].grid) : [];
}

describe('captions', () => {
  it('are lines above the table: its name, unit and department', () => {
    const [table] = tables('支出总表', '部门：某局', '单位：万元', ...tabbed('科目|金额', '合计|1.00'));
    expect(table).toMatchObject({ title: '支出总表', captions: ['部门：某局', '单位：万元'] });
  });

  it('are rows of the table where the source prints them so, outside the grid', () => {
    const lines = cellPerLine('支出总表', '103某局|预算年度：2024|单位：万元', '科目|金额', '合计|1.00');
    const [table] = tables(...lines);
    expect(table).toMatchObject({ title: '支出总表', captions: ['103某局', '预算年度：2024', '单位：万元'] });
    expect(firstPicture(...lines)).toEqual(['科目|金额', '合计|1.00']);
  });

  it('are above a heading that stands between them and the table too', () => {
    const [table] = tables(
      '“三公”经费预算支出表',
      '部门：某局',
      '2024年度',
      '单位：万元',
      '“三公”经费预算数',
      ...tabbed('项目|金额', '合计|1.00'),
    );
    expect(table).toMatchObject({
      title: '“三公”经费预算支出表',
      captions: ['部门：某局', '2024年度', '单位：万元'],
    });
  });

  it('name the unit between two headings of which neither ends with 表', () => {
    const [table] = tables('“三公”经费预算情况', '单位：万元', '其中：财政拨款', ...tabbed('项目|金额', '合计|1.00'));
    expect(table).toMatchObject({ title: '其中：财政拨款', captions: ['单位：万元'] });
  });

  it('do not name the unit over a heading where a nearer line names another', () => {
    const [table] = tables('支出总表', '单位：元', '财政拨款', '单位：万元', ...tabbed('项目|金额', '合计|1.00'));
    expect(table).toMatchObject({ title: '支出总表', captions: ['单位：万元'] });
  });

  it('do not name the unit over a heading where a nearer line names a rate', () => {
    const [table] = tables('单位：万元', '支出总表', '单位：元/人', ...tabbed('项目|金额', '合计|1.00'));
    expect(table).toMatchObject({ title: '支出总表', captions: ['单位：元/人'] });
  });

  it('do not come from directly below the table before, over a heading', () => {
    const first = tabbed('科目|金额', '合计|1.00');
    const second = tabbed('项目|人数|金额', '合计|2|3.00');
    const [, table] = tables(...first, '', '单位：万元', '“三公”经费预算数', '', ...second);
    expect(table).toMatchObject({ title: '“三公”经费预算数', captions: [] });
  });

  it('do not come from a sentence', () => {
    const [table] = tables('本部门编制了以下收入支出总表。', ...tabbed('科目|金额', '合计|1.00'));
    expect(table).toMatchObject({ title: null, captions: [] });
  });

  it('do not swallow a header with a column 单位', () => {
    expect(firstPicture(...tabbed('单位|金额', '某局|1.00'))).toEqual(['单位|金额', '某局|1.00']);
  });
});

describe('notes', () => {
  it('stand below the grid, as lines or as rows', () => {
    const [table] = tables(...tabbed('科目|金额', '合计|1.00', '注：本表无其他数据|'), '备注：单位为万元');
    expect(table?.notes).toEqual(['注：本表无其他数据', '备注：单位为万元']);
    expect(table?.readings[0].grid.rowCount).toBe(2);
  });
});

describe('a table over a page break', () => {
  const header = ['科目编码|科目名称|金额', '栏次|1|2'];
  const above = tabbed(...header, '合计||6.00', '201|一般公共服务支出|2.00');

  it('is one table, the repeated header gone', () => {
    const rows = firstPicture(...above, '', '5', '', ...tabbed(...header, '208|社会保障和就业支出|4.00'));
    expect(rows).toEqual([...header, '合计||6.00', '201|一般公共服务支出|2.00', '208|社会保障和就业支出|4.00']);
  });

  it('is one table when no header is repeated', () => {
    expect(tables(...above, '', ...tabbed('208|社会保障和就业支出|4.00'))).toHaveLength(1);
  });

  it('is one table when a few words of the repeated header are altered, and offers both headers', () => {
    const wide = '科目|合计|财政拨款|专户资金|上年结转';
    const altered = '科目|合计|财政拨款|专户管理资金|上年结转';
    const joined = tables(
      ...tabbed(wide, '合计|3.00|1.00|1.00|1.00'),
      '',
      ...tabbed(altered, '201|3.00|1.00|1.00|1.00'),
    );
    expect(joined).toHaveLength(1);
    expect(joined[0]?.readings.map(({ grid }) => picture(grid)[0])).toEqual([wide, altered]);
  });

  it('says which row lacks a cell where all others are whole', () => {
    const rows = [
      '科目|合计|基本支出|',
      '201|3.00|1.00|',
      '205|3.00|1.00|',
      '206|3.00|1.00|',
      '207|3.00|1.00|2.00',
      '208|3.00|1.00',
    ];
    const { diagnostics } = extractLines(...tabbed(...rows));
    expect(diagnostics.map(({ code, origin }) => [code, origin.row])).toEqual([['row-short', 5]]);
    expect(extractLines(...tabbed('科目|合计|基本支出', '201', '205', '206|1.00')).diagnostics).toEqual([]);
  });

  it('is another table when a complete header prints the same words over other columns', () => {
    const swapped = tables(
      '支出表',
      ...tabbed('科目|合计|基本支出|项目支出', '201|3.00|1.00|2.00'),
      '',
      '- 3 -',
      '',
      ...tabbed('科目|合计|项目支出|基本支出', '208|3.00|1.00|2.00'),
    );
    expect(swapped.map(({ title }) => title)).toEqual(['支出表', '支出表']);
  });

  it('is one table when 续表 and its captions stand between', () => {
    const between = ['支出表（续表）', '单位：万元'];
    const all = tables(
      '支出表',
      '单位：万元',
      ...above,
      '',
      ...between,
      ...tabbed(...header, '208|社会保障和就业支出|4.00'),
    );
    expect(all).toHaveLength(1);
  });

  it('puts a row together that the page end cuts', () => {
    const rows = firstPicture(...above, '', '', ...tabbed(...header, '|（续）|', '208|社会保障和就业支出|4.00'));
    expect(rows[3]).toBe('201|一般公共服务支出\\n（续）|2.00');
  });

  it('is two tables when the second begins anew', () => {
    expect(tables(...above, '', ...tabbed(...header, '合计||4.00'))).toHaveLength(2);
  });

  it('is two tables when another name stands between', () => {
    expect(tables('收入表', ...above, '', '支出表', ...tabbed(...header, '208|社会保障和就业支出|4.00'))).toHaveLength(
      2,
    );
  });
});

describe('body rows', () => {
  it('put a collapsed 合计 over code and name, its numbers under numbers', () => {
    const lines = cellPerLine('编码|名称|基本支出|项目支出', '201|一般公共服务|1.00|2.00', '合计|1.00|2.00');
    expect(firstPicture(...lines)[2]).toBe('合计|<|1.00|2.00');
  });

  it('keep blank cells where they are', () => {
    const lines = cellPerLine('编码|名称|基本支出|项目支出', '201|一般公共服务||2.00');
    expect(firstPicture(...lines)[1]).toBe('201|一般公共服务||2.00');
  });

  it('carry the levels of indicators down', () => {
    const lines = tabbed('一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|会议|≥4次', '||活动|≥2次');
    expect(firstPicture(...lines)[2]).toBe('^|^|活动|≥2次');
  });
});

describe('a form', () => {
  it('has no header; the last cell of a row takes the rest of the width', () => {
    const lines = cellPerLine('项目名称|会议|编码|03', '资金总额|5.00', '绩效目标|保障会议');
    const [table] = tables(...lines);
    expect(table?.readings[0].grid.headerRowCount).toBe(0);
    expect(firstPicture(...lines)).toEqual(['项目名称|会议|编码|03', '资金总额|5.00|<|<', '绩效目标|保障会议|<|<']);
  });
});
