/** Runs on one archive with and without a converter: what a converter has read is not given up, what was read without one is read again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConverterError } from '../../../extractors/index.js';
import { run, type RunResult } from '../../../pipelines/index.js';
import { docx, grid, p } from '../../builders/docx.js';

let folder = '';
let version = '1';

vi.mock(import('../../../pipelines/version.js'), async (original) => ({
  ...(await original()),
  pipelineVersion: () => version,
}));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keep-test-'));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in', 'old.doc'), '{\\rtf1 Budget 2024\\par}');
  writeFileSync(join(folder, 'in', 'new.txt'), '某市某局2024年部门预算');
  const content = p('某市某局2024年部门预算') + grid(['科目|合计', '一般公共服务支出|1.00']);
  writeFileSync(join(folder, 'made.docx'), docx(content));
  writeFileSync(join(folder, 'soffice'), converter(`cp '${folder}/made.docx' "$2/0.docx"`), { mode: 0o755 });
  writeFileSync(join(folder, 'broken'), converter('exit 1'), { mode: 0o755 });
  version = '1';
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function converter(work: string): string {
  return `#!/bin/sh
if [ "$1" = --version ]; then echo 'LibreOffice 1.2'; exit 0; fi
while [ "$1" != --outdir ]; do shift; done
${work}
`;
}

/** One run over both documents, by the converter of this name. */
function runWith(name: 'none' | 'soffice' | 'broken'): Promise<RunResult> {
  vi.stubEnv('YUSUAN_SOFFICE', name === 'none' ? name : join(folder, name));
  return run({ inputs: [join(folder, 'in')], outDir: join(folder, 'out') });
}

/** Version, number of cells and codes of diagnostics that the archive has of the old document. */
async function held(): Promise<unknown> {
  const instance = await DuckDBInstance.create(join(folder, 'out', 'budget.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const sql = `SELECT pipeline_version AS version, (SELECT count(*)::INTEGER FROM raw_cells c WHERE c.document_id = d.document_id) AS cells,
    (SELECT string_agg(code, ' ' ORDER BY diagnostic_no) FROM diagnostics g WHERE g.document_id = d.document_id AND stage = 'extract') AS codes
    FROM documents d WHERE file_name = 'old.doc'`;
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  instance.closeSync();
  return row;
}

const CONVERTED = { version: '1', cells: 4, codes: 'document-converted' };
const KEPT = { version: '1', cells: 4, codes: 'document-converted reading-kept' };

describe.skipIf(process.platform === 'win32')('an archive', () => {
  it('is not read again where a run finds no converter any more', async () => {
    await runWith('soffice');
    expect(await held()).toMatchObject(CONVERTED);
    expect(await runWith('none')).toMatchObject({ counts: { unchanged: 2, loaded: 0 }, kept: 0 });
    expect(await held()).toMatchObject(CONVERTED);
  });

  it.each(['none', 'broken'] as const)(
    'keeps what a converter has read where a later version has none, or it fails (%s), and says so once',
    async (converterNow) => {
      await runWith('soffice');
      version = '2';
      expect(await runWith(converterNow)).toMatchObject({ counts: { unchanged: 1, loaded: 1 }, kept: 1 });
      expect(await held()).toMatchObject(KEPT);
      expect(await runWith(converterNow)).toMatchObject({ counts: { unchanged: 2, loaded: 0 }, kept: 1 });
      expect(await held()).toMatchObject(KEPT);
      expect(await runWith('soffice')).toMatchObject({ counts: { unchanged: 1, loaded: 1 }, kept: 0 });
      expect(await held()).toMatchObject({ ...CONVERTED, version: '2' });
    },
  );

  it('is read again once there is a converter, but only what needs one', async () => {
    await runWith('none');
    expect(await held()).toMatchObject({ version: '1', cells: 0, codes: 'converter-missing' });
    expect(await runWith('soffice')).toMatchObject({ counts: { unchanged: 1, loaded: 1 } });
    expect(await held()).toMatchObject(CONVERTED);
  });

  it('is not touched where the environment names a converter that is no program', async () => {
    vi.stubEnv('YUSUAN_SOFFICE', join(folder, 'made.docx'));
    await expect(run({ inputs: [folder], outDir: join(folder, 'out') })).rejects.toThrow(ConverterError);
  });
});
