/** Right documents in layouts of many provinces: nothing in them is in doubt. */
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../transforms/index.js';
import type { BudgetDocument } from '../../transforms/index.js';
import { extractLines, tabbed } from '../builders/text-document.js';

const codebook = loadCodebook();

/** A report with one table under a title, and what the text says. */
function read(title: string, rows: readonly string[], ...text: readonly string[]): BudgetDocument {
  return transform(
    extractLines('临海县水利局2024年部门预算', title, '单位：万元', ...tabbed(...rows), ...text),
    codebook,
  );
}

/** Codes of warnings, and how many lines are in doubt. */
function doubts({ lines, diagnostics }: BudgetDocument): readonly (string | number)[] {
  const warnings = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  return [...new Set(warnings), lines.filter(({ confidence }) => confidence === 'suspect').length];
}

describe('a summary with two lists of expenditure', () => {
  it.each(['项目（按支出性质分类）', '按支出性质分类', '支出项目（按支出用途分类）', '项目（按支出经济分类）'])(
    'by function and under %s',
    (heading) => {
      const document = read('收支预算总表', [
        '收入||支出|||',
        `项目|预算数|项目（按支出功能分类）|预算数|${heading}|预算数`,
        '一、一般公共预算拨款收入|500.00|农林水支出|400.00|一、基本支出|350.00',
        '二、政府性基金预算拨款收入|100.00|城乡社区支出|200.00|二、项目支出|250.00',
        '收入总计|600.00|支出总计|600.00|支出总计|600.00',
      ]);
      expect(doubts(document)).toEqual([0]);
      expect(document.lines.map(({ label }) => label)).toContain('一、基本支出');
    },
  );
});

it('a column of all revenue under 收入总计', () => {
  const rows = ['单位名称|收入总计|一般公共预算|政府性基金预算', '合计|6.00|5.00|1.00', '临海县水利局|6.00|5.00|1.00'];
  expect(doubts(read('收入预算总表', rows))).toEqual([0]);
});

describe("a year's money beside what was announced and what was carried over", () => {
  const given = (announced: string): BudgetDocument =>
    read('一般公共预算支出预算表', [
      '科目编码|科目名称|合计|省级当年财政拨款安排|中央提前通知专项转移支付等|上年结转安排',
      `|合计|600.00|400.00|${announced}|50.00`,
      '2130301|行政运行|300.00|300.00||',
      `2130305|水利工程建设|300.00|100.00|${announced}|50.00`,
    ]);

  it('adds up in every row, or is in doubt', () => {
    expect(doubts(given('150.00'))).toEqual([0]);
    expect(given('150.00').lines.every(({ confidence }) => confidence === 'proven')).toBe(true);
    expect(doubts(given('170.00'))).toContain('check-failed');
  });

  it('adds up where each is a head over columns of its own', () => {
    const document = read('财政拨款支出预算表（部门经济分类科目）', [
      '科目编码|科目名称|总计|省级当年财政拨款安排|||中央提前通知专项转移支付等||上年结转安排',
      '|||合计|一般公共预算拨款|政府性基金安排|合计|一般公共预算拨款|',
      '|合计|600.00|400.00|300.00|100.00|150.00|150.00|50.00',
      '301|工资福利支出|300.00|300.00|300.00||||',
      '310|资本性支出|300.00|100.00||100.00|150.00|150.00|50.00',
    ]);
    expect(doubts(document)).toEqual([0]);
  });
});

it('classes that print no code, among such as do', () => {
  const rows = ['科目编码|单位名称（科目）|合计', '|合计|6.00', '|工资福利支出|4.00', '30101|基本工资|4.00'];
  const more = ['|商品和服务支出|2.00', '30201|办公费|2.00'];
  const document = read('财政拨款支出预算表', [...rows, ...more]);
  expect(doubts(document)).toEqual([0]);
  expect(document.lines.map(({ codes }) => codes[0]?.code ?? null)).toEqual([null, '301', '30101', '302', '30201']);
});
