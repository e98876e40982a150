import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../sinks/index.js';
import type { CodeEntry, CrosswalkEntry } from '../../transforms/codebook/types.js';
import type { BudgetDocument, BudgetLine } from '../../transforms/types.js';
import {
  budgetDocument,
  budgetLine,
  cellPlace,
  documentFacts,
  lineCode,
  performanceTarget,
  prosePlace,
} from '../builders/budget-document.js';
import { at, batchOf, query, scratchFolder, sighting } from './archive-folder.js';

const yuan = (amount: number): bigint => BigInt(amount) * 100n;

/** Numbers the lines of a document in the order given. */
function numbered(lines: readonly BudgetLine[]): readonly BudgetLine[] {
  return lines.map((line, index) => ({ ...line, lineNo: index + 1 }));
}

function functionLine(
  table: number,
  row: number,
  col: number,
  code: string,
  amount: number,
  fields: Partial<BudgetLine> = {},
): BudgetLine {
  return budgetLine(1, yuan(amount), {
    place: cellPlace(table, row, col),
    codes: [lineCode('function', code)],
    ...fields,
  });
}

const total = { lineRole: 'total', totalKind: 'current', isLeaf: false, codes: [] } as const;
const generalPublic = { tableKind: 'general_public_expenditure', fundSource: 'general_public' } as const;

/** 支出总表 by 项 with 合计 = 基本 + 项目, 一般公共预算支出表 of a part, and a sentence that repeats one of them. */
const department = budgetDocument('department', {
  lines: numbered([
    functionLine(1, 1, 1, '', 100, total),
    functionLine(1, 2, 1, '201', 90, { isLeaf: false }),
    functionLine(1, 3, 1, '2010301', 90),
    functionLine(1, 4, 1, '2120501', 10),
    functionLine(1, 3, 2, '2010301', 60, { spendingType: 'basic' }),
    functionLine(1, 3, 3, '2010301', 30, { spendingType: 'project' }),
    functionLine(1, 3, 4, '2010301', 80, { budgetStage: 'prior_year', fiscalYear: 2023 }),
    functionLine(2, 3, 1, '2010301', 85, generalPublic),
    functionLine(2, 3, 2, '2010301', 55, { ...generalPublic, spendingType: 'basic' }),
    functionLine(3, 1, 1, '201', 90, { tableKind: 'revenue_expenditure_summary' }),
    functionLine(1, 1, 1, '2010301', 85, { ...generalPublic, place: prosePlace(1, '…85元。'), isPreferred: false }),
  ]),
  targets: [performanceTarget(1)],
  statements: [
    { tableKind: 'three_public', state: 'missing', tableNo: null, sourceText: null },
    { tableKind: 'gov_fund_expenditure', state: 'filled', tableNo: 4, sourceText: null },
  ],
});

/** Prose only: 类 of all fiscal money, 项 of the general public budget, which is all of it. */
const narrative = budgetDocument('narrative', {
  facts: documentFacts({ publisher: '另一局' }),
  lines: numbered([
    functionLine(1, 1, 1, '201', 40, {
      place: prosePlace(1, 'a'),
      tableKind: 'fiscal_appropriation_summary',
      fundSource: 'fiscal_appropriation',
    }),
    functionLine(1, 1, 1, '2010101', 25, { place: prosePlace(2, 'b'), ...generalPublic }),
    functionLine(1, 1, 1, '2010102', 15, { place: prosePlace(3, 'c'), ...generalPublic }),
    budgetLine(1, yuan(40), {
      place: prosePlace(4, 'd'),
      tableKind: 'revenue_summary',
      flow: 'revenue',
      spendingType: null,
      lineRole: 'total',
      totalKind: 'current',
    }),
    budgetLine(1, yuan(40), {
      place: prosePlace(4, 'd'),
      tableKind: 'revenue_summary',
      flow: 'revenue',
      spendingType: null,
      fundSource: 'general_public',
    }),
  ]),
});

const basic = {
  tableKind: 'general_public_basic_dept_economic',
  fundSource: 'general_public',
  spendingType: 'basic',
} as const;
const gov = { ...basic, tableKind: 'general_public_basic_gov_economic' } as const;
const revenue = { flow: 'revenue', spendingType: null } as const;

