/** What `check` prints of a report. */
import { expect, it } from 'vitest';
import { measure, renderReport, renderTotals } from '../../pipelines/cli/report.js';
import { reportJson } from '../../pipelines/cli/report-json.js';
import type {
  ArchiveTotals,
  DiagnosticGroup,
  DocumentReport,
  Excerpt,
  FailedCheck,
  GapGroup,
  ReportExcerpt,
} from '../../sinks/index.js';

const totals: ArchiveTotals = {
  loaded: 1,
  quarantined: 0,
  unreadable: 0,
  gone: 0,
  lines: 200,
  proven: 100,
  consistent: 60,
  suspect: 40,
  targets: 0,
  checks: 3,
  failedChecks: 1,
  withoutText: 0,
  withoutAnyText: 0,
  withoutConverter: 0,
  withoutLine: 0,
  unloaded: [],
};
const document: DocumentReport = {
  documentId: 'abcdef0123',
  fileName: 'a\nb.txt',
  publisher: '某局',
  fiscalYear: 2024,
  reportKind: 'other',
  status: 'loaded',
  lines: 200,
  proven: 100,
  consistent: 60,
  suspect: 40,
  targets: 0,
  checks: 3,
  failedChecks: 1,
  warnings: 3,
  errors: 0,
};
const owner = { documentId: document.documentId, fileName: document.fileName };
const failed: FailedCheck = {
  ...owner,
  checkNo: 1,
  checkId: 'sum:t1.r2.c3',
  rule: 'sum',
  subject: 'a = b',
  expected: '2.500000',
  actual: '3.000000',
  difference: '0.500000',
  tolerance: '0.000000',
  unit: 'yuan',
  page: null,
  lines: 0,
  lineIds: [],
  cellRefs: [],
  correction: null,
};
const corrected: FailedCheck = {
  ...failed,
  lines: 1,
  lineIds: ['abcdef0123:7'],
  correction: {
    lineId: 'abcdef0123:7',
    location: 't.1 r.11 c.6',
    label: '合\n计',
    amount: '900.00',
    correctionAmount: '1400000.00',
  },
};
const warning: DiagnosticGroup = {
  severity: 'warning',
  code: 'odd',
  message: 'm',
  findings: 2,
  places: ['b.1', 'b.2'],
  placeCount: 2,
};

const none = { findings: 0, owners: 0, groups: [] };
/** Findings of the one document, of which `shown` come first. */
function excerptOf<T>(shown: readonly T[], entries = shown.length, findings = entries): Excerpt<T> {
  const { publisher, fiscalYear } = document;
  return { findings, owners: 1, groups: [{ ...owner, publisher, fiscalYear, entries, shown }] };
}
const nothing: ReportExcerpt = {
  documents: { total: 1, shown: [document] },
  failedChecks: none,
  suspectLines: none,
  diagnostics: none,
  gaps: none,
};

it('tells of amounts that made no line, and that quarantine alone does not make check fail', () => {
  const unloaded = [
    { code: 'unit-missing', findings: 2 },
    { code: 'amounts-unread', findings: 1 },
  ];
  const text = renderReport({ ...totals, quarantined: 1, withoutLine: 1, unloaded }, nothing);
  expect(text).toContain('  amounts that made no line, in 1 documents: unit-missing 2, amounts-unread 1\n');
  expect(text).toContain('--fail-on quarantined:0 does (exit code 3)');
  expect(renderReport(totals, nothing)).not.toMatch(/made no line|quarantined:0|unreadable/);
});

it('tells documents that are quarantined and sources that can not be read apart; a limit counts both', () => {
  const refused = { ...totals, quarantined: 1, unreadable: 2 };
  const text = renderReport(refused, nothing);
  expect(text).toMatch(/^documents: 1 loaded, 1 quarantined\nsources unreadable: 2\n/);
  expect(measure(refused).quarantined).toBe(3);
  expect(renderReport({ ...totals, unreadable: 2 }, nothing)).toContain('--fail-on quarantined:0 does (exit code 3)');
});

