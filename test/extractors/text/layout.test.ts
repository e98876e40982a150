import { describe, expect, it } from 'vitest';
import { cellPerLine, extractLines, picture, tabbed } from '../../builders/text-document.js';

function tables(...lines: readonly string[]) {
  return extractLines(...lines).tables.map(({ method, readings }) => ({ method, rows: picture(readings[0].grid) }));
}

describe('layout of a text', () => {
  it('finds both kinds of tables in one document', () => {
    const found = tables(
      '收入表',
      ...tabbed('项目|金额', '合计|1.00'),
      '',
      '支出表',
      ...cellPerLine('项目|金额', '合计|2.00'),
    );
    expect(found).toEqual([
      { method: 'tsv', rows: ['项目|金额', '合计|1.00'] },
      { method: 'cell_per_line', rows: ['项目|金额', '合计|2.00'] },
    ]);
  });

  it('puts the lines of one cell together', () => {
    const [table] = tables('', '\t项目', '\t金额', '', '\t一般公共服务', '支出', '\t3.00');
    expect(table?.rows).toEqual(['项目|金额', '一般公共服务\\n支出|3.00']);
  });

  it('puts a row together that breaks inside a cell', () => {
    const [table] = tables(
      ...tabbed('科目编码|科目名称|金额', '208|社会保障和'),
      ...tabbed('就业支出|5.00', '合计||5.00'),
    );
    expect(table?.rows).toEqual(['科目编码|科目名称|金额', '208|社会保障和\\n就业支出|5.00', '合计||5.00']);
  });

  it('keeps a row of blank cells', () => {
    expect(tables(...tabbed('项目|金额', '|', '合计|1.00'))[0]?.rows).toHaveLength(3);
  });

  it('takes neither a table of contents nor paragraphs indented by a tab for a table', () => {
    expect(tables(...tabbed('第一部分 概况|1', '第二部分 预算表|3', '第三部分 说明|9'))).toEqual([]);
    expect(tables('\t2024年预算收入100万元。', '', '\t2024年预算支出100万元。')).toEqual([]);
  });

  it('says so where columns are parted by spaces only', () => {
    const { tables: none, diagnostics } = extractLines(
      '基本支出  10.00  20.00',
      '项目支出  1.00  2.00',
      '合计  11.00  22.00',
    );
    expect(none).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'table-unseparated', severity: 'warning', origin: { line: 1 } }]);
  });

  it('ends a table at a line with more cells than a row can have', () => {
    const document = extractLines(...tabbed('项目|金额', '合计|1.00'), `小计${'\t'.repeat(300)}1.00`, '其中\t1.00');
    expect(document.tables.map(({ readings }) => picture(readings[0].grid))).toEqual([
      ['项目|金额', '合计|1.00'],
      ['其中|1.00'],
    ]);
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['line-too-wide']);
  });
});