/** Economic classes twice over, revenue by column, 三公, procurement, an empty government fund. */
const statements = budgetDocument('statements', {
  facts: documentFacts({ fiscalYear: 2023 }),
  lines: numbered([
    budgetLine(1, yuan(70), { ...basic, place: cellPlace(1, 1, 1), codes: [lineCode('dept_economic', '30101')] }),
    budgetLine(1, yuan(70), {
      ...basic,
      place: cellPlace(1, 1, 2),
      spendingType: 'personnel',
      codes: [lineCode('dept_economic', '30101')],
    }),
    budgetLine(1, yuan(30), {
      ...basic,
      place: cellPlace(1, 2, 1),
      codes: [lineCode('dept_economic', null, { namePrinted: '其他' })],
    }),
    budgetLine(1, yuan(100), { ...gov, place: cellPlace(2, 1, 1), codes: [lineCode('gov_economic', '50101')] }),
    budgetLine(1, yuan(100), { ...revenue, place: cellPlace(3, 1, 1), tableKind: 'revenue_summary', ...total }),
    budgetLine(1, yuan(80), {
      ...revenue,
      place: cellPlace(3, 1, 2),
      tableKind: 'revenue_summary',
      ...total,
      fundSource: 'general_public',
    }),
    budgetLine(1, yuan(20), {
      ...revenue,
      place: cellPlace(3, 1, 3),
      tableKind: 'revenue_summary',
      ...total,
      fundSource: 'carryover',
    }),
    budgetLine(1, yuan(100), {
      ...revenue,
      place: cellPlace(3, 2, 1),
      tableKind: 'revenue_summary',
      codes: [lineCode('function', '201')],
    }),
    budgetLine(1, yuan(5), {
      place: cellPlace(4, 1, 1),
      tableKind: 'three_public',
      threePublicItem: 'total',
      ...total,
    }),
    budgetLine(1, yuan(5), {
      place: cellPlace(4, 1, 2),
      tableKind: 'three_public',
      threePublicItem: 'total',
      ...total,
      fundSource: 'general_public',
    }),
    budgetLine(1, yuan(5), { place: cellPlace(4, 2, 1), tableKind: 'three_public', threePublicItem: 'vehicle' }),
    budgetLine(1, yuan(5), {
      place: cellPlace(4, 3, 1),
      tableKind: 'three_public',
      threePublicItem: 'vehicle_operation',
      lineRole: 'memo',
    }),
    budgetLine(1, yuan(9), { place: prosePlace(5, '…9元'), tableKind: 'three_public', threePublicItem: 'vehicle' }),
    budgetLine(1, yuan(7), {
      place: cellPlace(5, 1, 1),
      tableKind: 'procurement',
      codes: [lineCode('procurement', 'A02', { namePrinted: '设备' })],
    }),
    budgetLine(1, yuan(7), {
      place: cellPlace(5, 1, 2),
      tableKind: 'procurement',
      fundSource: 'general_public',
      codes: [lineCode('procurement', 'A02')],
    }),
    budgetLine(1, yuan(7), {
      place: cellPlace(5, 1, 3),
      tableKind: 'procurement',
      fundSource: 'sme_reserved',
      codes: [lineCode('procurement', 'A02')],
    }),
    budgetLine(1, yuan(8), {
      place: cellPlace(5, 2, 1),
      tableKind: 'procurement',
      confidence: 'suspect',
      codes: [lineCode('procurement', 'A02')],
    }),
    budgetLine(1, 0n, {
      ...total,
      isLeaf: true,
      place: cellPlace(6, 1, 1),
      tableKind: 'gov_fund_expenditure',
      fundSource: 'gov_fund',
    }),
  ]),
});

const entry = (scheme: CodeEntry['scheme'], code: string, name: string, validTo: number | null = null): CodeEntry => ({
  scheme,
  edition: '',
  code,
  name,
  parentCode: null,
  level: 1,
  budget: null,
  validFrom: null,
  validTo,
  oldNames: [],
  evidence: 'observed',
  confidence: 'high',
  doubtfulYears: [],
  otherName: null,
  note: null,
});
const toCofog = (fromCode: string, toCode: string, isPrimary: boolean): CrosswalkEntry => ({
  fromScheme: 'function',
  fromCode,
  toScheme: 'cofog',
  toCode,
  relation: 'partial',
  isPrimary,
  source: 'test',
});

const folder = scratchFolder();
const load = async (documents: readonly BudgetDocument[]): Promise<void> => {
  const archive = await openArchive(folder.path, { pipelineVersion: '1' });
  await archive.startRun({ runId: 'run', startedAt: at(0), arguments: [] });
  await archive.writeCodes(
    [
      entry('function', '2010301', '行政运行'),
      entry('function', '2120501', '旧名', 2020),
      entry('function', '2120501', '新名'),
      entry('cofog', '01.1', 'Executive'),
    ],
    [toCofog('201', '01', true), toCofog('20103', '01.1', true), toCofog('20103', '04', false)],
  );
  await archive.writeBatch(
    batchOf({ documents, quarantined: [], sightings: documents.map((document) => sighting(document)) }),
  );
  await archive.close();
};
const of = (document: BudgetDocument): string => `WHERE document_id = '${document.raw.documentId}'`;

