import { describe, expect, it } from 'vitest';
import { findTables, turnBack } from '../../../../extractors/geometry/index.js';
import { turnBox } from '../../../../extractors/geometry/lines/read-text.js';
import {
  glyph,
  gridRules,
  level,
  page,
  textsOf,
  upright,
  widthOfText,
  write,
  writeCentred,
  writeDown,
  writeRight,
} from '../page-builder.js';

/** Rows of texts in a full grid of cells of 100 × 20 points from (50, 50). */
function fullGrid(texts: readonly (readonly string[])[], x = 50, y = 50) {
  const columns = texts[0]?.length ?? 0;
  const xs = Array.from({ length: columns + 1 }, (_, at) => x + at * 100);
  const ys = Array.from({ length: texts.length + 1 }, (_, at) => y + at * 20);
  const glyphs = texts.flatMap((row, r) => row.flatMap((text, c) => write(x + 3 + c * 100, y + 5 + r * 20, text)));
  return { xs, ys, glyphs, rules: gridRules(xs, ys) };
}

const LEDGER = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '120.50', '118.20'],
  ['项目支出', '30.00', '29.10'],
];

function onlyTable(found: ReturnType<typeof findTables>) {
  expect(found.tables).toHaveLength(1);
  const [table] = found.tables;
  if (!table) throw new Error('no table');
  return table;
}

describe('text that runs over the edge of its cell', () => {
  const { xs, ys, rules } = fullGrid([
    ['', '', ''],
    ['', '', ''],
  ]);
  const header = [...write(53, 55, '项目'), ...write(153, 55, '预算数'), ...write(253, 55, '决算数')];
  const read = (...glyphs: ReturnType<typeof write>) =>
    textsOf(onlyTable(findTables(page([...header, ...glyphs], rules))))[1];

  it.each([
    ['begins at its left edge', 53, '某市人民政府办公厅本级机关及所属事业单位', 0],
    ['ends at its right edge', 344 - 14 * 10, '某市人民政府办公厅本级机关事', 2],
    ['stands in the middle of it', 200 - 7.5 * 10, '某市人民政府办公厅本级机关及所', 1],
  ])('is whole in the cell where it %s', (_, x, words, col) => {
    expect(read(...write(x, 75, words))).toEqual([0, 1, 2].map((at) => (at === col ? words : '')));
  });

  it('is whole where the next text begins behind it', () => {
    expect(read(...write(53, 75, '某市人民政府办公厅本级'), ...write(170, 75, '12.00'))).toEqual([
      '某市人民政府办公厅本级',
      '12.00',
      '',
    ]);
  });

  it('is whole where it is an amount at the right edge', () => {
    const amount = '123,456,789,012,345.00';
    expect(read(...writeRight(247, 75, amount))).toEqual(['', amount, '']);
  });

  it('stays in two cells where two texts only fill theirs', () => {
    const glyphs = [...write(50, 75, '某市人民政府办公厅机'), ...write(150, 75, '关及所属事业单位')];
    expect(read(...glyphs)).toEqual(['某市人民政府办公厅机', '关及所属事业单位', '']);
    expect([xs.length, ys.length]).toEqual([4, 3]);
  });

  const name = '某市人民政府办公厅机关';
  const end = 53 + widthOfText(name);

  it.each([
    ['an amount that touches it', '', end, '12.00'],
    ['an amount that begins a little behind its digits', '一期18', end + widthOfText('一期18') + 0.6, '66.25'],
    ['an amount that it runs over', '一期2024', end + 12, '3500.00'],
    ['an amount far from it', '2', end + 40, '3500.00'],
  ])('is whole beside %s', (_, more, x, amount) => {
    expect(read(...write(53, 75, name + more), ...write(x, 75, amount))).toEqual([name + more, amount, '']);
  });

  it('is no number where its digits touch those of an amount', () => {
    const words = '某市人民政府办公厅18';
    expect(read(...write(53, 75, words), ...write(53 + widthOfText(words), 75, '6.25'))).toEqual([
      '',
      `${words}6.25`,
      '',
    ]);
  });

  it('keeps its own number', () => {
    expect(read(...write(53, 75, `${name}2024`))).toEqual([`${name}2024`, '', '']);
  });

  it('is two amounts of two decimals', () => {
    const first = '1,234,567,890,123,456.50';
    expect(read(...write(53, 75, first), ...write(53 + widthOfText(first), 75, '1,234.56'))).toEqual([
      first,
      '1,234.56',
      '',
    ]);
  });
});

