import { describe, expect, it } from 'vitest';
import { readDocumentFacts } from '../../../transforms/captions/index.js';
import type { RawBlock } from '../../../extractors/types.js';
import { budgetTable, rawDocument } from '../../builders/budget-document.js';

interface Printed {
  readonly title: string;
  readonly page?: number;
  readonly stamp?: string;
  readonly report?: string;
}

function read({ title, page, stamp = '2025年', report = '甲县科技局2025年部门预算' }: Printed) {
  const blocks = [report, stamp].map((text, at): RawBlock => {
    return {
      blockNo: at + 1,
      order: at,
      kind: 'paragraph',
      text,
      page: page ?? null,
      box: null,
      lineFirst: at,
      lineLast: at,
    };
  });
  const of = (tableNo: number, order: number, name: string) => ({
    ...budgetTable(tableNo, 'other', [['项目', '金额']]).raw,
    title: name,
    order,
    pageFirst: page === undefined ? null : order - 1,
    pageLast: page === undefined ? null : order - 1,
  });
  const tables = [of(1, 2, title), of(2, 3, '收入表')];
  const { doubtfulParts, diagnostics } = readDocumentFacts(rawDocument('void', { blocks, tables }), () => null);
  const told = diagnostics.flatMap(({ code, origin }) => (code === 'table-void' ? [origin.tableNo] : []));
  expect(doubtfulParts.map(({ from }) => from - 1)).toEqual(told);
  return told;
}

describe('a table that holds for nothing', () => {
  it.each(['支出表（样表）', '支出表(作废)', '支出表（示例）', '项目支出表填报示例'])(
    'says so in its title: %s',
    (title) => {
      expect(read({ title })).toEqual([1]);
    },
  );

  it.each(['支出表', '高新区示范项目支出表', '模板工程支出表', '样本检测项目支出表'])('is not: %s', (title) => {
    expect(read({ title })).toEqual([]);
  });

  it('has a line across it', () => {
    expect(read({ title: '支出表', stamp: '作 废' })).toEqual([1]);
    expect(read({ title: '支出表', stamp: '【样表】', page: 2 })).toEqual([2]);
    expect(read({ title: '支出表', stamp: '作废的文件共3件' })).toEqual([]);
  });

  it('is every one of a document that is an example', () => {
    expect(read({ title: '支出表', report: '甲县2025年部门预算（样表）' })).toEqual([1, 2]);
  });
});
