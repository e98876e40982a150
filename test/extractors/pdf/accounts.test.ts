/** From drawn pages to checked lines: tables that page ends cut add up. */
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { centredLine, leftLine, readSheets, rightLine, sheet, table } from './draft.js';

const HEADER = '科目编码|科目名称|合计|基本支出|项目支出';
// the names' column is ten characters wide
const XS = [60, 130, 250, 340, 430, 520];

const SOURCE = { documentId: '0'.repeat(64), fileName: 'a.pdf', sourceUri: 'file:///a.pdf', byteSize: 1 };

describe('a report cut by page ends', () => {
  it('adds up: a row cut in two, a header once repeated and once not, the total on the last page', () => {
    const frame = (no: number) => [centredLine(20, '某市某局2024年部门预算'), centredLine(815, `— ${no} —`)];
    const document = readSheets(
      sheet([
        centredLine(60, '某市某局2024年部门预算', 16),
        leftLine(690, '表三'),
        centredLine(720, '2024年部门支出预算总表'),
        rightLine(740, '单位：万元'),
        table([HEADER, '201|一般公共服务支出|4.00|3.00|1.00', '20103|政府办公厅及相关机|||'], { top: 755, xs: XS }),
        ...frame(1),
      ]),
      sheet([
        centredLine(60, '2024年部门支出预算总表（续）'),
        table([HEADER, '|构事务|4.00|3.00|1.00', '2010301|行政运行|4.00|3.00|1.00'], { xs: XS }),
        ...frame(2),
      ]),
      sheet([
        table(['208|社会保障和就业支|6.00|2.00|4.00', '|出|||', '20805|养老支出|6.00|2.00|4.00'], { top: 60, xs: XS }),
        ...frame(3),
      ]),
      sheet([table(['合计|<|10.00|5.00|5.00'], { top: 60, xs: XS }), ...frame(4)]),
    );
    const { lines, checks, tables } = transform(
      { ...SOURCE, ...document, mediaType: 'application/pdf', charset: null },
      loadCodebook(),
    );
    expect(tables.map(({ tableKind, unit, raw }) => [tableKind, unit, raw.pageFirst, raw.pageLast])).toEqual([
      ['expenditure_summary', '万元', 1, 4],
    ]);
    expect(checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(checks.filter(({ status }) => status === 'pass').length).toBeGreaterThan(8);
    expect(lines.map(({ confidence }) => confidence)).not.toContain('suspect');
    expect(lines.filter(({ label }) => label.includes('相关机')).map(({ label }) => label.replace('\n', ''))).toContain(
      '政府办公厅及相关机构事务',
    );
  });
});

describe('final accounts in the older national form', () => {
  const rows = [
    '项目|<|<|<|年初结转|本年收入|本年支出|<|<|年末结转',
    '功能分类科目编码|<|<|科目名称|和结余|合计|合计|基本支出|项目支出|和结余',
    '类|款|项|栏次|1|2|3|4|5|6',
    '^|^|^|合计|5.00|10.00|12.00|9.00|3.00|3.00',
    '201|||一般公共服务支出|5.00|10.00|12.00|9.00|3.00|3.00',
    '201|03||政府办公厅事务|5.00|10.00|12.00|9.00|3.00|3.00',
    '201|03|01|行政运行|5.00|7.00|9.00|9.00||3.00',
    '201|03|02|一般行政管理事务||3.00|3.00||3.00|',
  ];
  const xs = [60, 85, 110, 135, 260, 310, 360, 410, 460, 510, 560];
  const { tables, blocks, pages, diagnostics } = readSheets(
    sheet([
      centredLine(40, '某市某局2018年度部门决算', 16),
      centredLine(70, '一般公共预算财政拨款收入支出决算表', 14),
      rightLine(90, '单位：万元'),
      table(rows, { xs }),
    ]),
  );
  const found = transform(
    { ...SOURCE, mediaType: 'application/pdf', charset: null, pages, tables, blocks, diagnostics },
    loadCodebook(),
  );

  it('has its total beside 类 款 项 that reach down to it', () => {
    expect(tables[0]?.readings[0].grid.headerRowCount).toBe(3);
    const totals = found.lines.filter(({ lineRole }) => lineRole === 'total');
    expect(totals.map(({ label, amountText }) => `${label} ${amountText}`)).toEqual(
      ['5.00', '10.00', '12.00', '9.00', '3.00', '3.00'].map((amount) => `合计 ${amount}`),
    );
  });

  it('need not have spent this year what it received', () => {
    expect(found.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(
      found.checks.filter(({ rule }) => rule === 'column-total' || rule === 'spending-parts').length,
    ).toBeGreaterThan(6);
  });
});
