import { describe, expect, it } from 'vitest';
import { extractLines } from '../../builders/text-document.js';

function blocks(...lines: readonly string[]): readonly string[] {
  return extractLines(...lines).blocks.map(({ kind, text }) => `${kind} ${text}`);
}

describe('blocks', () => {
  it('join a sentence that a page end breaks, and leave the page number between its parts out', () => {
    const found = blocks(
      '2024年部门收入预算共100万元，其中一般公共预算拨款收入',
      '',
      '3',
      '',
      '80万元，其他收入20万元。',
    );
    expect(found).toEqual([
      'paragraph 2024年部门收入预算共100万元，其中一般公共预算拨款收入80万元，其他收入20万元。',
      'page_furniture 3',
    ]);
  });

  it('do not join a sentence that has ended, nor a numbered one', () => {
    expect(blocks('本部门收入预算共100万元，比上年增加10万元。', '支出预算100万元，与上年持平。')).toHaveLength(2);
    expect(blocks('本部门收入预算共100万元，主要原因，项目增加', '2.支出预算100万元，持平。')).toHaveLength(2);
  });

  it('join a cover title that is set one character a line', () => {
    expect(blocks('某', '市', '财', '政', '局', '2024年部门预算')).toEqual([
      'heading 某市财政局',
      'heading 2024年部门预算',
    ]);
  });

  it('say where they stand in the text', () => {
    const [, second] = extractLines('第一部分', '', '一、部门职责').blocks;
    expect(second).toMatchObject({ blockNo: 2, lineFirst: 3, lineLast: 3 });
  });

  it('tell captions and notes from the text around a table', () => {
    const found = blocks(
      '概况',
      '',
      '收入总表',
      '单位：万元',
      '项目\t金额',
      '合计\t1.00',
      '注：本表金额转换成万元时，因四舍五入可能存在尾差。',
    );
    expect(found).toEqual([
      'heading 概况',
      'caption 收入总表',
      'caption 单位：万元',
      expect.stringMatching(/^note 注：/),
    ]);
  });
});
