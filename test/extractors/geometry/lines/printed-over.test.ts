import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import { gridRules, page, textsOf, write, writeRight } from '../page-builder.js';

const LABELS = [...write(53, 55, '项目'), ...write(153, 55, '预算数'), ...write(53, 75, '公务接待费')];
const RULES = gridRules([50, 150, 250], [50, 70, 90]);

function amountOf(glyphs: typeof LABELS): string | null | undefined {
  const [table] = findTables(page([...LABELS, ...glyphs], RULES)).tables;
  return table && textsOf(table)[1]?.[1];
}

describe('two texts at one place', () => {
  it('stay two', () => {
    expect(amountOf([...writeRight(245, 75, '7.50'), ...writeRight(245, 75, '6.50')])).toBe('7.50\n6.50');
    expect(amountOf([...writeRight(245, 75, '7.50'), ...writeRight(244, 75, '6.50')])).toBe('7.50\n6.50');
  });

  it('are one where characters are squeezed', () => {
    const squeezed = Array.from('12.5').flatMap((digit, at) => write(200 + at * 2.6, 75, digit));
    expect(amountOf(squeezed)).toBe('12.5');
  });
});
