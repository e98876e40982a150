import { deflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { openPdf } from '../../../../extractors/pdf/pages/index.js';
import { UnreadableDocument } from '../../../../extractors/types.js';
import { PdfDraft, pdfOf, writeFile } from '../../../builders/pdf.js';
import { reviseObject, writeObjectStream } from '../../../builders/pdf-revision.js';
import { codesOf, readContent, readPage, roundBox, textOf } from './reading.js';

const HELLO = 'BT /F1 10 Tf 20 50 Td (hello) Tj ET';

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await (await openPdf(bytes)).close();
    return 'opened';
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

function locked(userPassword: string): Uint8Array {
  const draft = new PdfDraft().addPage({ content: HELLO });
  draft.encryption = { userPassword, ownerPassword: 'owner' };
  return draft.build();
}

describe('opening', () => {
  it('counts the pages and reads each', async () => {
    const draft = new PdfDraft()
      .addPage({ content: HELLO })
      .addPage({ content: 'BT /F1 10 Tf 20 50 Td (again) Tj ET' });
    const bytes = draft.build();
    const before = bytes.slice();
    const file = await openPdf(bytes);
    expect(file.pageCount).toBe(2);
    expect(file.diagnostics).toEqual([]);
    expect([textOf(await file.readPage(2)), textOf(await file.readPage(1)), textOf(await file.readPage(2))]).toEqual([
      'again',
      'hello',
      'again',
    ]);
    await file.close();
    expect(bytes).toEqual(before);
  });

  it('reads several files at once', async () => {
    const pages = await Promise.all([readContent(HELLO), readContent(HELLO)]);
    expect(pages[0]).toEqual(pages[1]);
  });

  it('refuses with a reason', async () => {
    const whole = pdfOf(HELLO);
    expect(await refusal(new Uint8Array())).toBe('empty-file');
    expect(await refusal(new TextEncoder().encode('<html>budget</html>'))).toBe('unsupported-format');
    expect(await refusal(whole.slice(0, 100))).toBe('pdf-truncated');
    expect(await refusal(new TextEncoder().encode('%PDF-1.4\nstartxref\n9\n%%EOF\n'))).toBe('pdf-damaged');
    expect(await refusal(new PdfDraft().build())).toBe('pdf-without-pages');
    expect(await refusal(locked('secret'))).toBe('pdf-encrypted');
  });

  it('reads what only the owner may change', async () => {
    expect(textOf(await readPage(locked('')))).toBe('hello');
  });
});

describe('what was changed after it was written', () => {
  const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const whole = pdfOf(HELLO);
  const revised = reviseObject(whole, 1, stream('BT /F1 10 Tf 20 50 Td (second) Tj ET'));

  it('is read as it was left at last', async () => {
    const page = await readPage(revised);
    expect(textOf(page)).toBe('second');
    expect(page.diagnostics).toEqual([]);
    expect(textOf(await readPage(reviseObject(revised, 1, stream('BT /F1 10 Tf 20 50 Td (third) Tj ET'))))).toBe(
      'third',
    );
  });

  it('is read as it was left at last where the cross-reference of the last revision is broken, with a warning', async () => {
    const text = Buffer.from(revised).toString('latin1');
    const at = text.lastIndexOf('startxref');
    const file = await openPdf(new Uint8Array(Buffer.from(`${text.slice(0, at)}startxref\n7\n%%EOF\n`, 'latin1')));
    expect(file.diagnostics).toMatchObject([{ severity: 'warning', code: 'pdf-repaired' }]);
    expect(textOf(await file.readPage(1))).toBe('second');
    await file.close();
  });
});

it('reads objects that lie in a stream', async () => {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 ${font} >> >> >>`,
  ];
  const file = await openPdf(writeObjectStream(objects, HELLO, 1));
  expect(file.diagnostics).toEqual([]);
  expect(textOf(await file.readPage(1))).toBe('hello');
  await file.close();
});

describe('attachments', () => {
  it('are told, with their names', async () => {
    const draft = new PdfDraft();
    const file = draft.addStream('/Type /EmbeddedFile', 'code,name');
    const budget = draft.add(`<< /Type /Filespec /F (budget.csv) /EF << /F ${file} >> >>`);
    draft.catalog = `/Names << /EmbeddedFiles << /Names [(budget.csv) ${budget}] >> >>`;
    const opened = await openPdf(draft.addPage({ content: HELLO }).build());
    await opened.close();
    expect(opened.diagnostics).toMatchObject([{ severity: 'warning', code: 'attachments-not-read' }]);
    expect(opened.diagnostics[0]?.message).toMatch(/1 files .*budget\.csv/);
  });
});

describe('damage', () => {
  it('finds the objects where the cross-reference table is wrong, and says so', async () => {
    const text = Buffer.from(pdfOf(HELLO)).toString('latin1');
    const file = await openPdf(new Uint8Array(Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')));
    expect(file.diagnostics).toMatchObject([{ severity: 'warning', code: 'pdf-repaired' }]);
    expect(textOf(await file.readPage(1))).toBe('hello');
    await file.close();
  });

  it('reads what is left of a file without its end, and says so', async () => {
    const whole = Buffer.from(pdfOf(HELLO)).toString('latin1');
    const file = await openPdf(new Uint8Array(Buffer.from(whole.slice(0, whole.indexOf('startxref')), 'latin1')));
    expect(file.diagnostics[0]).toMatchObject({ code: 'pdf-repaired' });
    expect(file.diagnostics[0]?.message).toMatch(/end of the file is missing/);
    expect(textOf(await file.readPage(1))).toBe('hello');
    await file.close();
  });

  it.each([
    ['NUL bytes', '\0'],
    ['blanks and line ends', ' \r\n'],
  ])('takes %s behind the end for padding', async (_, padding) => {
    const padded = Buffer.concat([pdfOf(HELLO), Buffer.from(padding.repeat(3000))]);
    const file = await openPdf(new Uint8Array(padded));
    expect(file.diagnostics).toEqual([]);
    expect(textOf(await file.readPage(1))).toBe('hello');
    await file.close();
  });

  it('misses the end of a file that NUL bytes take the place of', async () => {
    const whole = Buffer.from(pdfOf(HELLO));
    whole.fill(0, whole.indexOf('startxref'));
    const file = await openPdf(new Uint8Array(whole));
    expect(file.diagnostics[0]?.message).toMatch(/end of the file is missing/);
    await file.close();
  });

  it('takes a broken page for an empty one and reads on', async () => {
    const page = '/Type /Page /Parent 2 0 R /MediaBox [0 0 200 100]';
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
    const bytes = writeFile(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>',
        `<< ${page} /Contents 4 0 R /Resources << /Font << /F1 ${font} >> >> >>`,
        `<< /Length ${HELLO.length} >>\nstream\n${HELLO}\nendstream`,
      ],
      1,
    );
    const file = await openPdf(bytes);
    const pages = [await file.readPage(1), await file.readPage(2)];
    expect(pages[0] && textOf(pages[0])).toBe('hello');
    expect(pages[0]?.diagnostics).toEqual([]);
    expect(pages[1]).toMatchObject({
      glyphs: [],
      width: 0,
      diagnostics: [{ severity: 'error', code: 'page-unreadable' }],
    });
    await file.close();
  });

  it('comes out of a page tree that bites its tail', async () => {
    const bytes = writeFile(
      ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 3 >>', 'null'],
      1,
    );
    const file = await openPdf(bytes);
    expect(codesOf(await file.readPage(1))).toEqual(['page-unreadable']);
    await file.close();
  });

  it('comes out of a form that paints itself, and says so', async () => {
    const draft = new PdfDraft();
    const itself = '/Resources << /XObject << /Fm 1 0 R >> >>';
    const form = draft.addStream(`/Type /XObject /Subtype /Form /BBox [0 0 90 90] ${itself}`, '/Fm Do');
    const page = await readPage(
      draft.addPage({ content: `/Fm Do ${HELLO}`, resources: `/XObject << /Fm ${form} >>` }).build(),
    );
    expect(textOf(page)).toBe('hello');
    expect(codesOf(page)).toEqual(['page-damaged']);
  });

  const FLATE = '/Filter /FlateDecode';
  const packed = deflateSync(Buffer.from(`${HELLO} `.repeat(200), 'latin1')).toString('latin1');

  it.each([
    ['no Flate data', FLATE, 'garbage that is no Flate data', /nothing of it is read.*blank/],
    ['Flate data that breaks off', FLATE, packed.slice(0, 40), /nothing of it is read.*blank/],
    ['garbage', '', 'once upon a time', /operators that do not exist/],
    ['a string without end', '', `${HELLO} BT (1.23`, /a string without end/],
    ['operators without operands', '', `Tf 5 Td ${HELLO}`, /operators without their operands/],
    ['a text without end', '', `${HELLO} BT /F1 10 Tf 20 20 Td`, /may be cut/],
  ])('says that the content of a page is %s', async (_, entries, data, message) => {
    const page = await readPage(new PdfDraft().addPage({ content: data, packing: entries }).build());
    expect(page.diagnostics).toMatchObject([{ severity: 'error', code: 'page-damaged', origin: { page: 1 } }]);
    expect(page.diagnostics[0]?.message).toMatch(message);
  });

  it('reads Flate data whose checksum is missing, and blank pages, without a word', async () => {
    const whole = await readPage(new PdfDraft().addPage({ content: packed.slice(0, -3), packing: FLATE }).build());
    expect(textOf(whole)).toMatch(/^hello/);
    expect(whole.diagnostics).toEqual([]);
    for (const content of ['', 'q Q']) expect((await readContent(content)).diagnostics).toEqual([]);
  });

  it('lets what others write on the console through, and gives the console back', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const spied = console.warn;
    const reading = readContent('once upon a time');
    console.warn('Warning: mine');
    expect(codesOf(await reading)).toEqual(['page-damaged']);
    expect(console.warn).toBe(spied);
    expect(warn.mock.calls).toEqual([['Warning: mine']]);
    warn.mockRestore();
  });
});

describe('the page as displayed', () => {
  it.each([
    [0, 200, 100, [20, 40.9, 22.2, 52.1]],
    [90, 100, 200, [47.9, 20, 59.1, 22.2]],
    [180, 200, 100, [177.8, 47.9, 180, 59.1]],
    [270, 100, 200, [40.9, 177.8, 52.1, 180]],
  ])('is turned by %i degrees', async (rotation, width, height, box) => {
    const page = await readContent('BT /F1 10 Tf 20 50 Td (i) Tj ET', { entries: `/Rotate ${rotation}` });
    expect(page).toMatchObject({ width, height, rotation });
    expect(page.glyphs[0]?.angle).toBe(rotation);
    expect(roundBox(page.glyphs[0])).toEqual(box);
  });

  it('is cropped, and measured in its own unit', async () => {
    const page = await readContent('BT /F1 10 Tf 20 50 Td (i) Tj ET 10 30 m 60 30 l S', {
      entries: '/CropBox [10 20 110 80] /UserUnit 2',
    });
    expect(page).toMatchObject({ width: 200, height: 120 });
    expect(roundBox(page.glyphs[0])).toEqual([20, 41.9, 24.4, 64.2]);
    expect(page.rulings).toMatchObject([{ position: 100, from: 0, to: 100, thickness: 2 }]);
  });
});

describe('limits', () => {
  it('cuts off a page of too many lines', async () => {
    const page = await readContent(`${HELLO} ${'0 0 m 1 9 l S '.repeat(250_000)} ${HELLO}`);
    expect(page.diagnostics).toMatchObject([{ severity: 'error', code: 'page-cut-off' }]);
    expect(textOf(page)).toBe('hello');
  });

  it('reads a page of 100,000 lines whole', async () => {
    const page = await readContent(`${'10 50 m 90 50 l S '.repeat(100_000)} ${HELLO}`);
    expect(page.diagnostics).toEqual([]);
    expect(page.rulings).toHaveLength(100_000);
    expect(textOf(page)).toBe('hello');
  });
});
