import { describe, expect, it } from 'vitest';
import { extractLines, picture } from '../../builders/text-document.js';

function grids(...lines: readonly string[]): readonly (readonly string[])[] {
  return extractLines(...lines).tables.map(({ readings }) => picture(readings[0].grid));
}

const HEADER = '科目编码,科目名称,合计';

describe('delimited rows', () => {
  it('are a table among prose, quoted thousands and all', () => {
    const found = grids('支出预算表', '单位：元', HEADER, '201,"一般公共服务支出","1,080.00"', '208,"a ""b""",20.00');
    expect(found).toEqual([['科目编码|科目名称|合计', '201|一般公共服务支出|1,080.00', '208|a "b"|20.00']]);
  });

  it('keep a line break inside a quoted cell', () => {
    expect(grids(HEADER, '201,"一般公共\n服务支出",1.00', '208,社会保障,2.00')[0]?.[1]).toBe(
      '201|一般公共\\n服务支出|1.00',
    );
  });

  it('are two tables where a row has nothing but delimiters', () => {
    expect(grids('支出表,,', HEADER, '201,甲,1.00', ',,', '项目表,,', HEADER, '208,乙,2.00')).toHaveLength(2);
  });

  it('may be parted by semicolons, or by bars as Markdown does without outer ones', () => {
    expect(grids('a;b;c', '1;2;3', '4;5;6')[0]).toHaveLength(3);
    expect(grids('a | b | c', '--- | --- | ---', '1.00 | 2.00 | 3.00', '4.00 | 5.00 | 6.00')[0]).toEqual([
      'a|b|c',
      '1.00|2.00|3.00',
      '4.00|5.00|6.00',
    ]);
  });

  it('are no table where sentences only have as many commas', () => {
    expect(grids('甲,乙,丙都参加', '丁,戊,己都参加', '庚,辛,壬都参加')).toEqual([]);
  });

  it('are no table where a quote is never closed', () => {
    const { tables, blocks } = extractLines('a,"b,c', '1,2,3', '4,5,6');
    expect(tables).toEqual([]);
    expect(blocks.map(({ text }) => text).join('')).toContain('a,"b,c');
  });
});
