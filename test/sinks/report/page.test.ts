/** What the report page tells, and how its file is kept. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BudgetDocument } from '../../../transforms/types.js';
import { openArchive } from '../../../sinks/index.js';
import type { PageContext, QuarantinedDocument } from '../../../sinks/index.js';
import type { PageData } from '../../../sinks/report/page/types.js';
import {
  budgetDocument,
  budgetLine,
  budgetTable,
  cellPlace,
  check,
  documentFacts,
  documentIdOf,
  prosePlace,
  rawDocument,
} from '../../builders/budget-document.js';
import { query, runOnce, scratchFolder, sighting } from '../archive-folder.js';
import { fillArchive, HOSTILE } from './crowd.js';

const CONTEXT: PageContext = {
  rules: {
    'code-tree': {
      name: ['上下级', 'Codes'],
      zh: '上级等于下级之和',
      en: 'A code is the sum of those under it.',
      source: 'law',
    },
  },
  withoutText: ['page-has-no-text'],
  withoutConverter: ['converter-missing'],
  withoutLine: ['unit-missing'],
};

let scratch: ReturnType<typeof scratchFolder>;
let out: string;
let page: string;

beforeEach(() => {
  scratch = scratchFolder();
  out = scratch.path;
  page = join(out, 'report.html');
});
afterEach(() => {
  scratch.remove();
});

async function writePage(context = CONTEXT): Promise<void> {
  const archive = await openArchive(out, { pipelineVersion: '1' });
  try {
    await archive.writePage(context);
  } finally {
    await archive.close();
  }
}

function elementOf(pattern: RegExp): string {
  return pattern.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
}

/** The data as the page's script finds it. */
function readData(): PageData {
  const json = elementOf(/<script type="application\/json" id="data">([^<]*)<\/script>/);
  return JSON.parse(json) as PageData;
}

/** A table whose first figure is not the sum of the two below it; its third is known by a guess; a share in a sentence is wrong. */
function document(content: string): BudgetDocument {
  const table = budgetTable(1, 'general_public_expenditure', [
    ['科目编码', '科目名称', '合计', '其他'],
    ['201', '一般公共服务支出', '50', '1'],
    ['20103', '政府办公厅', '30', '2'],
    ['20104', '发展改革', '10', '3'],
  ]);
  const suspect = { confidence: 'suspect', tableKind: 'general_public_expenditure' } as const;
  return budgetDocument(content, {
    raw: rawDocument(content, { fileName: `${content}.txt`, tables: [table.raw] }),
    facts: documentFacts({ publisher: content }),
    tables: [table],
    lines: [
      budgetLine(1, 5000n, { ...suspect, place: cellPlace(1, 1, 2), amountText: '50' }),
      budgetLine(2, 3000n, { ...suspect, place: cellPlace(1, 2, 2), amountText: '30' }),
      budgetLine(3, 1000n, { ...suspect, place: cellPlace(1, 3, 2), amountText: '10' }),
      budgetLine(4, 700n, { ...suspect, place: prosePlace(1, '支出7元，占 20%'), amountText: '7' }),
      budgetLine(5, 300n, { ...suspect, place: cellPlace(1, 3, 3), ambiguous: true, amountText: '3' }),
      budgetLine(6, 200n, { confidence: 'proven', place: cellPlace(1, 2, 3) }),
    ],
    checks: [
      check(1, {
        rule: 'code-tree',
        subject: 't.1 c.2 201 = 20103 + 20104',
        expected: 40_000_000n,
        actual: 50_000_000n,
        tolerance: 1_000_000n,
        status: 'fail',
        lineNos: [1, 2, 3],
        correction: { lineNo: 1, amount: 4000n },
      }),
      check(2, {
        rule: 'share',
        expected: 19_000_000n,
        actual: 20_000_000n,
        unit: 'percent',
        status: 'fail',
        lineNos: [4],
      }),
      check(3, { rule: 'share', lineNos: [6] }),
    ],
  });
}

const quarantined: QuarantinedDocument = {
  documentId: documentIdOf('broken'),
  sourceUri: 'file:///in/broken.pdf',
  fileName: 'broken.pdf',
  byteSize: 1,
  mediaType: null,
  charset: null,
  diagnostics: [
    { stage: 'extract', severity: 'error', code: 'pdf-truncated', message: 'it ends too soon', origin: {} },
  ],
};

async function load(...documents: readonly BudgetDocument[]): Promise<void> {
  await runOnce(out, {
    documents,
    quarantined: [quarantined],
    sightings: [
      ...documents.map((each) => sighting(each)),
      { ...sighting(document('')), ...quarantined, seenAt: new Date(0), diagnostics: [] },
    ],
  });
}