describe('rules that are not what they seem', () => {
  it('takes rules that fall short and shoot over for meeting', () => {
    const { xs, ys, glyphs } = fullGrid(LEDGER);
    const rules = [...ys.map((y) => level(y, 52, 352.5)), ...xs.map((x) => upright(x, 48, 108))];
    expect(textsOf(onlyTable(findTables(page(glyphs, rules))))).toEqual(LEDGER);
  });

  it('makes no rows or columns of shading inside a grid', () => {
    const { glyphs, rules } = fullGrid(LEDGER);
    const shade = { thickness: 0, fillEdge: true };
    const shading = [level(60, 51, 349, shade), level(78, 51, 349, shade), upright(56, 51, 69, shade)];
    expect(textsOf(onlyTable(findTables(page(glyphs, [...rules, ...shading]))))).toEqual(LEDGER);
  });

  it('closes the strip between the two lines of a wide double frame', () => {
    const { glyphs, rules } = fullGrid(LEDGER);
    const frame = [level(44, 44, 356), level(116, 44, 356), upright(44, 44, 116), upright(356, 44, 116)];
    const bridge = level(70, 44, 356);
    expect(textsOf(onlyTable(findTables(page(glyphs, [...rules, ...frame, bridge]))))).toEqual(LEDGER);
  });

  it('lets a white rule part cells that it reaches across, and none through text', () => {
    const { xs, ys, glyphs } = fullGrid(LEDGER);
    const [first = 0, ...others] = xs;
    const drawn = gridRules([first, others.at(-1) ?? 0], ys);
    const white = others.slice(0, -1).map((x) => upright(x, 50, 110, { visible: false }));
    const crossing = level(60.2, 50, 350, { visible: false });
    expect(textsOf(onlyTable(findTables(page(glyphs, [...drawn, ...white, crossing]))))).toEqual(LEDGER);
  });

  it('reads a table whose cells are only shaded', () => {
    const { xs, ys, glyphs } = fullGrid(LEDGER);
    const rules = gridRules(xs, ys).map((rule) => ({ ...rule, thickness: 0, fillEdge: true }));
    expect(textsOf(onlyTable(findTables(page(glyphs, rules))))).toEqual(LEDGER);
  });

  it('reads a page of a hundred thousand rules without hanging', () => {
    const rules = Array.from({ length: 50_000 }, (_, at) => [
      level((at * 7) % 800, (at * 13) % 500, ((at * 13) % 500) + 30),
      upright((at * 11) % 600, (at * 17) % 700, ((at * 17) % 700) + 30),
    ]).flat();
    expect(() => findTables(page(write(50, 50, '合计'), rules))).not.toThrow();
  });
});

describe('rules that frame no table', () => {
  it.each([
    ['a page frame', gridRules([20, 580], [20, 820])],
    ['a box around a paragraph', gridRules([40, 400], [90, 140])],
    ['underlines', [level(112, 50, 200), level(132, 50, 200)]],
    ['a tick box', gridRules([50, 58], [101, 109])],
  ])('%s', (_, rules) => {
    const glyphs = [...write(50, 100, '本单位无政府性基金预算'), ...write(50, 120, '故本表为空表。')];
    const { tables, lines } = findTables(page(glyphs, rules));
    expect(tables).toEqual([]);
    expect(lines.map((line) => line.text)).toEqual(['本单位无政府性基金预算', '故本表为空表。']);
  });
});

