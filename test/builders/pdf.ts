/** PDFs made by hand (ISO 32000-1, 7.5), so small that a test can show all of what is on a page. */
import { encryptObject, encryptionOf } from './pdf-encryption.js';

export interface PageDraft {
  /** Content stream. */
  readonly content: string;
  /** Entries of the dictionary of the content stream, which say how it is packed. */
  readonly packing?: string;
  /** Entries of the resource dictionary; the fonts `/F1` (Helvetica) and `/F2` (Helvetica-Bold) are always there. */
  readonly resources?: string;
  /** Further entries of the page dictionary; a later /MediaBox wins over the 200 × 100 points of every page. */
  readonly entries?: string;
}

export interface Encryption {
  /** Empty for a file that anybody may open. */
  readonly userPassword: string;
  readonly ownerPassword: string;
}

/** Collects objects, then writes the file. Objects are given without `1 0 obj` and `endobj`. */
export class PdfDraft {
  private readonly objects: string[] = [];
  private readonly pages: string[] = [];
  /** Further entries of the catalog. */
  catalog = '';
  encryption: Encryption | null = null;

  /** Adds an object and gives the reference to it. */
  add(body: string): string {
    this.objects.push(body);
    return `${this.objects.length} 0 R`;
  }

  /** Adds a stream with these dictionary entries. */
  addStream(entries: string, data: string): string {
    return this.add(`<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`);
  }

  addPage({ content, packing = '', resources = '', entries = '' }: PageDraft): this {
    const stream = this.addStream(packing, content);
    const fonts = /\/Font\b/.test(resources) ? '' : `/Font << /F1 ${FONT} /F2 ${BOLD} >>`;
    const box = entries.includes('/MediaBox') ? '' : '/MediaBox [0 0 200 100]';
    this.pages.push(`/Type /Page ${box} /Contents ${stream} /Resources << ${fonts} ${resources} >> ${entries}`);
    return this;
  }

  build(): Uint8Array {
    const root = this.objects.length + 1;
    const tree = root + 1;
    const kids = this.pages.map((_, at) => `${tree + 1 + at} 0 R`);
    const bodies = [
      ...this.objects,
      `<< /Type /Catalog /Pages ${tree} 0 R ${this.catalog} >>`,
      `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`,
      ...this.pages.map((page) => `<< ${page} /Parent ${tree} 0 R >>`),
    ];
    return writeFile(bodies, root, this.encryption);
  }
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const BOLD = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>';

/** A file of one page with nothing but this content. */
export function pdfOf(content: string, more: Omit<PageDraft, 'content'> = {}): Uint8Array {
  return new PdfDraft().addPage({ content, ...more }).build();
}

/** Objects, numbered from 1, with a cross-reference table; `root` is the number of the catalog. */
export function writeFile(bodies: readonly string[], root: number, encryption: Encryption | null = null): Uint8Array {
  const secret = encryption && encryptionOf(encryption);
  let file = '%PDF-1.7\n';
  const offsets: string[] = [];
  bodies.forEach((body, at) => {
    offsets.push(`${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${at + 1} 0 obj\n${secret ? encryptObject(body, at + 1, secret.key) : body}\nendobj\n`;
  });
  const start = file.length;
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<< /Size ${bodies.length + 1} /Root ${root} 0 R ${secret?.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}
