/** Tables that stand close to each other, and rows that are short. */
import { describe, expect, it } from 'vitest';
import { extractLines, picture, tabbed } from '../../builders/text-document.js';

function tables(...lines: readonly string[]) {
  return extractLines(...lines).tables.map(({ title, readings }) => ({ title, rows: picture(readings[0].grid) }));
}

describe('neighbouring tables', () => {
  it('are two where the second one names itself between the rows', () => {
    const found = tables(
      ...tabbed(
        '表1 收入总表|单位：万元',
        '项目|金额',
        '合计|1.00',
        '表2 支出总表|单位：万元',
        '项目|金额',
        '合计|2.00',
      ),
    );
    expect(found).toEqual([
      { title: '表1 收入总表', rows: ['项目|金额', '合计|1.00'] },
      { title: '表2 支出总表', rows: ['项目|金额', '合计|2.00'] },
    ]);
  });

  it('are two where a name with a year stands between, although the second is an empty form of the same width', () => {
    const found = tables(
      ...tabbed('科目|合计', '201|1.00'),
      '',
      '2025年政府性基金预算支出表',
      ...tabbed('科目|合计', '|', '合计|'),
    );
    expect(found.map(({ title }) => title)).toEqual([null, '2025年政府性基金预算支出表']);
  });
});

describe('rows whose last blanks are cut off', () => {
  it('stay rows of their own', () => {
    const [table] = tables(
      ...tabbed(
        '科目编码|科目名称|合计|其中',
        '208|社会保障|2.00|1.00',
        '20805|养老',
        '20808|抚恤|1.00',
        '合计||2.00|1.00',
      ),
    );
    expect(table?.rows).toHaveLength(5);
    expect(table?.rows[2]).toBe('20805|养老||');
  });
});
