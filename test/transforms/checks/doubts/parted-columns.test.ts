/** Rows that fill other columns than their parts. */
import { describe, expect, it } from 'vitest';
import { loadCodebook, transform } from '../../../../transforms/index.js';
import { extractLines, tabbed } from '../../../builders/text-document.js';

const codebook = loadCodebook();
const HEAD = '科目编码|科目名称|合计|一般公共预算|政府性基金预算|事业收入|单位资金';

/** Places of amounts that are told: `row column`. */
function told(rows: readonly string[], head = HEAD): readonly string[] {
  const { diagnostics } = transform(
    extractLines('临海县水利局2024年部门预算', '收入总表', '单位：万元', ...tabbed(head, ...rows)),
    codebook,
  );
  return diagnostics.flatMap(({ code, origin }) => (code === 'columns-parted' ? [`${origin.row} ${origin.col}`] : []));
}

const TOTAL = '|合计|10.00|7.00|||3.00';
const CLASS = '213|农林水支出|10.00|7.00|||3.00';
const GROUP = '21303|水利|10.00|7.00|||3.00';
const LEAF = '2130301|行政运行|10.00|7.00|||3.00';

describe('a row and its parts', () => {
  it('fill the same columns', () => {
    expect(told([TOTAL, CLASS, GROUP, LEAF])).toEqual([]);
  });

  it('are told where a figure of either stands beside its column', () => {
    expect(told(['|合计|10.00|7.00||3.00|', CLASS, GROUP, LEAF])).toEqual(['1 5', '2 6']);
    expect(told([TOTAL, '213|农林水支出|10.00|7.00||3.00|', GROUP, LEAF])).toEqual(['2 5', '3 6']);
    expect(told([TOTAL, CLASS, GROUP, '2130301|行政运行|10.00|7.00||3.00|'])).toEqual(['3 6', '4 5']);
  });

  it('are told where the parts alone fill one column more than several', () => {
    expect(told(['|合计|10.00|7.00|||', CLASS, GROUP, LEAF])).toEqual(['2 6']);
    expect(told(['|合计|10.00||||', CLASS, GROUP, LEAF])).toEqual([]);
  });

  it('may fill different columns of what is 其中', () => {
    const head = '科目编码|科目名称|合计|一般公共预算|事业收入|其中：中小企业预留';
    expect(told(['|合计|10.00|7.00|3.00|', '213|农林水支出|10.00|7.00|3.00|2.00'], head)).toEqual([]);
  });
});
