/** Floating tables: which words stand above them on the page. */
import { describe, expect, it } from 'vitest';
import { grid, p, read } from '../../builders/docx.js';

const ROWS = ['科目编码|科目名称|合计', '2130101|行政运行|1.00', '2130108|病虫害控制|2.00'];
const LINE = 312;

function floating(attributes: string, rows: readonly string[] = ROWS): string {
  return grid(rows).replace('<w:tblPr/>', `<w:tblPr><w:tblpPr ${attributes}/></w:tblPr>`);
}

function byText(below: number, rows: readonly string[] = ROWS): string {
  return floating(`w:vertAnchor="text" w:horzAnchor="margin" w:tblpY="${String(below)}"`, rows);
}

async function titlesOf(body: string) {
  const { tables, diagnostics } = await read(body);
  return { titles: tables.map(({ title }) => title), codes: diagnostics.map(({ code }) => code), tables };
}

describe('a floating table', () => {
  it('stands below the paragraphs after it that fit above its top: its name and its unit', async () => {
    const one = (name: string): string => byText(2 * LINE + 76) + p(name) + p('单位：元') + p().repeat(3);
    const { titles, codes, tables } = await titlesOf(one('一般公共预算支出表') + one('政府性基金预算支出表'));
    expect(titles).toEqual(['一般公共预算支出表', '政府性基金预算支出表']);
    expect(tables.map(({ captions }) => captions)).toEqual([['单位：元'], ['单位：元']]);
    expect(codes).toEqual([]);
  });

  it('stands where it is in the file where no line fits above it', async () => {
    const body = p('一般公共预算支出表') + byText(156) + p('政府性基金预算支出表') + grid(['科目|金额', '甲|3.00']);
    const { titles, codes } = await titlesOf(body);
    expect([titles, codes]).toEqual([['一般公共预算支出表', '政府性基金预算支出表'], []]);
  });

  it('may be named by a line that perhaps fits above it: told, and marked', async () => {
    const { tables, codes } = await titlesOf(byText(LINE + 20) + p('一般公共预算支出表'));
    expect(tables).toMatchObject([{ title: '一般公共预算支出表', placeUnsure: true }]);
    expect(codes).toEqual(['floating-table-place']);
  });

  it('is sure of its name where it has one, in its rows or above it', async () => {
    const named = byText(LINE + 20, ['一般公共预算支出表|<|<', ...ROWS]);
    expect((await titlesOf(named + p('政府性基金预算支出表'))).codes).toEqual([]);
    const above = p('一般公共预算支出表') + byText(LINE + 20);
    expect((await titlesOf(above + p('政府性基金预算支出表'))).codes).toEqual([]);
  });

  it('that has its place on the page is perhaps named by the words after it, where none before it do', async () => {
    const onPage = floating('w:vertAnchor="page" w:tblpY="2000"');
    expect((await titlesOf(onPage + p('一般公共预算支出表'))).codes).toEqual(['floating-table-place']);
    expect((await titlesOf(p('一般公共预算支出表') + onPage + p('说明'))).codes).toEqual([]);
    expect((await titlesOf(floating('w:tblpY="2000"') + p('一般公共预算支出表'))).codes).toHaveLength(1);
  });
});
