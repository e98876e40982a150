import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../../extractors/geometry/aligned/header/heading-blocks.js';
import { splitUnderHeadings } from '../../../../../extractors/geometry/aligned/header/split-columns.js';
import { cutRows } from '../../../../../extractors/geometry/lines/segments.js';
import { write } from '../../page-builder.js';

describe('a column under two headings', () => {
  const split = (nameHeading: number, bodyTexts: readonly (readonly [number, string])[]) => {
    const headings = blocksOf(
      cutRows([...write(55, 100, '代码'), ...write(nameHeading, 100, '单位名称（科目）')], []),
      [],
    );
    const body = cutRows(
      bodyTexts.flatMap(([x, text], at) => write(x, 120 + at * 16, text)),
      [],
    );
    return splitUnderHeadings([{ from: 55, to: 135 }], headings, body).length;
  };

  it('is one where no text is under the second heading alone and some reaches under it', () => {
    const glued = [
      [95, '合计'],
      [55, '302001锦绣水务局'],
    ] as const;
    expect(split(105, glued)).toBe(1);
    expect(split(132, glued)).toBe(2);
  });
});
