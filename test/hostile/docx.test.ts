/** Word documents made to take forever, all memory or the stack. Packages that grow are in test/extractors/docx/package.test.ts. */
import { describe, expect, it } from 'vitest';
import { docx, p, pack, partsOf, tbl, tc, tr, type DocxDraft } from '../builders/docx.js';
import { outcomeOf } from './outcome.js';

const MAIN = partsOf({ body: p('hello') });

/** The document with this change of its text part. */
function changed(change: (xml: string) => string): Buffer {
  return pack({ ...MAIN, 'word/document.xml': change(MAIN['word/document.xml'] ?? '') });
}

describe('entities', () => {
  const laughs = Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('');

  it.each([
    ['grow by powers', `<!DOCTYPE a [<!ENTITY a0 "ha">${laughs}]>`],
    ['lead to a file', '<!DOCTYPE a [<!ENTITY a20 SYSTEM "file:///etc/hostname">]>'],
    ['lead to another server', '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'],
  ])('that %s are refused', async (_, declaration) => {
    const bytes = changed((xml) => xml.replace('<w:document', `${declaration}<w:document`).replace('hello', '&a20;'));
    expect((await outcomeOf(bytes)).refused).toBe('docx-beyond-limits');
  });
});

describe('nesting', () => {
  it.each([['w:sdt'], ['w:tbl'], ['w:other']])('of 100,000 levels is refused: %s', async (name) => {
    const body = `<${name}>`.repeat(100_000) + `</${name}>`.repeat(100_000);
    expect((await outcomeOf(docx(body))).refused).toBe('docx-beyond-limits');
  });

  it('of tables in tables is read as deep as elements may be', async () => {
    const nest = (inner: string): string => tbl([tr([tc('名称'), tc(inner + p('值'))])]);
    const body = Array.from({ length: 300 }).reduce<string>(nest, p('底'));
    expect(await outcomeOf(docx(body))).toMatchObject({ tables: 300, codes: ['table-in-cell'] });
  });

  it('of text boxes in text boxes is read or refused', async () => {
    const box = (inner: string): string =>
      `<w:p><w:r><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r></w:p>`;
    const nest = (depth: number): string => Array.from({ length: depth }).reduce<string>(box, p('底'));
    expect(await outcomeOf(docx(nest(200)))).toMatchObject({ refused: null, text: '底' });
    expect((await outcomeOf(docx(nest(1_000)))).refused).toBe('docx-beyond-limits');
  });
});

describe('a table', () => {
  const span = (columns: number | string): string => `<w:gridSpan w:val="${columns}"/>`;
  const HEAD = ['名称', '金额'];

  it.each([
    ['100,000', 100_000],
    ['2,147,483,647', 2_147_483_647],
    ['more than any number', '9'.repeat(40)],
  ])('with cells over %s columns has those that are used', async (_, columns) => {
    const rows = [HEAD, ['甲', '1.00']].map(([name, amount]) => tr([tc(name, span(columns)), tc(amount)]));
    expect(await outcomeOf(docx(tbl(rows)))).toMatchObject({ tables: 1, codes: [] });
  });

  it('of 20,000 cells in one row is kept as text', async () => {
    const cells = Array.from({ length: 20_000 }, (_, at) => tc(String(at)));
    expect((await outcomeOf(docx(tbl([tr(cells)])))).codes).toContain('table-too-large');
  });

  it('with 100,000 columns and free ones before each row is read', async () => {
    const rows = Array.from({ length: 2_000 }, (_, at) =>
      tr(
        HEAD.map((text) => tc(text, '<w:tcW w:w="100" w:type="dxa"/>')),
        `<w:gridBefore w:val="${100_000 - at}"/>`,
      ),
    );
    const widths = Array.from({ length: 100_000 }, () => 10);
    expect((await outcomeOf(docx(tbl(rows, widths)))).refused).toBeNull();
  });

  it('with one cell merged over 30,000 rows is read', async () => {
    const merge = (at: number): string => (at === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');
    const rows = Array.from({ length: 30_000 }, (_, at) => tr([tc('甲', merge(at)), tc('1.00')]));
    expect(await outcomeOf(docx(tbl(rows)))).toMatchObject({ refused: null, tables: 1 });
  });

  it('of millions of cells that hold nothing is refused', async () => {
    const row = `<w:tr>${'<w:tc/>'.repeat(500)}</w:tr>`;
    expect((await outcomeOf(docx(`<w:tbl>${row.repeat(4_001)}</w:tbl>`))).refused).toBe('too-many-cells');
  });
});

describe('definitions', () => {
  const numbered = p('hello', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(3);
  const numbering = (level: string): string =>
    `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const based = (style: string, base: string): string =>
    `<w:style w:type="paragraph" w:styleId="${style}"><w:basedOn w:val="${base}"/></w:style>`;
  const huge = (format: string): string =>
    numbering(
      `<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1%1%1"/></w:lvl>`,
    );

  it.each<[string, DocxDraft]>([
    [
      'styles based on each other',
      { body: p('hello', '<w:pStyle w:val="a"/>'), styles: based('a', 'b') + based('b', 'a') },
    ],
    [
      'a list that links to itself',
      {
        body: numbered,
        styles:
          '<w:style w:type="numbering" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        numbering: numbering('<w:numStyleLink w:val="a"/>'),
      },
    ],
    ['numbers of millions in Roman numerals', { body: numbered, numbering: huge('upperRoman') }],
    ['numbers of millions in letters', { body: numbered, numbering: huge('lowerLetter') }],
    [
      'a list of thousands of millions of levels',
      {
        body: numbered.replaceAll('"0"', '"2000000000"'),
        numbering: huge('decimal').replace('"0"><w:start', '"2000000000"><w:start'),
      },
    ],
    [
      'a note that refers to itself',
      {
        body: p('<w:r><w:t>hello</w:t><w:footnoteReference w:id="1"/></w:r>'),
        footnotes: `<w:footnote w:id="1">${p('<w:r><w:t>note</w:t><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
      },
    ],
    [
      '100,000 fields without end',
      { body: p(`<w:r><w:t>hello</w:t></w:r>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}`) },
    ],
  ])('that go in circles or beyond measure do no harm: %s', async (_, draft) => {
    const { refused, text } = await outcomeOf(pack(partsOf(draft)));
    expect(refused).toBeNull();
    expect(text).toContain('hello');
  });
});
