/** Runs on one archive with other limits: what a lower one cut or refused is read again once it is higher, and nothing else is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { planRun, run, type RunResult } from '../../pipelines/index.js';
import { docx, grid, p } from '../builders/docx.js';
import { PdfDraft } from '../builders/pdf.js';
import { query } from '../sinks/archive-folder.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limits-test-'));
  mkdirSync(join(folder, 'in'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runWith(limits: { readonly pages?: number; readonly cells?: number }): Promise<RunResult> {
  return run({ inputs: [join(folder, 'in')], outDir: join(folder, 'out'), jobs: 0, limits });
}

function pdfOf(pages: number): Uint8Array {
  const draft = new PdfDraft();
  for (let no = 1; no <= pages; no += 1) draft.addPage({ content: `BT /F1 12 Tf 20 50 Td (page ${no}) Tj ET` });
  return draft.build();
}

it('pages that a lower limit left out are read once it is higher', async () => {
  writeFileSync(join(folder, 'in', 'long.pdf'), pdfOf(3));
  writeFileSync(join(folder, 'in', 'short.txt'), '某市某局2024年部门预算');
  expect((await runWith({ pages: 1 })).counts).toMatchObject({ loaded: 2, unchanged: 0 });
  expect((await runWith({ pages: 1 })).counts).toMatchObject({ loaded: 0, unchanged: 2 });

  const higher = { inputs: [join(folder, 'in')], outDir: join(folder, 'out'), jobs: 0, limits: { pages: 2 } };
  expect(await planRun(higher)).toMatchObject({ unchanged: 1, changed: 1 });
  expect((await runWith({ pages: 2 })).counts).toMatchObject({ loaded: 1, unchanged: 1 });
  expect((await runWith({ pages: 9 })).counts).toMatchObject({ loaded: 1, unchanged: 1 });
  expect(await query(join(folder, 'out'), `SELECT count(*)::INTEGER AS pages FROM document_pages`)).toEqual([
    { pages: 3 },
  ]);
  expect((await runWith({ pages: 20 })).counts).toMatchObject({ loaded: 0, unchanged: 2 });
});

it('what a lower limit refused is read once it is higher; a lower one takes nothing away', async () => {
  writeFileSync(join(folder, 'in', 'wide.docx'), docx(p('某市某局2024年部门预算') + grid(['科目|合计', '支出|1.00'])));
  expect((await runWith({ cells: 1 })).counts).toMatchObject({ loaded: 0, quarantined: 1 });
  expect((await runWith({})).counts).toMatchObject({ loaded: 1, quarantined: 0 });
  expect((await runWith({ cells: 1 })).counts).toMatchObject({ unchanged: 1 });
});
