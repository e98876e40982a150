import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ArchiveError, openArchive } from '../../sinks/index.js';
import { readArchiveReport } from '../builders/report.js';
import type { QuarantinedDocument, SourceSighting } from '../../sinks/index.js';
import {
  budgetDocument,
  budgetLine,
  budgetTable,
  check,
  documentFacts,
  documentIdOf,
  lineCode,
  performanceTarget,
  prosePlace,
  rawDocument,
  textBlock,
} from '../builders/budget-document.js';
import { at, batchOf, query, queryFile, runOnce, scratchFolder, sighting, tamper } from './archive-folder.js';

let folder = scratchFolder();
beforeEach(() => {
  folder = scratchFolder();
});
afterEach(() => {
  folder.remove();
});

const full = budgetDocument('full', {
  tables: [
    budgetTable(1, 'expenditure_summary', [
      ['科目', '合计'],
      ['20101', '12.34'],
    ]),
  ],
  blocks: [textBlock(1, '支出12.34万元。')],
  lines: [
    budgetLine(1, 12_340_000n, {
      codes: [lineCode('function', '20101'), lineCode('procurement', null, { namePrinted: '某物' })],
      yoyPercent: -37_300n,
    }),
    budgetLine(2, 12_340_000n, { place: prosePlace(1, '支出12.34万元。'), isPreferred: false, yoyAmount: -5n }),
  ],
  statements: [{ tableKind: 'expenditure_summary', state: 'filled', tableNo: 1, sourceText: null }],
  targets: [performanceTarget(1, { targetValue: '1.5', projectAmount: 100n })],
  checks: [
    check(1, {
      expected: 1_500_000n,
      actual: 1_000_000n,
      tolerance: 5_000n,
      status: 'fail',
      lineNos: [1, 2],
      cellRefs: [{ tableNo: 1, row: 1, col: 1 }],
    }),
  ],
  diagnostics: [
    { stage: 'transform', severity: 'warning', code: 'x', message: 'y', origin: { tableNo: 1, row: 1, col: 1 } },
    { stage: 'transform', severity: 'info', code: 'x', message: 'z', origin: { blockNo: 1 } },
  ],
});
const noise: QuarantinedDocument = {
  documentId: documentIdOf('noise'),
  sourceUri: 'file:///in/noise.bin',
  fileName: 'noise.bin',
  byteSize: 5,
  mediaType: null,
  charset: null,
  diagnostics: [{ stage: 'extract', severity: 'error', code: 'not-text', message: 'no text', origin: {} }],
};
const unreadable: SourceSighting = {
  sourceUri: 'file:///in/gone.txt',
  fileName: 'gone.txt',
  documentId: null,
  seenAt: at(0),
  file: null,
  fetchedAt: null,
  metadata: null,
  diagnostics: [{ stage: 'extract', severity: 'error', code: 'unreadable', message: 'EACCES', origin: {} }],
};

