import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../../../extractors/geometry/page.js';
import { readFont } from '../../../../../extractors/pdf/pages/fonts/fonts.js';
import { PdfDraft } from '../../../../builders/pdf.js';
import { codesOf, readPage, textOf } from '../reading.js';

/** Reads `shown` in a simple font whose ToUnicode map has these lines of `bfchar`. */
async function readMapped(
  shown: string,
  pairs: readonly string[],
  encoding: string,
  name = 'Helvetica',
): Promise<PageContent> {
  const draft = new PdfDraft();
  const map = draft.addStream('', toUnicode('<00> <ff>', pairs));
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << ${encoding} >> /ToUnicode ${map} >>`;
  const content = `BT /F1 10 Tf 20 50 Td ${shown} Tj ET`;
  return readPage(draft.addPage({ content, resources: `/Font << /F1 ${font} >>` }).build());
}

function toUnicode(range: string, pairs: readonly string[]): string {
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def',
    `1 begincodespacerange ${range} endcodespacerange`,
    `${pairs.length} beginbfchar ${pairs.join(' ')} endbfchar endcmap end end`,
  ].join('\n');
}

/** Reads two codes in a composite font of glyph numbers. */
async function readComposite(pairs: readonly string[] | null): Promise<PageContent> {
  const draft = new PdfDraft();
  const map = pairs ? `/ToUnicode ${draft.addStream('', toUnicode('<0000> <ffff>', pairs))}` : '';
  const descriptor =
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /Ascent 900 /Descent -100 >>';
  const system = '<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
  const descendant = `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo ${system} /FontDescriptor ${descriptor} >>`;
  const font = `<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [${descendant}] ${map} >>`;
  const content = 'BT /F1 10 Tf 20 50 Td <00410042> Tj ET';
  return readPage(draft.addPage({ content, resources: `/Font << /F1 ${font} >>` }).build());
}

describe('the text of codes', () => {
  it('is what ToUnicode says, several characters too', async () => {
    const page = await readComposite(['<0041> <9884>', '<0042> <00660069>']);
    expect(page.glyphs.map(({ text }) => text)).toEqual(['预', 'fi']);
    expect(page.diagnostics).toEqual([]);
  });

  it('is unknown where a composite font has no ToUnicode, or a code is missing in it', async () => {
    const without = await readComposite(null);
    expect(textOf(without)).toBe('\ufffd\ufffd');
    expect(without.diagnostics).toMatchObject([{ severity: 'warning', code: 'text-unmapped', origin: { page: 1 } }]);
    expect(without.diagnostics[0]?.message).toMatch(/of 2 characters/);
    const partly = await readComposite(['<0041> <9884>']);
    expect(textOf(partly)).toBe('预\ufffd');
    expect(codesOf(partly)).toEqual(['text-unmapped']);
  });

  it('is unknown for private use and control characters', async () => {
    const page = await readComposite(['<0041> <E001>', '<0042> <0003>']);
    expect(textOf(page)).toBe('\ufffd\ufffd');
    expect(codesOf(page)).toEqual(['text-unmapped']);
  });

  it('comes from the glyph name where ToUnicode leads to private use', async () => {
    const encoding = '/Differences [65 /three /uni9884 /period]';
    const page = await readMapped('(ABC)', ['<41> <F733>', '<42> <E002>', '<43> <F02E>'], encoding);
    expect(textOf(page)).toBe('3预.');
    expect(page.diagnostics).toEqual([]);
  });

  it('is missed by nobody in a font of pictures', async () => {
    const page = await readMapped(
      '<6c>',
      ['<6c> <F06C>'],
      '/BaseEncoding /WinAnsiEncoding /Differences [108 /x]',
      'Wingdings',
    );
    expect(textOf(page)).toBe('\ufffd');
    expect(page.diagnostics).toEqual([]);
  });

  it.each([
    ['a Type 3 font whose letters name any drawing', '/Differences [65 /a /b /C]', '\ufffd\ufffdC'],
    ['a Type 3 font that names its digits', '/Differences [65 /one /comma /uni0032]', '1,2'],
    ['names that count glyphs', '/Differences [1 /g0001 65 /g0030 /g0042 /g0043]', '\ufffd\ufffd\ufffd'],
    ['names that number codes', '/Differences [65 /G30 /G42 /G43]', '\ufffdBC'],
  ])('is told by the names of glyphs only as far as they tell it: %s', async (_, encoding, expected) => {
    const drawing = '<< /Length 37 >>\nstream\n500 0 0 0 500 700 d1 0 0 400 700 re f\nendstream';
    const draft = new PdfDraft();
    const shape = draft.add(drawing);
    const procs = [...encoding.matchAll(/\/(?!Diff)(\w+)/g)].map(([, name]) => `/${name} ${shape}`).join(' ');
    const font = `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << ${procs} >> /Encoding << ${encoding} >> /FirstChar 65 /LastChar 67 /Widths [500 500 500] >>`;
    const content = 'BT /F1 10 Tf 20 50 Td (ABC) Tj ET';
    const page = await readPage(draft.addPage({ content, resources: `/Font << /F1 ${font} >>` }).build());
    expect(textOf(page)).toBe(expected);
    expect(codesOf(page)).toEqual(expected.includes('\ufffd') ? ['text-unmapped'] : []);
  });

  it('is a guess in an embedded TrueType font that is symbolic and has neither encoding nor ToUnicode', () => {
    const standard = Array.from({ length: 128 }, (_, code) => (code < 32 ? '' : `glyph${code}`));
    const map = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    const font = { type: 'TrueType', isSymbolicFont: true, differences: [], defaultEncoding: standard };
    expect(readFont('f1', { ...font, toUnicode: { _map: map } })?.guessed).toBe(true);
    expect(readFont('f1', { ...font, toUnicode: { _map: map.slice(0, 60) } })?.guessed).toBe(false);
    expect(readFont('f1', { ...font, toUnicode: { _map: map }, isSymbolicFont: false })?.guessed).toBe(false);
    expect(readFont('f1', { ...font, toUnicode: { _map: map }, missingFile: true })?.guessed).toBe(false);
  });
});
