/** What kind of file it is, from its content; names lie. */

/** First bytes of the formats that disclosures come in besides text. */
const MAGIC_NUMBERS: readonly (readonly [magic: string, format: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive or an Office or OFD document'],
  ['PK\x05\x06', 'an empty zip archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a Word or Excel document of 97 to 2003'],
  ['{\\rtf', 'an RTF document'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive'],
  ['\x1f\x8b\x08', 'a gzip archive'],
  ['\x89PNG\r\n\x1a\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['SQLite format 3\0', 'a SQLite database'],
];

/** What is inside an Office or OFD package shows in the names near its start. */
const PACKAGE_MEMBERS: readonly (readonly [member: string, format: string])[] = [
  ['word/', 'a Word document (docx)'],
  ['xl/', 'an Excel workbook (xlsx)'],
  ['OFD.xml', 'an OFD document'],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text (odt)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (ods)'],
];
const PACKAGE_HEAD_BYTES = 8_192;

/** The name, with its article, of the binary format that `bytes` begin like; null where they may be text. */
export function binaryFormatName(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PACKAGE_HEAD_BYTES)).toString(
    'latin1',
  );
  const magic = MAGIC_NUMBERS.find(([start]) => head.startsWith(start));
  if (!magic) return null;
  const packaged = magic[0] === 'PK\x03\x04' ? PACKAGE_MEMBERS.find(([member]) => head.includes(member)) : undefined;
  return (packaged ?? magic)[1];
}

export type TextMediaType = 'text/plain' | 'text/csv' | 'text/tab-separated-values';

/** Lines looked at for a delimiter. */
const DELIMITER_SAMPLE_LINES = 50;
/** Characters in which those lines must stand: a huge single line has no columns to compare. */
const DELIMITER_SAMPLE_CHARACTERS = 65_536;

/** Formats that are written in characters, by their beginnings. Word saves documents so too, and names them .doc. */
const MARKUP: readonly (readonly [beginning: RegExp, format: string])[] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta)\b/i, 'an HTML page'],
  [
    /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*(?:multipart\/related|text\/html)\b/i,
    'a web archive (MHTML)',
  ],
  [/^\s*(?:<\?[^>]*>\s*)*<w:wordDocument\b/, 'a Word document of 2003 in XML'],
  [/^\s*<\?xml\b/, 'an XML document'],
];

/** The name, with its article, of the markup that a decoded text is written in; null where it is plain. */
export function markupFormatName(text: string): string | null {
  const head = text.slice(0, DELIMITER_SAMPLE_CHARACTERS);
  return MARKUP.find(([beginning]) => beginning.test(head))?.[1] ?? null;
}

/** The media type of a decoded text that is no markup: CSV and TSV where every line has the same number of delimiters, plain otherwise. */
export function textMediaType(text: string): TextMediaType {
  const head = text.slice(0, DELIMITER_SAMPLE_CHARACTERS);
  const lines = head.split(/\r\n|[\n\r]/).slice(0, DELIMITER_SAMPLE_LINES);
  const filled = (head.length < text.length ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  if (hasEvenColumns(filled, '\t')) return 'text/tab-separated-values';
  return hasEvenColumns(filled, ',') ? 'text/csv' : 'text/plain';
}

function hasEvenColumns(lines: readonly string[], delimiter: string): boolean {
  const counts = new Set(lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length));
  return lines.length >= 2 && counts.size === 1 && !counts.has(1);
}
