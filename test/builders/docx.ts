/** Word documents made by hand (ISO/IEC 29500-1), so small that a test can show all of what is in one. */
import { createHash } from 'node:crypto';
import { extract } from '../../extractors/index.js';
import type { RawDocument } from '../../extractors/index.js';
import { picture } from './text-document.js';
import { buildZip } from './zip.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  r: OFFICE,
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
};
const NAMESPACE_DECLARATIONS = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** What is in the parts, each without its root element. */
export interface DocxDraft {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
}

const SIDE_PARTS = ['styles', 'numbering', 'footnotes', 'endnotes'] as const;

/** The parts of a document by name. */
export function partsOf(draft: DocxDraft): Record<string, string> {
  const sides = SIDE_PARTS.filter((role) => draft[role] !== undefined);
  return {
    '[Content_Types].xml': contentTypes(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    ),
    '_rels/.rels': relationships([[`${OFFICE}/officeDocument`, 'word/document.xml']]),
    'word/document.xml': part('document', `<w:body>${draft.body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(sides.map((role) => [`${OFFICE}/${role}`, `${role}.xml`])),
    ...Object.fromEntries(sides.map((role) => [`word/${role}.xml`, part(role, draft[role] ?? '')])),
  };
}

export function contentTypes(mainType: string): string {
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`;
}

export function relationships(all: readonly (readonly [type: string, target: string])[]): string {
  const items = all.map(([type, target], at) => `<Relationship Id="r${at}" Type="${type}" Target="${target}"/>`);
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACE_DECLARATIONS}>${content}</w:${root}>`;
}

/** A zip of parts. */
export function pack(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  return buildZip(
    Object.entries(parts).map(([name, content]) => ({ name: Buffer.from(name), content: Buffer.from(content) })),
  );
}

/** The bytes of a document. */
export function docx(draft: DocxDraft | string): Buffer {
  return pack(partsOf(typeof draft === 'string' ? { body: draft } : draft));
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A run. `\t` and `\n` become a tab and a line break. */
export function r(text: string, properties = ''): string {
  const marks: Readonly<Record<string, string>> = { '\t': '<w:tab/>', '\n': '<w:br/>' };
  const content = text
    .split(/([\t\n])/)
    .filter((piece) => piece !== '')
    .map((piece) => marks[piece] ?? `<w:t xml:space="preserve">${escape(piece)}</w:t>`);
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content.join('')}</w:r>`;
}

/** A paragraph of one run, or of what is given as XML. */
export function p(content = '', properties = ''): string {
  const inner = content.startsWith('<') ? content : content && r(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

/** A cell of one paragraph, or of what is given as XML. */
export function tc(content = '', properties = ''): string {
  const inner = content.startsWith('<') ? content : p(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

export function tbl(rows: readonly string[], columnWidths: readonly number[] = [], properties = ''): string {
  const columns = columnWidths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const own = properties === '' ? '<w:tblPr/>' : `<w:tblPr>${properties}</w:tblPr>`;
  return `<w:tbl>${own}<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export interface GridOptions {
  /** Twentieths of a point. */
  readonly widths?: readonly number[];
  /** As XML, of the whole table: its borders. */
  readonly properties?: string;
  /** Rows at the top that are printed again on each page. */
  readonly headerRows?: number;
  /** What stands in a cell with this text, as XML. */
  readonly content?: (text: string) => string;
}

/** A table drawn as the pictures in tests are: cells parted by `|`, `<` goes on with the cell on its left, `^` with the one above. */
export function grid(rows: readonly string[], options: GridOptions = {}): string {
  const { widths, properties, headerRows = 0, content = p } = options;
  const texts = rows.map((row) => row.split('|'));
  const columnWidths = widths ?? (texts[0] ?? []).map(() => 1_500);
  const written = texts.map((row, at) =>
    tr(
      row.flatMap((text, col) => (text === '<' ? [] : [writeCell(texts, at, col, columnWidths, content)])),
      at < headerRows ? '<w:tblHeader/>' : '',
    ),
  );
  return tbl(written, columnWidths, properties);
}

function writeCell(
  texts: readonly (readonly string[])[],
  row: number,
  col: number,
  widths: readonly number[],
  content: (text: string) => string,
): string {
  const text = texts[row]?.[col] ?? '';
  let span = 1;
  while (texts[row]?.[col + span] === '<') span += 1;
  const width = widths.slice(col, col + span).reduce((sum, one) => sum + one, 0);
  const merge = text === '^' ? '<w:vMerge/>' : texts[row + 1]?.[col] === '^' ? '<w:vMerge w:val="restart"/>' : '';
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}`;
  return tc(text === '^' ? p() : text.split('\\n').map(content).join(''), properties);
}

/** Reads bytes as a document would be read from a file. */
export function readBytes(bytes: Uint8Array): Promise<RawDocument> {
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return extract({ documentId, fileName: 'a.docx', sourceUri: 'file:///a.docx', bytes });
}

export function read(draft: DocxDraft | string): Promise<RawDocument> {
  return readBytes(docx(draft));
}

/** What a document holds, in reading order: lines of text, and pictures of its tables. */
export function contentOf({ tables, blocks }: RawDocument): readonly (string | readonly string[])[] {
  return [
    ...blocks.map(({ order, text }) => ({ order, shown: text })),
    ...tables.map(({ order, readings }) => ({ order, shown: picture(readings[0].grid) })),
  ]
    .sort((a, b) => a.order - b.order)
    .map(({ shown }) => shown);
}
