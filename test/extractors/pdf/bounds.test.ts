/** Files made to take forever or all memory: each ends soon, and says what it left out. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../extractors/pdf/read.js';
import { UnreadableDocument, type RawDocument } from '../../../extractors/types.js';
import { PdfDraft, pdfOf, writeFile } from '../../builders/pdf.js';

const HELLO = 'BT /F1 10 Tf 20 50 Td (hello) Tj ET';
const TOO_LARGE = '9'.repeat(400);

function read(bytes: Uint8Array): Promise<RawDocument> {
  return readPdf({ bytes, documentId: 'x', fileName: 'x.pdf', sourceUri: 'x.pdf' });
}

function textsOf({ blocks }: RawDocument): string[] {
  return blocks.map(({ text }) => text);
}

function codesOf({ diagnostics }: RawDocument): string[] {
  return [...new Set(diagnostics.map(({ code }) => code))];
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    return `read: ${textsOf(await read(bytes)).join()}`;
  } catch (error) {
    if (error instanceof UnreadableDocument) return error.code;
    throw error;
  }
}

/** A page whose form paints another form `times` times, and so on, `depth` forms deep; then a page that says hello. */
function nestForms(depth: number, times: number): Uint8Array {
  const draft = new PdfDraft();
  const shape = '/Type /XObject /Subtype /Form /BBox [0 0 200 100]';
  let form = draft.addStream(shape, '0 0 9 9 re f');
  for (let level = 0; level < depth; level += 1) {
    form = draft.addStream(`${shape} /Resources << /XObject << /X ${form} >> >>`, '/X Do '.repeat(times));
  }
  draft.addPage({ content: '/X Do', resources: `/XObject << /X ${form} >>` });
  return draft.addPage({ content: HELLO }).build();
}

it.each([
  ['huge', '/MediaBox [0 0 1000000000 1000000000]', 1_000_000_000, ['page-too-large']],
  ['huge by its unit', '/UserUnit 1000000000', 200, ['page-too-large']],
  ['without extent', '/MediaBox [0 0 0 0]', 612, []],
  ['upside down', '/MediaBox [200 100 0 0]', 200, []],
])('reads a page that is %s', async (_, entries, width, codes) => {
  const document = await read(pdfOf(`${HELLO} 1 g 500 500 900000000 900000000 re f`, { entries }));
  expect(document.pages).toMatchObject([{ width: expect.closeTo(width, 3) as unknown }]);
  expect(textsOf(document)).toEqual(['hello']);
  expect(codesOf(document)).toEqual(codes);
});

it('reads a table on a page beyond all measure as on any other, and says so', async () => {
  const rules = [20, 40, 60]
    .map((y) => `10 ${y} m 110 ${y} l S`)
    .concat([10, 60, 110].map((x) => `${x} 20 m ${x} 60 l S`));
  const cells = [20, 40].map((y) => `BT /F1 10 Tf 15 ${y + 6} Td (name) Tj 50 0 Td (1.${y}) Tj ET`);
  const content = [...rules, ...cells].join(' ');
  const usual = await read(pdfOf(content));
  const box = '/MediaBox [0 0 1000000 1000000]';
  const [huge, hugeUnit, smallUnit] = [
    await read(pdfOf(content, { entries: box })),
    await read(pdfOf(content, { entries: `${box} /UserUnit 1000` })),
    await read(pdfOf(`.001 0 0 .001 0 0 cm ${content}`, { entries: '/UserUnit 1000000' })),
  ];
  const cellsOf = ({ tables }: RawDocument): unknown =>
    tables.map(({ readings: [{ grid }] }) => grid.cells.map(({ text }) => text));
  expect(cellsOf(usual)).toEqual([['name', '1.40', 'name', '1.20']]);
  for (const document of [huge, hugeUnit, smallUnit]) {
    expect(cellsOf(document)).toEqual(cellsOf(usual));
    expect(document.diagnostics).toMatchObject([{ severity: 'warning', code: 'page-too-large', origin: { page: 1 } }]);
  }
});

it('refuses a file whose only page has no size', async () => {
  expect(await refusal(pdfOf(HELLO, { entries: `/MediaBox [0 0 1${'0'.repeat(400)} 100]` }))).toBe('pdf-damaged');
});

it('bears numbers that are none', async () => {
  const content = [
    `q ${TOO_LARGE} 0 0 1 0 0 cm 10 10 50 50 re S Q`,
    `${TOO_LARGE} 10 m 50 ${TOO_LARGE} l S ${TOO_LARGE} 0 10 10 re f ${TOO_LARGE} 0 m 5 5 l 9 1 l f`,
    `q ${TOO_LARGE} 0 10 10 re W n ${HELLO} Q`,
    'BT /F1 1000000000 Tf 0 0 Td (x) Tj ET',
  ];
  expect(textsOf(await read(pdfOf(content.join(' '))))).toEqual(['hello']);
});

