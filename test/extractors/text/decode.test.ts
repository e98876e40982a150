import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../extractors/text/decode.js';
import { openText } from '../../../extractors/text/open.js';
import { binaryFormatName, textMediaType } from '../../../extractors/text/sniff.js';
import { UnreadableDocument, type SourceDocument } from '../../../extractors/types.js';

const SIMPLIFIED =
  '2024年部门预算公开\n单位：万元\n一、一般公共服务支出\t1,234.56\n二、社会保障和就业支出，与上年持平。\n';
const TRADITIONAL =
  '2024年部門預算公開\n單位：萬元\n一、一般公共服務支出\t1,234.56\n二、社會保障和就業支出，與上年持平。\n';

function bytesOf(text: string, encoding: string, addBOM = false): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM }));
}

function sourceOf(bytes: Uint8Array): SourceDocument {
  return { documentId: '0'.repeat(64), fileName: 'a.txt', sourceUri: 'file:///a.txt', bytes };
}

describe('decodeText', () => {
  it.each([
    ['utf-8', false, 'utf-8', SIMPLIFIED],
    ['utf-8', true, 'utf-8', SIMPLIFIED],
    ['utf-16le', false, 'utf-16le', SIMPLIFIED],
    ['utf-16le', true, 'utf-16le', SIMPLIFIED],
    ['utf-16be', false, 'utf-16be', SIMPLIFIED],
    ['utf-16be', true, 'utf-16be', SIMPLIFIED],
    ['gbk', false, 'gb18030', SIMPLIFIED],
    ['gb18030', false, 'gb18030', `${SIMPLIFIED}㐀𠀀`],
    ['big5', false, 'big5', TRADITIONAL],
    ['utf-16le', false, 'utf-16le', 'code,name\n0101,x\n'],
    ['utf-8', false, 'utf-8', 'code,name\n0101,x\n'],
    ['gb18030', false, 'gb18030', '预算公开'],
  ])('reads %s (mark: %s) as %s', (encoding, mark, charset, text) => {
    expect(decodeText(bytesOf(text, encoding, mark))).toEqual({ ok: true, text, charset, diagnostics: [] });
  });

  it('reads whatever Chinese text it is given in any of the encodings', () => {
    const words = fc.constantFrom(
      '一般公共服务支出',
      '社会保障和就业支出',
      '合计',
      '项目支出',
      '单位：万元',
      '1,234.56',
      '\n',
      '\t',
      '。',
    );
    const text = fc.array(words, { minLength: 12, maxLength: 60 }).map((parts) => `部门预算，${parts.join('')}\n`);
    const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030');
    fc.assert(
      fc.property(text, encoding, (written, name) => {
        expect(decodeText(bytesOf(written, name))).toEqual({ ok: true, text: written, charset: name, diagnostics: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('gives text or a reason for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded.ok) expect(decoded.text.includes('\0')).toBe(false);
        else expect(decoded.message).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('removes NUL bytes and says so at the line of the first', () => {
    const decoded = decodeText(bytesOf('合计\n12\0.50\n\0\n', 'utf-8'));
    expect(decoded).toMatchObject({ ok: true, text: '合计\n12.50\n\n', charset: 'utf-8' });
    expect(decoded.ok && decoded.diagnostics).toMatchObject([
      { severity: 'warning', code: 'nul-bytes-removed', origin: { line: 2 } },
    ]);
  });

  it.each(['utf-8', 'gb18030'])('keeps a %s text cut inside its last character', (encoding) => {
    const decoded = decodeText(bytesOf(SIMPLIFIED + '计', encoding).slice(0, -1));
    expect(decoded).toMatchObject({
      ok: true,
      charset: encoding,
      diagnostics: [{ code: 'characters-lost', origin: { line: 5 } }],
    });
  });

  it('keeps a text with few damaged bytes in its own encoding', () => {
    const bytes = bytesOf(SIMPLIFIED.repeat(10), 'utf-8');
    bytes[40] = 0xff;
    expect(decodeText(bytes)).toMatchObject({ ok: true, charset: 'utf-8', diagnostics: [{ code: 'characters-lost' }] });
  });

  it.each([
    ['no bytes', new Uint8Array(), 'empty-file'],
    ['white space', bytesOf(' \n\t\r\n', 'utf-8'), 'empty-file'],
    ['a lone byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty-file'],
    ['NUL bytes', new Uint8Array(1_000), 'not-text'],
    ['noise', Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919 + (at >> 3) * 31) % 256), 'not-text'],
    ['control characters', Uint8Array.from({ length: 100 }, (_, at) => (at % 8) + 1), 'not-text'],
    ['a PDF', bytesOf('%PDF-1.7\n', 'utf-8'), 'unsupported-format'],
  ])('refuses %s', (_, bytes, code) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, code });
  });

  it('reads megabytes without a line end without hanging', () => {
    const bytes = bytesOf('预算1,234.56，'.repeat(600_000), 'gb18030');
    expect(decodeText(bytes)).toMatchObject({ ok: true, charset: 'gb18030' });
  });
});

describe('openText', () => {
  it.each([
    ['PK\x03\x04......xl/workbook.xml', /xlsx.*each of its sheets as CSV/],
    ['PK\x03\x04......mimetypeapplication/vnd.oasis.opendocument.text', /odt.*save .* as docx/],
    ['Rar!\x1a\x07', /RAR.*unpack/],
    ['\x89PNG\r\n\x1a\n', /PNG.*the document itself/],
  ])('says what to do with %j', (beginning, advice) => {
    expect(() => openText(sourceOf(Buffer.from(beginning, 'latin1')))).toThrow(advice);
  });

  it.each([
    ['an HTML page', '<!DOCTYPE html>\n<html><body>预算</body></html>'],
    ['an HTML page', '  <html><table>'],
    ['a web archive', 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\n'],
    ['a web archive', 'From: <Saved>\nSubject: =?utf-8?Q?=E9?=\n =?utf-8?Q?=E9?=\nContent-Type: multipart/related\n\n'],
    ['Word document of 2003', '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument/>'],
    ['an XML document', '<?xml version="1.0"?><pkg:package>预算</pkg:package>'],
  ])('refuses %s by name, whatever the file is called', (format, text) => {
    const page = sourceOf(bytesOf(text, 'utf-8'));
    expect(() => openText(page)).toThrow(UnreadableDocument);
    expect(() => openText(page)).toThrow(format);
  });

  it('takes a page under the name of a PDF for the error message of a server', () => {
    const page = sourceOf(bytesOf('<!DOCTYPE html>\n<html><body>404</body></html>', 'utf-8'));
    expect(() => openText({ ...page, fileName: 'budget.PDF' })).toThrow(/no PDF but an HTML page, .*; fetch it again$/);
    expect(() => openText({ ...page, fileName: 'budget.doc' })).toThrow(/is an HTML page, .*; .*save it as docx$/);
  });

  it('says in which formats a document that it does not read is to be saved', () => {
    expect(() => openText(sourceOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toThrow(
      /Word.*save .* as docx, text or PDF/,
    );
  });
});

describe('sniffing', () => {
  it.each([
    ['预算公开\n合计\t1\t2\n说明\n', 'text/plain'],
    ['科目\t金额\n合计\t1\n', 'text/tab-separated-values'],
    ['code,name\n0101,x\n', 'text/csv'],
    ['备注: 无\ncontent: 预算\n', 'text/plain'],
    ['', 'text/plain'],
  ])('takes %j for %s', (text, mediaType) => {
    expect(textMediaType(text)).toBe(mediaType);
  });

  it.each([
    ['PK\x03\x04....word/document.xml', 'a Word document (docx)'],
    ['PK\x03\x04....OFD.xml', 'an OFD document'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a Word or Excel document of 97 to 2003'],
    ['预算', null],
  ])('names %j', (head, format) => {
    expect(binaryFormatName(new Uint8Array(Buffer.from(head, 'latin1')))).toBe(format);
  });
});
