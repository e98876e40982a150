/** PDFs through the whole program: what is wrong with them is said, what can be read is loaded. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { extractFile, run, toExtractedJson } from '../../pipelines/index.js';
import { call } from '../builders/call.js';
import { buildProgram, yusuan } from '../builders/cli.js';
import { PdfDraft, pdfOf } from '../builders/pdf.js';
import { tablePages } from '../builders/table-pages.js';
import { buildZip } from '../builders/zip.js';
import { query } from '../sinks/archive-folder.js';

const HELLO = 'BT /F1 10 Tf 20 50 Td (hello) Tj ET';

let folder: string;
let inputs: string;
let out: string;

beforeAll(buildProgram);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yusuan-pdf-'));
  inputs = join(folder, 'in');
  out = join(folder, 'out');
  mkdirSync(inputs);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, bytes: Uint8Array | string): string {
  const path = join(inputs, name);
  writeFileSync(path, bytes);
  return path;
}

function locked(userPassword: string): Uint8Array {
  const draft = new PdfDraft().addPage({ content: HELLO });
  draft.encryption = { userPassword, ownerPassword: 'owner' };
  return draft.build();
}

async function statuses(): Promise<unknown> {
  const rows = await query(
    out,
    `SELECT d.file_name, coalesce(min(g.code) FILTER (g.severity = 'error'), d.status) AS state
     FROM documents d LEFT JOIN diagnostics g USING (document_id) GROUP BY d.file_name, d.status`,
  );
  return Object.fromEntries(rows.map((row) => [row['file_name'], row['state']]));
}

describe('run', () => {
  it('loads what can be read and quarantines the rest with a reason, whatever a file is called', async () => {
    const whole = pdfOf(HELLO);
    const text = Buffer.from(whole).toString('latin1');
    write('fine.pdf', whole);
    write('called-text.txt', pdfOf(`${HELLO} `));
    write('called-word.doc', pdfOf(`${HELLO}  `));
    write('junk-before.pdf', Buffer.concat([Buffer.from('X-Mail: yes\r\n\r\n'), whole]));
    write('owner-only.pdf', locked(''));
    write('wants-password.pdf', locked('secret'));
    write('truncated.pdf', whole.slice(0, 120));
    write('broken-xref.pdf', Buffer.from(text.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'));
    write('web-page.pdf', '<!DOCTYPE html><html><body>budget</body></html>');
    write('word.pdf', Buffer.from('d0cf11e0a1b11ae10000', 'hex'));
    write('plain.pdf', '某局2024年部门预算\n');
    write('empty.pdf', '');
    write('blank.pdf', pdfOf(''));
    write('in.zip', buildZip([{ name: Buffer.from('inside.pdf'), content: Buffer.from(pdfOf(`${HELLO}   `)) }]));
    await run({ inputs: [inputs], outDir: out });
    expect(await statuses()).toEqual({
      'fine.pdf': 'loaded',
      'called-text.txt': 'loaded',
      'called-word.doc': 'loaded',
      'junk-before.pdf': 'loaded',
      'owner-only.pdf': 'loaded',
      'wants-password.pdf': 'pdf-encrypted',
      'truncated.pdf': 'pdf-truncated',
      'broken-xref.pdf': 'loaded',
      'web-page.pdf': 'unsupported-format',
      'word.pdf': 'doc-damaged',
      'plain.pdf': 'loaded',
      'empty.pdf': 'empty-file',
      'blank.pdf': 'document-has-no-text',
      'inside.pdf': 'loaded',
    });
    expect(await query(out, `SELECT severity FROM diagnostics WHERE code = 'pdf-repaired'`)).toEqual([
      { severity: 'warning' },
    ]);
  });

  it('fills pages and their count', async () => {
    const draft = new PdfDraft().addPage({ content: HELLO, entries: '/Rotate 90' }).addPage({ content: '' });
    write('two.pdf', draft.build());
    await run({ inputs: [inputs], outDir: out });
    expect(await query(out, 'SELECT page_count, media_type, charset FROM documents')).toEqual([
      { page_count: 2, media_type: 'application/pdf', charset: null },
    ]);
    expect(
      await query(out, 'SELECT page_no, width, height, rotation, has_text FROM document_pages ORDER BY page_no'),
    ).toEqual([
      { page_no: 1, width: 100, height: 200, rotation: 90, has_text: true },
      { page_no: 2, width: 200, height: 100, rotation: 0, has_text: false },
    ]);
  });
});

describe('extract', () => {
  it('gives every cell and block its page and box', async () => {
    const { document, tables, blocks } = toExtractedJson(await extractFile(write('t.pdf', tablePages(2, 'continued'))));
    expect(document).toMatchObject({ media_type: 'application/pdf', charset: null, page_count: 2 });
    expect(tables).toMatchObject([
      { page_first: 1, page_last: 2, row_count: 59, column_count: 4, header_row_count: 1 },
    ]);
    const coordinates = tables.flatMap(({ cells }) => cells.flatMap(({ bbox }) => bbox ?? []));
    expect(coordinates.filter((points) => String(points).length > '123.45'.length)).toEqual([]);
    const places = [...(tables[0]?.cells ?? []), ...blocks].map(({ page, bbox }) => ({ page, boxed: bbox?.length }));
    expect(places.filter(({ page, boxed }) => page === null || boxed !== 4)).toEqual([]);
    expect(tables[0]?.cells.at(-1)).toMatchObject({ page: 2, text: '116.25' });
  });

  it('prints nothing but the result, and ends', async () => {
    const path = write('t.pdf', tablePages(1, 'continued'));
    const calls = ['csv', 'html', 'md'].map((format) => () => call('extract', path, '--format', format));
    for (const extracted of [() => yusuan('extract', path), ...calls]) {
      const ended = await extracted();
      expect(ended.code).toBe(0);
      expect(ended.stdout).toContain('Payment for purpose 7');
      expect(ended.stderr).not.toMatch(/^(?!warning: .* \[[a-z-]+\]$)./m);
    }
  });

  it('tells what is wrong, how bad and where', async () => {
    const ended = await call('extract', write('blank.pdf', pdfOf('')), '--format', 'md');
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(/^error: blank\.pdf: .* \[document-has-no-text\]$/m);
  });

  it('refuses with 3 and a reason', async () => {
    const ended = await call('extract', write('locked.pdf', locked('secret')));
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toMatch(/password.*\[pdf-encrypted\]/s);
  });
});