describe('a document', () => {
  test('fills every table with exact values', async () => {
    await runOnce(folder.path, { documents: [full], sightings: [sighting(full)] });
    const id = full.raw.documentId;
    expect(
      await query(
        folder.path,
        'SELECT line_id, table_id, amount, function_code, mapping_method, yoy_amount, yoy_percent, source_text FROM budget_lines ORDER BY line_no',
      ),
    ).toEqual([
      {
        line_id: `${id}:1`,
        table_id: `${id}:1`,
        amount: '123400.00',
        function_code: '20101',
        mapping_method: 'none',
        yoy_amount: null,
        yoy_percent: '-3.7300',
        source_text: null,
      },
      {
        line_id: `${id}:2`,
        table_id: null,
        amount: '123400.00',
        function_code: null,
        mapping_method: null,
        yoy_amount: '-0.05',
        yoy_percent: null,
        source_text: '支出12.34万元。',
      },
    ]);
    expect(
      await query(folder.path, 'SELECT expected, actual, difference, tolerance, line_ids, cell_refs FROM checks'),
    ).toEqual([
      {
        expected: '1.500000',
        actual: '1.000000',
        difference: '-0.500000',
        tolerance: '0.005000',
        line_ids: [`${id}:1`, `${id}:2`],
        cell_refs: ['t.1 r.1 c.1'],
      },
    ]);
    expect(await query(folder.path, 'SELECT location, line_no FROM diagnostics ORDER BY diagnostic_no')).toEqual([
      { location: 't.1 r.1 c.1', line_no: 1 },
      { location: 'b.1', line_no: null },
    ]);
    expect(await query(folder.path, 'SELECT target_value, project_amount FROM performance_targets')).toEqual([
      { target_value: '1.500000', project_amount: '1.00' },
    ]);
    expect(await query(folder.path, 'SELECT count(*)::INTEGER AS n FROM raw_cells')).toEqual([{ n: 4 }]);
  });

  test('has a Parquet file of every table under its year, with the database’s rows', async () => {
    await runOnce(folder.path, { documents: [full], sightings: [sighting(full)] });
    const glob = join(folder.path, 'parquet', 'budget_lines', '**', '*.parquet');
    const rows = await queryFile(
      ':memory:',
      `SELECT amount, document_year FROM read_parquet('${glob}', hive_partitioning = true) ORDER BY line_no`,
    );
    expect(rows).toEqual([
      { amount: '123400.00', document_year: '2024' },
      { amount: '123400.00', document_year: '2024' },
    ]);
    expect(readdirSync(join(folder.path, 'parquet')).sort()).toEqual(
      [
        'archive_checks budget_lines checks classification_codes code_crosswalk diagnostics document_pages document_sources documents',
        'enum_values line_codes meta performance_targets raw_blocks raw_cells raw_tables runs statements',
      ].flatMap((names) => names.split(' ')),
    );
    expect(readdirSync(join(folder.path, 'parquet', 'runs'))).toEqual(['data.parquet']);
  });

  test('that the tables cannot hold is quarantined, and the others of its batch are loaded', async () => {
    const huge = budgetDocument('huge', { lines: [budgetLine(1, 10n ** 20n), budgetLine(2, 1n)] });
    const refusals = await runOnce(folder.path, {
      documents: [huge, full],
      sightings: [sighting(huge), sighting(full)],
    });
    expect([...refusals]).toMatchObject([[huge.raw.documentId, { code: 'document-does-not-fit', severity: 'error' }]]);
    expect(
      await query(
        folder.path,
        `SELECT count(*)::INTEGER AS n FROM budget_lines WHERE document_id = '${huge.raw.documentId}'`,
      ),
    ).toEqual([{ n: 0 }]);
    expect(
      await query(folder.path, `SELECT code, severity FROM diagnostics WHERE document_id = '${huge.raw.documentId}'`),
    ).toEqual([{ code: 'document-does-not-fit', severity: 'error' }]);
  });

  test('keeps its amount when only its growth rate is out of range, and says so', async () => {
    const steep = budgetDocument('steep', { lines: [budgetLine(1, 100n, { yoyPercent: 10n ** 12n })] });
    await runOnce(folder.path, { documents: [steep], sightings: [sighting(steep)] });
    expect(await query(folder.path, 'SELECT amount, yoy_percent FROM budget_lines')).toEqual([
      { amount: '1.00', yoy_percent: null },
    ]);
    expect(await query(folder.path, 'SELECT code, line_no FROM diagnostics')).toEqual([
      { code: 'value-out-of-range', line_no: 1 },
    ]);
  });

  test('with the same line number twice is quarantined', async () => {
    const twice = budgetDocument('twice', { lines: [budgetLine(1, 1n), budgetLine(1, 2n)] });
    const refusals = await runOnce(folder.path, { documents: [twice], sightings: [sighting(twice)] });
    expect(refusals.get(twice.raw.documentId)?.message).toMatch(/two rows with document_id, line_no/);
  });
});

