import { describe, expect, it } from 'vitest';
import { PdfDraft } from '../../../builders/pdf.js';
import { describeRulings, readContent, readPage } from './reading.js';

async function rulings(content: string): Promise<string[]> {
  const page = await readContent(content);
  expect(page.diagnostics).toEqual([]);
  return describeRulings(page.rulings);
}

describe('stroked paths', () => {
  it('gives level and upright lines, not others', async () => {
    expect(await rulings('2 w 10 20 m 90 20 l S 50 10 m 50 90 l S 10 10 m 90 90 l S')).toEqual([
      'h 80 10-90 t2',
      'v 50 10-90 t2',
    ]);
  });

  it('gives the sides of rectangles and closed paths', async () => {
    const sides = ['h 90 10-60 t1', 'v 60 70-90 t1', 'h 70 10-60 t1', 'v 10 70-90 t1'];
    expect(await rulings('10 10 50 20 re S')).toEqual(sides);
    expect(await rulings('10 10 m 60 10 l 60 30 l 10 30 l s')).toEqual(sides);
  });

  it('goes by the transform, for places and for widths', async () => {
    expect(await rulings('q 0 2 -2 0 100 0 cm 1 w 10 10 m 40 10 l S Q')).toEqual(['v 80 20-80 t2']);
  });

  it('takes a dash pattern for a whole line, and joins dashes drawn one by one', async () => {
    expect(await rulings('[3 2] 0 d 10 50 m 90 50 l S')).toEqual(['h 50 10-90 t1']);
    const dashes = Array.from({ length: 10 }, (_, at) => `${10 + at * 5} 50 m ${13 + at * 5} 50 l S`).join(' ');
    expect(await rulings(dashes)).toEqual(['h 50 10-58 t1']);
    const dots = Array.from({ length: 10 }, (_, at) => `50 ${10 + at * 2} 1 1 re f`).join(' ');
    expect(await rulings(dots)).toEqual(['v 50.5 71-90 t1']);
  });

  it('lets single dots and curves be', async () => {
    expect(await rulings('10 10 1 1 re f 10 50 m 20 60 30 60 40 50 c S')).toEqual([]);
  });

  it('reads the line width of a graphics state dictionary', async () => {
    const page = await readContent('/G gs 10 50 m 90 50 l S', { resources: '/ExtGState << /G << /LW 3 >> >>' });
    expect(describeRulings(page.rulings)).toEqual(['h 50 10-90 t3']);
  });
});

describe('filled paths', () => {
  it('takes thin rectangles for rules', async () => {
    expect(await rulings('10 20 80 1 re 30 10 1 60 re f')).toEqual(['h 79.5 10-90 t1', 'v 30.5 30-90 t1']);
    expect(await rulings('10 20 80 0 re f')).toEqual(['h 80 10-90 t0']);
  });

  it('gives the edges of areas', async () => {
    expect(await rulings('0.8 g 10 10 50 20 re f')).toEqual([
      'h 70 10-60 t0 edge',
      'h 90 10-60 t0 edge',
      'v 10 70-90 t0 edge',
      'v 60 70-90 t0 edge',
    ]);
  });

  it('takes very thick lines for areas', async () => {
    expect(await rulings('20 w 10 50 m 90 50 l S')).toHaveLength(4);
  });

  it('takes no triangle for a rectangle', async () => {
    expect(await rulings('10 10 m 60 10 l 10 60 l f')).toEqual([]);
  });
});

describe('rules that nobody sees', () => {
  it('tells white, transparent and unpainted ones apart', async () => {
    expect(await rulings('1 G 10 50 m 90 50 l S')).toEqual(['h 50 10-90 t1 hidden']);
    expect(await rulings('1 1 1 rg 10 50 80 1 re f')).toEqual(['h 49.5 10-90 t1 hidden']);
    expect(await rulings('10 50 80 1 re n')).toEqual(['h 49.5 10-90 t1 hidden']);
    const page = await readContent('/G gs 10 50 m 90 50 l S', { resources: '/ExtGState << /G << /CA 0 >> >>' });
    expect(describeRulings(page.rulings)).toEqual(['h 50 10-90 t1 hidden']);
  });

  it('sees white ones between colours, not beside paper or where they are transparent', async () => {
    const lines = async (content: string, resources = ''): Promise<string[]> => {
      const page = await readContent(content, { resources });
      return describeRulings(page.rulings.filter(({ fillEdge }) => !fillEdge));
    };
    const cells = '0 0 1 rg 10 50 80 20 re f 10 30 80 20 re f';
    expect(await lines(`${cells} 1 G 10 50 m 90 50 l S`)).toEqual(['h 50 10-90 t1']);
    expect(await lines(`${cells} 1 g 49.5 30 1 40 re f`)).toEqual(['v 50 30-70 t1']);
    expect(await lines(`${cells} 1 G 10 70 m 90 70 l S`)).toEqual(['h 30 10-90 t1 hidden']);
    expect(await lines(`${cells} 1 G 50 0 m 50 70 l S`)).toEqual(['v 50 30-100 t1']);
    expect(await lines(`${cells} 1 G 50 -80 m 50 70 l S`)).toEqual(['v 50 30-100 t1']);
    const clear = '/ExtGState << /G << /CA 0 >> >>';
    expect(await lines(`${cells} /G gs 1 G 10 50 m 90 50 l S`, clear)).toEqual(['h 50 10-90 t1 hidden']);
  });

  it('leaves out what is painted over, keeps the border of a cell filled later', async () => {
    const page = await readContent('10 50 m 90 50 l S 10 20 m 90 20 l S 1 g 0 40 200 20 re f 0 20 200 10 re f');
    const lines = page.rulings.filter(({ fillEdge }) => !fillEdge);
    expect(describeRulings(lines)).toEqual(['h 80 10-90 t1']);
  });

  it('cuts what a clip cuts, and takes the clip itself for no rule', async () => {
    expect(await rulings('q 20 0 40 100 re W n 10 50 m 90 50 l S Q 10 20 m 90 20 l S')).toEqual([
      'h 50 20-60 t1',
      'h 80 10-90 t1',
    ]);
    expect(await rulings('q 20 0 40 40 re W* n 10 50 m 90 50 l S Q')).toEqual([]);
  });
});

describe('pictures', () => {
  const pixel = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8';

  it('takes a picture drawn long and thin for a rule', async () => {
    const draft = new PdfDraft();
    const image = draft.addStream(pixel, '\0');
    const content = 'q 80 0 0 1 10 50 cm /Im Do Q q 40 0 0 40 100 50 cm /Im Do Q';
    const page = await readPage(draft.addPage({ content, resources: `/XObject << /Im ${image} >>` }).build());
    expect(describeRulings(page.rulings)).toEqual(['h 49.5 10-90 t1']);
    expect(page.images).toEqual([[100, 10, 140, 50]]);
  });

  it('knows the place of a picture that is too large to decode', async () => {
    const draft = new PdfDraft();
    const image = draft.addStream(pixel.replace('/Width 1 /Height 1', '/Width 5000 /Height 5000'), '');
    const content = 'q 150 0 0 80 10 10 cm /Im Do Q';
    const page = await readPage(draft.addPage({ content, resources: `/XObject << /Im ${image} >>` }).build());
    expect(page.images).toEqual([[10, 10, 160, 90]]);
    expect(page.diagnostics.map(({ code }) => code)).toEqual(['page-has-no-text']);
  });
});
