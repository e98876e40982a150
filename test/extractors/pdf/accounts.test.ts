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
