/** A PDF taken apart into its objects and put together again (ISO 32000-1, 7.5), so that damage in an object leaves the file around it sound. */
import { deflateSync, inflateSync } from 'node:zlib';

export interface PdfObject {
  /** What stands between `obj` and `stream` or `endobj`, a character a byte. */
  readonly body: string;
  /** Unpacked where it was deflated; null for an object that is no stream. */
  readonly stream: Buffer | null;
}

export interface PdfFile {
  /** By object number; those packed in object streams stand beside the others. */
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Object number of the catalog. */
  readonly root: number;
}

/** The objects of a sound, unencrypted file of one revision. @throws Error where it names no catalog */
export function parsePdf(bytes: Buffer): PdfFile {
  const text = bytes.toString('latin1');
  const found = new Map<number, PdfObject>();
  const pattern = /(\d+) \d+ obj\b/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = pattern.lastIndex;
    const end = text.indexOf('endobj', start);
    const streamAt = text.slice(start, end).search(/\bstream\r?\n/);
    const object =
      streamAt < 0 ? { body: text.slice(start, end), stream: null } : readStream(bytes, text, start, start + streamAt);
    found.set(Number(match[1]), object);
    pattern.lastIndex = streamAt < 0 ? end : text.indexOf('endobj', text.indexOf('endstream', start + streamAt));
  }
  const root = /\/Root (\d+) \d+ R/.exec(text)?.[1];
  if (root === undefined) throw new Error('the file names no catalog');
  return { objects: unfold(found), root: Number(root) };
}

function readStream(bytes: Buffer, text: string, start: number, keyword: number): PdfObject {
  const body = text.slice(start, keyword);
  const first = keyword + 'stream'.length + (text[keyword + 'stream'.length] === '\r' ? 2 : 1);
  const packed = bytes.subarray(first, text.indexOf('endstream', first));
  if (!/\/Filter ?\[? ?\/FlateDecode/.test(body) || body.includes('/DecodeParms')) return { body, stream: packed };
  return { body: body.replace(/\/Filter ?(?:\[ ?\/FlateDecode ?\]|\/FlateDecode)/, ''), stream: inflateSync(packed) };
}

/** What object streams hold as objects of their own; cross-reference streams are left out, as the file gets a new table. */
function unfold(found: ReadonlyMap<number, PdfObject>): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [number, object] of found) {
    if (/\/Type ?\/XRef/.test(object.body)) continue;
    if (!/\/Type ?\/ObjStm/.test(object.body) || !object.stream) {
      objects.set(number, object);
      continue;
    }
    const content = object.stream.toString('latin1');
    const first = Number(/\/First (\d+)/.exec(object.body)?.[1]);
    const head = content.slice(0, first).trim().split(/\s+/).map(Number);
    for (let at = 0; at + 1 < head.length; at += 2) {
      const end = head[at + 3];
      const body = content.slice(first + (head[at + 1] ?? 0), end === undefined ? undefined : first + end);
      objects.set(head[at] ?? 0, { body: body.trim(), stream: null });
    }
  }
  return objects;
}

/** Bytes with a cross-reference table; streams get their length, and are deflated where `pack` is set. */
export function buildPdf({ objects, root }: PdfFile, pack: boolean): Buffer {
  const pieces = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const entries: string[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const [number, { body, stream }] of objects) {
    entries.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`);
    const whole = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      stream ? streamBytes(body, stream, pack) : Buffer.from(body, 'latin1'),
      Buffer.from('\nendobj\n'),
    ]);
    pieces.push(whole);
    length += whole.length;
  }
  const size = Math.max(0, ...objects.keys()) + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}

function streamBytes(body: string, stream: Buffer, pack: boolean): Buffer {
  const own = pack && !body.includes('/Filter');
  const content = own ? deflateSync(stream, { level: 1 }) : stream;
  const said = `/Length ${content.length} ${own ? '/Filter /FlateDecode ' : ''}`;
  const dictionary = body.replace(/\/Length \d+(?: \d+ R)?/, '').replace(/>>\s*$/, `${said}>>`);
  return Buffer.concat([Buffer.from(`${dictionary}\nstream\n`, 'latin1'), content, Buffer.from('\nendstream')]);
}