it('lists what is printed and made no line, errors first; no amount is listed under two reasons', async () => {
  const one = document('甲局');
  const finding = { stage: 'transform', severity: 'error', code: 'unit-missing', message: '3 amounts' } as const;
  const warning = {
    ...finding,
    severity: 'warning',
    code: 'column-unknown',
    origin: { tableNo: 1, row: 3, col: 3 },
  } as const;
  await load({ ...one, diagnostics: [warning, { ...finding, origin: { tableNo: 1, row: 1, page: 2 } }] });
  await writePage();
  const data = readData();
  expect(data.unloaded).toMatchObject({
    total: 1,
    entries: [{ code: 'unit-missing', severity: 'error', message: '3 amounts', location: 'p.2 t.1 r.1', page: 2 }],
  });
  expect(data.documents[data.unloaded.entries[0]?.document ?? -1]).toMatchObject({ publisher: '甲局' });
  expect(data.suspects).toMatchObject([{ reason: 'warning', code: 'column-unknown', lines: 1 }]);
});

it('tells the totals, the failing checks with what they use, the suspect lines and the quarantined sources', async () => {
  await load(document('甲局'));
  await writePage();
  const data = readData();
  expect(data.totals).toMatchObject({
    loaded: 1,
    quarantined: 1,
    unreadable: 0,
    lines: { proven: 1, consistent: 0, suspect: 5 },
    checks: { pass: 1, pass_within_rounding: 0, fail: 2, not_applicable: 0 },
  });
  expect(data.rules).toMatchObject([
    { rule: 'code-tree', fail: 1, documents: 1, meaning: { zh: '上级等于下级之和' } },
    { rule: 'share', pass: 1, fail: 1, meaning: null },
  ]);
  expect(data.publishers).toMatchObject({ total: 1, entries: [{ publisher: '甲局', failed: 2, suspect: 5 }] });
  const [tree, share] = data.checks.entries;
  expect(tree).toMatchObject({
    rule: 'code-tree',
    expected: '40.000000',
    actual: '50.000000',
    difference: '10.000000',
    lines: 3,
    tableKinds: ['general_public_expenditure'],
    correction: { label: '第1行', printed: '50 元', amount: '40.00', tableNo: 1, row: 1, col: 2, blockNo: null },
  });
  expect(tree?.evidence).toMatchObject({ sentences: [], tables: [{ tableNo: 1, columns: [0, 1, 2], moreRows: 0 }] });
  expect(tree?.evidence?.tables[0]?.rows.map(({ cells }) => cells.map(({ text, mark }) => [text, mark]))).toEqual([
    [
      ['科目编码', null],
      ['科目名称', null],
      ['合计', null],
    ],
    [
      ['201', null],
      ['一般公共服务支出', null],
      ['50', 'whole'],
    ],
    [
      ['20103', null],
      ['政府办公厅', null],
      ['30', 'part'],
    ],
    [
      ['20104', null],
      ['发展改革', null],
      ['10', 'part'],
    ],
  ]);
  expect(share?.correction).toBeNull();
  expect(share?.evidence).toMatchObject({
    tables: [],
    sentences: [
      {
        blockNo: 1,
        text: '支出7元，占 20%',
        figures: [
          { text: '7', at: 2, mark: 'part' },
          { text: '20%', at: 7, mark: 'whole' },
        ],
      },
    ],
  });
  expect(data.suspects).toMatchObject([
    { reason: 'ambiguous_reading', code: null, lines: 1, documents: 1, examples: [{ lineNo: 5, row: 3, col: 3 }] },
  ]);
  expect(data.suspectLines.total).toBe(1);
  expect(data.quarantined).toMatchObject({
    total: 1,
    entries: [{ fileName: 'broken.pdf', code: 'pdf-truncated', message: 'it ends too soon', path: '/in/broken.pdf' }],
  });
  expect(data.listed.entries.map((at) => data.documents[at]?.fileName)).toEqual(['甲局.txt']);
});

it('names the heading for which a reading is ambiguous', async () => {
  const message = 'the heading "其他" is not known';
  const origin = { tableNo: 1, col: 3 };
  await load({
    ...document('甲局'),
    diagnostics: [{ stage: 'transform', severity: 'warning', code: 'column-unknown', message, origin }],
  });
  await writePage();
  expect(readData().suspects).toMatchObject([
    { reason: 'ambiguous_reading', code: 'column-unknown', lines: 1, examples: [{ lineNo: 5, message }] },
  ]);
});

