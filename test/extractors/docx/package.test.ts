/** What a file is, and what is wrong with it. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableDocument } from '../../../extractors/index.js';
import { processorTimeOf } from '../../processor-time.js';
import {
  contentOf,
  contentTypes,
  docx,
  p,
  pack,
  partsOf,
  readBytes,
  relationships,
  tbl,
  tc,
  tr,
} from '../../builders/docx.js';

const BODY = p('部门预算') + tbl([tr([tc('名称'), tc('金额')]), tr([tc('甲'), tc('1.00')])]);
const CONTENT = ['部门预算', ['名称|金额', '甲|1.00']];
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a document, some of them changed or, where undefined, left out. */
function changed(changes: Readonly<Record<string, string | Buffer | undefined>>): Buffer {
  const parts = Object.entries({ ...partsOf({ body: BODY }), ...changes });
  return pack(Object.fromEntries(parts.flatMap(([name, part]) => (part === undefined ? [] : [[name, part]]))));
}

async function refusal(bytes: Uint8Array): Promise<{ code: string; message: string }> {
  const error: unknown = await readBytes(bytes).catch((reason: unknown) => reason);
  if (!(error instanceof UnreadableDocument)) throw new Error('not refused', { cause: error });
  return { code: error.code, message: error.message };
}

async function contentAndCodes(bytes: Uint8Array) {
  const document = await readBytes(bytes);
  return {
    content: contentOf(document),
    codes: document.diagnostics.map(({ code }) => code),
    type: document.mediaType,
  };
}

describe('a Word document is told', () => {
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it.each([
    ['by its relation and type', changed({}), DOCX],
    ['without list of types', changed({ '[Content_Types].xml': undefined }), DOCX],
    ['without relation', changed({ '_rels/.rels': undefined }), DOCX],
    [
      'with macros',
      changed({ '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml') }),
      'application/vnd.ms-word.document.macroEnabled.12',
    ],
    ['with names in another case', renamed((name) => name.replace('word/document', 'Word/Document')), DOCX],
    ['with backslashes for slashes', renamed((name) => name.replaceAll('/', '\\')), DOCX],
  ])('%s', async (_, bytes, type) => {
    expect(await contentAndCodes(bytes)).toEqual({ content: CONTENT, codes: [], type });
  });

  it('with a main part of any name', async () => {
    const { 'word/document.xml': main = '', ...others } = partsOf({ body: BODY });
    const bytes = pack({
      ...others,
      '_rels/.rels': relationships([
        ['http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument', '/a/b.xml'],
      ]),
      '[Content_Types].xml': contentTypes(MAIN_TYPE).replace('/word/document.xml', '/a/b.xml'),
      'a/b.xml': main,
    });
    expect(await contentAndCodes(bytes)).toMatchObject({ content: CONTENT, codes: [] });
  });

  it('from a workbook and from any zip', async () => {
    const sheet = changed({
      '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    });
    expect((await refusal(sheet)).code).toBe('unsupported-format');
    expect((await refusal(pack({ 'a.txt': 'a' }))).code).toBe('unsupported-format');
  });

  it('from one of 97 to 2003, which has other bytes', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
    const { code, message } = await refusal(old);
    expect(code).toBe('doc-damaged');
    expect(message).toContain('before 2007');
  });
});

function renamed(rename: (name: string) => string): Buffer {
  return pack(Object.fromEntries(Object.entries(partsOf({ body: BODY })).map(([name, part]) => [rename(name), part])));
}

