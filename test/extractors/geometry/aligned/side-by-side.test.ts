/** Several unframed tables on one page: titles, gutters, shading and amounts against names part what belongs apart. */
import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import type { Glyph } from '../../../../extractors/geometry/page.js';
import { glyph, level, page, textsOf, upright, write, writeCentred, writeRight } from '../page-builder.js';

const ROWS = [
  ['项目', '合计', '基本支出'],
  ['教育支出', '264.87', '62.63'],
  ['卫生健康支出', '10.82', '10.82'],
  ['合计', '275.69', '73.45'],
];

/** Names from `left`, amounts ending 150 and 220 points further right, rows 15 points apart. */
function ledger(left: number, top: number, rows: readonly (readonly string[])[] = ROWS): Glyph[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, col) =>
      col === 0 ? write(left, top + at * 15, text) : writeRight(left + 80 + col * 70, top + at * 15, text),
    ),
  );
}

describe('unframed tables below each other', () => {
  it('are parted by a title in larger type', () => {
    const glyphs = [...ledger(50, 100), ...writeCentred(160, 162, '支出总表', 14), ...ledger(50, 185)];
    const { tables, lines } = findTables(page(glyphs));
    expect(tables.map(textsOf)).toEqual([ROWS, ROWS]);
    expect(lines.map(({ text }) => text)).toEqual(['支出总表']);
  });

  it('are one where a line in the same type stands between', () => {
    const glyphs = [...ledger(50, 100), ...write(50, 160, '其他'), ...ledger(50, 175)];
    expect(findTables(page(glyphs)).tables).toHaveLength(1);
  });
});

describe('tables side by side', () => {
  const rules = [98, 113, 160].flatMap((y) => [level(y, 48, 272), level(y, 308, 532)]);
  const beside = [98, 113, 160].flatMap((y) => [level(y, 48, 272), level(y, 288, 512)]);
  const titles = [...writeCentred(160, 80, '收入总表'), ...writeCentred(420, 80, '支出总表')];

  it('with rules that stop between them are two, each after its own title', () => {
    const { tables, items } = findTables(page([...titles, ...ledger(50, 100), ...ledger(310, 100)], rules));
    expect(tables.map(textsOf)).toEqual([ROWS, ROWS]);
    expect(items.map((item) => (item.kind === 'line' ? item.line.text : 'table'))).toEqual([
      '收入总表',
      'table',
      '支出总表',
      'table',
    ]);
  });

  it('are one where a word stands in the gap', () => {
    const glyphs = [...ledger(50, 100), ...ledger(310, 100), ...write(283, 115, '万')];
    expect(findTables(page(glyphs, rules)).tables).toHaveLength(1);
  });

  it('under captions of both that nearly touch have their own', () => {
    const captions = [...writeRight(272, 80, '单位：万元'), ...write(292, 80, '部门：某市某局')];
    const { items } = findTables(page([...captions, ...ledger(50, 100), ...ledger(290, 100)], beside));
    expect(items.map((item) => (item.kind === 'line' ? item.line.text : 'table'))).toEqual([
      '单位：万元',
      'table',
      '部门：某市某局',
      'table',
    ]);
  });

  it('under one line that spans both keep that line before both', () => {
    const glyphs = [
      ...write(60, 60, '二〇二四年收入和支出的总体情况如下各表所示单位均为万元请注意查看'),
      ...titles,
      ...ledger(50, 100),
      ...ledger(310, 100),
    ];
    const { items } = findTables(page(glyphs, rules));
    expect(items.map(({ kind }) => kind)).toEqual(['line', 'line', 'table', 'line', 'table']);
  });
});

describe('a page that is displayed sideways', () => {
  it('keeps a title before its table', () => {
    const grid = [level(100, 50, 300), level(120, 50, 300), level(140, 50, 300)].map((rule) => ({ ...rule }));
    const walls = [50, 175, 300].map((x) => upright(x, 100, 140));
    const words = [
      ...write(120, 80, '支出总表'),
      ...write(60, 105, '教育支出'),
      ...write(180, 105, '1.00'),
      ...write(60, 125, '合计'),
      ...write(180, 125, '1.00'),
    ];
    const lying = {
      ...page(
        words.map(({ text, box: [x0, y0, x1, y1], fontSize }) =>
          glyph(text, [y0, -x1, y1, -x0], fontSize, { angle: 270 }),
        ),
        [
          ...grid.map(({ position, from, to }) => upright(position, -to, -from)),
          ...walls.map(({ position, from, to }) => level(-position, from, to)),
        ],
      ),
    };
    const { items } = findTables(lying);
    expect(items.map((item) => (item.kind === 'line' ? item.line.text : item.table.rowCount))).toEqual(['支出总表', 2]);
  });
});

describe('a table of which every other row is shaded', () => {
  it('has all its rows', () => {
    const shade = (top: number): ReturnType<typeof level>[] => {
      const edge = { fillEdge: true, thickness: 0 };
      return [
        ...[top, top + 15].map((y) => level(y, 45, 275, edge)),
        ...[45, 150, 210, 275].map((x) => upright(x, top, top + 15, edge)),
      ];
    };
    const { tables } = findTables(page(ledger(50, 100), [...shade(97.5), ...shade(127.5)]));
    expect(tables.map(textsOf)).toEqual([ROWS]);
  });
});

describe('amounts that stand against the names beside them', () => {
  const rows = ['18,560', '18,200', '360'].map((amount, at) => ({ amount, y: 100 + at * 15 }));

  it('are cells of their own', () => {
    const glyphs = rows.flatMap(({ amount, y }) => [
      ...write(50, y, '收入总计'),
      ...writeRight(200, y, amount),
      ...write(203, y, '支出总计'),
      ...writeRight(340, y, amount),
    ]);
    const [table] = findTables(page(glyphs)).tables;
    expect(table && textsOf(table)[0]).toEqual(['收入总计', '18,560', '支出总计', '18,560']);
  });
});

describe('a space', () => {
  it('between a code and its name is kept where it is painted', () => {
    const glyphs = [...write(50, 100, '201'), glyph(' ', [65, 100, 68, 110]), ...write(68, 100, '教育支出')];
    expect(findTables(page(glyphs)).lines.map(({ text }) => text)).toEqual(['201 教育支出']);
  });

  it('between Chinese characters is kept where it is painted, and none is where a line is stretched', () => {
    const painted = [...write(50, 100, '第一部分'), glyph(' ', [90, 100, 93, 110]), ...write(93, 100, '部门概况')];
    const stretched = Array.from('收入总表').flatMap((character, at) => write(50 + at * 14, 130, character));
    expect(findTables(page([...painted, ...stretched])).lines.map(({ text }) => text)).toEqual([
      '第一部分 部门概况',
      '收入总表',
    ]);
  });

  it('between Chinese characters and numbers is none where nothing is painted', () => {
    const glyphs = [...write(50, 100, '201'), ...write(68, 100, '教育支出')];
    expect(findTables(page(glyphs)).lines.map(({ text }) => text)).toEqual(['201教育支出']);
  });
});