it('tells warnings and errors by code, errors first, failing checks apart', async () => {
  const warning = { stage: 'transform', severity: 'warning', code: 'text-guessed', message: '637 characters' } as const;
  const noted = [
    { ...warning, origin: { page: 3 } },
    { ...warning, message: '2 characters', origin: { page: 4 } },
    { ...warning, code: 'check-failed', origin: {} },
    { ...warning, severity: 'info', code: 'noted', origin: {} },
  ] as const;
  await load({ ...document('甲局'), diagnostics: noted }, { ...document('乙局'), diagnostics: noted.slice(1, 2) });
  await writePage();
  const { findings, documents } = readData();
  expect(findings.total).toBe(4);
  expect(findings.entries).toMatchObject([
    { severity: 'error', code: 'pdf-truncated', findings: 1, documents: 1 },
    { severity: 'warning', code: 'text-guessed', findings: 3, documents: 2 },
  ]);
  expect(
    findings.entries[1]?.examples.map(({ document: at, message, location }) => [
      documents[at ?? -1]?.publisher,
      message,
      location,
    ]),
  ).toEqual([
    ['乙局', '2 characters', 'p.4'],
    ['甲局', '637 characters', 'p.3'],
  ]);
});

it('tells what is missing: statements by kind, and what rows by function do not cover', async () => {
  const one = document('甲局');
  const missing = { tableKind: 'three_public', state: 'missing', tableNo: null, sourceText: null } as const;
  await load({ ...one, statements: [missing, { ...missing, tableKind: 'procurement', state: 'filled' }] });
  await writePage();
  const { gaps, documents } = readData();
  const [statement] = gaps.entries.filter(({ tableKind }) => tableKind !== null);
  expect(statement).toMatchObject({ gap: 'statement_missing', tableKind: 'three_public', documents: 1, expected: 1 });
  expect(documents[statement?.examples[0]?.document ?? -1]?.publisher).toBe('甲局');
  expect(gaps.entries.some(({ gap }) => gap === 'document_quarantined')).toBe(false);
});

it('leaves no table of its own in the archive', async () => {
  await load(document('甲局'));
  const names = 'SELECT table_name FROM duckdb_tables() ORDER BY ALL';
  const before = await query(out, names);
  await writePage();
  expect(await query(out, names)).toEqual(before);
});

it('is not written again while nothing has changed, and is once something has', async () => {
  await load(document('甲局'));
  await writePage();
  const written = statSync(page).ino;
  await writePage();
  expect(statSync(page).ino).toBe(written);
  await runOnce(out, { documents: [document('乙局')], sightings: [sighting(document('乙局'))] }, 5);
  await writePage();
  expect(statSync(page).ino).not.toBe(written);
  expect(readData().totals.loaded).toBe(2);
  writeFileSync(page, 'not a page of ours');
  await writePage();
  expect(readData().totals.loaded).toBe(2);
});

it('clears away what a killed run left, and leaves nothing itself where it fails', async () => {
  await load(document('甲局'));
  writeFileSync(`${page}.12345.new`, 'half a pa');
  mkdirSync(join(page, 'in the way'), { recursive: true });
  await expect(writePage()).rejects.toThrow(/^the report page could not be written/);
  expect(readdirSync(out).filter((name) => name.startsWith('report'))).toEqual(['report.html']);
  rmSync(page, { recursive: true });
  await writePage();
  expect(readdirSync(out).filter((name) => name.startsWith('report'))).toEqual(['report.html']);
});

it('is one file that loads nothing and runs no text of a document', async () => {
  await load(document(`局${HOSTILE}`));
  await writePage();
  const html = readFileSync(page, 'utf8');
  expect(html).toContain(`default-src 'none'`);
  expect(html.match(/<script|<\/script/g)).toHaveLength(4);
  expect(html).not.toMatch(/<(?:img|iframe|link|script [^>]*src)|@import|url\(/);
  expect(html).not.toMatch(/[\u2028\u2029\u202e]/);
  expect(readData().documents[0]?.publisher).toBe(`局</script><img src=x onerror="document.title='run'">'"&\u2028 `);
  expect(() => new Script(elementOf(/<script>([^]*)<\/script>/))).not.toThrow();
});

it('stays below 5 MB where everything is too much', async () => {
  await fillArchive(out, { documents: 1000, lines: 40, nameLength: 300 });
  await writePage();
  expect(statSync(page).size).toBeLessThan(5_000_000);
  const data = readData();
  expect(data.checks.total).toBe(2000);
  expect(data.checks.entries.length).toBeGreaterThan(500);
  expect(data.checks.entries.filter(({ evidence }) => evidence !== null)).toHaveLength(200);
  expect(data.between).toMatchObject({ total: 1000 });
  expect(data.between.entries.length).toBeGreaterThan(100);
  expect(data.between.entries[0]).toMatchObject({ rule: 'last-year', expected: '10.000000', difference: '1.000000' });
  expect(data.publishers).toMatchObject({ total: 990, entries: { length: 200 } });
  expect(data.suspects[0]).toMatchObject({ reason: 'ambiguous_reading', lines: 2000, examples: { length: 20 } });
  expect(data.listed).toMatchObject({ total: 990 });
  expect(data.quarantined).toMatchObject({ total: 11, entries: { length: 11 } });
  expect(data.findings).toMatchObject({
    total: 10,
    entries: [{ code: 'not-text', documents: 10, examples: { length: 10 } }],
  });
  expect(data.gaps.total).toBe(500);
});
