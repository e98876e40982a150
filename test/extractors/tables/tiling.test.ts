import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGrids } from '../../../extractors/tables/readings/readings.js';
import type { Grid } from '../../../extractors/types.js';

const WORDS = ['', '', '科目', '合计', '栏次', '1', '2', '201', '3.00', '其中：', '一级指标', '二级指标', '单位：万元'];
const cell = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 4 }));
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 9 });

/** How often each place of the grid is covered. */
function coverage({ rowCount, columnCount, cells }: Grid): readonly number[] {
  const counts = Array.from({ length: rowCount * columnCount }, () => 0);
  for (const { row, col, rowSpan, colSpan } of cells)
    for (let r = row; r < row + rowSpan; r += 1)
      for (let c = col; c < col + colSpan; c += 1)
        counts[r * columnCount + c] = (counts[r * columnCount + c] ?? NaN) + 1;
  return counts;
}

describe('every reading of any rows', () => {
  it.each([true, false])(
    'is a rectangle that its cells cover once, in row-major order (positional: %s)',
    (positional) => {
      const law = fc.property(rows, rows, (texts, repeated) => {
        const source = (row: readonly string[], at: number) => ({ cells: row, lineFirst: at + 1, lineLast: at + 1 });
        const readings = readGrids({
          rows: texts.map(source),
          positional,
          repeatedHeaders: repeated.length > 0 ? [repeated.map(source)] : [],
        });
        for (const { grid } of readings) {
          expect(coverage(grid).every((count) => count === 1)).toBe(true);
          expect(coverage(grid)).toHaveLength(grid.rowCount * grid.columnCount);
          expect(grid.headerRowCount).toBeLessThanOrEqual(grid.rowCount);
          const places = grid.cells.map(({ row, col }) => row * grid.columnCount + col);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      });
      fc.assert(law, { numRuns: 300 });
    },
  );
});
