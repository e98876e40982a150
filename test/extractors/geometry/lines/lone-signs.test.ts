import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import { gridRules, page, textsOf, write, writeCentred, writeRight } from '../page-builder.js';

/** Columns of 100 points from 50; a sign stands at the left edge of its column, a number at the right. */
function account(rows: readonly (readonly string[])[]) {
  return rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      const [x, y] = [50 + c * 100, 55 + r * 20];
      if (c === 0 || r === 0) return c === 0 ? write(x + 3, y, text) : writeCentred(x + 50, y, text);
      if (text === '-') return writeCentred(x + 80, y, text);
      const sign = text.startsWith('-') ? write(x + 3, y, '-') : [];
      return [...sign, ...writeRight(x + 97, y, text.replace('-', ''))];
    }),
  );
}

const ROWS = [
  ['项目名称', '合计', '本年预算', '调整'],
  ['水资源管理', '-12.50', '1.00', '-13.50'],
  ['河长制工作', '-8.53', '1.00', '-9.53'],
  ['农村饮水', '5.00', '2.00', '3.00'],
  ['防汛', '4.00', '-', '4.00'],
];
const SIGNED = ROWS.map((row, at) => row.map((text) => (at === 0 || text === '-' ? text : text.replace('-', '- '))));

describe('a sign far left of its number', () => {
  it('stays with it in a ruled cell', () => {
    const rules = gridRules([50, 150, 250, 350, 450], [50, 70, 90, 110, 130, 150]);
    const [table, ...others] = findTables(page(account(ROWS), rules)).tables;
    expect(others).toEqual([]);
    expect(table?.method).toBe('ruled');
    expect(table && textsOf(table)).toEqual(SIGNED);
  });

  it('stays with it where no rules are', () => {
    const [table] = findTables(page(account(ROWS))).tables;
    expect(table && textsOf(table)).toEqual(SIGNED);
  });
});
