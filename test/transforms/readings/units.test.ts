import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../../extractors/types.js';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { docx, grid, p, readBytes } from '../../builders/docx.js';
import { extractLines, tabbed } from '../../builders/text-document.js';

const codebook = loadCodebook();
const NAME = '云岭县农业农村局2025年部门预算';
const TITLE = '一般公共预算支出表';
const HEADER = '科目编码|科目名称|预算数';
const ROWS = ['2130101|行政运行|88.00', '2130108|病虫害控制|30.00'];
const BOTH = ['text', 'docx'] as const;

/** One table below lines, its rows as cells joined by `|`. */
interface Page {
  readonly lines: readonly string[];
  readonly rows: readonly string[];
}

function extractAs(format: (typeof BOTH)[number], { lines, rows }: Page): Promise<RawDocument> | RawDocument {
  if (format === 'text') return extractLines(NAME, ...lines, ...tabbed(...rows));
  return readBytes(docx([NAME, ...lines].map((line) => p(line)).join('') + grid(rows)));
}

/** Unit and amounts of the one table, whether they are suspect, and what is said of it. */
async function readAs(format: (typeof BOTH)[number], page: Page) {
  const { tables, lines, diagnostics } = transform(await extractAs(format, page), codebook);
  return {
    units: tables.map(({ unit }) => unit),
    lines: lines.map(({ amountText, amount, confidence }) => [amountText, amount, confidence]),
    codes: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
  };
}

const RIGHT = {
  units: ['万元'],
  lines: [
    ['88.00', 88_000_000n, 'consistent'],
    ['30.00', 30_000_000n, 'consistent'],
  ],
  codes: [],
};

describe.each(BOTH)('the unit of a table in %s', (format) => {
  it.each([
    ['计量单位：万元'],
    ['（万元）'],
    ['单位：', '万元'],
    ['单位：万', '元'],
    ['单位：某县农业农村局', '万元'],
    ['单位：人、万元'],
    ['单位：□元　☑万元'],
    ['公开表1　单位:万元　第1页'],
    ['除特别注明外，本表单位均为万元'],
    ['单位：元', '更正：以下单位为万元'],
  ])('may stand above it as %s %s', async (...unit) => {
    expect(await readAs(format, { lines: [TITLE, ...unit], rows: [HEADER, ...ROWS] })).toEqual(RIGHT);
  });

  it.each(['单位：万元||', '（万元）||', '注：本表金额单位为万元||', '金额单位：|万元|'])(
    'may stand in its last row: %s',
    async (row) => {
      expect(await readAs(format, { lines: [TITLE], rows: [HEADER, ...ROWS, row] })).toEqual(RIGHT);
    },
  );

  it.each(['（万元）||', '金额单位：|万元|', '|计量单位：|万元'])('may stand in its first row: %s', async (row) => {
    expect(await readAs(format, { lines: [TITLE], rows: [row, HEADER, ...ROWS] })).toEqual(RIGHT);
  });

  it.each(['单位：万元||', '（万元）||', '注：金额单位为万元||'])(
    'is doubtful where the last row says another than the caption: %s',
    async (row) => {
      const found = await readAs(format, { lines: [TITLE, '单位：元'], rows: [HEADER, ...ROWS, row] });
      expect(found.codes).toEqual(['units-contradict']);
      expect(found.lines.map(([, , confidence]) => confidence)).toEqual(['suspect', 'suspect']);
    },
  );

  it('is doubtful where it names two', async () => {
    const found = await readAs(format, { lines: [TITLE, '单位：亿元、万元'], rows: [HEADER, ...ROWS] });
    expect(found.codes).toEqual(['units-contradict']);
  });

  it('puts the rows below it in doubt where another stands within the table, words beside it or not', async () => {
    const rows = [HEADER, '2130101|行政运行|88.00', '单位：元　保留两位||', '2130108|病虫害控制|30.00'];
    const found = await readAs(format, { lines: [TITLE, '单位：万元'], rows });
    expect(found.codes).toContain('header-changed');
    expect(found.lines.at(-1)).toEqual(['30.00', 3_000n, 'suspect']);
  });
});

it('a unit is no publisher', () => {
  const { facts } = transform(extractLines(TITLE, '单位：人、万元', ...tabbed(HEADER, ...ROWS)), codebook);
  expect(facts.publisher).toBeNull();
});
