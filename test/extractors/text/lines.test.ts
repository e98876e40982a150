import { describe, expect, it } from 'vitest';
import { DEFAULT_EXTRACT_LIMITS } from '../../../extractors/limits.js';
import { CellCount } from '../../../extractors/tables/cell-count.js';
import { splitLines, type TextLine } from '../../../extractors/text/lines.js';

function split(text: string): TextLine[] {
  return splitLines(text, new CellCount(DEFAULT_EXTRACT_LIMITS.cells));
}

function furniture(text: string): readonly string[] {
  return split(text)
    .filter((line) => line.furniture)
    .map((line) => line.text);
}

describe('lines', () => {
  it('are counted as editors count them, whatever ends them', () => {
    expect(split('一\r\n二\r三\n四').map(({ no, text }) => `${String(no)}${text}`)).toEqual([
      '1一',
      '2二',
      '3三',
      '4四',
    ]);
  });

  it('lose bookmarks and keep the words around them', () => {
    expect(split('部门[bookmark: _Toc1]预算[bookmark: end]')[0]?.text).toBe('部门预算');
  });

  it('with nothing but a bookmark are furniture', () => {
    expect(split('[bookmark: _Toc1]')[0]).toMatchObject({ text: '', furniture: true });
  });

  it.each(['第3页', '第 3 页 共 12 页', 'page number', '3/12'])('%s is a page field', (line) => {
    expect(furniture(line)).toEqual([line]);
  });

  it('hold a page number only where a number stands alone between blank lines', () => {
    expect(furniture('合计\n\n- 12 -\n\n收入')).toEqual(['- 12 -']);
    expect(furniture('合计\n12\n收入')).toEqual([]);
    expect(furniture('\t12\n')).toEqual([]);
  });
});
