/** What a case states of a document, as sheets: which values, under which names. */
import { formatFen, formatScaled } from '../../transforms/index.js';
import type {
  BudgetDocument,
  BudgetLine,
  Check,
  LineScheme,
  MappingMethod,
  PerformanceTarget,
  Statement,
} from '../../transforms/index.js';
import { BOX_COLUMNS, BOXES_FILE, boxSheet } from './boxes.js';
import { gridSheet } from './grids.js';
import { numberRepeats, type Sheet, type SheetRecord } from './sheet.js';

const LINE_COLUMNS = [
  ...['label', 'amount', 'amount_text', 'unit', 'yoy_amount', 'yoy_percent'],
  ...['table_kind', 'fiscal_year', 'budget_stage', 'flow', 'line_role', 'total_kind', 'fund_source', 'spending_type'],
  ...['three_public_item', 'budget_unit_name', 'project_name', 'project_code'],
  ...['function', 'dept_economic', 'gov_economic', 'revenue', 'procurement', 'code_printed', 'mapping_method'],
  ...['parent', 'is_leaf', 'is_preferred', 'confidence', 'source_text'],
];
const TARGET_COLUMNS = [
  ...['scope', 'project_name', 'project_code', 'project_amount', 'fiscal_year', 'level1', 'level2', 'level3'],
  ...['description', 'target_text', 'operator', 'target_value', 'target_unit', 'basis'],
];
const CHECK_COLUMNS = ['status', 'rule', 'subject', 'expected', 'actual', 'tolerance', 'value_unit', 'lines'];
const STATEMENT_COLUMNS = ['table_kind', 'state', 'source_text'];

/** The Markdown files of a case with their columns, in the order in which they are compared. */
export const MARKDOWN_FILES: ReadonlyMap<string, readonly string[]> = new Map([
  ['lines.md', LINE_COLUMNS],
  ['targets.md', TARGET_COLUMNS],
  ['failing-checks.md', CHECK_COLUMNS],
  ['statements.md', STATEMENT_COLUMNS],
  [BOXES_FILE, BOX_COLUMNS],
]);
export const FACTS_FILE = 'document.json';

/** All sheets of a document: its facts, grids, lines, targets, checks that do not plainly hold, statements; boxes where it has pages. */
export function describeDocument(document: BudgetDocument): readonly Sheet[] {
  const places = linePlaces(document.lines);
  const failing = document.checks.filter(({ status }) => status === 'fail' || status === 'pass_within_rounding');
  const boxes = boxSheet(document);
  return [
    { file: FACTS_FILE, records: [record('document', factFields(document))] },
    gridSheet(document.tables),
    sheet(
      'lines.md',
      document.lines.map((line) => record(placeOf(line), lineFields(line, places))),
    ),
    sheet(
      'targets.md',
      document.targets.map((target) => record(targetPlace(target), targetFields(target))),
    ),
    sheet(
      'failing-checks.md',
      failing.map((check) => record(check.checkId, checkFields(check, places))),
    ),
    sheet(
      'statements.md',
      document.statements.map((statement) => record(...statementFields(statement))),
    ),
    ...(boxes ? [boxes] : []),
  ];
}

type Value = string | number | boolean | null;

function sheet(file: string, records: readonly SheetRecord[]): Sheet {
  return { file, records: numberRepeats(records) };
}

function record(key: string, values: Readonly<Record<string, Value>>): SheetRecord {
  return { key, fields: new Map(Object.entries(values).map(([name, value]) => [name, written(value)])) };
}

function written(value: Value): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null ? '' : String(value).trim();
}

function placeOf({ place }: BudgetLine): string {
  return place.kind === 'table'
    ? `t${String(place.tableNo)} r${String(place.row)} c${String(place.col)}`
    : `b${String(place.blockNo)} @${String(place.charStart)}`;
}

/** Places by line number, as the sheet of lines shows them. */
function linePlaces(lines: readonly BudgetLine[]): ReadonlyMap<number, string> {
  const keyed = numberRepeats(lines.map((line) => ({ key: placeOf(line), lineNo: line.lineNo })));
  return new Map(keyed.map(({ key, lineNo }) => [lineNo, key]));
}

