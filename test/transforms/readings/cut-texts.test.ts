/** Texts that the page shows only in part, from drawn pages. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../extractors/types.js';
import { loadCodebook, transform } from '../../../transforms/index.js';
import type { BudgetDocument } from '../../../transforms/index.js';
import { centredLine, readSheets, rightLine, sheet, table } from '../../extractors/pdf/draft.js';

const ROWS = [
  '科目编码|科目名称|合计|基本支出|项目支出',
  '合计|<|10.00|6.00|4.00',
  '201|一般公共服务支出|7.00|3.00|4.00',
  '205|教育支出|3.00|3.00|',
];
/** The middle of its row, from the heading down. */
const rowAt = (row: number): number => 120 + 20 * row + 10;

function read(...cuts: readonly (readonly [x: number, y: number])[]): BudgetDocument {
  const page = sheet([
    centredLine(40, '某市某局2024年部门预算', 16),
    centredLine(70, '2024年部门支出预算总表'),
    rightLine(90, '单位：万元'),
    table(ROWS),
  ]);
  const boxes = cuts.map(([x, y]): Box => [x - 2, y - 2, x + 2, y + 2]);
  const source = { documentId: '0'.repeat(64), fileName: 'a.pdf', sourceUri: 'file:///a.pdf', byteSize: 1 };
  const raw = readSheets({ ...page, cuts: boxes });
  return transform({ ...source, ...raw, mediaType: 'application/pdf', charset: null }, loadCodebook());
}

function saidOf({ diagnostics }: BudgetDocument): unknown[] {
  return diagnostics.flatMap(({ code, origin }) => (code === 'text-cut-off' ? [origin] : []));
}

function doubtful({ lines }: BudgetDocument): string[] {
  return lines.flatMap(({ confidence, amountText, label }) =>
    confidence === 'suspect' ? [`${label} ${amountText}`] : [],
  );
}

describe('a text of which the page shows a part', () => {
  it('is said of its cell', () => {
    expect(saidOf(read())).toEqual([]);
    expect(saidOf(read([290, rowAt(2)], [440, rowAt(1)], [500, rowAt(1)]))).toEqual([
      { tableNo: 1, row: 2, col: 1, page: 1 },
      { tableNo: 1, row: 1, col: 3, page: 1 },
      { tableNo: 1, row: 1, col: 4, page: 1 },
    ]);
  });

  it('is said of its page where it stands in no cell', () => {
    expect(saidOf(read([300, 75]))).toEqual([{ page: 1 }]);
  });

  it('leaves an amount in doubt, and with a code the whole row, even where sums hold', () => {
    expect(doubtful(read([290, rowAt(2)]))).toEqual([]);
    expect(doubtful(read([370, rowAt(2)]))).toEqual(['一般公共服务支出 7.00']);
    expect(doubtful(read([110, rowAt(3)]))).toEqual(['教育支出 3.00', '教育支出 3.00']);
  });
});
