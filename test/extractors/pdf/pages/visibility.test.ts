import { describe, expect, it } from 'vitest';
import { PdfDraft } from '../../../builders/pdf.js';
import type { PageContent } from '../../../../extractors/geometry/page.js';
import { codesOf, readContent, readPage, textOf } from './reading.js';

async function seen(content: string, resources = ''): Promise<string> {
  const page = await readContent(content, { resources });
  expect(page.diagnostics).toEqual([]);
  return textOf(page);
}

const text = (word: string, y = 50): string => `BT /F1 10 Tf 20 ${y} Td (${word}) Tj ET`;

describe('what the eye does not see', () => {
  it('leaves out text outside its clip, until the clip ends', async () => {
    expect(await seen(`q 0 0 200 40 re W n ${text('out')} ${text('in', 20)} Q ${text('after')}`)).toBe('inafter');
  });

  it('cuts a word at the clip', async () => {
    expect(await seen(`q 0 0 31.2 100 re W n ${text('123')} Q`)).toBe('12');
  });

  it('notes the character at which a clip cuts a text, not a clip between texts', async () => {
    const cutsOf = async (content: string): Promise<(number | undefined)[] | undefined> =>
      (await readContent(content)).cuts?.map(([x0]) => Math.round(x0));
    expect(await cutsOf(`q 0 0 31.2 100 re W n ${text('123')} Q`)).toEqual([26]);
    expect(await cutsOf(`q 26 0 100 100 re W n ${text('123')} Q`)).toEqual([26]);
    expect(await cutsOf(`q 0 0 26 100 re W n BT /F1 10 Tf 20 50 Td (1) Tj (2) Tj ET Q`)).toEqual([20]);
    expect(await cutsOf(`q 0 0 26 100 re W n ${text('1')} Q q 0 0 10 9 re W n BT 26 50 Td (2) Tj ET Q`)).toEqual([]);
    expect(await cutsOf(`q 0 0 31.2 100 re W n ${text('12   ')} Q`)).toEqual([]);
    expect(await cutsOf(`q 0 0 31.0 100 re W n ${text('12')} Q`)).toEqual([]);
    expect(await cutsOf(`q 0 0 29 100 re W n ${text('12')} Q`)).toEqual([26]);
    expect(await cutsOf(`q 20.5 0 100 100 re W n ${text('12')} Q`)).toEqual([20]);
    expect(await cutsOf(`q 20.5 0 100 100 re W n ${text('ab')} Q`)).toEqual([]);
    expect(await cutsOf(`q 0 0 200 40 re W n BT /F1 10 Tf 12 TL 20 30 Td (in) Tj 0 30 Td (out) Tj ET Q`)).toEqual([]);
  });

  it('takes a text that runs up or down the page for cut where the clip cuts along it, not across', async () => {
    const upward = (word: string): string => `BT /F1 10 Tf 0 1 -1 0 50 20 Tm (${word}) Tj ET`;
    const cutsOf = async (clip: string): Promise<number | undefined> =>
      (await readContent(`q ${clip} re W n ${upward('12')} Q`)).cuts?.length;
    expect(await cutsOf('44 0 8 100')).toBe(0);
    expect(await cutsOf('0 0 100 31')).toBe(0);
    expect(await cutsOf('0 0 100 29')).toBe(1);
  });

  it('misses nothing of a text that is painted in two halves', async () => {
    const page = await readContent(`q 0 0 26 100 re W n ${text('123')} Q q 26 0 100 100 re W n ${text('123')} Q`);
    expect([textOf(page), page.cuts]).toEqual(['123', []]);
  });

  it.each([
    ['a triangle', '0 0 m 200 0 l 0 100 l h W n', 'BT /F1 10 Tf 20 10 Td (in) Tj 130 75 Td (out) Tj ET'],
    ['two boxes', '0 0 60 100 re 150 0 50 100 re W n', 'BT /F1 10 Tf 20 10 Td (in) Tj 70 0 Td (out) Tj ET'],
    ['a frame', '0 0 200 100 re 50 20 100 60 re W* n', 'BT /F1 10 Tf 20 10 Td (in) Tj 70 40 Td (out) Tj ET'],
    ['a curve', '0 0 m 0 200 200 200 200 0 c h W n', 'BT /F1 10 Tf 90 80 Td (in) Tj -88 10 Td (out) Tj ET'],
  ])('holds text against a clip that is %s', async (_, clip, words) => {
    expect(await seen(`q ${clip} ${words} Q`)).toBe('in');
  });

  it('shows text that is the clip where something is painted through it, and nothing else there', async () => {
    const clip = `BT 7 Tr /F1 10 Tf 20 50 Td (clip) Tj ET 0 Tr`;
    expect(await seen(`q ${clip} ${text('out', 20)} Q ${text('after', 20)}`)).toBe('after');
    const painted = await readContent(`${text('before', 80)} q ${clip} 0 0 200 100 re f Q`);
    expect(textOf(painted)).toBe('beforeclip');
    expect(painted.rulings).toEqual([]);
  });

  it('leaves out text that is too small or too narrow to be seen', async () => {
    expect(await seen(`BT /F1 0.9 Tf 20 50 Td (small) Tj ET BT /F1 10 Tf 5 Tz 20 20 Td (thin) Tj ET`)).toBe('');
    expect(await seen(`BT /F1 0.1 Tf 100 0 0 100 20 50 Tm (large) Tj ET`)).toBe('large');
  });

  it('takes an empty clip path for none', async () => {
    expect(await seen(`q W n ${text('in')} Q`)).toBe('in');
  });

  it('leaves out text outside the crop box', async () => {
    const page = await readContent(`${text('in')} BT /F1 10 Tf 150 50 Td (out) Tj ET`, {
      entries: '/CropBox [0 0 100 100]',
    });
    expect(textOf(page)).toBe('in');
  });

  it('leaves out text under an opaque area painted later', async () => {
    expect(await seen(`${text('under')} 1 g 10 40 100 30 re f 0 g ${text('over')}`)).toBe('over');
  });

  it('keeps text under a transparent or smaller area, a frame, or a fill of another place', async () => {
    const half = '/ExtGState << /G << /ca 0.5 >> >>';
    expect(await seen(`${text('kept')} q /G gs 10 40 100 30 re f Q`, half)).toBe('kept');
    expect(await seen(`${text('kept')} 10 40 100 3 re f`)).toBe('kept');
    expect(await seen(`${text('kept')} 10 40 100 30 re S`)).toBe('kept');
    expect(await seen(`${text('kept')} 10 0 100 30 re f`)).toBe('kept');
  });

  describe('under a picture', () => {
    const pixel = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';
    const stencil = '/Type /XObject /Subtype /Image /Width 2 /Height 1 /ImageMask true /BitsPerComponent 1';
    const patch = (matrix = '100 0 0 30 10 40'): string => `${text('12')} q ${matrix} cm /Im Do Q ${text('over', 20)}`;

    async function readPatched(image: string, content: string, state = ''): Promise<PageContent> {
      const draft = new PdfDraft();
      const mask = draft.addStream(pixel, '\x80');
      const picture = draft.addStream(image.replace('MASK', mask), '\0');
      const resources = `/XObject << /Im ${picture} >> /ExtGState << /G << ${state} >> >>`;
      return readPage(draft.addPage({ content, resources }).build());
    }

    it('text is not on the page', async () => {
      const page = await readPatched(pixel, patch());
      expect(textOf(page)).toBe('over');
      expect(page.diagnostics).toEqual([]);
      const inline = 'q 100 0 0 30 10 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q';
      expect(await seen(`${text('12')} ${inline} ${text('over', 20)}`)).toBe('over');
    });

    it.each([
      ['a stencil', stencil, patch(), ''],
      ['with a soft mask', `${pixel} /SMask MASK`, patch(), ''],
      ['with a mask of colours', `${pixel} /Mask [0 0]`, patch(), ''],
      ['half transparent', pixel, `/G gs ${patch()}`, '/ca 0.5'],
      ['blended', pixel, `/G gs ${patch()}`, '/BM /Multiply'],
      ['clipped to no box', pixel, patch('100 0 0 30 10 40 cm 0 0 m 1 0 l 0 1 l h W n 1 0 0 1 0 0'), ''],
      ['turned', pixel, patch('80 30 -30 80 30 0'), ''],
      ['smaller', pixel, patch('100 0 0 3 10 50'), ''],
    ])('text is kept where the picture is %s', async (_, image, content, state) => {
      const page = await readPatched(image, content, state);
      expect(textOf(page)).toBe('12over');
      expect(page.diagnostics).toEqual([]);
    });

    it('text is what a machine read where the picture is a scan, drawn in strips too', async () => {
      const strips = [0, 25, 50, 75].map((y) => `q 200 0 0 25 0 ${y} cm /Im Do Q`).join(' ');
      const page = await readPatched(pixel, `${text('12')} ${text('3', 30)} ${strips}`);
      expect(textOf(page)).toBe('123');
      expect(page.diagnostics).toMatchObject([{ severity: 'warning', code: 'text-from-ocr' }]);
    });

    it('a scan under text takes nothing from it', async () => {
      const page = await readPatched(pixel, `q 200 0 0 100 0 0 cm /Im Do Q ${text('12')}`);
      expect(textOf(page)).toBe('12');
      expect(page.diagnostics).toEqual([]);
    });
  });

  it('leaves out optional content that is off', async () => {
    const draft = new PdfDraft();
    const on = draft.add('<< /Type /OCG /Name (on) >>');
    const off = draft.add('<< /Type /OCG /Name (off) >>');
    draft.catalog = `/OCProperties << /OCGs [${on} ${off}] /D << /OFF [${off}] >> >>`;
    const content = `/OC /On BDC ${text('on')} EMC /OC /Off BDC /Span BMC ${text('off')} EMC EMC ${text('always', 20)}`;
    const page = await readPage(
      draft.addPage({ content, resources: `/Properties << /On ${on} /Off ${off} >>` }).build(),
    );
    expect(textOf(page)).toBe('onalways');
  });

  it('leaves out annotations', async () => {
    const draft = new PdfDraft();
    const look = draft.addStream('/Type /XObject /Subtype /Form /BBox [0 0 50 50]', 'BT /F1 10 Tf (note) Tj ET');
    const note = `<< /Type /Annot /Subtype /Stamp /Rect [0 0 50 50] /AP << /N ${look} >> >>`;
    expect(textOf(await readPage(draft.addPage({ content: text('page'), entries: `/Annots [${note}]` }).build()))).toBe(
      'page',
    );
  });

  it('says that form fields and notes are filled in and not read, and nothing of links and empty fields', async () => {
    const annotation = (entries: string): string => `<< /Type /Annot /Rect [10 10 90 30] /F 4 ${entries} >>`;
    const annotations = [
      annotation('/Subtype /Widget /FT /Tx /T (a) /V (1234.56)'),
      annotation('/Subtype /Widget /FT /Tx /T (b)'),
      annotation('/Subtype /Widget /FT /Btn /T (c) /V /Off'),
      annotation('/Subtype /FreeText /Contents (free) /DA (/F1 10 Tf)'),
      annotation('/Subtype /Link'),
      annotation('/Subtype /Text /Contents (a comment that shows when it is opened)'),
    ];
    const page = await readContent(text('page'), { entries: `/Annots [${annotations.join(' ')}]` });
    expect(textOf(page)).toBe('page');
    expect(page.diagnostics).toMatchObject([{ severity: 'warning', code: 'fields-not-read' }]);
    expect(page.diagnostics[0]?.message).toMatch(/^2 form fields/);
  });

  it('leaves out what only makes a soft mask', async () => {
    const draft = new PdfDraft();
    const group = '/Group << /S /Transparency /CS /DeviceGray >>';
    const mask = draft.addStream(`/Type /XObject /Subtype /Form /BBox [0 0 200 100] ${group}`, text('mask'));
    const resources = `/ExtGState << /G << /SMask << /S /Luminosity /G ${mask} >> >> >>`;
    expect(textOf(await readPage(draft.addPage({ content: `/G gs ${text('seen')}`, resources }).build()))).toBe('seen');
  });
});

