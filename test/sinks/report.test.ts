/** What summaries and the report ask of an archive with more findings than anyone reads. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReport, type ArchiveReader } from '../../sinks/index.js';
import { budgetDocument, budgetLine, check, documentIdOf } from '../builders/budget-document.js';
import { readArchiveReport } from '../builders/report.js';
import { runOnce, scratchFolder, sighting } from './archive-folder.js';

const CODES = {
  withoutText: ['page-has-no-text', 'document-has-no-text'],
  withoutConverter: ['converter-missing'],
  withoutLine: ['unit-missing', 'amounts-unread'],
};

const DOCUMENTS = 60;
const suspects = Array.from({ length: 12 }, (_, at) => budgetLine(at + 1, 100n, { confidence: 'suspect' }));
/** Which the twelfth of its lines alone would make hold. */
const failing = check(1, {
  status: 'fail',
  lineNos: [2, 12],
  cellRefs: [{ tableNo: 1, row: 0, col: 2 }],
  correction: { lineNo: 12, amount: 140_000_000n },
});
const warning = (code: string, row: number | null, severity: 'warning' | 'error' | 'info' = 'warning') => ({
  stage: 'transform' as const,
  severity,
  code,
  message: `${code} at ${String(row)}`,
  origin: row === null ? {} : { tableNo: 1, row },
});
const FINDINGS = [
  ...Array.from({ length: 7 }, (_, at) => warning('odd', at)),
  warning('odd', 0),
  warning('unit-missing', 3, 'error'),
  warning('check-failed', 1),
  warning('unit-missing', 4, 'info'),
];

/** Whose name sorts after those of lower numbers. */
const named = (no: number) =>
  budgetDocument(`d${String(no).padStart(3, '0')}`, {
    lines: [...suspects, budgetLine(13, 100n, { confidence: 'proven' })],
    checks: [failing, check(2)],
    statements: [
      { tableKind: 'three_public', state: 'missing', tableNo: null, sourceText: null },
      { tableKind: 'procurement', state: 'missing', tableNo: null, sourceText: null },
    ],
    diagnostics: FINDINGS,
  });
const documents = Array.from({ length: DOCUMENTS }, (_, no) => named(no));
const scan = budgetDocument('scan', {
  diagnostics: [warning('page-has-no-text', null), warning('document-has-no-text', null), warning('amounts-unread', 1)],
});
const gone = named(999);

const folder = scratchFolder();
let reader: ArchiveReader;
beforeAll(async () => {
  const all = [...documents, scan];
  await runOnce(folder.path, {
    documents: [...all, gone],
    sightings: [
      ...all.map((one) => sighting(one)),
      {
        ...sighting(gone),
        documentId: null,
        diagnostics: [{ ...warning('source-unreadable', null, 'error'), stage: 'extract' }],
      },
    ],
  });
  reader = await openReport(folder.path);
});
afterAll(folder.remove);

test('totals count current documents, what they hold and what was not read', async () => {
  expect(await reader.totals(CODES)).toEqual({
    loaded: 61,
    quarantined: 0,
    unreadable: 1,
    gone: 0,
    lines: 780,
    proven: 60,
    consistent: 0,
    suspect: 720,
    targets: 0,
    checks: 120,
    failedChecks: 60,
    withoutText: 1,
    withoutAnyText: 1,
    withoutConverter: 0,
    withoutLine: 61,
    unloaded: [
      { code: 'unit-missing', findings: 60 },
      { code: 'amounts-unread', findings: 1 },
    ],
  });
});

test('an excerpt has the first findings of the first documents, and counts of all', async () => {
  const { suspectLines, failedChecks, documents: listed } = await reader.excerpt();
  expect(listed).toMatchObject({ total: 61, shown: { length: 61, 0: { fileName: 'd000.txt', suspect: 12 } } });
  // the failing check, which is a warning too, is counted once
  expect(listed.shown[0]).toMatchObject({ failedChecks: 1, warnings: 8, errors: 1 });
  expect(suspectLines).toMatchObject({ findings: 720, owners: 60, groups: { length: 50 } });
  expect(suspectLines.groups.map(({ fileName }) => fileName)).toEqual(
    documents.slice(0, 50).map(({ raw }) => raw.fileName),
  );
  expect(suspectLines.groups[49]).toMatchObject({ publisher: '某市某局', fiscalYear: 2024, entries: 12 });
  expect(suspectLines.groups[49]?.shown.map(({ lineNo }) => lineNo)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(failedChecks).toMatchObject({ findings: 60, owners: 60, groups: { length: 50, 0: { entries: 1 } } });
});

test('a failing check has its name, its lines and cells, and the line that would have to change', async () => {
  const { failedChecks } = await reader.excerpt();
  const id = documentIdOf('d000');
  expect(failedChecks.groups[0]?.shown[0]).toMatchObject({
    checkId: 'rule@1',
    page: null,
    lines: 2,
    lineIds: [`${id}:2`, `${id}:12`],
    cellRefs: ['t.1 r.0 c.2'],
    correction: {
      lineId: `${id}:12`,
      location: 't.1 r.12 c.1',
      label: '第12行',
      amount: '1.00',
      correctionAmount: '1400000.00',
    },
  });
});

test('diagnostics of one code stand together, with their first different places; failing checks are told elsewhere', async () => {
  const { diagnostics } = await reader.excerpt();
  expect(diagnostics).toMatchObject({ findings: 60 * 9 + 4, owners: 62 });
  expect(diagnostics.groups[0]).toMatchObject({ documentId: documentIdOf('d000'), entries: 2 });
  expect(diagnostics.groups[0]?.shown).toEqual([
    {
      severity: 'error',
      code: 'unit-missing',
      message: 'unit-missing at 3',
      findings: 1,
      places: ['t.1 r.3'],
      placeCount: 1,
    },
    {
      severity: 'warning',
      code: 'odd',
      message: 'odd at 0',
      findings: 8,
      places: ['t.1 r.0', 't.1 r.1', 't.1 r.2', 't.1 r.3', 't.1 r.4'],
      placeCount: 7,
    },
  ]);
});

test('gaps that differ in their statement are one entry', async () => {
  const { gaps } = await reader.excerpt();
  expect(gaps.groups[0]?.shown).toContainEqual({
    gap: 'statement_missing',
    tableKinds: ['procurement', 'three_public'],
    detail: null,
  });
  expect(gaps.groups[0]?.entries).toBe(gaps.groups[0]?.shown.length);
});

test('the whole report has every finding', async () => {
  reader.close();
  const report = await readArchiveReport(folder.path);
  expect(report.suspectLines).toHaveLength(720);
  expect(report.diagnostics).toHaveLength(60 * 10 + 4);
  expect(report.diagnostics.at(-1)).toMatchObject({ fileName: 'scan.txt' });
});