function factFields({ facts }: BudgetDocument): Record<string, Value> {
  return {
    title: facts.title,
    publisher: facts.publisher,
    publisher_code: facts.publisherCode,
    region_code: facts.regionCode,
    region_name: facts.regionName,
    fiscal_year: facts.fiscalYear,
    report_kind: facts.reportKind,
    scope: facts.scope,
  };
}

function lineFields(line: BudgetLine, places: ReadonlyMap<number, string>): Record<string, Value> {
  return {
    label: line.label,
    amount: formatFen(line.amount),
    amount_text: line.amountText,
    unit: line.unit,
    yoy_amount: line.yoyAmount === null ? null : formatFen(line.yoyAmount),
    yoy_percent: line.yoyPercent === null ? null : formatScaled(line.yoyPercent, 4),
    table_kind: line.tableKind,
    fiscal_year: line.fiscalYear,
    budget_stage: line.budgetStage,
    flow: line.flow,
    line_role: line.lineRole,
    total_kind: line.totalKind,
    fund_source: line.fundSource,
    spending_type: line.spendingType,
    three_public_item: line.threePublicItem,
    budget_unit_name: line.budgetUnitName,
    project_name: line.projectName,
    project_code: line.projectCode,
    function: codeIn(line, 'function'),
    dept_economic: codeIn(line, 'dept_economic'),
    gov_economic: codeIn(line, 'gov_economic'),
    revenue: codeIn(line, 'revenue'),
    procurement: codeIn(line, 'procurement'),
    code_printed: line.codePrinted,
    mapping_method: leastCertainMethod(line),
    parent:
      line.parentLineNo === null
        ? null
        : (places.get(line.parentLineNo) ?? `line ${String(line.parentLineNo)}, which is not there`),
    is_leaf: line.isLeaf,
    is_preferred: line.isPreferred,
    confidence: line.confidence,
    source_text: line.place.kind === 'prose' ? line.place.sentence : null,
  };
}

/** The code in a scheme; `none` where the row is of the scheme and nothing fits. */
function codeIn({ codes }: BudgetLine, scheme: LineScheme): string | null {
  const found = codes.find((code) => code.scheme === scheme);
  return found ? (found.code ?? 'none') : null;
}

function leastCertainMethod({ codes }: BudgetLine): MappingMethod | null {
  return codes.toSorted((a, b) => a.score - b.score)[0]?.method ?? null;
}

function targetPlace({ tableNo, row }: PerformanceTarget): string {
  return `t${String(tableNo)} r${String(row)}`;
}

function targetFields(target: PerformanceTarget): Record<string, Value> {
  return {
    scope: target.scope,
    project_name: target.projectName,
    project_code: target.projectCode,
    project_amount: target.projectAmount === null ? null : formatFen(target.projectAmount),
    fiscal_year: target.fiscalYear,
    level1: target.level1,
    level2: target.level2,
    level3: target.level3,
    description: target.description,
    target_text: target.targetText,
    operator: target.operator,
    target_value: target.targetValue,
    target_unit: target.targetUnit,
    basis: target.basis,
  };
}

function checkFields(check: Check, places: ReadonlyMap<number, string>): Record<string, Value> {
  return {
    status: check.status,
    rule: check.rule,
    subject: check.subject,
    expected: check.expected === null ? null : formatScaled(check.expected, 6),
    actual: check.actual === null ? null : formatScaled(check.actual, 6),
    tolerance: formatScaled(check.tolerance, 6),
    value_unit: check.unit,
    lines: check.lineNos.map((lineNo) => places.get(lineNo) ?? '?').join(', '),
  };
}

function statementFields({ tableKind, state, tableNo, sourceText }: Statement): [string, Record<string, Value>] {
  const key = tableNo === null ? tableKind : `t${String(tableNo)}`;
  return [key, { table_kind: tableKind, state, source_text: sourceText }];
}
