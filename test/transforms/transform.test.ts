import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../transforms/index.js';
import type { BudgetDocument, BudgetLine } from '../../transforms/index.js';
import { extractLines, tabbed } from '../builders/text-document.js';

const codebook = loadCodebook();

function read(...lines: readonly string[]): BudgetDocument {
  return transform(extractLines(...lines), codebook);
}

const PIECES = [
  ...['\t', '\t', '\n', '\n', '\n\n', '\n\t', '，', '。', '：', '、', '（', '）'],
  ...[
    '支出总表',
    '一般公共预算支出表',
    '单位：万元',
    '科目编码',
    '科目名称',
    '项目',
    '合计',
    '基本支出',
    '项目支出',
    '本年收入合计',
  ],
  ...[
    '201',
    '2010201',
    '一般公共服务支出',
    '其中：',
    '2024年',
    '2023年',
    '财政拨款',
    '“三公”经费',
    '增加',
    '下降',
    '持平',
    '占',
  ],
  ...['1.00', '2.00', '3.00', '0', '-', '5.5万元', '100%', '一级指标', '二级指标', '三级指标', '指标值', '≥5次'],
];
const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 80 }).map((pieces) => pieces.join(''));

describe('transform', () => {
  it('reads any document without an error, and numbers what it finds', () => {
    const law = fc.property(text, (given) => {
      fc.pre(given.trim() !== '');
      const { lines, targets, checks, tables } = read(given);
      expect(lines.map(({ lineNo }) => lineNo)).toEqual(lines.map((_, at) => at + 1));
      expect(targets.map(({ targetNo }) => targetNo)).toEqual(targets.map((_, at) => at + 1));
      expect(checks.map(({ checkNo }) => checkNo)).toEqual(checks.map((_, at) => at + 1));
      for (const { parentLineNo, lineNo } of lines) {
        expect(parentLineNo).not.toBe(lineNo);
        if (parentLineNo !== null) expect(lines[parentLineNo - 1]).toBeDefined();
      }
      for (const line of lines) expect(printedAt(line, tables)).toBe(line.amountText);
    });
    fc.assert(law, { numRuns: 150 });
  });

  it('says nothing against a small document in order, and proves its lines', () => {
    const { lines, checks, diagnostics } = read(
      '青岛市财政局2024年部门预算',
      '支出总表',
      '单位：万元',
      ...tabbed(
        '科目编码|科目名称|合计|基本支出|项目支出',
        '|合计|5.00|3.00|2.00',
        '201|一般公共服务支出|5.00|3.00|2.00',
      ),
    );
    expect(lines).toHaveLength(6);
    expect(new Set(lines.map(({ confidence }) => confidence))).toEqual(new Set(['proven']));
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['pass']));
    expect(diagnostics).toEqual([]);
  });

  it('does not let a wrong sum pass', () => {
    const { lines, checks } = read(
      '支出总表',
      '单位：万元',
      ...tabbed(
        '科目编码|科目名称|合计|基本支出|项目支出',
        '|合计|9.00|3.00|2.00',
        '201|一般公共服务支出|5.00|3.00|2.00',
      ),
    );
    expect(checks.some(({ status }) => status === 'fail')).toBe(true);
    expect(lines[0]?.confidence).toBe('suspect');
  });
});

/** What stands in the document at the place of a line. */
function printedAt({ place, amountText }: BudgetLine, tables: BudgetDocument['tables']): string | undefined {
  if (place.kind === 'prose') return place.sentence.includes(amountText) ? amountText : undefined;
  const grid = tables.find(({ raw }) => raw.tableNo === place.tableNo)?.grid;
  return grid?.cells.find(({ row, col }) => row === place.row && col === place.col)?.text.trim();
}
