/** PDFs made to take forever, all memory or the stack. Bombs that unpack are in test/extractors/pdf/bounds.test.ts. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PdfDraft, pdfOf, writeFile } from '../builders/pdf.js';
import { outcomeOf } from './outcome.js';

const HELLO = 'BT /F1 10 Tf 20 50 Td (hello) Tj ET';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const FONT = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
const PAGE = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources ${FONT} >>`;
const CONTENT = `<< /Length ${HELLO.length} >>\nstream\n${HELLO}\nendstream`;

function repeat(count: number, write: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(' ');
}

describe('a page tree', () => {
  it.each([
    ['leads back to its root', [CATALOG, PAGES, '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>']],
    ['is its own child', [CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>']],
  ])('that %s has no page', async (_, objects) => {
    expect((await outcomeOf(writeFile(objects, 1))).refused).toBe('pdf-damaged');
  });

  it('of 20,000 levels is read or refused', async () => {
    const levels = Array.from({ length: 20_000 }, (_, at) => `<< /Type /Pages /Kids [${at + 3} 0 R] /Count 1 >>`);
    const { codes } = await outcomeOf(writeFile([CATALOG, ...levels, '<< /Type /Page /MediaBox [0 0 9 9] >>'], 1));
    expect(codes).toEqual(['document-has-no-text']);
  });
});

describe('cross-references', () => {
  const trailed = (trailer: string): Uint8Array => {
    const file = Buffer.from(writeFile([CATALOG, PAGES, PAGE, CONTENT], 1)).toString('latin1');
    const start = /startxref\n(\d+)/.exec(file)?.[1] ?? '';
    return new Uint8Array(Buffer.from(file.replace('/Root', `${trailer.replace('START', start)} /Root`), 'latin1'));
  };

  it.each([
    ['lead back to themselves', '/Prev START'],
    ['lead out of the file', '/Prev 99999999999'],
    ['claim two thousand million objects', '/Size 2000000000'],
  ])('that %s do no harm', async (_, trailer) => {
    expect(await outcomeOf(trailed(trailer))).toMatchObject({ codes: [], text: 'hello' });
  });

  it('may hide all objects in an object stream that is its own base, or in itself', async () => {
    for (const bytes of [objectStream('/Extends 1 0 R'), objectStream('', 1)])
      expect(['pdf-damaged', 'document-has-no-text']).toContain((await outcomeOf(bytes)).codes.at(-1));
  });

  it('may list a million objects', async () => {
    const objects = [CATALOG, PAGES, PAGE, CONTENT, ...Array.from({ length: 1_000_000 }, () => '0')];
    expect(await outcomeOf(writeFile(objects, 1))).toMatchObject({ codes: [], text: 'hello' });
  });
});

/** Object 1 is a stream of objects; the catalog, 2, stands in it, or the stream stands in itself. */
function objectStream(entries: string, containerOfItself?: number): Uint8Array {
  const head = '%PDF-1.7\n';
  const stream = `1 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${entries} /Length 40 >>\nstream\n2 0 << /Type /Catalog /Pages 2 0 R >>      \nendstream\nendobj\n`;
  const start = head.length + stream.length;
  const entry = (type: number, value: number, last: number): string =>
    String.fromCharCode(type, value >> 8, value & 255, last);
  const own = containerOfItself === undefined ? entry(1, head.length, 0) : entry(2, containerOfItself, 0);
  const data = entry(0, 0, 0) + own + entry(2, 1, 0) + entry(1, start, 0);
  const table = `3 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 2 0 R /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
  return new Uint8Array(Buffer.from(`${head}${stream}${table}startxref\n${start}\n%%EOF\n`, 'latin1'));
}

describe('nesting', () => {
  const arrays = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const dictionaries = `${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`;

  it.each([
    ['arrays of a page', pdfOf(HELLO, { entries: `/Foo ${arrays}` })],
    ['dictionaries of a page', pdfOf(HELLO, { entries: `/Foo ${dictionaries}` })],
    ['arrays of the catalog', writeFile([CATALOG.replace('>>', `/Foo ${arrays} >>`), PAGES, PAGE, CONTENT], 1)],
  ])('of 50,000 levels and more is refused: %s', async (_, bytes) => {
    expect((await outcomeOf(bytes)).refused).toBe('pdf-damaged');
  });

  it.each([
    ['arrays', '['.repeat(100_000)],
    ['dictionaries', `/A ${'<< /A '.repeat(50_000)}`],
    ['strings', `BT /F1 10 Tf ${'('.repeat(100_000)}`],
  ])('in what is painted is told: %s', async (_, content) => {
    expect((await outcomeOf(pdfOf(`${HELLO} ${content}`))).codes).toContain('page-damaged');
  });

  it('of a form in itself is told', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R /Length 5 >>\nstream\n/X Do\nendstream';
    const paint = '<< /Length 5 >>\nstream\n/X Do\nendstream';
    const objects = [CATALOG, PAGES, PAGE.replace(FONT, '6 0 R'), paint, form, '<< /XObject << /X 5 0 R >> >>'];
    expect((await outcomeOf(writeFile(objects, 1))).codes).toEqual(['page-damaged', 'document-has-no-text']);
  });
});

describe('pictures', () => {
  const picture = (side: number, data: Buffer): Uint8Array => {
    const draft = new PdfDraft();
    const entries = `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode`;
    const image = draft.addStream(entries, data.toString('latin1'));
    const content = `${HELLO} q 20 0 0 20 0 0 cm /I Do Q`;
    return draft.addPage({ content, resources: `/XObject << /I ${image} >>` }).build();
  };

  it.each([
    ['of 100,000 by 100,000 points', picture(100_000, deflateSync(Buffer.alloc(1_000)))],
    ['that unpack to 200 million bytes', picture(100, deflateSync(Buffer.alloc(200_000_000)))],
    ['of such a size within the page', pdfOf(`${HELLO} BI /W 100000 /H 100000 /BPC 8 /CS /G ID xxxx EI`)],
  ])('%s are left out', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toMatchObject({ refused: null, text: 'hello' });
  });
});

describe('a page full of texts', () => {
  const page = (content: string): Uint8Array => pdfOf(content, { entries: '/MediaBox [0 0 600 800]' });
  const show = (x: number, y: number, text: number): string => `BT /F1 1 Tf ${x} ${y} Td (${text}) Tj ET`;

  it('in lines, 50,000 of them, is kept as text', async () => {
    const texts = repeat(50_000, (at) => show((at % 85) * 7, Math.floor(at / 85), at % 10));
    expect((await outcomeOf(page(texts))).codes).toContain('texts-left-aside');
  });

  it('strewn without order, 5,000 of them, is read', async () => {
    const texts = repeat(5_000, (at) => show((at * 37.7) % 600, (at * at * 0.37) % 800, at));
    expect((await outcomeOf(page(texts))).refused).toBeNull();
  });
});
