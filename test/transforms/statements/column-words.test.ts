import { expect, it } from 'vitest';
import { headsCodesAndNames } from '../../../transforms/statements/column-words.js';

it.each([['采购品目编码采购品目名称'], ['采购品目编', '码采购品目名称'], ['科目编码', '科目名称类款项']])(
  'takes %s %s for the headings of codes and of names',
  (...path) => {
    expect(headsCodesAndNames(path)).toBe(true);
  },
);

it.each([['科目编码及名称'], ['科目编码名称'], ['科目名称'], ['科目编码', '类款项']])(
  'takes %s %s for the heading of one column',
  (...path) => {
    expect(headsCodesAndNames(path)).toBe(false);
  },
);
