import { describe, expect, it } from 'vitest';
import { PdfDraft } from '../../../builders/pdf.js';
import { codesOf, readContent, readPage, roundBox, textOf } from './reading.js';

/** Left edges of all characters. Digits of Helvetica are 0.556 wide. */
async function lefts(content: string): Promise<number[]> {
  const page = await readContent(content);
  expect(page.diagnostics).toEqual([]);
  return page.glyphs.map((glyph) => roundBox(glyph)[0] ?? Number.NaN);
}

describe('a line of text', () => {
  it('gives every character its own box, from the top left', async () => {
    const page = await readContent('BT /F1 10 Tf 20 30 Td (12) Tj ET');
    expect(textOf(page)).toBe('12');
    const [one, two] = page.glyphs;
    // the font packaged for Helvetica rises 0.905 and falls 0.212 of its size; the base line is at 100 - 30
    expect(roundBox(one)).toEqual([20, 60.9, 25.6, 72.1]);
    expect(roundBox(two)).toEqual([25.6, 60.9, 31.1, 72.1]);
    expect(one).toMatchObject({ fontSize: 10, angle: 0, vertical: false, bold: false, font: 'f1' });
    expect(one).not.toHaveProperty('oblique');
    expect(page.diagnostics).toEqual([]);
  });

  it('reads character and word spacing', async () => {
    expect(await lefts('BT /F1 10 Tf 2 Tc 5 Tw 0 50 Td (1 2) Tj ET')).toEqual([0, 7.6, 17.3]);
  });

  it('reads horizontal scaling', async () => {
    expect(await lefts('BT /F1 10 Tf 200 Tz 0 50 Td (12) Tj ET')).toEqual([0, 11.1]);
  });

  it('reads numbers between strings', async () => {
    expect(await lefts('BT /F1 10 Tf 0 50 Td [(1) -500 (2)] TJ ET')).toEqual([0, 10.6]);
  });

  it('reads leading, next lines and rise', async () => {
    const page = await readContent(
      "BT /F1 10 Tf 12 TL 0 80 Td (1) Tj T* (2) Tj (3) ' 0 -20 TD (4) Tj T* 5 Ts (5) Tj ET",
    );
    expect(page.glyphs.map((glyph) => roundBox(glyph)[3])).toEqual([22.1, 34.1, 46.1, 66.1, 81.1]);
  });

  it('reads a text matrix under a transform', async () => {
    const page = await readContent('q 2 0 0 2 10 10 cm BT /F1 10 Tf 1 0 0 1 5 5 Tm (1) Tj ET Q');
    expect(roundBox(page.glyphs[0])).toEqual([20, 61.9, 31.1, 84.2]);
    expect(page.glyphs[0]?.fontSize).toBe(20);
  });

  it.each([
    ['upright', '1 0 0 1', 0],
    ['from bottom to top', '0 1 -1 0', 270],
    ['upside down', '-1 0 0 -1', 180],
    ['from top to bottom', '0 -1 1 0', 90],
  ])('tells the direction of text: %s', async (_, matrix, angle) => {
    const page = await readContent(`BT /F1 10 Tf ${matrix} 100 50 Tm (1) Tj ET`);
    expect(page.glyphs[0]).toMatchObject({ angle, fontSize: 10 });
  });

  it('marks text at no right angle', async () => {
    const page = await readContent('BT /F1 10 Tf 0.8 0.6 -0.6 0.8 100 50 Tm (1) Tj ET');
    expect(page.glyphs[0]).toMatchObject({ oblique: true });
  });

  it.each([
    ['in its matrix', 'BT /F1 10 Tf -1 0 0 1 90 50 Tm (12) Tj ET'],
    ['by its scaling', 'BT /F1 10 Tf -100 Tz 90 50 Td (12) Tj ET'],
    ['upside down', 'q 1 0 0 -1 0 100 cm BT /F1 10 Tf 20 50 Td (12) Tj ET Q'],
  ])('says that text is mirrored %s', async (_, content) => {
    const page = await readContent(content);
    expect(page.diagnostics).toMatchObject([{ severity: 'warning', code: 'text-mirrored' }]);
    expect(page.diagnostics[0]?.message).toMatch(/^2 characters/);
  });

  it.each([
    ['turned', 'BT /F1 10 Tf -1 0 0 -1 90 50 Tm (12) Tj ET BT /F1 10 Tf 0 1 -1 0 90 50 Tm (12) Tj ET'],
    ['turned by its size', 'BT /F1 -10 Tf 90 50 Td (12) Tj ET'],
    ['turned over twice', 'q 1 0 0 -1 0 100 cm BT /F1 10 Tf 1 0 0 -1 20 50 Tm (12) Tj ET Q'],
  ])('says nothing of text that is %s', async (_, content) => {
    expect((await readContent(content)).diagnostics).toEqual([]);
  });

  it('keeps the text state over q and Q', async () => {
    expect(await lefts('BT /F1 10 Tf ET q BT 5 Tc ET Q BT 0 50 Td (12) Tj ET')).toEqual([0, 5.6]);
  });

  it('reads text in forms, with their matrix', async () => {
    const draft = new PdfDraft();
    const form = draft.addStream(
      '/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 30 0]',
      'BT /F1 10 Tf (1) Tj ET',
    );
    const page = await readPage(draft.addPage({ content: '/Fm Do', resources: `/XObject << /Fm ${form} >>` }).build());
    expect(textOf(page)).toBe('1');
    expect(roundBox(page.glyphs[0])[0]).toBe(30);
  });

  it('calls a font bold by its name, or where it is filled and outlined', async () => {
    const page = await readContent('BT /F1 10 Tf 0 50 Td (1) Tj /F2 10 Tf (2) Tj /F1 10 Tf 2 Tr (3) Tj ET');
    expect(page.glyphs.map(({ bold }) => bold)).toEqual([false, true, true]);
  });
});

