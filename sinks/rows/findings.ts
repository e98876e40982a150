/** Statements, targets, checks and diagnostics as rows. */
import type { TableRow, tables } from '../contract/index.js';
import type { Diagnostic } from '../../extractors/types.js';
import type { BudgetLine, Check, PerformanceTarget, Statement } from '../../transforms/types.js';
import { toMillionths } from './millionths.js';
import { formatCellRef, formatLocation, numberedId } from './place.js';

export function statementRow(documentId: string, statement: Statement): TableRow<typeof tables.statements> {
  const { tableKind, state, tableNo, sourceText } = statement;
  return { document_id: documentId, table_kind: tableKind, state, table_no: tableNo, source_text: sourceText };
}

export function targetRow(documentId: string, target: PerformanceTarget): TableRow<typeof tables.performanceTargets> {
  return {
    document_id: documentId,
    target_no: target.targetNo,
    table_no: target.tableNo,
    row_no: target.row,
    page_no: target.page,
    fiscal_year: target.fiscalYear,
    scope: target.scope,
    project_name: target.projectName,
    project_code: target.projectCode,
    project_amount: target.projectAmount,
    level1: target.level1,
    level2: target.level2,
    level3: target.level3,
    description: target.description,
    target_text: target.targetText,
    operator: target.operator,
    target_value: target.targetValue === null ? null : toMillionths(target.targetValue),
    target_unit: target.targetUnit,
    basis: target.basis,
  };
}

export function checkRow(documentId: string, check: Check): TableRow<typeof tables.checks> {
  const { expected, actual } = check;
  return {
    document_id: documentId,
    check_no: check.checkNo,
    check_id: check.checkId,
    rule: check.rule,
    subject: check.subject,
    expected,
    actual,
    difference: expected === null || actual === null ? null : actual - expected,
    tolerance: check.tolerance,
    value_unit: check.unit,
    status: check.status,
    line_ids: check.lineNos.map((no) => numberedId(documentId, no)),
    cell_refs: check.cellRefs.map(formatCellRef),
    correction_line_id: check.correction === null ? null : numberedId(documentId, check.correction.lineNo),
    correction_amount: check.correction?.amount ?? null,
  };
}

export interface DiagnosticContext {
  readonly runId: string;
  /** null for a source whose bytes could not be read. */
  readonly documentId: string | null;
  readonly sourceUri: string;
  readonly lines: readonly BudgetLine[];
}

export function diagnosticRows(
  diagnostics: readonly Diagnostic[],
  { runId, documentId, sourceUri, lines }: DiagnosticContext,
): readonly TableRow<typeof tables.diagnostics>[] {
  const lineAt = new Map(
    lines.flatMap(({ place, lineNo }) => (place.kind === 'table' ? [[formatCellRef(place), lineNo] as const] : [])),
  );
  return diagnostics.map(({ stage, severity, code, message, origin }, index) => {
    const { tableNo = null, page = null, row = null, col = null } = origin;
    const isCell = tableNo !== null && row !== null && col !== null;
    return {
      run_id: runId,
      document_id: documentId,
      source_uri: sourceUri,
      diagnostic_no: index + 1,
      stage,
      severity,
      code,
      message,
      location: formatLocation(origin),
      table_no: tableNo,
      page_no: page,
      row_no: row,
      col_no: col,
      line_no: (isCell ? lineAt.get(formatCellRef({ tableNo, row, col })) : null) ?? null,
    };
  });
}
