/** Performance targets of a document: its forms and indicator tables. */
import type { Diagnostic, Severity } from '../../extractors/types.js';
import { findBracketedUnit, parseAmount, unitFactor } from '../amounts/index.js';
import type { BudgetTable, DocumentFacts, Fen, MicroYuan, PerformanceTarget } from '../types.js';
import type { FormFacts } from './forms.js';
import type { TargetRole } from './headers.js';
import type { Indicator, SectionReading } from './sections.js';
import { readSections } from './sections.js';
import { composeTarget, parseTarget } from './values.js';

export interface TargetsReading {
  readonly targets: readonly PerformanceTarget[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The amount that a project's form states, for comparing with the project's line elsewhere. */
export interface ProjectAmount {
  readonly tableNo: number;
  readonly row: number;
  readonly col: number;
  readonly projectName: string | null;
  readonly projectCode: string | null;
  readonly amount: Fen;
  readonly precision: MicroYuan;
}

/**
 * Reads every indicator of every table that has a header of indicators, whatever its kind, in reading order.
 *
 * Diagnostics: `target-row-shifted` (info: put right), `target-shared` (info: one merged cell for several
 * indicators), `target-blank` (info: an indicator without target), `project-amount-unreadable`
 * (warning: the project's amount stays empty), `project-amount-rounded` (info).
 */
export function readTargets(tables: readonly BudgetTable[], facts: Pick<DocumentFacts, 'fiscalYear'>): TargetsReading {
  const sections = readTables(tables);
  const targets = sections
    .flatMap(({ table, indicators }) => indicators.map((indicator) => toTarget(table, indicator, facts.fiscalYear)))
    .map((target, at) => ({ ...target, targetNo: at + 1 }));
  const diagnostics = sections.flatMap(({ table, indicators, forms }) => [
    ...forms.flatMap((form) => reportForm(table, form)),
    ...indicators.flatMap((indicator) => reportIndicator(table, indicator)),
  ]);
  return { targets, diagnostics };
}

/** The amounts of project forms (not of a whole department), in reading order. */
export function findProjectAmounts(tables: readonly BudgetTable[]): ProjectAmount[] {
  return readTables(tables).flatMap(({ table, forms }) =>
    forms.flatMap(({ scope, projectName, projectCode, projectAmount }) =>
      scope === 'project' && projectAmount
        ? [{ tableNo: table.raw.tableNo, projectName, projectCode, ...projectAmount }]
        : [],
    ),
  );
}

interface TableSections {
  readonly table: BudgetTable;
  readonly indicators: readonly Indicator[];
  readonly forms: readonly FormFacts[];
}

/** A form and its indicators may be two tables in a row: the form's facts hold until a table that is neither. */
function readTables(tables: readonly BudgetTable[]): TableSections[] {
  const read: TableSections[] = [];
  let above: FormFacts | null = null;
  for (const table of tables) {
    const { indicators, forms }: SectionReading = readSections(table, above);
    const isForm = indicators.length > 0 || (forms.length > 0 && isFormGrid(table));
    if (isForm) read.push({ table, indicators, forms });
    above = isForm ? (forms.at(-1) ?? above) : null;
  }
  return read;
}

/** A statement with a column 预算数 is no form. */
function isFormGrid({ grid, tableKind }: BudgetTable): boolean {
  return grid.headerRowCount === 0 || tableKind === 'performance_targets';
}

function toTarget(
  table: BudgetTable,
  { row, page, header, form, levels, texts }: Indicator,
  fiscalYear: number | null,
): PerformanceTarget {
  const { text, value } = composeTarget(texts.operator ?? null, texts.target ?? null, texts.unit ?? null);
  return {
    targetNo: 0,
    tableNo: table.raw.tableNo,
    row,
    page,
    fiscalYear,
    scope: form?.scope ?? 'project',
    projectName: texts.projectName ?? form?.projectName ?? null,
    projectCode: texts.projectCode ?? form?.projectCode ?? null,
    projectAmount: projectAmountOf(table, { header, form, texts }),
    level1: levels.level1,
    level2: levels.level2,
    level3: texts.level3 ?? null,
    description: texts.description ?? null,
    targetText: text,
    operator: value.operator,
    targetValue: value.value,
    targetUnit: value.unit,
    basis: texts.basis ?? null,
  };
}

/** The project's amount from its column beside the indicators, where there is one, else from the form. */
function projectAmountOf(
  table: BudgetTable,
  { header, form, texts }: Pick<Indicator, 'header' | 'form' | 'texts'>,
): Fen | null {
  const column = header.find(({ role }) => role === 'projectAmount');
  if (!column) return form?.projectAmount?.amount ?? null;
  const unit = column.unit ?? findBracketedUnit(table.raw.title ?? '') ?? table.unit;
  const factor = unit === null ? null : unitFactor(unit);
  const reading = factor === null ? null : parseAmount(texts.projectAmount ?? '', factor);
  return reading?.kind === 'amount' ? reading.amount : null;
}

function reportForm(table: BudgetTable, { unreadable, projectAmount }: FormFacts): Diagnostic[] {
  if (unreadable)
    return [report('warning', 'project-amount-unreadable', UNREADABLE, table, unreadable.row, unreadable.col)];
  if (projectAmount?.exact !== false) return [];
  const message = 'the amount is finer than a fen; it is rounded half up';
  return [report('info', 'project-amount-rounded', message, table, projectAmount.row, projectAmount.col)];
}

const UNREADABLE = "the project's amount has no readable number or no unit; it stays empty";
const SHIFTED = 'a second-level name stands in the first-level column; the row is read one column further right';
const SHARED = 'the target is taken from a merged cell that begins in a row above; it holds for each of its rows';
const NO_TARGET = 'the indicator states no target; operator and value stay empty';

function reportIndicator(table: BudgetTable, indicator: Indicator): Diagnostic[] {
  const { row, texts, header } = indicator;
  const at = (wanted: TargetRole): number | null => header.find(({ role }) => role === wanted)?.col ?? null;
  const found: Diagnostic[] = [];
  if (indicator.shifted) found.push(report('info', 'target-row-shifted', SHIFTED, table, row, at('level1')));
  if (indicator.shared) found.push(report('info', 'target-shared', SHARED, table, row, at('target')));
  if (parseTarget(texts.target ?? '').operator === null)
    found.push(report('info', 'target-blank', NO_TARGET, table, row, at('target')));
  if (texts.projectAmount && projectAmountOf(table, indicator) === null) {
    found.push(report('warning', 'project-amount-unreadable', UNREADABLE, table, row, at('projectAmount')));
  }
  return found;
}

function report(
  severity: Severity,
  code: string,
  message: string,
  table: BudgetTable,
  row: number,
  col: number | null,
): Diagnostic {
  return { stage: 'transform', severity, code, message, origin: { tableNo: table.raw.tableNo, row, col } };
}
