/** Small, complete values for tests: every field has a plain default, a test names only what it is about. */
import { createHash } from 'node:crypto';
import type { Grid, RawBlock, RawDocument, RawTable } from '../../extractors/types.js';
import type {
  BudgetDocument,
  BudgetLine,
  BudgetTable,
  Check,
  DocumentFacts,
  LineCode,
  LineScheme,
  PerformanceTarget,
  ProsePlace,
  TableKind,
} from '../../transforms/types.js';

/** A document id that is the sha256 of `content`, as real ones are. */
export function documentIdOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A raw text document of the given content, without tables. */
export function rawDocument(content: string, fields: Partial<RawDocument> = {}): RawDocument {
  return {
    documentId: documentIdOf(content),
    fileName: `${content}.txt`,
    sourceUri: `file:///in/${encodeURIComponent(content)}.txt`,
    byteSize: content.length,
    mediaType: 'text/plain',
    charset: 'utf-8',
    pages: [],
    tables: [],
    blocks: [],
    diagnostics: [],
    ...fields,
  };
}

export function documentFacts(fields: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    title: '某市某局2024年部门预算',
    publisher: '某市某局',
    publisherCode: null,
    regionCode: null,
    regionName: null,
    fiscalYear: 2024,
    reportKind: 'department_budget',
    scope: 'unknown',
    ...fields,
  };
}

/** A document whose content (and so its id) is `content`. */
export function budgetDocument(content: string, fields: Partial<BudgetDocument> = {}): BudgetDocument {
  const raw = fields.raw ?? rawDocument(content, { tables: (fields.tables ?? []).map((table) => table.raw) });
  return {
    raw,
    facts: documentFacts(),
    tables: [],
    blocks: raw.blocks,
    lines: [],
    statements: [],
    targets: [],
    checks: [],
    diagnostics: [],
    ...fields,
  };
}

/** A table from its texts, one array per row, no spans; the first row is the header. */
export function budgetTable(tableNo: number, tableKind: TableKind, texts: readonly (readonly string[])[]): BudgetTable {
  const grid: Grid = {
    rowCount: texts.length,
    columnCount: texts[0]?.length ?? 0,
    headerRowCount: 1,
    cells: texts.flatMap((row, r) =>
      row.map((text, c) => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text, page: null, box: null })),
    ),
  };
  const raw: RawTable = {
    tableNo,
    order: tableNo,
    title: null,
    captions: [],
    notes: [],
    readings: [{ grid, why: 'as printed' }],
    method: 'tsv',
    sheetName: null,
    pageFirst: null,
    pageLast: null,
    lineFirst: null,
    lineLast: null,
  };
  return { raw, grid, tableKind, unit: '万元', unitFactor: 10_000, isGuess: false, blankColumns: [] };
}

/** A line of `amount` fen in table 1, row `lineNo`, column 1: a preferred leaf of general expenditure unless told otherwise. */
export function budgetLine(lineNo: number, amount: bigint, fields: Partial<BudgetLine> = {}): BudgetLine {
  return {
    lineNo,
    place: { kind: 'table', tableNo: 1, row: lineNo, col: 1, page: null },
    tableKind: 'expenditure_summary',
    fiscalYear: 2024,
    publisher: '某市某局',
    budgetStage: 'budget',
    flow: 'expenditure',
    lineRole: 'detail',
    totalKind: null,
    budgetUnitName: null,
    projectName: null,
    projectCode: null,
    threePublicItem: null,
    fundSource: 'all',
    spendingType: 'total',
    label: `第${String(lineNo)}行`,
    amount,
    amountText: String(amount),
    unit: '元',
    precision: 10_000n,
    approximate: false,
    yoyAmount: null,
    yoyPercent: null,
    sharePercent: null,
    codePrinted: null,
    codes: [],
    outlineDepth: null,
    ambiguous: false,
    parentLineNo: null,
    isLeaf: true,
    isPreferred: true,
    checksPassed: 0,
    checksFailed: 0,
    confidence: 'consistent',
    ...fields,
  };
}

/** A place in table `tableNo`. */
export function cellPlace(tableNo: number, row: number, col: number): BudgetLine['place'] {
  return { kind: 'table', tableNo, row, col, page: null };
}

/** A place at the start of block `blockNo`. */
export function prosePlace(blockNo: number, sentence: string): ProsePlace {
  return { kind: 'prose', blockNo, charStart: 0, charEnd: 1, sentence, sentenceStart: 0, page: null, line: blockNo };
}

/** A code that was printed and found. */
export function lineCode(scheme: LineScheme, code: string | null, fields: Partial<LineCode> = {}): LineCode {
  return {
    scheme,
    code,
    codePrinted: code,
    namePrinted: null,
    method: code === null ? 'none' : 'code',
    score: code === null ? 0 : 1,
    treeCode: code,
    edition: '',
    within: null,
    rivals: [],
    ...fields,
  };
}

export function textBlock(blockNo: number, text: string): RawBlock {
  return {
    blockNo,
    order: blockNo,
    kind: 'paragraph',
    text,
    page: null,
    box: null,
    lineFirst: blockNo,
    lineLast: blockNo,
  };
}

export function performanceTarget(targetNo: number, fields: Partial<PerformanceTarget> = {}): PerformanceTarget {
  return {
    targetNo,
    tableNo: 1,
    row: targetNo,
    page: null,
    fiscalYear: 2024,
    scope: 'project',
    projectName: '某项目',
    projectCode: null,
    projectAmount: null,
    level1: '产出指标',
    level2: '数量指标',
    level3: '次数',
    description: null,
    targetText: '≥4次',
    operator: '>=',
    targetValue: '4',
    targetUnit: '次',
    basis: null,
    ...fields,
  };
}

export function check(checkNo: number, fields: Partial<Check> = {}): Check {
  return {
    checkNo,
    checkId: `rule@${String(checkNo)}`,
    rule: 'rule',
    subject: 'a = b',
    expected: 0n,
    actual: 0n,
    tolerance: 0n,
    unit: 'yuan',
    status: 'pass',
    lineNos: [],
    cellRefs: [],
    correction: null,
    ...fields,
  };
}
