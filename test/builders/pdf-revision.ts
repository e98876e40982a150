/** PDFs that were changed after they were written (ISO 32000-1, 7.5.6), and such that keep their objects in a stream (7.5.7, 7.5.8). */

/** Adds a revision in which the object `number` is `body`. */
export function reviseObject(file: Uint8Array, number: number, body: string): Uint8Array {
  const before = Buffer.from(file).toString('latin1');
  const object = before.length;
  const text = `${before}${number} 0 obj\n${body}\nendobj\n`;
  const entry = `${String(object).padStart(10, '0')} 00000 n \n`;
  const size = /\/Size (\d+)/.exec(before)?.[1] ?? '';
  const root = /\/Root (\d+ 0 R)/.exec(before)?.[1] ?? '';
  const previous = [...before.matchAll(/startxref\n(\d+)/g)].at(-1)?.[1] ?? '';
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(`${text}xref\n${number} 1\n${entry}${trailer}`, 'latin1'));
}

/** Writes objects without streams, numbered from 1, into an object stream, and after them this content stream; `root` is the number of the catalog. */
export function writeObjectStream(bodies: readonly string[], content: string, root: number): Uint8Array {
  let data = '';
  const index = bodies.map((body, at) => {
    const entry = `${at + 1} ${data.length}`;
    data += `${body}\n`;
    return entry;
  });
  const head = `${index.join(' ')}\n`;
  const contentNumber = bodies.length + 1;
  const streams = [
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /ObjStm /N ${bodies.length} /First ${head.length} /Length ${head.length + data.length} >>\nstream\n${head}${data}\nendstream`,
  ];
  let file = '%PDF-1.7\n';
  const rows = [[0, 0, 0], ...bodies.map((_, at) => [2, contentNumber + 1, at])];
  streams.forEach((body, at) => {
    rows.push([1, file.length, 0]);
    file += `${contentNumber + at} 0 obj\n${body}\nendobj\n`;
  });
  const start = file.length;
  rows.push([1, start, 0]);
  const table = rows
    .map(([kind = 0, place = 0, last = 0]) => String.fromCharCode(kind, place >> 8, place & 255, last))
    .join('');
  const entries = `/Type /XRef /Size ${rows.length} /Root ${root} 0 R /W [1 2 1] /Length ${table.length}`;
  file += `${rows.length - 1} 0 obj\n<< ${entries} >>\nstream\n${table}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
