import { describe, expect, it } from 'vitest';
import type { Box } from '../../../extractors/types.js';
import { centredLine, prose, readSheets, rightLine, sheet, table } from './draft.js';
import type { Mark } from './draft.js';

const PICTURE: Box = [60, 120, 540, 500];
const SEAL: Box = [400, 600, 500, 700];
const NAME = centredLine(60, '部门支出总表');
const UNIT = rightLine(90, '单位：万元');

function codesOf(marks: readonly Mark[], images: readonly Box[]): string[] {
  const found = readSheets({ ...sheet(marks), images });
  return found.diagnostics.map(({ code, origin }) => `${code} ${String(origin.page)}`);
}

describe('a page with a picture and no table', () => {
  it.each([
    ['the name of a table', [NAME]],
    ['its unit', [UNIT]],
  ])('perhaps has one in the picture where it prints %s', (_, marks) => {
    expect(codesOf(marks, [PICTURE])).toEqual(['tables-perhaps-pictures 1']);
  });

  it.each([
    ['it prints no name of a table', [prose(60, '本部门职责如下图所示，各处室分工负责。')], [PICTURE]],
    ['the picture is a seal', [NAME], [SEAL]],
    ['it has a table', [NAME, table(['科目|合计', '教育支出|10.00'], { xs: [60, 300, 540] })], [PICTURE]],
  ])('has none where %s', (_, marks, images) => {
    expect(codesOf(marks, images)).toEqual([]);
  });
});