it('groups by document, explains its words and says how much more there is', () => {
  const suspect = (lineNo: number) => ({
    ...owner,
    lineNo,
    location: 't.1 r.2 c.3',
    label: '合计',
    amount: '1.00',
    reasons: ['ambiguous_reading', 'warning x'],
  });
  const gaps: GapGroup[] = [
    { gap: 'statement_missing', tableKinds: ['x', 'y'], detail: null },
    { gap: 'coverage_partial', tableKinds: [], detail: 'd' },
  ];
  const ten = Array.from({ length: 10 }, (_, at) => suspect(at + 1));
  const text = renderReport(totals, {
    documents: { total: 3, shown: [document] },
    failedChecks: excerptOf([failed, corrected]),
    suspectLines: { ...excerptOf(ten, 40), findings: 47, owners: 3 },
    diagnostics: excerptOf([warning, { ...warning, places: ['b.1'], placeCount: 3 }], 2, 5),
    gaps: excerptOf(gaps, 2, 3),
  });
  const name = 'abcdef01 某局 2024 (a b.txt)';
  const table = `budget_lines JOIN line_doubts USING (document_id, line_no) WHERE confidence = 'suspect'`;
  expect(text.split('\n').slice(4)).toEqual([
    '',
    'Documents',
    `  ${name}: lines: 200, 50.0 % proven, 40 suspect; failing checks: 1, errors: 0, warnings: 3`,
    '  … and 2 more: FROM documents',
    '',
    'Places: p. page, t. table, b. block of text, l. line of text, counted from 1; r. row and c. column of the table, counted from 0',
    '',
    'Failing checks (2); expected: what the parts give, actual: what is printed',
    `  ${name}`,
    '    sum: a = b; expected 2.50, actual 3.00 (difference 0.50 yuan); it binds no line, so none is suspect for it',
    '    sum: a = b; expected 2.50, actual 3.00 (difference 0.50 yuan); 合 计 t.1 r.11 c.6 would have to be 1,400,000.00, not 900.00 yuan',
    '',
    'Suspect lines (47): look before use',
    `  ${name}`,
    ...Array.from(
      { length: 10 },
      (_, at) => `    line ${at + 1}, t.1 r.2 c.3, 合计 1.00: ambiguous_reading, warning x`,
    ),
    `    … and 30 more: FROM ${table} AND document_id = 'abcdef0123'`,
    `  … and 2 more documents: FROM ${table}`,
    '',
    'Warnings and errors (5)',
    `  ${name}`,
    '    warning odd (2 times): m [b.1; b.2]',
    '    warning odd (2 times): m [b.1; 2 more]',
    '',
    'Gaps (3)',
    `  ${name}`,
    '    statement_missing: x, y',
    '    coverage_partial: d',
    '',
  ]);
});

it('says the reason of a quarantine once', () => {
  const gaps: GapGroup[] = [
    { gap: 'document_quarantined', tableKinds: [], detail: 'why' },
    { gap: 'source_unreadable', tableKinds: [], detail: 'file:///x' },
  ];
  const text = renderReport(totals, { ...nothing, gaps: excerptOf(gaps) });
  expect(text).toMatch(/ {4}document_quarantined\n {4}source_unreadable: file:\/\/\/x\n$/);
});

it('shows what there is and no empty sections', () => {
  expect(renderReport(totals, nothing)).not.toMatch(/Failing|Suspect|Warnings|Gaps|more/);
});

it('tells how many documents have pages that nobody read, or lacked their converter', () => {
  const gaps = { ...totals, withoutText: 2, withoutAnyText: 1, withoutConverter: 2 };
  expect(renderTotals(gaps)).toContain('2 with pages without text (scans?), which are not read; 1 has no text at all');
  expect(renderTotals(gaps)).toContain('2 of an old Word format read without a converter');
  expect(measure(gaps)).toMatchObject({ 'without-text': 2, 'without-converter': 2, suspect: 40, 'failed-checks': 1 });
  expect(renderTotals(totals)).not.toMatch(/without text|converter/);
});

it('is one JSON object, as if it had been written at once', async () => {
  const report = {
    documents: [document, document],
    failedChecks: [corrected],
    suspectLines: [],
    diagnostics: [],
    gaps: [],
  };
  const pieces: string[] = [];
  const streamed = {
    documents: each(report.documents),
    failedChecks: each(report.failedChecks),
    suspectLines: each([]),
    diagnostics: each([]),
    gaps: each([]),
  };
  for await (const piece of reportJson(totals, streamed)) pieces.push(piece);
  expect(pieces.join('')).toBe(`${JSON.stringify({ summary: totals, ...report }, null, 2)}\n`);
});

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* items;
}