describe('views', () => {
  beforeAll(() => load([department, narrative, statements]));
  afterAll(folder.remove);

  test('expenditure_by_function takes the leaves of the widest column, once', async () => {
    expect(
      await query(
        folder.path,
        `SELECT function_code, function_name, fund_source, spending_type, amount, fiscal_year FROM expenditure_by_function ${of(department)} ORDER BY ALL`,
      ),
    ).toEqual([
      {
        function_code: '2010301',
        function_name: '行政运行',
        fund_source: 'all',
        spending_type: 'total',
        amount: '90.00',
        fiscal_year: 2024,
      },
      {
        function_code: '2120501',
        function_name: '新名',
        fund_source: 'all',
        spending_type: 'total',
        amount: '10.00',
        fiscal_year: 2024,
      },
    ]);
  });

  test('expenditure_by_function shows a finer part that is the whole instead of the coarse whole', async () => {
    expect(
      await query(
        folder.path,
        `SELECT function_code, amount, source_text FROM expenditure_by_function ${of(narrative)} ORDER BY ALL`,
      ),
    ).toEqual([
      { function_code: '2010101', amount: '25.00', source_text: 'b' },
      { function_code: '2010102', amount: '15.00', source_text: 'c' },
    ]);
  });

  test('expenditure_by_cofog uses the primary correspondence of the finest level, and keeps what has none', async () => {
    expect(
      await query(
        folder.path,
        `SELECT function_code, cofog_code, cofog_name, amount FROM expenditure_by_cofog ${of(department)} ORDER BY ALL`,
      ),
    ).toEqual([
      { function_code: '2010301', cofog_code: '01.1', cofog_name: 'Executive', amount: '90.00' },
      { function_code: '2120501', cofog_code: null, cofog_name: null, amount: '10.00' },
    ]);
  });

  test('basic_by_economic_class takes one of two classifications, unknown classes included', async () => {
    expect(
      await query(
        folder.path,
        'SELECT scheme, economic_code, spending_type, amount FROM basic_by_economic_class ORDER BY amount',
      ),
    ).toEqual([
      { scheme: 'dept_economic', economic_code: null, spending_type: 'basic', amount: '30.00' },
      { scheme: 'dept_economic', economic_code: '30101', spending_type: 'basic', amount: '70.00' },
    ]);
  });

  test('revenue_by_source shows the sources that add up, not their whole', async () => {
    expect(
      await query(folder.path, `SELECT fund_source, amount FROM revenue_by_source ${of(statements)} ORDER BY ALL`),
    ).toEqual([
      { fund_source: 'carryover', amount: '20.00' },
      { fund_source: 'general_public', amount: '80.00' },
    ]);
    expect(await query(folder.path, `SELECT fund_source, amount FROM revenue_by_source ${of(narrative)}`)).toEqual([
      { fund_source: 'general_public', amount: '40.00' },
    ]);
  });

  test('three_public_items has each item once, the table before the prose', async () => {
    expect(
      await query(
        folder.path,
        'SELECT three_public_item, parent_item, is_part_of_total, amount FROM three_public_items ORDER BY ALL',
      ),
    ).toEqual([
      { three_public_item: 'total', parent_item: null, is_part_of_total: false, amount: '5.00' },
      { three_public_item: 'vehicle', parent_item: 'total', is_part_of_total: true, amount: '5.00' },
      { three_public_item: 'vehicle_operation', parent_item: 'vehicle', is_part_of_total: false, amount: '5.00' },
    ]);
  });

  test('procurement_items has each row once, equal codes apart', async () => {
    expect(
      await query(
        folder.path,
        'SELECT procurement_code, procurement_name, fund_source, amount FROM procurement_items ORDER BY amount',
      ),
    ).toEqual([
      { procurement_code: 'A02', procurement_name: '设备', fund_source: 'all', amount: '7.00' },
      { procurement_code: 'A02', procurement_name: null, fund_source: 'all', amount: '8.00' },
    ]);
  });

  test('government_fund_expenditure shows a stated nothing', async () => {
    expect(await query(folder.path, 'SELECT function_code, amount FROM government_fund_expenditure')).toEqual([
      { function_code: null, amount: '0.00' },
    ]);
  });

  test('trusted_lines and suspect_lines part the preferred facts of this year', async () => {
    expect(await query(folder.path, 'SELECT amount FROM suspect_lines')).toEqual([{ amount: '8.00' }]);
    const [counts] = await query(
      folder.path,
      `SELECT (SELECT count(*) FROM trusted_lines)::INTEGER AS trusted,
        (SELECT count(*) FROM budget_lines WHERE is_preferred AND budget_stage <> 'prior_year' AND confidence <> 'suspect')::INTEGER AS wanted`,
    );
    expect(counts?.['trusted']).toBe(counts?.['wanted']);
  });

  test('performance_indicators and report_gaps name the publisher', async () => {
    expect(await query(folder.path, 'SELECT publisher, level3, target_value FROM performance_indicators')).toEqual([
      { publisher: '某市某局', level3: '次数', target_value: '4.000000' },
    ]);
    expect(await query(folder.path, 'SELECT publisher, gap, table_kind FROM report_gaps ORDER BY ALL')).toEqual([
      { publisher: '另一局', gap: 'coverage_unknown', table_kind: null },
      { publisher: '某市某局', gap: 'statement_missing', table_kind: 'three_public' },
    ]);
  });

  test('two primary correspondences of one code are refused: its money would count twice', async () => {
    const archive = await openArchive(folder.path, { pipelineVersion: '1' });
    await expect(archive.writeCodes([], [toCofog('201', '01', true), toCofog('201', '02', true)])).rejects.toThrow(
      'count twice',
    );
    await archive.close();
  });
});
