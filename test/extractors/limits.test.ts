/** What a run may set: how much of one document is read, and what is said where there is more. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_EXTRACT_LIMITS,
  extract,
  UnreadableDocument,
  type ExtractLimits,
  type RawDocument,
} from '../../extractors/index.js';
import { docx, p, tbl, tc, tr } from '../builders/docx.js';
import { PdfDraft } from '../builders/pdf.js';

function read(bytes: Uint8Array, limits: Partial<ExtractLimits>): Promise<RawDocument> {
  const source = { bytes, documentId: 'x', fileName: 'x', sourceUri: 'x' };
  return extract(source, { limits: { ...DEFAULT_EXTRACT_LIMITS, ...limits } });
}

/** How many cells the tables have, or the reason for which the document is refused. */
async function cellsOrRefusal(bytes: Uint8Array, limits: Partial<ExtractLimits>): Promise<number | string> {
  try {
    const { tables } = await read(bytes, limits);
    return tables.reduce((sum, { readings: [{ grid }] }) => sum + grid.rowCount * grid.columnCount, 0);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

describe('pages', () => {
  const WORDS = ['one', 'more', 'page', 'that', 'says', 'other', 'things', 'than', 'these'];
  const pages = (count: number): Uint8Array => {
    const draft = new PdfDraft();
    for (const word of WORDS.slice(0, count)) draft.addPage({ content: `BT /F1 10 Tf 20 50 Td (${word}) Tj ET` });
    return draft.build();
  };

  it('beyond the limit are left out, and it is said how many', async () => {
    const { pages: read7, blocks, diagnostics } = await read(pages(9), { pages: 7 });
    expect(read7).toHaveLength(7);
    expect(blocks.at(-1)?.text).toContain('things');
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'pages-left-out', origin: { page: 8 } }]);
    expect(diagnostics[0]?.message).toContain('2 are left out');
  });

  it('up to the limit are read without a word', async () => {
    expect((await read(pages(7), { pages: 7 })).diagnostics).toEqual([]);
  });
});

describe('cells', () => {
  const ROWS = 6;
  const lines = (row: (at: number) => string): Uint8Array =>
    Buffer.from(['部门收支', ...Array.from({ length: ROWS }, (_, at) => row(at))].join('\n'));
  const rules = [10, 30, 50, 70, 90].map((y) => `10 ${y} m 190 ${y} l S`);
  const walls = [10, 70, 130, 190].map((x) => `${x} 10 m ${x} 90 l S`);
  const texts = [15, 35, 55, 75].flatMap((y) => [15, 75, 135].map((x) => `BT /F1 8 Tf ${x} ${y} Td (${x}.${y}) Tj ET`));
  const drawn = new PdfDraft().addPage({ content: [...rules, ...walls, ...texts].join(' ') }).build();
  const cells = (row: number): string[] => [`第${row}项`, `${row}.00`, '1.00'].map((text) => tc(text));

  it.each([
    ['tabs', lines((at) => `第${at}项\t${at}.00\t1.00`), 3 * ROWS],
    ['commas', lines((at) => `第${at}项,${at}.00,1.00`), 3 * ROWS],
    ['bars', lines((at) => `| 第${at}项 | ${at}.00 | 1.00 |`), 3 * ROWS],
    ['tabs, of a row that is wider', lines((at) => `第${at}项\t1.00${'\t1.00'.repeat(at * 10)}`), ROWS * 52],
    ['a Word table', docx(p('表') + tbl(Array.from({ length: ROWS }, (_, at) => tr(cells(at))))), 3 * ROWS],
    [
      'two Word tables',
      docx([0, 1].map((no) => p(`表${no}`) + tbl([0, 1, 2].map((at) => tr(cells(at))))).join('')),
      3 * ROWS,
    ],
    ['a ruled page', drawn, 12],
    ['two ruled pages', joinPages(rules, walls, texts), 24],
  ])('of %s are counted, and one too many is refused', async (_, bytes, count) => {
    expect(await cellsOrRefusal(bytes, { cells: count })).toBe(count);
    expect(await cellsOrRefusal(bytes, { cells: count - 1 })).toBe('too-many-cells');
  });

  it('are not counted where commas stand in prose', async () => {
    const prose = lines(() => 'one, two, three, four, five, six, seven');
    const twice = Buffer.concat([prose, Buffer.from('\n'), prose]);
    expect(await cellsOrRefusal(twice, { cells: 50 })).toBe(0);
  });
});

function joinPages(...content: readonly (readonly string[])[]): Uint8Array {
  const page = { content: content.flat().join(' ') };
  return new PdfDraft().addPage(page).addPage(page).build();
}

describe('unpacked bytes', () => {
  it('of a docx are those of the parts that are read', async () => {
    const bytes = docx(p('名'.repeat(20_000)));
    expect((await read(bytes, { unpackedBytes: 100_000 })).blocks).toHaveLength(1);
    expect(await cellsOrRefusal(bytes, { unpackedBytes: 50_000 })).toBe('docx-beyond-limits');
  });

  it('of a PDF are those of all its streams but pictures', async () => {
    const draft = new PdfDraft();
    for (let no = 0; no < 10; no += 1)
      draft.addPage({ content: `BT /F1 10 Tf 20 50 Td (no) Tj ET${' '.repeat(10_000)}` });
    draft.addStream('/Type /XObject /Subtype /Image /Width 1000 /Height 1000', ' '.repeat(1_000_000));
    expect((await read(draft.build(), { unpackedBytes: 110_000 })).pages).toHaveLength(10);
    expect(await cellsOrRefusal(draft.build(), { unpackedBytes: 90_000 })).toBe('source-too-large');
  });
});
