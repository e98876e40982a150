import { describe, expect, it } from 'vitest';
import { findTables } from '../../../../extractors/geometry/index.js';
import { glyph, gridRules, page, textsOf, write, writeRight } from '../page-builder.js';
import { leftLine, readSheets, sheet, table } from '../../pdf/draft.js';

const GLYPHS = [
  ...write(53, 55, '项目'),
  ...write(153, 55, '预算数'),
  ...write(53, 75, '基本支出'),
  ...writeRight(245, 75, '120.50'),
  ...write(53, 95, '项目支出'),
  ...writeRight(245, 95, '30.00'),
];
const RULES = gridRules([50, 150, 250], [50, 70, 90, 110]);
const TABLE = [
  ['项目', '预算数'],
  ['基本支出', '120.50'],
  ['项目支出', '30.00'],
];

describe('text laid over a table', () => {
  it('at a slant is in none of its cells', () => {
    const marks = Array.from('2024', (digit, at) =>
      glyph(digit, [180 + at * 12, 70 + at * 6, 196 + at * 12, 86 + at * 6], 14, { oblique: true }),
    );
    const { tables, lines } = findTables(page([...GLYPHS, ...marks], RULES));
    expect(tables.map(textsOf)).toEqual([TABLE]);
    expect(lines).toMatchObject([{ text: '2024', watermark: true }]);
  });

  it.each([
    ['after it', (marks: typeof GLYPHS) => [...GLYPHS, ...marks]],
    ['before it', (marks: typeof GLYPHS) => [...marks, ...GLYPHS]],
  ])('in huge upright type is in none of its cells, painted %s', (_, paint) => {
    const { tables, lines } = findTables(page(paint(write(140, 55, '2024样本', 50)), RULES));
    expect(tables.map(textsOf)).toEqual([TABLE]);
    expect(lines).toMatchObject([{ text: '2024样本', watermark: true }]);
  });

  it('is kept as page furniture', () => {
    const ledger = table(['科目编码|科目名称|合计|基本支出|项目支出', '201|教育支出|120.50|100.00|20.50']);
    const mark = { glyphs: write(300, 100, '2024', 60), rulings: [] };
    const { tables, blocks } = readSheets(sheet([leftLine(90, '部门支出总表'), ledger, mark]));
    expect(tables).toHaveLength(1);
    expect(blocks.filter(({ text }) => text === '2024')).toMatchObject([{ kind: 'page_furniture' }]);
  });
});

describe('text that is no watermark', () => {
  it('is a large title with nothing under it', () => {
    const { lines } = findTables(
      page([...write(100, 10, '2024年部门预算', 30), ...write(50, 60, '收入预算表说明文字')]),
    );
    expect(lines.map(({ text }) => text)).toEqual(['2024年部门预算', '收入预算表说明文字']);
  });

  it('is all of a page scanned askew', () => {
    const slanted = write(50, 50, '部门预算说明').map((each) => ({ ...each, oblique: true }));
    expect(findTables(page(slanted)).lines).toMatchObject([{ text: '部门预算说明' }]);
  });
});