describe('frames that are open or poor in rules', () => {
  it('takes the ends of the rules for the border of an open frame', () => {
    const { xs, ys, glyphs } = fullGrid(LEDGER);
    const rules = [...ys.map((y) => level(y, 50, 350)), ...xs.slice(1, -1).map((x) => upright(x, 50, 110))];
    expect(textsOf(onlyTable(findTables(page(glyphs, rules))))).toEqual(LEDGER);
  });

  it('finds columns by alignment in a frame without inner verticals', () => {
    const { ys, glyphs } = fullGrid(LEDGER);
    const table = onlyTable(findTables(page(glyphs, gridRules([50, 350], ys))));
    expect(table.method).toBe('aligned');
    expect(textsOf(table)).toEqual(LEDGER);
  });

  it('finds rows by alignment under a ruled header, and keeps what the rules alone say', () => {
    const body = ['住房公积金', '购房补贴', '行政运行'].map((name, at) => [name, `${at + 1}.50`, `${at + 7}.25`]);
    const texts = [['项目', '预算数', '决算数'], ...body];
    const { xs, glyphs } = fullGrid(texts);
    const table = onlyTable(findTables(page(glyphs, gridRules(xs, [50, 70, 130]))));
    expect(textsOf(table)).toEqual(texts);
    expect(table.method).toBe('aligned');
    expect(table.alternatives?.map((grid) => grid.rowCount)).toEqual([2]);
  });

  it('leaves an amount that wraps in its narrow cell in one cell', () => {
    const xs = [50, 150, 182, 214];
    const ys = [50, 70, 106, 142];
    const glyphs = [
      ...['项目', '预算', '决算'].flatMap((text, at) => write((xs[at] ?? 0) + 2, 55, text)),
      ...['基本支出', '项目支出'].flatMap((text, at) => write(53, 82 + at * 36, text)),
      ...[0, 1].flatMap((row) =>
        [152, 184].flatMap((x) =>
          ['12,34', '5,678', '90.00'].flatMap((part, line) => write(x + 1, 72 + row * 36 + line * 11, part)),
        ),
      ),
    ];
    const table = onlyTable(findTables(page(glyphs, gridRules(xs, ys))));
    expect(table.method).toBe('ruled');
    expect(textsOf(table)[1]).toEqual(['基本支出', '12,34\n5,678\n90.00', '12,34\n5,678\n90.00']);
  });

  it('keeps a row alone: 合计 on the last page', () => {
    const { glyphs, rules } = fullGrid([['合计', '150.50', '147.30']]);
    expect(textsOf(onlyTable(findTables(page(glyphs, rules))))).toEqual([['合计', '150.50', '147.30']]);
  });
});

describe('several tables on a page', () => {
  it('reads two frames below each other one by one', () => {
    const [upper, lower] = [fullGrid(LEDGER), fullGrid(LEDGER, 50, 200)];
    const { tables } = findTables(page([...lower.glyphs, ...upper.glyphs], [...lower.rules, ...upper.rules]));
    expect(tables.map((table) => [table.box[1], textsOf(table)])).toEqual([
      [50, LEDGER],
      [200, LEDGER],
    ]);
  });

  it('reads two frames side by side one by one, from left to right, where their rows do not line up', () => {
    const [left, right] = [
      fullGrid(LEDGER.map((row) => row.slice(0, 2))),
      fullGrid(
        LEDGER.slice(1).map((row) => row.slice(0, 2)),
        256,
        52,
      ),
    ];
    const { tables } = findTables(page([...right.glyphs, ...left.glyphs], [...right.rules, ...left.rules]));
    expect(tables.map((table) => table.box[0])).toEqual([50, 256]);
  });

  it('reads two frames with a narrow gap and the same rows as one grid', () => {
    const [left, right] = [
      fullGrid(LEDGER.map((row) => row.slice(0, 2))),
      fullGrid(
        LEDGER.map((row) => row.slice(0, 2)),
        256,
      ),
    ];
    const table = onlyTable(findTables(page([...left.glyphs, ...right.glyphs], [...left.rules, ...right.rules])));
    expect(textsOf(table)).toEqual(LEDGER.map((row) => [...row.slice(0, 2), ...row.slice(0, 2)]));
  });

  it('reads the two panels of one frame, parted by a double line, as one grid', () => {
    const texts = [
      ['收入', '预算数', '支出', '预算数'],
      ['财政拨款收入', '10', '教育支出', '10'],
    ];
    const { glyphs, rules } = fullGrid(texts);
    const table = onlyTable(findTables(page(glyphs, [...rules, upright(252.5, 50, 90)])));
    expect(textsOf(table)).toEqual(texts);
  });
});

