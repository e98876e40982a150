/** Views that say how far sums and lines may be trusted. */
import type { Json } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeEntry } from '../../transforms/codebook/types.js';
import { DOUBTFUL_SCORE } from '../../transforms/codes/index.js';
import { gradeLines } from '../../transforms/checks/index.js';
import type { Diagnostic } from '../../extractors/types.js';
import type { BudgetLine } from '../../transforms/types.js';
import { openArchive } from '../../sinks/index.js';
import { readArchiveReport } from '../builders/report.js';
import {
  budgetDocument,
  budgetLine,
  budgetTable,
  cellPlace,
  check,
  documentFacts,
  lineCode,
  prosePlace,
} from '../builders/budget-document.js';
import { at, batchOf, query, scratchFolder, sighting } from './archive-folder.js';

const yuan = (amount: number): bigint => BigInt(amount) * 100n;
const total = { lineRole: 'total', totalKind: 'current', isLeaf: false } as const;
const generalPublic = { tableKind: 'general_public_expenditure', fundSource: 'general_public' } as const;

function numbered(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  return lines.map((line, index) => ({ ...line, lineNo: index + 1 }));
}

/** 支出总表 with a unit's subtotal, 一般公共预算 with 人员 and 公用 (of 100 printed in all, 90 have a function), and prose that repeats it. */
const department = budgetDocument('department', {
  lines: numbered([
    budgetLine(1, yuan(100), { ...total, place: cellPlace(1, 1, 1) }),
    budgetLine(1, yuan(70), { ...total, place: cellPlace(1, 1, 2), spendingType: 'basic' }),
    budgetLine(1, yuan(30), { ...total, place: cellPlace(1, 1, 3), spendingType: 'project' }),
    budgetLine(1, yuan(60), { ...total, totalKind: 'subtotal', place: cellPlace(1, 2, 1), budgetUnitName: '本级' }),
    budgetLine(1, yuan(40), { ...total, totalKind: 'subtotal', place: cellPlace(1, 3, 1), budgetUnitName: '站' }),
    budgetLine(1, yuan(120), { ...total, totalKind: 'grand', place: cellPlace(1, 4, 1) }),
    budgetLine(1, yuan(50), { ...total, ...generalPublic, place: cellPlace(2, 1, 1), spendingType: 'personnel' }),
    budgetLine(1, yuan(10), { ...total, ...generalPublic, place: cellPlace(2, 1, 2), spendingType: 'public' }),
    budgetLine(1, yuan(90), {
      ...generalPublic,
      place: cellPlace(2, 2, 0),
      codes: [lineCode('function', '2010301')],
    }),
    budgetLine(1, yuan(50), {
      ...total,
      place: prosePlace(1, '人员经费50元'),
      fundSource: 'fiscal_appropriation',
      tableKind: 'expenditure_summary',
      spendingType: 'personnel',
    }),
    budgetLine(1, yuan(25), {
      ...total,
      place: prosePlace(2, '编报绩效目标的2024年度项目25元'),
      label: '编报绩效目标的2024年度项目',
      tableKind: 'project_expenditure',
      spendingType: 'operating',
    }),
    budgetLine(1, yuan(88), {
      ...total,
      place: cellPlace(1, 1, 4),
      budgetStage: 'prior_year',
      fiscalYear: 2023,
      spendingType: 'total',
    }),
  ]),
});

/** 支出总表 that holds a function of government funds among others; no own statement. */
const township = budgetDocument('township', {
  lines: numbered([
    budgetLine(1, yuan(30), { ...total, place: cellPlace(1, 1, 1) }),
    budgetLine(1, yuan(10), { place: cellPlace(1, 2, 1), codes: [lineCode('function', '2010301')] }),
    budgetLine(1, yuan(20), { place: cellPlace(1, 3, 1), codes: [lineCode('function', '2120804')] }),
    budgetLine(1, yuan(20), {
      place: cellPlace(1, 3, 2),
      spendingType: 'project',
      codes: [lineCode('function', '2120804')],
    }),
    budgetLine(1, 0n, {
      place: cellPlace(2, 1, 1),
      tableKind: 'fiscal_appropriation_summary',
      fundSource: 'gov_fund',
      codes: [lineCode('function', '201')],
    }),
  ]),
});

const doubted = budgetDocument('doubted', {
  lines: numbered([
    budgetLine(1, yuan(1), { confidence: 'suspect', ambiguous: true, checksFailed: 1 }),
    budgetLine(1, yuan(2), {
      confidence: 'suspect',
      isPreferred: false,
      place: cellPlace(1, 7, 1),
      codes: [lineCode('function', '201', { score: 0.4 })],
    }),
    budgetLine(1, yuan(3), { place: cellPlace(1, 9, 1) }),
  ]),
  checks: [
    check(1, { status: 'fail', expected: 2n, actual: 1n, lineNos: [1] }),
    check(2, { status: 'fail', expected: 2n, actual: 1n }),
  ],
  diagnostics: [
    { stage: 'transform', severity: 'warning', code: 'row-odd', message: 'a\nb', origin: { tableNo: 1, row: 7 } },
    {
      stage: 'transform',
      severity: 'warning',
      code: 'check-failed',
      message: 'c',
      origin: { tableNo: 1, row: 7, col: 1 },
    },
  ],
});

