import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import type { Glyph } from '../../../../extractors/geometry/page.js';
import { glyph, page, textsOf, widthOfText, write, writeRight } from '../page-builder.js';

/** Rows 15 points apart: an item, its kind at 170, two amounts that end at 320 and 400. */
function purchases(rows: readonly (readonly [string, string, string, string])[]): Glyph[] {
  return rows.flatMap(([item, kind, total, own], at) => {
    const y = 100 + at * 15;
    return [...write(50, y, item), ...write(170, y, kind), ...writeRight(320, y, total), ...writeRight(400, y, own)];
  });
}

/** A line of texts with a written space between them. */
function writeSpaced(x: number, y: number, left: string, right: string): Glyph[] {
  const end = x + widthOfText(left);
  return [...write(x, y, left), glyph(' ', [end, y, end + 2.5, y + 10]), ...write(end + 2.5, y, right)];
}

function gridOf(glyphs: readonly Glyph[]): (string | null)[][] {
  const { tables } = findTables(page(glyphs));
  expect(tables).toHaveLength(1);
  return tables[0] ? textsOf(tables[0]) : [];
}

describe('columns that stand a point or two apart', () => {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['采购品目', '类别', '合计', '基本支出'],
    ['办公桌', '货物', '9.00', '9.00'],
    ['扫描仪', '货物', '2.75', '2.75'],
    ['印刷服务', '服务', '10.00', '10.00'],
  ];

  it('are told apart by the other lines where one text reaches up to the next', () => {
    const last = [...write(50, 160, '其他运输机械租赁服'), ...write(144, 160, '务事'), ...write(170, 160, '服务')];
    const more = [...last, ...writeRight(320, 160, '5.00'), ...writeRight(400, 160, '5.00')];
    expect(gridOf([...purchases(rows), ...more]).at(-1)).toEqual(['其他运输机械租赁服务事', '服务', '5.00', '5.00']);
  });

  it('are told apart without a gap where figures follow words', () => {
    const long: readonly [string, string, string, string] = ['租赁', '租赁服务等其他品目服务类', '123.50', '1.00'];
    expect(gridOf(purchases([...rows, long])).at(-1)).toEqual(long);
  });

  it('keep a text whole that no text beside it follows', () => {
    const over = [...write(50, 160, '其他运输机械租赁服 务等品目十二'), ...writeRight(320, 160, '5.00')];
    expect(gridOf([...purchases(rows), ...over]).at(-1)?.[0]).toBe('其他运输机械租赁服务等品目十二');
  });

  it('part an amount from a name that touches it, where other names begin at that place', () => {
    const lines = [
      ['一、拨款收入', '5,784.51', '一、教育支出', '264.87'],
      ['二、事业收入', '', '二、科学支出', '10.82'],
      ['三、经营收入', '', '三、文化支出', '2.71'],
      ['四、其他收入', '', '四、卫生支出', '8.40'],
      ['收入合计', '5,784.51', '支出合计', '286.80'],
    ];
    const glyphs = lines.flatMap(([name = '', income = '', spent = '', amount = ''], at) => [
      ...write(50, 100 + at * 15, name),
      ...writeRight(210, 100 + at * 15, income),
      ...write(210.5, 100 + at * 15, spent),
      ...writeRight(400, 100 + at * 15, amount),
    ]);
    expect(gridOf(glyphs)).toEqual(lines);
  });

  it('part amounts at the left edge of their column from names that end right before it', () => {
    const lines = ['33,051.65', '91,782.00', '547.67', '5.00'];
    const glyphs = lines.flatMap((amount, at) => [
      ...write(50, 100 + at * 15, '公路养护'),
      ...write(150, 100 + at * 15, '交通运输局'),
      ...write(204, 100 + at * 15, amount),
      ...write(290, 100 + at * 15, '1.00'),
    ]);
    expect(gridOf(glyphs)).toEqual(lines.map((amount) => ['公路养护', '交通运输局', amount, '1.00']));
  });

  it('part the number of a row from its amount', () => {
    const lines = ['25.00', '812.36', '10.00', '5.00'];
    const glyphs = lines.flatMap((amount, at) => [
      ...write(50, 100 + at * 15, '事业收入情况'),
      ...writeRight(180, 100 + at * 15, String(at + 27)),
      ...writeRight(216, 100 + at * 15, amount),
    ]);
    expect(gridOf(glyphs)).toEqual(lines.map((amount, at) => ['事业收入情况', String(at + 27), amount]));
  });
});

it('a code, a written space and a name are one text, though all the codes are of one length', () => {
  const names = ['森林管护', '行政运行情况', '林业和草原'];
  const glyphs = names.flatMap((name, at) => [
    ...writeSpaced(50, 100 + at * 15, `211050${at}`, name),
    ...writeRight(300, 100 + at * 15, `${at + 1}.00`),
    ...writeRight(380, 100 + at * 15, `${at + 4}.00`),
  ]);
  expect(gridOf(glyphs).map(([first]) => first)).toEqual(names.map((name, at) => `211050${at} ${name}`));
});

it('headings a point and a half apart are one for each column', () => {
  const headings = [
    ...write(150, 100, '一般公共预算'),
    ...write(211.5, 100, '政府性基金'),
    ...write(263, 100, '其他资金'),
  ];
  const body = ['行政运行', '机关服务', '其他支出'].flatMap((name, at) => {
    const y = 115 + at * 15;
    return [
      ...write(50, y, name),
      ...writeRight(210, y, '9.00'),
      ...writeRight(261.5, y, '2.75'),
      ...writeRight(303, y, '1.00'),
    ];
  });
  expect(gridOf([...write(60, 100, '科目'), ...headings, ...body])[0]).toEqual([
    '科目',
    '一般公共预算',
    '政府性基金',
    '其他资金',
  ]);
});