/** A font that is not embedded, with a packaged CMap. */
function cidFont(encoding: string, more = ''): string {
  const descriptor =
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >>';
  const system = '<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
  const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo ${system} /FontDescriptor ${descriptor} /DW 1000 ${more} >>`;
  return `/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${descendant}] >> >>`;
}

describe('Chinese fonts that are not embedded', () => {
  it.each([
    ['GBK-EUC-H', 'd4a4cbe3'],
    ['UniGB-UCS2-H', '98847b97'],
  ])('reads %s by the packaged CMaps', async (encoding, hex) => {
    const page = await readContent(`BT /F1 10 Tf 20 30 Td <${hex}> Tj ET`, { resources: cidFont(encoding) });
    expect(textOf(page)).toBe('预算');
    expect(page.glyphs.map((glyph) => roundBox(glyph)[0])).toEqual([20, 30]);
    expect(page.diagnostics).toEqual([]);
  });

  it('keeps a closing mark that hangs over the clip of the text with its blank half', async () => {
    const hanging = 'q 20 0 14 100 re W n BT /F1 10 Tf 20 30 Td <7c7bff09> Tj ET Q';
    expect(textOf(await readContent(hanging, { resources: cidFont('UniGB-UCS2-H') }))).toBe('类）');
    const cut = 'q 20 0 14 100 re W n BT /F1 10 Tf 20 30 Td <7c7b9879> Tj ET Q';
    expect(textOf(await readContent(cut, { resources: cidFont('UniGB-UCS2-H') }))).toBe('类');
  });

  it('writes from top to bottom', async () => {
    const page = await readContent('BT /F1 10 Tf 50 90 Td <98847b97> Tj ET', { resources: cidFont('UniGB-UCS2-V') });
    expect(textOf(page)).toBe('预算');
    expect(page.glyphs.map(roundBox)).toEqual([
      [45, 10, 55, 20],
      [45, 20, 55, 30],
    ]);
    expect(page.glyphs[0]).toMatchObject({ vertical: true, angle: 0 });
  });

  it('goes by the metrics for vertical writing', async () => {
    const font = cidFont('UniGB-UCS2-V', '/DW2 [880 -1200]');
    const page = await readContent('BT /F1 10 Tf 50 90 Td <98847b97> Tj ET', { resources: font });
    expect(page.glyphs.map((glyph) => roundBox(glyph)[1])).toEqual([10, 22]);
  });
});

describe('fonts that are drawings (Type 3)', () => {
  it('gives their characters the height of the font box', async () => {
    const draft = new PdfDraft();
    const proc = draft.addStream('', '8 0 0 0 8 10 d1 0 0 8 10 re f');
    const font = draft.add(
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 -2 8 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 49 /LastChar 49 /Widths [8] /Encoding << /Differences [49 /one] >> /CharProcs << /one ${proc} >> >>`,
    );
    const content = 'BT /F1 10 Tf 20 30 Td (11) Tj ET';
    const page = await readPage(draft.addPage({ content, resources: `/Font << /F1 ${font} >>` }).build());
    expect(textOf(page)).toBe('11');
    expect(page.glyphs.map(roundBox)).toEqual([
      [20, 60, 28, 72],
      [28, 60, 36, 72],
    ]);
    expect(page.rulings).toEqual([]);
    expect(codesOf(page)).toEqual([]);
  });
});
