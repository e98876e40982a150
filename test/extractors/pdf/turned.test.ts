/** Pages whose text lies sideways on the page as displayed say what they say upright. */
import { describe, expect, it } from 'vitest';
import type { Glyph, PageContent, Ruling } from '../../../extractors/geometry/page.js';
import type { Box, RawDocument } from '../../../extractors/types.js';
import { picture } from '../../builders/text-document.js';
import { centredLine, prose, readSheets, rightLine, sheet, table } from './draft.js';

type Sheet = Omit<PageContent, 'pageNo'>;
type Angle = Glyph['angle'];

const ROWS = ['科目编码|科目名称|合计|基本支出|项目支出', '201|一般公共服务支出|4.00|3.00|1.00'];
const SENTENCES =
  '2024年部门支出预算为4.00万元，比上年增加1.00万元，其中基本支出3.00万元，项目支出1.00万元；按功能科目分，一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）支出2101101万元。';
const GOES_ON =
  '安排的经费主要用于保障机构正常运转和完成日常工作任务，包括人员经费和日常公用经费，以及为完成特定的行政工作任务而发生的项目支出。';
const SHEETS = [
  sheet([
    centredLine(60, '部门支出总表'),
    rightLine(90, '单位：万元'),
    table(ROWS),
    prose(300, SENTENCES),
    centredLine(815, '1'),
  ]),
  sheet([prose(60, GOES_ON), prose(140, SENTENCES), centredLine(815, '2')]),
];

/** The box on a page that is shown turned clockwise by `angle`. */
function turnBox([x0, y0, x1, y1]: Box, { width, height }: Sheet, angle: Angle): Box {
  if (angle === 90) return [height - y1, x0, height - y0, x1];
  if (angle === 180) return [width - x1, height - y1, width - x0, height - y0];
  return angle === 270 ? [y0, width - x1, y1, width - x0] : [x0, y0, x1, y1];
}

function turnSheet(page: Sheet, angle: Angle): Sheet {
  const [width, height] = angle === 180 ? [page.width, page.height] : [page.height, page.width];
  return {
    ...page,
    width,
    height,
    glyphs: page.glyphs.map((glyph) => ({ ...glyph, angle, box: turnBox(glyph.box, page, angle) })),
    rulings: page.rulings.map((rule) => turnRule(rule, page, angle)),
  };
}

function turnRule(rule: Ruling, page: Sheet, angle: Angle): Ruling {
  const { position, from, to } = rule;
  const [x0, y0, x1, y1] = turnBox(
    rule.orientation === 'h' ? [from, position, to, position] : [position, from, position, to],
    page,
    angle,
  );
  return y0 === y1
    ? { ...rule, orientation: 'h', position: y0, from: x0, to: x1 }
    : { ...rule, orientation: 'v', position: x0, from: y0, to: y1 };
}

type Read = Pick<RawDocument, 'pages' | 'tables' | 'blocks' | 'diagnostics'>;

function says({ tables, blocks, diagnostics }: Read) {
  return {
    tables: tables.map(({ title, captions, readings }) => ({ title, captions, rows: picture(readings[0].grid) })),
    blocks: blocks.map(({ kind, text, page, pageBreaks }) => ({ kind, text, page, pageBreaks })),
    diagnostics,
  };
}

function boxesOf({ tables, blocks }: Read): (Box | null)[] {
  return [
    ...tables.flatMap(({ readings }) => readings[0].grid.cells.map(({ box }) => box)),
    ...blocks.map(({ box }) => box),
  ];
}

function round(box: Box | null): number[] | undefined {
  return box?.map((value) => Math.round(value * 100) / 100);
}

describe.each([90, 180, 270] as const)('pages shown turned by %i degrees', (angle) => {
  const upright = readSheets(...SHEETS);
  const turned = readSheets(...SHEETS.map((page) => turnSheet(page, angle)));

  it('say the same: tables, paragraphs over line and page ends, page numbers', () => {
    expect(upright.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(3);
    expect(upright.blocks.filter(({ kind }) => kind === 'page_furniture')).toHaveLength(2);
    expect(says(turned)).toEqual(says(upright));
  });

  it('have every cell and block where it is displayed', () => {
    const [first] = SHEETS;
    const expected = boxesOf(upright).map((box) => box && first && turnBox(box, first, angle));
    expect(boxesOf(turned).map(round)).toEqual(expected.map((box) => round(box ?? null)));
  });

  it('do not change how pages beside them are read', () => {
    const [first, second] = SHEETS;
    if (!first || !second) throw new Error('two pages');
    const mixed = readSheets(turnSheet(first, angle), second);
    expect(says(mixed)).toEqual(says(upright));
  });
});