describe('invisible text', () => {
  const invisible = `3 Tr ${text('12')} 0 Tr ${text('seen', 20)}`;

  it('is left out over nothing', async () => {
    expect(await seen(invisible)).toBe('seen');
    expect(await seen(`q /G gs ${text('gone')} Q`, '/ExtGState << /G << /ca 0 >> >>')).toBe('');
  });

  it('is what a machine read in a scan', async () => {
    const draft = new PdfDraft();
    const scan = draft.addStream(
      '/Type /XObject /Subtype /Image /Width 2000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8',
      '',
    );
    const content = `q 200 0 0 100 0 0 cm /Scan Do Q ${invisible}`;
    const page = await readPage(draft.addPage({ content, resources: `/XObject << /Scan ${scan} >>` }).build());
    expect(textOf(page)).toBe('12seen');
    expect(page.diagnostics).toMatchObject([{ severity: 'warning', code: 'text-from-ocr', origin: { page: 1 } }]);
    expect(page.diagnostics[0]?.message).toMatch(/^2 characters/);
  });
});

describe('white text', () => {
  it('is kept with a warning on white, and without one on colour', async () => {
    const onWhite = await readContent(`1 g ${text('12')}`);
    expect(textOf(onWhite)).toBe('12');
    expect(codesOf(onWhite)).toEqual(['text-white-on-white']);
    expect(await seen(`0 0 1 rg 0 0 200 100 re f 1 g ${text('12')}`)).toBe('12');
  });
});