describe('the XML of a document', () => {
  const main = partsOf({ body: BODY })['word/document.xml'] ?? '';
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

  it.each([
    ['is strict', main.replace(TRANSITIONAL, STRICT)],
    [
      'has other prefixes',
      main.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:').replace('xmlns:w', 'xmlns:x'),
    ],
    [
      'has no prefix for elements',
      main.replaceAll('<w:', '<').replaceAll('</w:', '</').replace('xmlns:w=', `xmlns="${TRANSITIONAL}" xmlns:w=`),
    ],
    ['is UTF-8 with a mark', `\ufeff${main}`],
    ['is UTF-16', Buffer.from(`\ufeff${main.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    ['is UTF-16, the high byte first', Buffer.from(`\ufeff${main.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16()],
  ])('may be so: it %s', async (_, part) => {
    expect(await contentAndCodes(changed({ 'word/document.xml': part }))).toMatchObject({
      content: CONTENT,
      codes: [],
    });
  });

  it.each([
    ['it breaks off', main.slice(0, -30), 'docx-damaged'],
    ['its tags do not match', main.replace('</w:tbl>', ''), 'docx-damaged'],
    ['its characters are none', Buffer.concat([Buffer.from(main), Buffer.from([0xff, 0xfe])]), 'docx-damaged'],
    ['it is none', 'nothing', 'docx-damaged'],
    ['it is of something else', '<a/>', 'docx-damaged'],
    [
      'entities would grow',
      main.replace('<w:document', '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><w:document'),
      'docx-beyond-limits',
    ],
    ['it is nested beyond measure', main.replace(BODY, '<w:sdt>'.repeat(5_000)), 'docx-beyond-limits'],
  ])('is refused where %s', async (_, part, code) => {
    expect((await refusal(changed({ 'word/document.xml': part }))).code).toBe(code);
  });

  it('is refused where a single attribute has no end', async () => {
    const huge = main.replace('<w:body>', `<w:body a="${'x'.repeat(40 * 1024 * 1024)}">`);
    expect((await refusal(changed({ 'word/document.xml': huge }))).code).toBe('docx-beyond-limits');
  });
});

describe('a package', () => {
  it('has headers and footers, which are not of the text', async () => {
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p('第3页 9.99')}</w:hdr>`;
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = changed({
      'word/_rels/document.xml.rels': relationships([
        [`${office}/header`, 'header1.xml'],
        [`${office}/footer`, 'footer1.xml'],
      ]),
      'word/header1.xml': header,
      'word/footer1.xml': header.replaceAll('w:hdr', 'w:ftr'),
    });
    expect(await contentAndCodes(bytes)).toMatchObject({ content: CONTENT, codes: [] });
  });

  it('may lack parts that it names: what they say is missing', async () => {
    const named = partsOf({ body: BODY, styles: '' })['word/_rels/document.xml.rels'];
    const { diagnostics } = await readBytes(changed({ 'word/_rels/document.xml.rels': named }));
    expect(diagnostics).toMatchObject([{ code: 'part-missing', severity: 'warning' }]);
    expect(diagnostics[0]?.message).toContain('word/styles.xml');
  });

  it('is refused where its main part is missing, or its directory cut off', async () => {
    const { code, message } = await refusal(changed({ 'word/document.xml': undefined }));
    expect(code).toBe('docx-damaged');
    expect(message).toContain('word/document.xml');
    const whole = docx(BODY);
    expect((await refusal(whole.subarray(0, whole.length - 60))).code).toBe('docx-damaged');
  });

  it('is refused where bytes in it are damaged', async () => {
    const bytes = Buffer.from(docx(BODY));
    const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 20;
    for (let byte = at; byte < at + 8; byte += 1) bytes[byte] = (bytes[byte] ?? 0) ^ 0xff;
    expect((await refusal(bytes)).code).toBe('docx-damaged');
  });

  it.each([-1, 1])('is refused where a part states its size wrong by %i', async (by) => {
    const bytes = docx(BODY);
    const name = bytes.lastIndexOf('word/document.xml');
    // the size stands 22 bytes before the name in the directory (APPNOTE 4.3.12)
    bytes.writeUInt32LE(bytes.readUInt32LE(name - 22) + by, name - 22);
    expect((await refusal(bytes)).code).toBe('docx-damaged');
  });

  it('is refused where it wants a password', async () => {
    const whole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect((await refusal(whole)).code).toBe('docx-encrypted');
    const bytes = Buffer.from(docx(BODY));
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
      bytes.writeUInt16LE(1, at + 8);
    expect((await refusal(bytes)).code).toBe('docx-encrypted');
  });

  it('is refused where a part would grow beyond measure', async () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024, ' ');
    expect(deflateRawSync(bomb).length * 500).toBeLessThan(bomb.length);
    expect((await refusal(changed({ 'word/document.xml': bomb }))).code).toBe('docx-beyond-limits');
  });

  it('is refused where it has paragraphs without number', async () => {
    const body = '<w:p/>'.repeat(1_000_001);
    expect((await refusal(docx(body))).code).toBe('docx-beyond-limits');
  });

  it('is refused where it has entries without number', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`a${at}`, '']));
    expect((await refusal(pack({ ...partsOf({ body: BODY }), ...many }))).code).toBe('docx-beyond-limits');
  });

  it('is read or refused, whatever byte of it is damaged', async () => {
    const whole = docx(BODY);
    const law = fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const bytes = Buffer.from(whole);
      bytes[at] = byte;
      const result: unknown = await readBytes(bytes).catch((error: unknown) => error);
      if (result instanceof Error) expect(result).toBeInstanceOf(UnreadableDocument);
    });
    await fc.assert(law, { numRuns: 300 });
  });
});

describe('tables beyond measure', () => {
  it('keep their texts as lines', async () => {
    const wide = tbl([tr(Array.from({ length: 600 }, (_, at) => tc(`第${at}格`)))]);
    const { tables, blocks, diagnostics } = await readBytes(docx(wide));
    expect(tables).toEqual([]);
    expect(blocks).toHaveLength(600);
    expect(diagnostics).toMatchObject([{ code: 'table-too-large', severity: 'error' }]);
  });

  it('may count a thousand million columns: those that are used are kept', async () => {
    const span = '<w:gridSpan w:val="1000000000"/>';
    const body = tbl([tr([tc('名称', span), tc('金额', span)]), tr([tc('甲', span), tc('1.00', span)])]);
    expect(contentOf(await readBytes(docx(body)))).toEqual([['名称|金额', '甲|1.00']]);
  });

  it('may be nested a hundred deep', async () => {
    const nest = (depth: number): string =>
      depth === 0 ? p('底') : tbl([tr([tc('名称'), tc(nest(depth - 1) + p('值'))])]);
    expect((await readBytes(docx(nest(100)))).tables).toHaveLength(100);
  });

  it('take time in proportion to their rows', async () => {
    const row = (at: number): string => tr([tc(`第${at}项`), tc(`${at}.00`)]);
    const timeOf = (count: number): Promise<number> => {
      const bytes = docx(tbl([tr([tc('名称'), tc('金额')]), ...Array.from({ length: count }, (_, at) => row(at))]));
      return processorTimeOf(async () => {
        expect((await readBytes(bytes)).tables[0]?.readings[0].grid.rowCount).toBe(count + 1);
      });
    };
    await timeOf(500);
    expect(await timeOf(10_000)).toBeLessThan((await timeOf(2_500)) * 12);
  });
});
