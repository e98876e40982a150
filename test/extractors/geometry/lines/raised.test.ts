import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import type { Glyph } from '../../../../extractors/geometry/page.js';
import { gridRules, page, textsOf, write, writeRight } from '../page-builder.js';

/** An amount of 10 points with a mark of 6 points behind it, as far above as its top. */
function marked(right: number, y: number, amount: string, mark: string): Glyph[] {
  return [...writeRight(right - 3 * mark.length, y, amount), ...writeRight(right, y - 1, mark, 6)];
}

const NAMES = [
  ...write(53, 55, '项目'),
  ...write(153, 55, '预算数'),
  ...write(53, 75, '因公出国费'),
  ...write(53, 95, '公务接待费'),
];
const RULES = gridRules([50, 150, 250], [50, 70, 90, 110]);

describe('a small raised figure behind an amount', () => {
  it('is the mark of a footnote, no digit', () => {
    const glyphs = [...NAMES, ...marked(245, 75, '853', '2'), ...marked(245, 95, '12.5', '10')];
    const [table] = findTables(page(glyphs, RULES)).tables;
    expect(table && textsOf(table)).toEqual([
      ['项目', '预算数'],
      ['因公出国费', '853²'],
      ['公务接待费', '12.5¹⁰'],
    ]);
  });

  it('leaves the amount in its column where no rule parts them', () => {
    const more = ['1.50', '2.50'].map((text, at) => [
      ...write(53, 115 + at * 20, '会议费'),
      ...writeRight(245, 115 + at * 20, text),
    ]);
    const glyphs = [...NAMES, ...marked(245, 75, '853', '2'), ...marked(245, 95, '12.5', '1'), ...more.flat()];
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table).slice(1)).toEqual([
      ['因公出国费', '853²'],
      ['公务接待费', '12.5¹'],
      ['会议费', '1.50'],
      ['会议费', '2.50'],
    ]);
  });

  it('is a digit where it stands on the same base line', () => {
    const glyphs = [...NAMES, ...writeRight(242, 75, '853'), ...writeRight(245, 79, '2', 6)];
    const [table] = findTables(page(glyphs, RULES)).tables;
    expect(table && textsOf(table)[1]).toEqual(['因公出国费', '8532']);
  });
});
