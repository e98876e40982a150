/** What `check` prints of a report. */
import { expect, it } from 'vitest';
import { measure, renderReport, renderTotals } from '../../pipelines/cli/report.js';
import type { ArchiveReport, DocumentReport, FailedCheck, Gap } from '../../sinks/index.js';

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
  rule: 'sum',
  subject: 'a = b',
  expected: '2.500000',
  actual: '3.000000',
  difference: '0.500000',
  tolerance: '0.000000',
  unit: 'yuan',
  lines: 0,
};
const gap = (kind: string, tableKind: string | null, detail: string | null): Gap => ({
  ...owner,
  gap: kind,
  tableKind,
  detail,
});
const nothing: ArchiveReport = { documents: [document], failedChecks: [], suspectLines: [], diagnostics: [], gaps: [] };

it('tells of amounts that made no line, and that quarantine alone does not make check fail', () => {
  const lost = { ...owner, severity: 'error', code: 'unit-missing', location: 't.1', message: 'm' };
  const text = renderReport({
    ...nothing,
    documents: [document, { ...document, documentId: 'b', status: 'quarantined' }],
    diagnostics: [lost, lost, { ...lost, code: 'amounts-unread' }, { ...lost, code: 'odd' }],
  });
  expect(text).toContain('  amounts that made no line, in 1 documents: unit-missing 2, amounts-unread 1\n');
  expect(text).toContain('--fail-on quarantined:0 does (exit code 3)');
  expect(renderReport(nothing)).not.toMatch(/made no line|quarantined:0/);
});

it('groups by document, explains its words and bounds its lists', () => {
  const suspect = (lineNo: number) => ({
    ...owner,
    lineNo,
    location: 't.1 r.2 c.3',
    label: '合计',
    amount: '1.00',
    reasons: ['ambiguous_reading', 'warning x'],
  });
  const warning = (location: string) => ({ ...owner, severity: 'warning', code: 'odd', location, message: 'm' });
  const text = renderReport({
    ...nothing,
    failedChecks: [failed],
    suspectLines: Array.from({ length: 40 }, (_, at) => suspect(at + 1)),
    diagnostics: [warning('b.1'), warning('b.2'), { ...warning('b.3'), code: 'check-failed' }],
    gaps: [
      gap('statement_missing', 'x', null),
      gap('statement_missing', 'y', null),
      gap('coverage_partial', null, 'd'),
    ],
  });
  const name = 'abcdef01 某局 2024 (a b.txt)';
  expect(text.split('\n').slice(4)).toEqual([
    '',
    'Documents',
    `  ${name}: lines: 200, 50.0 % proven, 40 suspect; failing checks: 1, errors: 0, warnings: 3`,
    '',
    'Failing checks (1); expected: what the parts give, found: what is printed',
    `  ${name}`,
    '    sum: a = b; expected 2.50, found 3.00 (difference 0.50 yuan); it binds no line, so none is suspect for it',
    '',
    'Suspect lines (40): look before use',
    `  ${name}`,
    ...Array.from(
      { length: 10 },
      (_, at) => `    line ${at + 1}, t.1 r.2 c.3, 合计 1.00: ambiguous_reading, warning x`,
    ),
    `    … and 30 more: FROM budget_lines JOIN line_doubts USING (document_id, line_no) WHERE confidence = 'suspect' AND document_id = 'abcdef0123'`,
    '',
    'Warnings and errors (2)',
    `  ${name}`,
    '    warning odd (2 times): m [b.1; b.2]',
    '',
    'Gaps (3)',
    `  ${name}`,
    '    statement_missing: x, y',
    '    coverage_partial: d',
    '',
  ]);
});

it('says the reason of a quarantine once, and a place once', () => {
  const reason = { ...owner, severity: 'error', code: 'odd', location: 'p.1', message: 'why' };
  const text = renderReport({
    ...nothing,
    diagnostics: [reason, reason],
    gaps: [gap('document_quarantined', null, 'why'), gap('source_unreadable', null, 'file:///x')],
  });
  expect(text).toContain('    error odd (2 times): why [p.1]\n');
  expect(text).toMatch(/ {4}document_quarantined\n {4}source_unreadable: file:\/\/\/x\n$/);
});

it('shows what there is and no empty sections', () => {
  expect(renderReport(nothing)).not.toMatch(/Failing|Suspect|Warnings|Gaps/);
});

it('tells how many documents have pages that nobody read', () => {
  const scanned = (documentId: string, code: string) => ({
    documentId,
    fileName: `${documentId}.pdf`,
    severity: 'warning',
    code,
    location: null,
    message: 'm',
  });
  const report: ArchiveReport = {
    ...nothing,
    diagnostics: [
      scanned('a', 'page-has-no-text'),
      scanned('a', 'page-has-no-text'),
      scanned('b', 'page-has-no-text'),
      scanned('b', 'document-has-no-text'),
      scanned('c', 'other'),
    ],
  };
  expect(renderTotals(report)).toContain(
    '2 with pages without text (scans?), which are not read; 1 has no text at all',
  );
  expect(measure(report)).toMatchObject({ 'without-text': 2 });
  expect(renderTotals(nothing)).not.toContain('without text');
});

it('tells how many documents were read without a converter', () => {
  const read = (documentId: string, code: string) => {
    return { documentId, fileName: `${documentId}.doc`, severity: 'warning', code, location: null, message: 'm' };
  };
  const diagnostics = [read('a', 'converter-missing'), read('b', 'conversion-failed'), read('c', 'reading-kept')];
  const report: ArchiveReport = { ...nothing, diagnostics };
  expect(measure(report)).toMatchObject({ 'without-converter': 2 });
  expect(renderTotals(report)).toContain('2 of an old Word format read without a converter');
  expect(renderTotals(nothing)).not.toContain('converter');
});
