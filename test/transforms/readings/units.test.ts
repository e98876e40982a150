import { describe, expect, it } from 'vitest';
import type { RawDocument } from '../../../extractors/types.js';
import { loadCodebook, transform } from '../../../transforms/index.js';
import { docx, grid, p, r, readBytes } from '../../builders/docx.js';
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

/** A text breaks no line within a cell. */
function inOneLine(row: string, format: (typeof BOTH)[number]): string {
  return format === 'text' ? row.replace('\\n', ' ') : row;
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
    ['单位：云岭县农业农村局', '万元'],
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

  it.each(['预算数（万元）', '预算数\\n万元', '预算数万元'])('may stand in the heading %s', async (heading) => {
    const rows = [`科目编码|科目名称|${heading}`, ...ROWS];
    expect(await readAs(format, { lines: [TITLE], rows: rows.map((row) => inOneLine(row, format)) })).toEqual(RIGHT);
  });

  it('may be another in each column, then nothing lacks', async () => {
    const rows = ['科目编码|科目名称|基本支出（元）|项目支出（万元）', '2130101|行政运行|520,000.00|31.00'];
    expect(await readAs(format, { lines: [TITLE], rows })).toEqual({
      units: [null],
      lines: [
        ['520,000.00', 52_000_000n, 'consistent'],
        ['31.00', 31_000_000n, 'consistent'],
      ],
      codes: [],
    });
  });

  it('lacks where only other columns name theirs', async () => {
    const rows = ['科目编码|科目名称|合计|基本支出（元）|项目支出（万元）', '2130101|行政运行|9.00|520,000.00|31.00'];
    const found = await readAs(format, { lines: [TITLE], rows });
    expect(found.codes).toEqual(['unit-missing']);
    expect(found.lines.map(([text]) => text)).toEqual(['520,000.00', '31.00']);
  });

  it('is not missed in a form without amounts', async () => {
    const rows = [HEADER, '2130101|行政运行|', '2130108|病虫害控制|'];
    expect((await readAs(format, { lines: [TITLE], rows })).codes).toEqual([]);
  });

  it('is for each row what its column of units says: what is counted is no amount', async () => {
    const rows = [
      '科目编码|科目名称|计量单位|预算数',
      '2130101|行政运行|元|520,000.00',
      '2130108|病虫害控制|万元|31.00',
    ];
    const found = await readAs(format, { lines: [TITLE, '单位：元'], rows: [...rows, '2130119|防灾救灾|人|75'] });
    expect(found).toEqual({
      units: ['元'],
      lines: [
        ['520,000.00', 52_000_000n, 'consistent'],
        ['31.00', 31_000_000n, 'consistent'],
      ],
      codes: [],
    });
  });

  it('is not what purchases are counted in', async () => {
    const rows = ['采购项目|采购品目|计量单位|数量|采购预算', '台式机|计算机|元|3|2.00', '打印|复印纸|箱|5|1.00'];
    const found = await readAs(format, { lines: ['政府采购预算表', '单位：万元'], rows });
    expect(found.lines.map(([, amount]) => amount)).toEqual([2_000_000n, 1_000_000n]);
  });

  it('may stand behind the name of a row', async () => {
    const rows = [HEADER, '2130101|行政运行|520,000.00', '2130108|病虫害控制（万元）|31.00'];
    const found = await readAs(format, { lines: [TITLE, '单位：元'], rows });
    expect(found.lines.map(([, amount]) => amount)).toEqual([52_000_000n, 31_000_000n]);
  });

  it('is 元 for an amount written out, which is read where it is sure and told where not', async () => {
    const rows = [HEADER, '2130101|行政运行|壹拾贰万元整', '2130108|病虫害控制|十二万元'];
    const found = await readAs(format, { lines: [TITLE, '单位：万元'], rows });
    expect(found.lines).toEqual([['壹拾贰万元整', 12_000_000n, 'consistent']]);
    expect(found.codes).toEqual(['amount-unparsable']);
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

it('a footnote that names a unit may be about the table: its lines are suspect', async () => {
  const footnotes = `<w:footnote w:id="2">${p('本表金额单位为万元。')}</w:footnote>`;
  const title = p(`${r(TITLE)}<w:r><w:footnoteReference w:id="2"/></w:r>`);
  const raw = await readBytes(docx({ body: p(NAME) + title + grid([HEADER, ...ROWS]), footnotes }));
  const { lines, diagnostics } = transform(raw, codebook);
  expect(lines.map(({ amount, confidence }) => [amount, confidence])).toEqual([
    [88_000_000n, 'suspect'],
    [30_000_000n, 'suspect'],
  ]);
  expect(diagnostics.map(({ code }) => code)).toContain('unit-inferred');
});

describe('the unit of a document', () => {
  const OTHER = '部门支出总表';
  const table = (name: string, ...lines: readonly string[]) => [name, ...lines, ...tabbed(HEADER, ...ROWS)];
  const read = (...lines: readonly string[]) => {
    const { tables, lines: found, diagnostics } = transform(extractLines(NAME, ...lines), codebook);
    const codes = diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    return {
      units: tables.map(({ unit }) => unit),
      codes,
      suspect: found.filter((line) => line.confidence === 'suspect'),
    };
  };

  it('stands under its title and is that of every table', () => {
    const found = read('单位：元', ...table(TITLE), ...table(OTHER));
    expect(found).toEqual({ units: ['元', '元'], codes: [], suspect: [] });
  });

  it('is in doubt where it stands under the name of the first table, or another names its own', () => {
    expect(read(...table(TITLE, '单位：元'), ...table(OTHER)).codes).toEqual(['unit-inferred']);
    expect(read('单位：元', ...table(TITLE), ...table(OTHER, '单位：元'), ...table('项目支出表')).codes).toEqual([
      'unit-inferred',
    ]);
  });

  it('is not needed where a column names one for each row', () => {
    const head = '项目名称|计量单位|预算数';
    const each = ['项目支出表', ...tabbed(head, '甲项目|万元|5.00', '乙项目|元|800.00')];
    const found = read(...table(TITLE, '单位：万元'), ...each);
    expect(found).toEqual({ units: ['万元', null], codes: [], suspect: [] });
    const some = ['项目支出表', ...tabbed(head, '甲项目|元|5.00', '乙项目||800.00')];
    expect(read(...table(TITLE, '单位：万元'), ...some).codes).toContain('unit-inferred');
  });

  it('is none below a text', () => {
    const text =
      '本部门2025年部门预算按照综合预算的原则编制，收入和支出均纳入部门预算管理，有关情况说明如下，其余见各表。';
    expect(read(text + text, '单位：元', ...table(TITLE), ...table(OTHER)).codes).toEqual(['unit-inferred']);
  });
});