describe('a second run', () => {
  const batch = { documents: [full], quarantined: [noise], sightings: [sighting(full), { ...unreadable }] };

  test('over the same inputs adds a run and touches last_seen_at, nothing else', async () => {
    await runOnce(folder.path, batch, 0);
    const before = await snapshot(folder.path);
    await runOnce(folder.path, { ...batch, sightings: batch.sightings.map((s) => ({ ...s, seenAt: at(9) })) }, 9);
    const after = await snapshot(folder.path);
    expect(changes(before.files, after.files)).toEqual(['document_sources/data.parquet', 'runs/data.parquet']);
    expect(changes(before.tables, after.tables)).toEqual(['document_sources', 'runs']);
    expect(
      await query(folder.path, 'SELECT DISTINCT first_seen_at, last_seen_at, superseded_at FROM document_sources'),
    ).toEqual([
      { first_seen_at: '2024-01-01 00:00:00+00', last_seen_at: '2024-01-01 00:09:00+00', superseded_at: null },
    ]);
  });

  test('of another pipeline version replaces the rows of the document and its files', async () => {
    await runOnce(folder.path, { documents: [full], sightings: [sighting(full)] });
    const moved = { ...full, facts: documentFacts({ fiscalYear: 2025 }), lines: full.lines.slice(0, 1) };
    await runOnce(folder.path, { documents: [moved], sightings: [sighting(moved, 5)] }, 5, '2');
    expect(await query(folder.path, 'SELECT count(*)::INTEGER AS n FROM budget_lines')).toEqual([{ n: 1 }]);
    expect(await query(folder.path, 'SELECT fiscal_year, pipeline_version, run_id FROM documents')).toEqual([
      { fiscal_year: 2025, pipeline_version: '2', run_id: 'run-5' },
    ]);
    expect(readdirSync(join(folder.path, 'parquet', 'budget_lines'))).toEqual(['document_year=2025']);
  });

  test('after a crash before the export writes the files that are behind', async () => {
    await runOnce(folder.path, { documents: [full], sightings: [sighting(full)] });
    const later = budgetDocument('later', { lines: [budgetLine(1, 1n)] });
    const archive = await openArchive(folder.path, { pipelineVersion: '1' });
    await archive.startRun({ runId: 'cut-off', startedAt: at(1), arguments: [] });
    await archive.writeBatch(batchOf({ documents: [later], quarantined: [], sightings: [sighting(later)] }));
    await archive.close();
    await runOnce(folder.path, {}, 3);
    const glob = join(folder.path, 'parquet', 'budget_lines', '**', '*.parquet');
    expect(await queryFile(':memory:', `SELECT count(*)::INTEGER AS n FROM '${glob}'`)).toEqual([{ n: 3 }]);
  });
});