describe('characters printed twice', () => {
  it('are one, in bold', async () => {
    const page = await readContent('BT /F1 10 Tf 20 50 Td (11) Tj ET BT /F1 10 Tf 20.3 50 Td (11) Tj ET');
    expect(textOf(page)).toBe('11');
    expect(page.glyphs.map(({ bold }) => bold)).toEqual([true, true]);
  });

  it('are one where each is painted twice before the next', async () => {
    const twice = (x: number, digit: string): string =>
      `BT /F1 10 Tf ${x} 50 Td (${digit}) Tj 0.3 0 Td (${digit}) Tj ET `;
    expect(await seen(twice(20, '1') + twice(25.6, '2') + twice(31.2, '3'))).toBe('123');
  });

  it('are two where two texts run into each other', async () => {
    const page = await readContent('BT /F1 10 Tf 20 50 Td (2024) Tj ET BT /F1 10 Tf 20.2 50 Td (3050.5) Tj ET');
    expect(textOf(page)).toBe('20243050.5');
  });

  it('are two where they stand apart, or differ', async () => {
    expect(await seen('BT /F1 10 Tf 20 50 Td (1) Tj ET BT /F1 10 Tf 22 50 Td (1) Tj ET')).toBe('11');
    expect(await seen('BT /F1 10 Tf 20 50 Td (1) Tj ET BT /F1 10 Tf 20 50 Td (2) Tj ET')).toBe('12');
  });
});

