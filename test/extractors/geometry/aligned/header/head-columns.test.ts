import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../../extractors/geometry/aligned/header/heading-blocks.js';
import { headColumns } from '../../../../../extractors/geometry/aligned/header/head-columns.js';
import { cutRows } from '../../../../../extractors/geometry/lines/segments.js';
import { write } from '../../page-builder.js';

describe('a heading over a column that is blank', () => {
  it('leaves the next column to its own heading, though that stands beside the amounts too', () => {
    const headings = [...write(100, 100, '合计'), ...write(150, 100, '国有资本经营预算'), ...write(260, 100, '结转')];
    const columns = [
      { from: 100, to: 140 },
      { from: 290, to: 310 },
    ];
    expect(headColumns(columns, blocksOf(cutRows(headings, []), []), [])).toEqual([
      { from: 100, to: 140 },
      { from: 150, to: 230 },
      { from: 260, to: 310 },
    ]);
  });
});