describe('sources', () => {
  const old = budgetDocument('old', { lines: [budgetLine(1, 1n)] });
  const uri = old.raw.sourceUri;
  const fresh = budgetDocument('fresh', { raw: rawDocument('fresh', { sourceUri: uri }), lines: [budgetLine(1, 2n)] });

  test('that hold other content supersede the old; it leaves the views, not the tables', async () => {
    await runOnce(folder.path, { documents: [old], sightings: [sighting(old)] });
    await runOnce(folder.path, { documents: [fresh], sightings: [sighting(fresh, 5)] }, 5);
    expect(await query(folder.path, 'SELECT amount FROM trusted_lines')).toEqual([{ amount: '0.02' }]);
    expect(await query(folder.path, 'SELECT count(*)::INTEGER AS n FROM budget_lines')).toEqual([{ n: 2 }]);
    await runOnce(folder.path, { documents: [old], sightings: [sighting(old, 7)] }, 7);
    expect(await query(folder.path, 'SELECT amount FROM trusted_lines')).toEqual([{ amount: '0.01' }]);
  });

  test('met twice in one batch hold what was met last; what it superseded has its row and its time, which stays', async () => {
    const history = `SELECT document_id AS id, epoch_ms(superseded_at)::VARCHAR AS superseded FROM document_sources ORDER BY superseded_at NULLS LAST`;
    const both = (minute: number): readonly SourceSighting[] => [sighting(old, minute), sighting(fresh, minute)];
    const expected = [
      { id: old.raw.documentId, superseded: String(at(5).getTime()) },
      { id: fresh.raw.documentId, superseded: null },
    ];
    await runOnce(folder.path, { documents: [old, fresh], sightings: both(5) }, 5);
    expect(await query(folder.path, history)).toEqual(expected);
    expect(await query(folder.path, 'SELECT amount FROM trusted_lines')).toEqual([{ amount: '0.02' }]);
    await runOnce(folder.path, { sightings: both(7) }, 7);
    expect(await query(folder.path, history)).toEqual(expected);
    const unread: SourceSighting = { ...unreadable, sourceUri: uri, seenAt: at(9) };
    await runOnce(folder.path, { sightings: [sighting(fresh, 9), sighting(old, 9), unread] }, 9);
    expect(await query(folder.path, history)).toEqual([
      { id: fresh.raw.documentId, superseded: String(at(9).getTime()) },
      expect.objectContaining({ superseded: null }),
      expect.objectContaining({ superseded: null }),
    ]);
    expect(await query(folder.path, 'SELECT amount FROM trusted_lines')).toEqual([{ amount: '0.01' }]);
  });

  test('of the same content are one document', async () => {
    const copy: SourceSighting = { ...sighting(old), sourceUri: 'file:///in/copy.txt' };
    await runOnce(folder.path, { documents: [old, old], sightings: [sighting(old), copy] });
    expect(await query(folder.path, 'SELECT count(*)::INTEGER AS n FROM document_sources')).toEqual([{ n: 2 }]);
    expect(await query(folder.path, 'SELECT amount FROM trusted_lines')).toEqual([{ amount: '0.01' }]);
  });

  test('have what a manifest said of them last', async () => {
    const sql = `SELECT epoch_ms(fetched_at)::VARCHAR AS fetched, metadata FROM document_sources`;
    const told = (minute: number, said: Partial<SourceSighting>): SourceSighting => ({
      ...sighting(old, minute),
      ...said,
    });
    const first = { fetchedAt: at(-60), metadata: { title: '预算', depth: 1 } };
    await runOnce(folder.path, { documents: [old], sightings: [told(0, first)] });
    const stored = [{ fetched: String(at(-60).getTime()), metadata: '{"title":"预算","depth":1}' }];
    expect(await query(folder.path, sql)).toEqual(stored);
    await runOnce(folder.path, { documents: [old], sightings: [told(2, {})] }, 2);
    expect(await query(folder.path, sql)).toEqual(stored);
    await runOnce(folder.path, { documents: [old], sightings: [told(4, { metadata: { title: '决算' } })] }, 4);
    expect(await query(folder.path, sql)).toEqual([{ ...stored[0], metadata: '{"title":"决算"}' }]);
  });

  test('that cannot be read are a source without document and an error', async () => {
    await runOnce(folder.path, { sightings: [unreadable] });
    expect(
      await query(
        folder.path,
        'SELECT s.document_id, code, severity FROM diagnostics JOIN document_sources s USING (source_uri)',
      ),
    ).toEqual([{ document_id: null, code: 'unreadable', severity: 'error' }]);
    expect(await query(folder.path, 'SELECT gap, detail FROM report_gaps')).toEqual([
      { gap: 'source_unreadable', detail: unreadable.sourceUri },
    ]);
  });
});