/** A table whose unit is inferred, with a column under a heading that nobody knows. */
const unnamed = budgetDocument('unnamed', {
  tables: [
    budgetTable(1, 'expenditure_summary', [
      ['科目', '合计', '调剂\n来款'],
      ['教育', '3.00', '4.00'],
    ]),
  ],
  lines: numbered(
    [1, 2].map((col) =>
      budgetLine(1, yuan(col), { confidence: 'suspect', ambiguous: true, place: cellPlace(1, 1, col) }),
    ),
  ),
  diagnostics: [
    { stage: 'transform', severity: 'warning', code: 'unit-inferred', message: 'a', origin: { tableNo: 1 } },
    { stage: 'transform', severity: 'info', code: 'told-besides', message: 'b', origin: { tableNo: 1 } },
    { stage: 'transform', severity: 'warning', code: 'column-unknown', message: 'c', origin: { tableNo: 1, col: 2 } },
  ],
});

/** Codes at the edge of doubt, graded as documents are. */
const graded = budgetDocument('graded', {
  lines: gradeLines(
    [DOUBTFUL_SCORE - 0.01, DOUBTFUL_SCORE].map((score, index) =>
      budgetLine(index + 1, yuan(4), {
        codes: [lineCode('function', '201', { score })],
        place: cellPlace(1, index, 1),
      }),
    ),
    [],
    [],
  ),
});

const unreadPage = (code: string, page?: number): Diagnostic => ({
  stage: 'extract',
  severity: 'warning',
  code,
  message: 'm',
  origin: page === undefined ? {} : { page },
});

/** Two pages of which nothing is read, and no money. */
const scanned = budgetDocument('scanned', {
  facts: documentFacts({ publisher: null }),
  lines: [
    budgetLine(1, 0n, total),
    budgetLine(2, 0n, { place: cellPlace(1, 2, 1), codes: [lineCode('function', '201')] }),
  ],
  diagnostics: [
    unreadPage('page-unreadable', 12),
    unreadPage('page-has-no-text', 3),
    unreadPage('text-from-ocr', 4),
    unreadPage('pages-left-out', 30),
  ],
});

const silent = budgetDocument('silent', {
  facts: documentFacts({ publisher: null, fiscalYear: null }),
  diagnostics: [unreadPage('page-has-no-text', 1), unreadPage('document-has-no-text')],
});

const entry = (code: string, budget: CodeEntry['budget']): CodeEntry => ({
  scheme: 'function',
  edition: '',
  code,
  name: `科目${code}`,
  parentCode: null,
  level: 3,
  budget,
  validFrom: null,
  validTo: null,
  oldNames: [],
  evidence: null,
  confidence: null,
  doubtfulYears: [],
  otherName: null,
  note: null,
});

const folder = scratchFolder();
beforeAll(async () => {
  const documents = [department, township, doubted, unnamed, graded, scanned, silent];
  const archive = await openArchive(folder.path, { pipelineVersion: '1' });
  await archive.startRun({ runId: 'run', startedAt: at(0), arguments: [] });
  await archive.writeCodes([entry('2010301', 'general'), entry('2120804', 'gov_fund')], []);
  await archive.writeBatch(batchOf({ documents, quarantined: [], sightings: documents.map((one) => sighting(one)) }));
  await archive.close();
});
afterAll(folder.remove);
/** A row's values, null as nothing. */
const textOf = (row: Record<string, Json>): string =>
  Object.values(row)
    .map((value) => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)))
    .join(' ');
const of = ({ raw }: typeof department): string => `WHERE document_id = '${raw.documentId}'`;

test('expenditure_by_type has each type of a document once, units and last year aside, with its share of the same money', async () => {
  const sql = `SELECT spending_type, fund_source, amount, whole_amount, share_percent, source_kind FROM expenditure_by_type ${of(department)} ORDER BY amount DESC`;
  const rows = (await query(folder.path, sql)).map((row) => textOf(row));
  expect(rows).toEqual([
    'total all 100.00   table',
    'basic all 70.00 100.00 70.0000 table',
    'personnel general_public 50.00 60.00 83.3333 table',
    'project all 30.00 100.00 30.0000 table',
    'public general_public 10.00 60.00 16.6667 table',
  ]);
});

