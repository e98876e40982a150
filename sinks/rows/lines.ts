/** Budget lines as rows. */
import type { tables } from '../contract/index.js';
import type { TableRow } from '../contract/index.js';
import type { BudgetLine, LineCode, LineScheme, MappingMethod } from '../../transforms/types.js';
import { numberedId } from './place.js';

type LineRow = TableRow<typeof tables.budgetLines>;
type PlaceColumns =
  | 'table_no'
  | 'table_id'
  | 'row_no'
  | 'col_no'
  | 'page_no'
  | 'block_no'
  | 'char_start'
  | 'char_end'
  | 'source_text'
  | 'source_kind';

/** Methods from the least certain: the tie-break between codes of equal score. */
const LEAST_CERTAIN_FIRST: readonly MappingMethod[] = ['none', 'similar', 'alias', 'name_path', 'name', 'code'];

export function lineRow(documentId: string, line: BudgetLine): LineRow {
  const doubtful = leastCertain(line.codes);
  return {
    document_id: documentId,
    line_no: line.lineNo,
    line_id: numberedId(documentId, line.lineNo),
    ...placeColumns(documentId, line.place),
    table_kind: line.tableKind,
    fiscal_year: line.fiscalYear,
    publisher: line.publisher,
    budget_stage: line.budgetStage,
    flow: line.flow,
    line_role: line.lineRole,
    total_kind: line.totalKind,
    parent_line_no: line.parentLineNo,
    is_leaf: line.isLeaf,
    is_preferred: line.isPreferred,
    budget_unit_name: line.budgetUnitName,
    project_name: line.projectName,
    project_code: line.projectCode,
    function_code: codeIn(line.codes, 'function'),
    dept_economic_code: codeIn(line.codes, 'dept_economic'),
    gov_economic_code: codeIn(line.codes, 'gov_economic'),
    revenue_code: codeIn(line.codes, 'revenue'),
    procurement_code: codeIn(line.codes, 'procurement'),
    three_public_item: line.threePublicItem,
    fund_source: line.fundSource,
    spending_type: line.spendingType,
    label: line.label,
    amount: line.amount,
    amount_text: line.amountText,
    unit: line.unit,
    yoy_amount: line.yoyAmount,
    yoy_percent: line.yoyPercent,
    code_printed: line.codePrinted,
    mapping_method: doubtful?.method ?? null,
    mapping_score: doubtful?.score ?? null,
    is_ambiguous: line.ambiguous,
    checks_passed: line.checksPassed,
    checks_failed: line.checksFailed,
    confidence: line.confidence,
  };
}

function placeColumns(documentId: string, place: BudgetLine['place']): Pick<LineRow, PlaceColumns> {
  const inTable = place.kind === 'table' ? place : null;
  const inProse = place.kind === 'prose' ? place : null;
  return {
    table_no: inTable?.tableNo ?? null,
    table_id: inTable ? numberedId(documentId, inTable.tableNo) : null,
    row_no: inTable?.row ?? null,
    col_no: inTable?.col ?? null,
    page_no: place.page,
    block_no: inProse?.blockNo ?? null,
    char_start: inProse?.charStart ?? null,
    char_end: inProse?.charEnd ?? null,
    source_text: inProse?.sentence ?? null,
    source_kind: place.kind,
  };
}

function codeIn(codes: readonly LineCode[], scheme: LineScheme): string | null {
  return codes.find((code) => code.scheme === scheme)?.code ?? null;
}

/** The code with the lowest score; null for a line without codes. */
function leastCertain(codes: readonly LineCode[]): LineCode | null {
  const rank = (code: LineCode): number => LEAST_CERTAIN_FIRST.indexOf(code.method);
  return [...codes].sort((a, b) => a.score - b.score || rank(a) - rank(b))[0] ?? null;
}

export function lineCodeRows(
  documentId: string,
  { lineNo, codes }: BudgetLine,
): readonly TableRow<typeof tables.lineCodes>[] {
  return codes.map((code) => ({
    document_id: documentId,
    line_no: lineNo,
    scheme: code.scheme,
    edition: code.edition,
    code: code.code,
    code_printed: code.codePrinted,
    name_printed: code.namePrinted,
    mapping_method: code.method,
    mapping_score: code.score,
  }));
}
