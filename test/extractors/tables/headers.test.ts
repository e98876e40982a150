import { describe, expect, it } from 'vitest';
import { readCollapsedHeader } from '../../../extractors/tables/headers/collapsed.js';
import { countHeaderRows } from '../../../extractors/tables/headers/extent.js';
import { readHeaderByOrder } from '../../../extractors/tables/headers/order.js';
import { readHeaderByPosition } from '../../../extractors/tables/headers/positions.js';
import type { HeaderReading } from '../../../extractors/tables/headers/positions.js';
import { tileGrid } from '../../../extractors/tables/readings/tile.js';
import { picture } from '../../builders/text-document.js';

function cells(rows: readonly string[]): string[][] {
  return rows.map((row) => row.split('|'));
}

function draw(reading: HeaderReading | null | undefined, width: number): readonly string[] | null {
  return reading ? picture(tileGrid(reading.rows, width, reading.rows.length)) : null;
}

describe('a header whose texts stand in their columns', () => {
  const byPosition = (rows: readonly string[], width: number) => readHeaderByPosition(cells(rows), width);

  it('gives blanks to the merged cell on their left, and below it to the one above', () => {
    const reading = byPosition(['科目|合计|本年收入||', '||小计|财政拨款|其他收入'], 5);
    expect(reading.defects).toBe(0);
    expect(draw(reading, 5)).toEqual(['科目|合计|本年收入|<|<', '^|^|小计|财政拨款|其他收入']);
  });

  it('does not merge over the edge of the cell above', () => {
    const reading = byPosition(['收入||支出||', '项目|金额|项目|金额|备注'], 5);
    expect(draw(reading, 5)).toEqual(['收入|<|支出|<|<', '项目|金额|项目|金额|备注']);
  });

  it('counts columns that are left without a heading of their own', () => {
    expect(byPosition(['科目|本年收入||', '||小计|财政拨款'], 4).defects).toBeGreaterThan(0);
  });
});

describe('a header that kept only the order of its texts', () => {
  it('puts headings back under their own group when the leaves are as many as the columns', () => {
    const rows = cells(['科目|合计||财政拨款||其他', '||小计|一般公共预算|政府性基金|']);
    const reading = readHeaderByOrder(rows, 6);
    expect(draw(reading, 6)).toEqual(['科目|合计|财政拨款|<|<|其他', '^|^|小计|一般公共预算|政府性基金|^']);
  });

  it('is not read where no assignment gives the number of columns', () => {
    expect(readHeaderByOrder(cells(['甲|乙|||', '|丙|||']), 5)).toBeNull();
  });
});

describe('a header with collapsed cells', () => {
  it('takes a blank below as the lower part of the cell above', () => {
    const [reading] = readCollapsedHeader(cells(['序号|收入|支出', '|项目|金额|项目|金额']), 5);
    expect(draw(reading, 5)).toEqual(['序号|收入|<|支出|<', '^|项目|金额|项目|金额']);
  });

  it('is read over three levels', () => {
    const [reading] = readCollapsedHeader(cells(['科目|本年支出', '|合计|基本支出|项目', '||人员|公用|']), 5);
    expect(draw(reading, 5)).toEqual(['科目|本年支出|<|<|<', '^|合计|基本支出|<|项目', '^|^|人员|公用|^']);
  });

  it('offers every way that its shape allows', () => {
    const readings = readCollapsedHeader(cells(['甲|乙', '子|丑|寅']), 3).map((reading) => draw(reading, 3)?.[0]);
    expect(readings).toEqual(expect.arrayContaining(['甲|<|乙', '甲|乙|<']));
  });

  it('is not read where the lowest row has no text for every column', () => {
    expect(readCollapsedHeader(cells(['甲|乙']), 3)).toEqual([]);
  });
});

describe('the extent of a header', () => {
  const extent = (rows: readonly string[], positional = true) => {
    const texts = cells(rows);
    return countHeaderRows(texts, Math.max(...texts.map((row) => row.length)), positional);
  };

  it('ends with the row of column numbers, also under a misprinted label', () => {
    expect(extent(['项目|合计|基本支出', '档次|1|2', '合计|3.00|3.00'])).toBe(2);
    expect(extent(['项目|合计|基本支出', '甲|1|2', '合计|3.00|3.00'])).toBe(2);
  });

  it('ends where every column has a heading', () => {
    expect(extent(['科目|支出||', '|合计|基本|项目', '合计|3.00|1.00|2.00'])).toBe(2);
  });

  it('does not take a code for a heading', () => {
    expect(extent(['编码|名称|金额', '201|一般公共服务支出|3.00'])).toBe(1);
  });

  it('is nothing for a form of labels and values', () => {
    expect(extent(['项目名称|会议|编码|03', '资金总额|5.00||', '绩效目标|保障会议||'])).toBe(0);
  });
});
