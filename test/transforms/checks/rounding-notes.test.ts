/** What documents say of the rounding of their figures. */
import { describe, expect, it } from 'vitest';
import type { RawBlock } from '../../../extractors/types.js';
import { reportRoundingNotes } from '../../../transforms/checks/rounding-notes.js';
import { budgetTable } from '../../builders/budget-document.js';

function block(blockNo: number, text: string): RawBlock {
  return { blockNo, order: blockNo, kind: 'note', text, page: 3, box: null, lineFirst: null, lineLast: null };
}

const NOTES = [
  '注：报表金额单位转换时可能存在四舍五入尾数误差。',
  '2.本套报表金额单位转换时可能存在尾数误差。',
  '注：本表金额转换为万元时，因四舍五入可能存在尾差',
  '部分数据因四舍五入的原因，存在总计与分项合计不等的情况。',
  '因四舍 五入，部分合计数与明细数之和存在差异。',
] as const;

describe('a rounding note', () => {
  it.each(NOTES)('%s', (text) => {
    const [note, ...others] = reportRoundingNotes([], [block(4, text)]);
    expect(others).toEqual([]);
    expect(note).toMatchObject({ severity: 'info', code: 'rounding-note', origin: { blockNo: 4, page: 3 } });
    expect(note?.message).toContain(text);
  });

  it('is none where only 尾数 or 差异 of other things are spoken of', () => {
    const others = ['银行账号尾数为0123。', '与上年相比存在差异，主要是人员变动。', '小数点后保留两位。'];
    expect(reportRoundingNotes([], [block(1, others.join(''))])).toEqual([]);
  });

  it('is told once, at its first place, however often and however numbered it stands', () => {
    const texts = ['注：单位转换时存在尾差。', '注：1. 单位转换时存在尾差。', '2. 单位转换时存在尾差。本表无数据。'];
    const found = reportRoundingNotes(
      [],
      texts.map((text, at) => block(at + 1, text)),
    );
    expect(found.map(({ origin }) => origin.blockNo)).toEqual([1]);
    expect(found[0]?.message).toContain('(3 times)');
  });

  it('is found in a cell', () => {
    const table = budgetTable(2, 'other', [['项目'], ['注：因四舍五入可能存在尾差。']]);
    expect(reportRoundingNotes([table], []).map(({ origin }) => origin)).toEqual([
      { tableNo: 2, row: 1, col: 0, page: null },
    ]);
  });
});
