import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../../extractors/geometry/page.js';
import { PdfDraft } from '../../../builders/pdf.js';
import { codesOf, readPage, textOf } from './reading.js';

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
});