test('expenditure_coverage compares the rows by function with the printed total; report_gaps tells of the rest', async () => {
  const sql = `SELECT row_count, covered_amount, printed_total, coverage_percent FROM expenditure_coverage ${of(department)}`;
  expect(await query(folder.path, sql)).toEqual([
    { row_count: 1, covered_amount: '90.00', printed_total: '100.00', coverage_percent: '90.0000' },
  ]);
  expect(
    await query(folder.path, `SELECT DISTINCT coverage_percent FROM expenditure_by_function ${of(township)}`),
  ).toEqual([{ coverage_percent: '100.0000' }]);
  expect(await query(folder.path, `SELECT gap, detail FROM report_gaps ${of(department)}`)).toEqual([
    { gap: 'coverage_partial', detail: 'budget 2024: 90.00 yuan by function of 100.00 printed (90.00 %)' },
  ]);
  expect(await query(folder.path, `SELECT gap FROM report_gaps ${of(township)}`)).toEqual([]);
});

test('a share of nothing is no share, and no gap', async () => {
  const sql = `SELECT covered_amount, printed_total, coverage_percent FROM expenditure_coverage ${of(scanned)}`;
  expect(await query(folder.path, sql)).toEqual([
    { covered_amount: '0.00', printed_total: '0.00', coverage_percent: null },
  ]);
  expect(await query(folder.path, `SELECT gap FROM report_gaps ${of(scanned)} AND gap LIKE 'coverage%'`)).toEqual([]);
});

test('report_gaps tells of pages of which nothing is read', async () => {
  expect(await query(folder.path, `SELECT gap, detail FROM report_gaps ${of(scanned)} ORDER BY ALL`)).toEqual([
    { gap: 'pages_unread', detail: 'p. 3, 12, 30 and all from p. 30 on' },
    { gap: 'publisher_unknown', detail: null },
  ]);
  expect(await query(folder.path, `SELECT gap, detail FROM report_gaps ${of(silent)}`)).toEqual([
    { gap: 'pages_unread', detail: 'no text at all' },
  ]);
});

test('government_fund_expenditure finds functions of government funds in other statements, once', async () => {
  const sql = `SELECT function_code, amount, spending_type FROM government_fund_expenditure`;
  expect(await query(folder.path, sql)).toEqual([
    { function_code: '2120804', amount: '20.00', spending_type: 'total' },
  ]);
});

test('line_doubts and suspect_lines say why a line is suspect', async () => {
  const sql = `SELECT line_no, reason, detail FROM line_doubts ${of(doubted)} ORDER BY ALL`;
  expect((await query(folder.path, sql)).map((row) => textOf(row))).toEqual([
    '1 ambiguous_reading ',
    '1 failing_check rule@1',
    '2 doubtful_code function 201',
    '2 warning row-odd',
  ]);
  expect(await query(folder.path, `SELECT line_no, reasons FROM suspect_lines ${of(doubted)}`)).toEqual([
    { line_no: 1, reasons: ['ambiguous_reading', 'failing_check rule@1'] },
  ]);
});

test('line_doubts and suspect_lines tell of an ambiguous reading what is said of its column, by heading, or of its table', async () => {
  const sql = `SELECT line_no, reason, detail FROM line_doubts ${of(unnamed)} ORDER BY ALL`;
  expect((await query(folder.path, sql)).map((row) => textOf(row))).toEqual([
    '1 ambiguous_reading unit-inferred',
    '2 ambiguous_reading column-unknown 调剂来款',
  ]);
  expect(await query(folder.path, `SELECT reasons FROM suspect_lines ${of(unnamed)} ORDER BY line_no`)).toEqual([
    { reasons: ['ambiguous_reading unit-inferred'] },
    { reasons: ['ambiguous_reading column-unknown 调剂来款'] },
  ]);
});

test('a code is doubtful for the same score for which its line is graded suspect', async () => {
  const rows = await query(folder.path, `SELECT line_no, reason FROM line_doubts ${of(graded)}`);
  expect(graded.lines.map(({ confidence }) => confidence)).toEqual(['suspect', 'consistent']);
  expect(rows).toEqual([{ line_no: 1, reason: 'doubtful_code' }]);
});

test('the report lists suspect lines with their reasons, failing checks that bind none, and warnings', async () => {
  const report = await readArchiveReport(folder.path);
  expect(report.suspectLines).toMatchObject([
    { lineNo: 1, location: 't.1 r.1 c.1', amount: '1.00', reasons: ['ambiguous_reading', 'failing_check rule@1'] },
    { lineNo: 2, location: 't.1 r.7 c.1', reasons: ['doubtful_code function 201', 'warning row-odd'] },
    { lineNo: 1, reasons: ['doubtful_code function 201'] },
    { lineNo: 1, reasons: ['ambiguous_reading unit-inferred'] },
    { lineNo: 2, reasons: ['ambiguous_reading column-unknown 调剂来款'] },
  ]);
  expect(report.failedChecks.map(({ lines }) => lines)).toEqual([1, 0]);
  const ofDoubted = report.diagnostics.filter(({ documentId }) => documentId === doubted.raw.documentId);
  expect(ofDoubted.map(({ code, location }) => `${code} ${String(location)}`)).toEqual([
    'check-failed t.1 r.7 c.1',
    'row-odd t.1 r.7',
  ]);
});
