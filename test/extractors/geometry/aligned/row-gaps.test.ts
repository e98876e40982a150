import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import type { Glyph } from '../../../../extractors/geometry/page.js';
import { page, textsOf, write, writeRight } from '../page-builder.js';

/** Points: lines of one cell stand this far apart, the last of one row and the first of the next by `PADDING` more. */
const PITCH = 13;
const PADDING = 6;

type Side = 'top' | 'middle' | 'bottom';

/** Rows of cells with several lines each, set to the top, middle or bottom of their row; the last column is set to the right. */
function wrapped(rows: readonly (readonly string[])[], side: Side, padding = PADDING): Glyph[] {
  let top = 100;
  return rows.flatMap((row) => {
    const cells = row.map((text) => text.split('\n'));
    const height = Math.max(...cells.map((lines) => lines.length));
    const glyphs = cells.flatMap((lines, col) => {
      const free = { top: 0, middle: (height - lines.length) / 2, bottom: height - lines.length }[side];
      return lines.flatMap((text, at) => {
        const y = top + (free + at) * PITCH;
        return col < 2 ? write(50 + col * 90, y, text) : writeRight(200 + col * 60, y, text);
      });
    });
    top += height * PITCH + padding;
    return glyphs;
  });
}

function read(glyphs: readonly Glyph[]): (string | null)[][] | undefined {
  const [table] = findTables(page(glyphs)).tables;
  return table && textsOf(table);
}

const HEADER = ['项目编码', '项目名称', '合计'];
const ROWS = [
  ['合计', '', '6,457.54'],
  ['50022025T0000\n12345', '山洪灾害防御非工程措\n施运行维护及监测预警\n平台租用费', '20.28'],
  ['50022025T0000\n12352', '农村饮水', '20.72'],
  ['50022025T0000\n12359', '中小型病险水库除险加\n固工程建设管理费', '0.62'],
  ['50022025T0000\n12366', '办公楼维修', '6,415.92'],
];

describe('rows with more space between them than between the lines of a cell', () => {
  it.each<Side>(['top', 'middle', 'bottom'])('are rows though codes and names wrap, amounts set to the %s', (side) => {
    expect(read(wrapped([HEADER, ...ROWS], side))).toEqual([HEADER, ...ROWS]);
  });

  it.each<Side>(['top', 'middle', 'bottom'])('hold amounts that wrap, set to the %s', (side) => {
    const rows = [
      ['合计', '', '20.28'],
      ['207', '文化旅游体育与传媒', '15,364,22\n1.38'],
      ['20701', '文化和旅游', '12,131,25\n6.61'],
      ['2070101', '行政运行', '904,159.1\n7'],
      ['2070199', '其他文化和旅游支出', '40,093.85'],
    ];
    expect(read(wrapped([HEADER, ...rows], side))).toEqual([HEADER, ...rows]);
  });

  it('are as before where all lines are equally far apart', () => {
    const rows = [
      ['207', '文化旅游体育与传媒', '12.50'],
      ['20701', '文化和旅游', '3.1'],
      ['20702', '文物', '9.50'],
    ];
    expect(read(wrapped([HEADER, ...rows], 'top', 0))).toEqual([HEADER, ...rows]);
  });

  it('go on over names that wrap between amounts alone on their lines, though a box of digits makes distances uneven', () => {
    const rows = [
      ['合计', '', '11.93', '13.70'],
      ['1.因公出国（境）\n费', '', '', ''],
      ['2.公务用车购置及\n运行费', '', '1.45', '12.13'],
      ['其中：公务用车购\n置费', '', '', ''],
      ['公务用车运行维护\n费', '', '1.45', '12.13'],
      ['3.公务接待费', '', '10.48', '1.57'],
    ];
    const names = rows.map(([name = '']) => name.split('\n'));
    const tops = names.map((_, at) => 100 + names.slice(0, at).flat().length * PITCH + at * 2.4);
    const glyphs = rows.flatMap(([, , ...amounts], at) => [
      ...(names[at] ?? []).flatMap((text, line) => write(50, (tops[at] ?? 0) + line * PITCH, text)),
      ...amounts.flatMap((text, col) => {
        const middle = (tops[at] ?? 0) + (((names[at]?.length ?? 1) - 1) * PITCH) / 2;
        return write(145 + col * 40, middle - (at === 0 ? 0.7 : 0), text);
      }),
    ]);
    const header = ['项目', '', '上年', '本年'];
    const heads = header.flatMap((text, col) => write(65 + col * 40, 85, text));
    const kept = (row: readonly string[]): string[] => row.filter((_, col) => col !== 1);
    expect(read([...heads, ...glyphs])).toEqual([kept(header), ...rows.map(kept)]);
  });
});