describe('the text of a cell', () => {
  const XS = [50, 64, 150, 250];
  const YS = [50, 150, 170];

  function firstCell(heading: ReturnType<typeof write>) {
    const others = [
      ...write(70, 95, '名称'),
      ...write(160, 95, '金额'),
      ...write(70, 155, '办公费'),
      ...write(160, 155, '1.00'),
    ];
    return onlyTable(findTables(page([...heading, ...others], gridRules(XS, YS)))).cells[0]?.text;
  }

  it('reads a heading of one character a line on one line', () => {
    expect(firstCell(writeDown(52, 55, '中小企业预留份额', 11))).toBe('中小企业预留份额');
  });

  it('reads stacked characters in two columns as they were painted', () => {
    const heading = [...writeDown(62, 55, '中小企业', 11), ...writeDown(42 + 8, 55, '预留份额', 11)];
    const wide = gridRules([46, 76, 150, 250], YS);
    const others = [
      ...write(80, 95, '名称'),
      ...write(160, 95, '金额'),
      ...write(80, 155, '办公费'),
      ...write(160, 155, '1'),
    ];
    expect(onlyTable(findTables(page([...heading, ...others], wide))).cells[0]?.text).toBe('中小企业预留份额');
  });

  it.each([90, 270] as const)('reads text turned by %i degrees', (angle) => {
    const back = angle === 90 ? 270 : 90;
    const start = angle === 90 ? { x: 60, y: -62 } : { x: -140, y: 52 };
    const heading = write(start.x, start.y, '预留份额 SME').map((each) => ({
      ...each,
      box: turnBox(each.box, back),
      angle,
    }));
    expect(firstCell(heading)).toBe('预留份额 SME'.replace(' ', ''));
  });

  it('reads a vertical font', () => {
    const heading = writeDown(52, 55, '预留份额', 10).map((each) => ({ ...each, vertical: true }));
    expect(firstCell(heading)).toBe('预留份额');
  });

  it('keeps spaces of alphabets, none between Chinese characters, one for padding', () => {
    const texts = [
      ['Total revenue', '2025 年度', '合    计'],
      ['一般 公共', '1 234', 'x'],
    ];
    const { glyphs, rules } = fullGrid(texts);
    expect(textsOf(onlyTable(findTables(page(glyphs, rules))))).toEqual([
      ['Total revenue', '2025年度', '合 计'],
      ['一般公共', '1 234', 'x'],
    ]);
  });

  it('keeps wrapped lines apart and never glues two cells', () => {
    const glyphs = [
      ...write(53, 55, '机关事业单位基本'),
      ...write(53, 67, '养老保险缴费'),
      ...writeRight(249.5, 61, '6.18'),
      ...write(250.5, 61, '7.25'),
      ...write(53, 95, '合计'),
    ];
    const table = onlyTable(findTables(page(glyphs, gridRules([50, 150, 250, 350], [50, 90, 110]))));
    expect(textsOf(table)[0]).toEqual(['机关事业单位基本\n养老保险缴费', '6.18', '7.25']);
  });

  it('keeps the indent of names in full-width spaces, and none for what is centred', () => {
    const names = ['一般公共服务支出', '  财政事务', '    行政运行', '教育支出', '  普通教育'];
    const ys = [50, 70, 90, 110, 130, 150, 170, 190];
    const glyphs = [
      ...writeCentred(125, 55, '科目'),
      ...names.flatMap((name, at) => write(53, 75 + at * 20, name)),
      ...writeCentred(125, 175, '合计'),
      ...['金额', '9', '8', '7', '6', '5', '4'].flatMap((text, at) => writeRight(295, 55 + at * 20, text)),
    ];
    const table = onlyTable(findTables(page(glyphs, gridRules([50, 200, 300], ys))));
    expect(textsOf(table).map((row) => row[0])).toEqual([
      '科目',
      '一般公共服务支出',
      '　财政事务',
      '　　行政运行',
      '教育支出',
      '　普通教育',
      '合计',
    ]);
    expect(widthOfText('  ')).toBe(10);
  });
});

describe('a page printed sideways', () => {
  it.each([90, 270] as const)('is read in the direction of its text (%i degrees)', (angle) => {
    const { glyphs, rules } = fullGrid(LEDGER);
    const back = angle === 90 ? 270 : 90;
    const turned = glyphs.map((each) => glyph(each.text, turnBox(each.box, back), 10, { angle }));
    const turnedRules = rules.map((rule) => {
      const box = turnBox(
        rule.orientation === 'h'
          ? [rule.from, rule.position, rule.to, rule.position]
          : [rule.position, rule.from, rule.position, rule.to],
        back,
      );
      return rule.orientation === 'h' ? upright(box[0], box[1], box[3]) : level(box[1], box[0], box[2]);
    });
    const found = findTables(page(turned, turnedRules));
    const table = onlyTable(found);
    expect(textsOf(table)).toEqual(LEDGER);
    const [expected] = findTables(page(glyphs, rules)).tables;
    expect(turnBack(table.box, found.frame)).toEqual(expected && turnBox(expected.box, back));
  });
});
