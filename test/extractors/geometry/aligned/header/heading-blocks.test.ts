import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../../extractors/geometry/aligned/header/heading-blocks.js';
import { cutRows } from '../../../../../extractors/geometry/lines/segments.js';
import { write, writeCentred } from '../../page-builder.js';

describe('the headings of a header of one level', () => {
  /** Headings set around these places, their lines this far apart, from the top (0) or ending on the last line. */
  const read = (headings: readonly (readonly string[])[], pitch: number, set: 'top' | 'foot' = 'top') => {
    const most = Math.max(...headings.map((lines) => lines.length));
    const glyphs = headings.flatMap((lines, at) =>
      lines.flatMap((text, line) => {
        const first = set === 'top' ? 0 : most - lines.length;
        return writeCentred(80 + at * 60, 100 + (first + line) * pitch, text);
      }),
    );
    const blocks = blocksOf(cutRows(glyphs, []), []);
    return blocks.map(({ segments }) => segments.map(({ text }) => text)).toSorted();
  };

  it('go on beside one that goes on in the same line', () => {
    const headings = [
      ['本年收入', '合计'],
      ['一般公', '共预算'],
      ['其他', '收入'],
    ];
    expect(read(headings, 14)).toEqual(headings.toSorted());
  });

  it('are one however many lines they have, where these are as far apart as those of others', () => {
    const headings = [['事业', '收入'], ['国有', '资本', '经营', '预算'], ['财政', '专户', '资金'], ['合计']];
    expect(read(headings, 15, 'foot')).toEqual(headings.toSorted());
  });

  it('are several where one stands farther over the next than lines of one do', () => {
    const glyphs = [
      ...writeCentred(140, 100, '支出'),
      ...['小计', '基本', '项目'].flatMap((text, at) => writeCentred(80 + at * 60, 116, text)),
      ...['资金', '结转', '结余'].flatMap((text, at) => write(250, 100 + at * 13.5, text)),
    ];
    const blocks = blocksOf(cutRows(glyphs, []), []);
    expect(blocks.map(({ segments }) => segments.map(({ text }) => text))).toContainEqual(['支出']);
  });
});
