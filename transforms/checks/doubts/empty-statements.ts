/** Statements of which nothing is left but their header. */
import type { Diagnostic, RawBlock } from '../../../extractors/types.js';
import { findDeclarations, LINE_KINDS } from '../../statements/index.js';
import type { BudgetLine, BudgetTable } from '../../types.js';

/** A warning `statement-without-rows` at each table of a statement that has a header and no row below it, unless the document says that there is nothing to state. */
export function reportEmptyStatements(
  lines: readonly BudgetLine[],
  tables: readonly BudgetTable[],
  blocks: readonly RawBlock[],
): Diagnostic[] {
  const declared = new Set(findDeclarations(tables, blocks).map(({ kind }) => kind));
  const stating = new Set(lines.map(({ place }) => (place.kind === 'table' ? place.tableNo : null)));
  const isEmpty = ({ raw, grid, tableKind }: BudgetTable): boolean =>
    tableKind in LINE_KINDS &&
    grid.headerRowCount > 0 &&
    grid.rowCount === grid.headerRowCount &&
    !stating.has(raw.tableNo) &&
    !declared.has(tableKind);
  return tables.filter(isEmpty).map(({ raw: { tableNo, title } }) => ({
    stage: 'transform',
    severity: 'warning',
    code: 'statement-without-rows',
    message: `"${title ?? ''}" has a header and no row below it: what it states is lost, or stands in a table of its own`,
    origin: { tableNo },
  }));
}