describe('a page without text', () => {
  it('is no trouble where it is blank or has lines', async () => {
    expect(await seen('')).toBe('');
    expect(await seen('10 10 50 50 re S')).toBe('');
  });

  it('is told where text may be drawn as outlines', async () => {
    const page = await readContent('10 10 m 20 20 30 20 40 10 c f '.repeat(1200));
    expect(codesOf(page)).toEqual(['page-has-no-text']);
  });

  it.each([
    ['where a picture covers it but for a page number', '200 0 0 90 0 5 cm', 'BT /F1 8 Tf 95 1 Td (13) Tj ET', true],
    ['not where words stand within', '200 0 0 90 0 5 cm', 'BT /F1 8 Tf 95 45 Td (13) Tj ET', false],
    ['not under a logo', '40 0 0 40 0 60 cm', 'BT /F1 8 Tf 95 1 Td (13) Tj ET', false],
  ])('is told %s', async (_, place, words, isTold) => {
    const picture = `q ${place} BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q`;
    const page = await readContent(`${picture} ${words}`);
    expect([codesOf(page), page.isPicture]).toEqual([isTold ? ['page-has-no-text'] : [], isTold]);
    expect(textOf(page)).toBe('13');
  });
});

describe('two texts at one place', () => {
  it('are both kept where they differ, however many characters they share', async () => {
    expect(textOf(await readContent(`${text('7.50')} ${text('6.50')}`))).toBe('7.506.50');
  });
});