it('stops forms that multiply, and reads the pages after', async () => {
  const document = await read(nestForms(8, 10));
  expect(textsOf(document)).toEqual(['hello']);
  expect(document.diagnostics).toMatchObject([{ severity: 'error', code: 'page-cut-off', origin: { page: 1 } }]);
});

it('says that forms lie too deep', async () => {
  const document = await read(nestForms(200, 1));
  expect(textsOf(document)).toEqual(['hello']);
  expect(codesOf(document)).toEqual(['page-damaged']);
});

it('stops levels of graphics state without end', async () => {
  expect(await refusal(pdfOf(`${HELLO} ${'q '.repeat(100_000)}`))).toBe('pdf-damaged');
});

it('does not believe a page tree that claims millions of pages', async () => {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>';
  const document = await read(
    writeFile(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 100000000 >>',
        page,
        '<< /Type /Pages /Parent 2 0 R /Count 99999999 /Kids [3 0 R] >>',
      ],
      1,
    ),
  );
  expect(document.pages.length).toBeLessThan(200);
  expect(codesOf(document)).toContain('pages-left-out');
});

it('reads thousands of areas over thousands of characters', async () => {
  const row = (y: number): string => `0 0 200 ${y % 90} re f BT /F1 2 Tf ${y % 180} ${y % 97} Td (abc) Tj ET`;
  const content = Array.from({ length: 8_000 }, (_, y) => row(y)).join(' ');
  expect(codesOf(await read(pdfOf(content)))).toEqual([]);
});

it('says that a document has no text', async () => {
  const document = await read(pdfOf('10 10 50 50 re S'));
  expect(document.diagnostics).toMatchObject([{ severity: 'error', code: 'document-has-no-text' }]);
});

it('says that a font is broken and its text left out', async () => {
  const resources =
    '/Font << /F1 << /Type /Font /Subtype /Type0 /DescendantFonts 5 >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const content = `${HELLO} BT /F2 10 Tf 20 20 Td (after) Tj ET`;
  const document = await read(pdfOf(content, { resources }));
  expect(textsOf(document)).toEqual(['after']);
  expect(codesOf(document)).toEqual(['page-damaged']);
});

/** A page whose content is these bytes, packed `times` times. */
function packed(content: Buffer, times: number): Uint8Array {
  let data = content;
  for (let time = 0; time < times; time += 1) data = deflateSync(data, { level: 9 });
  const draft = new PdfDraft();
  const stream = draft.addStream(`/Filter [${'/FlateDecode '.repeat(times)}]`, data.toString('latin1'));
  const file = Buffer.from(draft.addPage({ content: '' }).build()).toString('latin1');
  return new Uint8Array(Buffer.from(file.replace(/\/Contents \d+ 0 R/, `/Contents ${stream}`), 'latin1'));
}

it('refuses a file that unpacks to hundreds of megabytes, also one that is packed twice', async () => {
  const blanks = Buffer.alloc(200_000_000, ' ');
  expect(await refusal(packed(blanks, 1))).toBe('source-too-large');
  expect(await refusal(packed(blanks, 2))).toBe('source-too-large');
  expect(await refusal(packed(Buffer.from(HELLO), 2))).toBe('read: hello');
});

/** A font whose ToUnicode map has these ranges. */
function mapping(ranges: string): Uint8Array {
  const draft = new PdfDraft();
  const map = draft.addStream('/Filter /FlateDecode', deflateSync(Buffer.from(ranges)).toString('latin1'));
  const font = `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${map} >>`;
  return draft.addPage({ content: HELLO, resources: `/Font << /F1 ${font} >>` }).build();
}

const range = (between: string): string => `1 beginbfrange ${between} endbfrange\n`;

it.each([
  ['all codes, again and again', range('<0000> <ffff> <0000>').repeat(3_000)],
  ['codes of three bytes', range('<00 00 00> <ffffff> <0000>')],
  ['codes written as strings', range('(\\000\\000) (\\377\\377) <0000>').repeat(100)],
  ['codes that each mean a novel', range(`<0000> <ffff> <${'0041'.repeat(1_000)}>`)],
  ['a block without end', `1 beginbfrange ${'<0000> <ffff> <0000> '.repeat(100)}`],
])('refuses a character map of %s', async (_, ranges) => {
  expect(await refusal(mapping(ranges))).toBe('source-too-large');
});

it('reads a character map of all codes, and one of listed texts', async () => {
  const list = Array.from({ length: 200 }, (_, at) => `<${(at * 300).toString(16).padStart(4, '0')}>`).join(' ');
  expect(await refusal(mapping(range('<0000> <ffff> <0000>')))).toBe('read: hello');
  expect(await refusal(mapping(range(`<80> <ff> [${list}] <00> <7f> <0000>`).repeat(50)))).toBe('read: hello');
});

