import { expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { extractLines, tabbed } from '../../builders/text-document.js';
import { processorTime } from '../../processor-time.js';

const ROWS = 10;
const SPACES = 20_000;
/** Was some fifteen seconds, as each space was tried as the beginning of a line's end; is a small part of one. */
const MOST_MS = 5_000;

it.each([
  ['within a name', `一般公共${' '.repeat(SPACES)}服务支出`],
  ['before a name', `${'\u3000'.repeat(SPACES)}一般公共服务支出`],
])('much white space %s takes no time', (_, name) => {
  const codebook = loadCodebook();
  const rows = Array.from({ length: ROWS }, (_row, at) => `${201 + at}|${name}|${at + 1}.00`);
  const raw = extractLines(
    '某市某局2024年部门预算',
    '支出总表',
    '单位：万元',
    ...tabbed('科目编码|科目名称|合计', ...rows),
  );
  const time = processorTime(() => transform(raw, codebook));
  expect(time).toBeLessThan(MOST_MS);
  const { lines } = transform(raw, codebook);
  expect(lines.map(({ amount }) => amount)).toEqual(rows.map((_row, at) => BigInt(at + 1) * 1_000_000n));
});
