import { describe, expect, it } from 'vitest';
import { readDocumentFacts } from '../../../transforms/captions/index.js';
import type { RawBlock, RawTable } from '../../../extractors/types.js';
import { budgetTable, rawDocument } from '../../builders/budget-document.js';

/** Lines in order; `表` stands for a table. */
function read(...texts: string[]) {
  const blocks = texts.flatMap((text, at): RawBlock[] =>
    text === '表'
      ? []
      : [{ blockNo: at + 1, order: at, kind: 'paragraph', text, page: null, box: null, lineFirst: at, lineLast: at }],
  );
  const tables = texts.flatMap((text, at): RawTable[] =>
    text === '表' ? [{ ...budgetTable(at, 'other', [['项目', '金额']]).raw, title: '支出表', order: at }] : [],
  );
  const { doubtfulParts, diagnostics } = readDocumentFacts(rawDocument('reports', { blocks, tables }), () => null);
  const told = diagnostics.filter(({ code }) => code === 'several-reports');
  return { parts: doubtfulParts.map(({ from, to }) => [from, to]), told };
}

describe('another report in the same file', () => {
  it('is of another body', () => {
    const { parts, told } = read('甲县科技局2025年部门预算', '表', '甲县档案局2025年部门预算', '表');
    expect(parts).toEqual([[2, Infinity]]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ severity: 'warning', origin: { blockNo: 3 } });
    expect(told[0]?.message).toMatch(/甲县档案局2025年部门预算.*甲县科技局2025年部门预算/);
  });

  it.each([
    ['of another year and stage', '甲县科技局2023年度部门决算'],
    ['of another year', '甲县科技局2024年部门预算公开'],
    ['of a part of the body', '甲县科技局信息中心2025年单位预算'],
    ['named with the year first', '2025年甲县档案局部门预算'],
    ['named without its body', '2023年度部门决算'],
  ])('is %s', (_, title) => {
    expect(read('甲县科技局2025年部门预算', '表', title, '表').parts).toEqual([[2, Infinity]]);
  });

  it('is named on a cover of two lines', () => {
    expect(read('甲县科技局2025年部门预算', '表', '甲县档案局', '2025年部门预算', '表').parts).toEqual([[3, Infinity]]);
  });

  it('ends at a title of the document', () => {
    const parts = read(
      '甲县科技局2025年部门预算',
      '表',
      '甲县档案局2025年部门预算',
      '表',
      '甲县科技局2025年部门预算',
      '表',
    ).parts;
    expect(parts).toEqual([[2, 4]]);
  });
});

describe('no other report', () => {
  it.each([
    ['the title again', '甲县科技局2025年部门预算'],
    ['the title with the words of a chapter', '甲县科技局2025年部门预算情况说明'],
    ['a shortened name', '县科技局2025年度部门预算公开'],
    ['an abbreviated name', '甲县科学技术局2025年度部门预算公开'],
    ['the title without the name', '2025年部门预算情况说明'],
    ['its own level', '甲县科技局（本级）2025年部门预算'],
    ['a numbered heading', '二、甲县档案局2025年部门预算'],
    ['a sentence', '甲县档案局2024年部门预算比上年增加。'],
    ['the name of a table', '甲县档案局2025年部门预算收支总表'],
  ])('is %s', (_, title) => {
    expect(read('甲县科技局2025年部门预算', '表', title, '表')).toEqual({ parts: [], told: [] });
  });

  it('is an entry of a list of contents', () => {
    const listed = ['甲县科技局2025年部门预算', '甲县档案局2025年部门预算', '甲县科技局2025年部门预算'];
    expect(read(...listed, '表')).toEqual({ parts: [], told: [] });
  });

  it('is a list of units before a chapter', () => {
    const texts = ['甲县科技局2025年部门预算', '表', '甲县科技馆', '甲县档案馆', '2025年部门预算情况说明', '表'];
    expect(read(...texts)).toEqual({ parts: [], told: [] });
  });
});
