import { expect, it } from 'vitest';
import { readPrintedCode } from '../../../transforms/codebook/index.js';

it.each([
  ['2010301', '2010301', null],
  ['201 03 01', '2010301', null],
  ['201　03　01', '2010301', null],
  ['２０１０３０１', '2010301', null],
  ['[2010301]行政运行', '2010301', '行政运行'],
  ['2010301-行政运行', '2010301', '行政运行'],
  ['【A02010105】台式计算机', 'A02010105', '台式计算机'],
  ['c99000000 其他服务', 'C99000000', '其他服务'],
  ['01', '01', null],
  ['B', 'B', null],
  ['行政运行', null, '行政运行'],
  ['2024年预算', null, '2024年预算'],
  ['1,234.56', null, '1,234.56'],
  ['1.行政运行', null, '1.行政运行'],
  ['201 06 1', null, '201 06 1'],
  ['A座', null, 'A座'],
  ['', null, null],
])('%j is code %j and name %j', (text, code, name) => {
  expect(readPrintedCode(text)).toEqual({ code, name });
});