/** A file whose only content stream is packed by these filters. */
function filtered(filters: string, data: string): Uint8Array {
  return pdfOf(data, { packing: `/Filter ${filters}` });
}

/** Codes of 9 to 12 bits (ISO 32000-1, 7.4.4.2) for a byte again and again: each means one byte more than the one before. */
function lzwRun(byte: number, clearings: number): string {
  let bits = '';
  const put = (code: number, width: number): void => {
    bits += code.toString(2).padStart(width, '0');
  };
  put(256, 9);
  put(byte, 9);
  for (let code = 258; code < 4_095; code += 1) put(code, 32 - Math.clz32(code + 1));
  put(256, 12);
  return bytesOf(bits.repeat(8)).repeat(clearings);
}

function lzwLiteral(text: string): string {
  return bytesOf([256, ...Buffer.from(text), 257].map((code) => code.toString(2).padStart(9, '0')).join(''));
}

/** Base 85 (7.4.3). */
function base85(bytes: Buffer): string {
  const groups = Array.from({ length: Math.ceil(bytes.length / 4) }, (_, at) => bytes.subarray(4 * at, 4 * at + 4));
  const written = groups.map((group) => {
    let value = Buffer.concat([group, Buffer.alloc(4)]).readUInt32BE(0);
    const digits = [0, 1, 2, 3, 4].map(() => {
      const digit = String.fromCharCode(0x21 + (value % 85));
      value = Math.floor(value / 85);
      return digit;
    });
    return digits
      .toReversed()
      .slice(0, group.length + 1)
      .join('');
  });
  return `${written.join('')}~>`;
}

/** What is left of the last byte is noughts. */
function bytesOf(bits: string): string {
  const octets = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(octets.map((octet) => Number.parseInt(octet.padEnd(8, '0'), 2))).toString('latin1');
}

describe('streams that are not packed by Flate alone', () => {
  const HEX = Buffer.from(HELLO).toString('hex');
  const flate = (text: string | Buffer): Buffer => deflateSync(Buffer.from(text), { level: 9 });

  it.each([
    ['LZW', filtered('/LZWDecode', lzwLiteral(HELLO))],
    ['run lengths', filtered('[/RL]', `${String.fromCharCode(HELLO.length - 1)}${HELLO}\x80`)],
    ['base 85', filtered('/ASCII85Decode', base85(Buffer.from(HELLO)))],
    ['base 85 over Flate', filtered('[/ASCII85Decode /FlateDecode]', base85(flate(HELLO)))],
    ['hexadecimals', filtered('/ASCIIHexDecode', `${HEX}>`)],
    ['hexadecimals over Flate', filtered('[/AHx /Fl]', `${flate(HELLO).toString('hex')}>`)],
    ['a filter written in another way', filtered('/#46lateDecode', flate(HELLO).toString('latin1'))],
  ])('are read: %s', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('read: hello');
  });

  const runs = '\x81 '.repeat(1_000_000);
  it.each([
    ['LZW', filtered('/LZWDecode', lzwRun(0x20, 2))],
    ['run lengths', filtered('/RunLengthDecode', runs)],
    [
      'run lengths in Flate',
      filtered('[/FlateDecode /RunLengthDecode]', flate(Buffer.from(runs, 'latin1')).toString('latin1')),
    ],
    ['base 85 over Flate', filtered('[/A85 /Fl]', base85(flate(Buffer.alloc(110_000_000))))],
    ['Flate in hexadecimals', filtered('[/AHx /Fl]', `${flate(Buffer.alloc(110_000_000)).toString('hex')}>`)],
    ['Flate by another name', filtered('/#46l#61teDecode', flate(Buffer.alloc(110_000_000)).toString('latin1'))],
    [
      'Flate behind many words',
      pdfOf(flate(Buffer.alloc(110_000_000)).toString('latin1'), {
        packing: `/Filter /FlateDecode /Note (${'word '.repeat(2_000)})`,
      }),
    ],
  ])('are refused where they grow beyond measure: %s', async (_, bytes) => {
    expect(await refusal(bytes)).toBe('source-too-large');
  });

  it('are told by their own beginning, not by a comment that looks like one', async () => {
    const bomb = filtered('/FlateDecode', flate(Buffer.alloc(110_000_000)).toString('latin1'));
    const hidden = Buffer.from(bomb).toString('latin1').replace('1 0 obj', '% << >> stream\n1 0 obj');
    expect(await refusal(new Uint8Array(Buffer.from(hidden, 'latin1')))).toBe('source-too-large');
  });
});