describe('an archive', () => {
  test('can be asked, by several at once, while it writes', { timeout: 60_000 }, async () => {
    const archive = await openArchive(folder.path, { pipelineVersion: '1' });
    await archive.startRun({ runId: 'busy', startedAt: at(0), arguments: [] });
    const states = Array.from({ length: 500 }, (_, no) => ({
      uri: `file:///in/${no}`,
      byteSize: 1,
      modifiedAt: at(0),
    }));
    const writing = { isOver: false };
    const ask = async (): Promise<void> => {
      while (!writing.isOver) {
        await archive.statusesOf(states.map(({ uri }) => uri));
        await archive.unchangedFiles(states.map((state) => ({ ...state, sourceUri: state.uri })));
        await archive.holdsWith(full.raw.documentId, 'x');
      }
    };
    const asking = Promise.all([ask(), ask(), ask()]);
    try {
      for (let no = 0; no < 40; no += 1) {
        const documents = Array.from({ length: 5 }, (_, nth) => budgetDocument(`${no} ${nth}`, { lines: full.lines }));
        await archive.writeBatch(
          batchOf({ documents, quarantined: [], sightings: documents.map((one) => sighting(one)) }),
        );
      }
    } finally {
      writing.isOver = true;
      await asking.finally(async () => {
        await archive.close();
      });
    }
    expect(await query(folder.path, 'SELECT count(*)::INTEGER AS n FROM document_sources')).toEqual([{ n: 200 }]);
  });

  test('is closed once the question at work is answered; what is asked later is refused', () => {
    const program = join(import.meta.dirname, 'closed-while-asked.ts');
    const ends = execFileSync(process.execPath, ['--import', 'tsx', program, folder.path], { encoding: 'utf8' });
    expect(ends.trim()).toBe('fulfilled rejected');
  });

  test('rolls a batch back whole when the database refuses one of its rows', async () => {
    await runOnce(folder.path, {});
    await tamper(folder.path, 'ALTER TABLE diagnostics DROP COLUMN line_no');
    await expect(runOnce(folder.path, { documents: [full], sightings: [sighting(full)] }, 2)).rejects.toMatchObject({
      code: 'write-failed',
    });
    expect(
      await query(
        folder.path,
        'SELECT (SELECT count(*) FROM documents)::INTEGER AS d, (SELECT count(*) FROM budget_lines)::INTEGER AS l',
      ),
    ).toEqual([{ d: 0, l: 0 }]);
  });

  test.each([
    ['9.0', 'newer-version'],
    ['1.99', 'newer-version'],
    ['0.9', 'older-version'],
  ])('of contract version %s is refused and left untouched', async (version, code) => {
    await runOnce(folder.path, {});
    await tamper(folder.path, `UPDATE meta SET value = '${version}' WHERE key = 'contract_version'`);
    const before = digest(join(folder.path, 'budget.duckdb'));
    await expect(openArchive(folder.path, { pipelineVersion: '1' })).rejects.toMatchObject({
      name: 'ArchiveError',
      code,
    });
    expect(digest(join(folder.path, 'budget.duckdb'))).toBe(before);
  });

  test('of an older minor version is reported on once a run has upgraded it', async () => {
    await runOnce(folder.path, {});
    await tamper(
      folder.path,
      `UPDATE meta SET value = '1.0' WHERE key = 'contract_version'; DROP VIEW line_doubts CASCADE`,
    );
    await expect(readArchiveReport(folder.path)).rejects.toMatchObject({ code: 'older-version' });
    await runOnce(folder.path, {}, 2);
    expect(await readArchiveReport(folder.path)).toMatchObject({ documents: [], suspectLines: [] });
  });

  test('that is no database is refused and left untouched', async () => {
    const path = join(folder.path, 'budget.duckdb');
    writeFileSync(path, 'not a database');
    await expect(openArchive(folder.path, { pipelineVersion: '1' })).rejects.toMatchObject({ code: 'damaged' });
    expect(readFileSync(path, 'utf8')).toBe('not a database');
  });

  test('whose folder is a file is not writable', async () => {
    const path = join(folder.path, 'file');
    writeFileSync(path, '');
    await expect(openArchive(path, { pipelineVersion: '1' })).rejects.toMatchObject({ code: 'not-writable' });
  });

  test.skipIf(!existsSync('/proc'))(
    'whose folder the system refuses for want of its parent is not writable',
    async () => {
      await expect(openArchive('/proc/yusuan/out', { pipelineVersion: '1' })).rejects.toMatchObject({
        code: 'not-writable',
      });
    },
  );

  test('whose database is a folder is not writable', async () => {
    mkdirSync(join(folder.path, 'budget.duckdb'));
    await expect(openArchive(folder.path, { pipelineVersion: '1' })).rejects.toBeInstanceOf(ArchiveError);
  });

  test('that is open already is locked', async () => {
    const archive = await openArchive(folder.path, { pipelineVersion: '1' });
    await expect(openArchive(folder.path, { pipelineVersion: '1' })).rejects.toMatchObject({ code: 'locked' });
    await archive.close();
  });

  test('that is not there can not be reported on', async () => {
    await expect(readArchiveReport(folder.path)).rejects.toMatchObject({ code: 'missing' });
    expect(existsSync(join(folder.path, 'budget.duckdb'))).toBe(false);
  });

  test('reports documents, confidence, failing checks and gaps', async () => {
    await runOnce(folder.path, {
      documents: [full],
      quarantined: [noise],
      sightings: [sighting(full), { ...unreadable, ...noise, diagnostics: [] }],
    });
    const report = await readArchiveReport(folder.path);
    expect(report.documents).toMatchObject([
      {
        fileName: 'full.txt',
        status: 'loaded',
        lines: 2,
        consistent: 2,
        suspect: 0,
        checks: 1,
        failedChecks: 1,
        warnings: 1,
      },
      { fileName: 'noise.bin', status: 'quarantined', lines: 0, errors: 1 },
    ]);
    expect(report.failedChecks).toMatchObject([
      { subject: 'a = b', expected: '1.500000', difference: '-0.500000', unit: 'yuan' },
    ]);
    expect(report.gaps).toMatchObject([
      { gap: 'coverage_unknown' },
      { gap: 'document_quarantined', detail: 'no text' },
    ]);
  });

  test('puts back a Parquet tree that a crash had set aside', async () => {
    await runOnce(folder.path, { documents: [full], sightings: [sighting(full)] });
    const file = join(folder.path, 'parquet', 'budget_lines', 'document_year=2024', 'data.parquet');
    const before = statSync(file).ino;
    renameSync(join(folder.path, 'parquet'), join(folder.path, '.parquet.previous'));
    await runOnce(folder.path, {}, 2);
    expect(statSync(file).ino).toBe(before);
    expect(existsSync(join(folder.path, '.parquet.previous'))).toBe(false);
    rmSync(join(folder.path, 'parquet'), { recursive: true });
    await runOnce(folder.path, {}, 3);
    expect(existsSync(file)).toBe(true);
  });
});

interface Snapshot {
  readonly files: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
}

async function snapshot(outDir: string): Promise<Snapshot> {
  const root = join(outDir, 'parquet');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const rows = await query(outDir, 'SELECT table_name AS name FROM duckdb_tables() WHERE NOT internal');
  const names = rows.map(({ name }) => JSON.stringify(name));
  const tables = await Promise.all(names.map((name) => query(outDir, `SELECT * FROM ${name} ORDER BY ALL`)));
  return {
    files: new Map(
      files.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(root.length + 1), `${digest(path)} ${String(statSync(path).mtimeMs)}`];
      }),
    ),
    tables: new Map(names.map((name, index) => [name.slice(1, -1), JSON.stringify(tables[index])])),
  };
}

/** Names whose content differs, or that only one side has. */
function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .sort();
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
