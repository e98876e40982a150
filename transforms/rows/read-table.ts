/** From a table's grid to the amounts it states. */
import type { Cell, Diagnostic, Grid } from '../../extractors/types.js';
import { isKnownUnit, parseAmount, parseDecimal, scaleRounded, unitFactor } from '../amounts/index.js';
import type { Codebook } from '../codebook/types.js';
import { readColumns } from '../statements/columns.js';
import type { AmountColumn, ChangeColumn } from '../statements/columns.js';
import { LINE_KINDS } from '../statements/kinds.js';
import type { KindDefaults } from '../statements/kinds.js';
import { splitPanels } from '../statements/panels.js';
import type { Panel } from '../statements/panels.js';
import { panelFlow } from '../statements/panel-flow.js';
import type {
  BudgetStage,
  DocumentFacts,
  Fen,
  Flow,
  PercentE4,
  StatedAmount,
  TableKind,
  ThreePublicItem,
} from '../types.js';
import { fundOf, itemOf, plainTotalItem } from './cell-meaning.js';
import { readRows } from './identify.js';
import type { RowIdentity } from './identify.js';
import { reportRow } from './report.js';

export interface TableToRead {
  readonly tableNo: number;
  readonly tableKind: TableKind;
  readonly grid: Grid;
  /** The table's money unit; null where none is known. */
  readonly unit: string | null;
  /** The unit was taken from elsewhere in the document, not from the table. */
  readonly unitInferred: boolean;
  readonly title: string | null;
}

export interface ReadTable {
  readonly amounts: readonly StatedAmount[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: ReadTable = { amounts: [], diagnostics: [] };

/**
 * Reads every amount of a table, row by row from left to right; a printed zero is an amount, a blank is none.
 *
 * Tables of kinds without lines give nothing. Cells in money columns that are no amounts, unmapped names and doubtful codes become
 * diagnostics; a table whose unit nobody names gives no amounts and a warning, since yuan can't be known.
 */
export function readTable(table: TableToRead, facts: DocumentFacts, codebook: Codebook): ReadTable {
  const defaults = LINE_KINDS[table.tableKind];
  if (!defaults) return NOTHING;
  const cells = bodyRows(table.grid);
  const columns = readColumns(table.grid, numericColumns(table.grid), facts.fiscalYear);
  const panels = splitPanels(columns);
  const parts = panels.map((panel, at) =>
    readPanel({
      table,
      panel,
      facts,
      codebook,
      cells,
      defaults: fundDefaults(table, defaults),
      flow: panelFlow(panels, at, defaults, cells),
    }),
  );
  const amounts = parts.flatMap((part) => part.amounts).sort((a, b) => rowOf(a) - rowOf(b) || colOf(a) - colOf(b));
  return { amounts, diagnostics: parts.flatMap((part) => part.diagnostics) };
}

/** A statement of 财政拨款 that does not say 一般公共预算 is about all of the appropriation. */
function fundDefaults({ title, grid }: TableToRead, defaults: KindDefaults): KindDefaults {
  if (defaults.fundSource !== 'general_public') return defaults;
  const words = `${title ?? ''}${grid.cells
    .filter(({ row }) => row < grid.headerRowCount)
    .map(({ text }) => text)
    .join('')}`.replace(/\s+/g, '');
  return /财政拨款/.test(words) && !/公共预算|公共财政/.test(words)
    ? { ...defaults, fundSource: 'fiscal_appropriation' }
    : defaults;
}

function rowOf({ place }: StatedAmount): number {
  return place.kind === 'table' ? place.row : 0;
}

function colOf({ place }: StatedAmount): number {
  return place.kind === 'table' ? place.col : 0;
}

/** Body rows in order, each as its cells by column. */
export type BodyRow = ReadonlyMap<number, Cell>;

function bodyRows(grid: Grid): BodyRow[] {
  const rows = Array.from({ length: grid.rowCount }, () => new Map<number, Cell>());
  for (const cell of grid.cells) rows[cell.row]?.set(cell.col, cell);
  return rows.slice(grid.headerRowCount);
}

function numericColumns(grid: Grid): boolean[] {
  const counts = Array.from({ length: grid.columnCount }, () => ({ filled: 0, numbers: 0 }));
  for (const { row, col, text } of grid.cells) {
    const count = counts[col];
    if (row < grid.headerRowCount || text.trim() === '' || !count) continue;
    count.filled += 1;
    if (parseAmount(text, 1).kind === 'amount') count.numbers += 1;
  }
  return counts.map(({ filled, numbers }) => filled > 0 && numbers * 2 > filled);
}

interface PanelToRead {
  readonly table: TableToRead;
  readonly panel: Panel;
  readonly facts: DocumentFacts;
  readonly codebook: Codebook;
  readonly cells: readonly BodyRow[];
  readonly defaults: KindDefaults;
  readonly flow: Flow;
}

function readPanel(work: PanelToRead): ReadTable {
  const { table, panel, facts, codebook, cells, defaults, flow } = work;
  const reader = readRows(panel, {
    kind: table.tableKind,
    defaults,
    flow,
    codebook,
    year: facts.fiscalYear,
    budget: defaults.budget,
  });
  const plainTotal = table.tableKind === 'three_public' ? plainTotalItem(panel, cells) : null;
  const amounts: StatedAmount[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const cellsOfRow of cells) {
    const row = [...cellsOfRow.values()][0]?.row ?? 0;
    const identity = reader.read((col) => cellsOfRow.get(col)?.text ?? '');
    const stated = panel.amounts.map((column) => readAmount(work, column, identity, cellsOfRow.get(column.col), plainTotal));
    amounts.push(...stated.flatMap(({ amount }) => (amount ? [withChanges(amount, work, cellsOfRow)] : [])));
    diagnostics.push(...stated.flatMap((result) => result.diagnostics));
    if (stated.some(({ amount }) => amount !== null))
      diagnostics.push(...reportRow(identity, panel, { tableNo: table.tableNo, row, page: null }));
  }
  return { amounts, diagnostics };
}

function readAmount(
  { table, panel, facts, defaults, flow }: PanelToRead,
  column: AmountColumn,
  row: RowIdentity,
  cell: Cell | undefined,
  plainTotal: ThreePublicItem | null,
): { amount: StatedAmount | null; diagnostics: Diagnostic[] } {
  if (!cell || cell.colSpan > 1) return { amount: null, diagnostics: [] };
  const unit = column.unit ?? table.unit;
  const origin = { tableNo: table.tableNo, row: cell.row, col: cell.col, page: cell.page };
  const report = (severity: Diagnostic['severity'], code: string, message: string): Diagnostic => ({
    stage: 'transform',
    severity,
    code,
    message,
    origin,
  });
  const reading = parseAmount(cell.text, isKnownUnit(unit) ? (unitFactor(unit) ?? 1) : 1);
  if (reading.kind === 'blank') return { amount: null, diagnostics: [] };
  if (reading.kind === 'unparsable') {
    const hasDigits = /\d/.test(cell.text.normalize('NFKC'));
    const message = `amount "${excerpt(cell.text)}" is not a number; cell kept raw, no line is made of it`;
    return {
      amount: null,
      diagnostics: [
        report(hasDigits ? 'warning' : 'info', hasDigits ? 'amount-unparsable' : 'amount-is-text', message),
      ],
    };
  }
  if (!isKnownUnit(unit)) return { amount: null, diagnostics: [] };
  const diagnostics = [
    ...(reading.exact
      ? []
      : [
          report(
            'warning',
            'amount-finer-than-fen',
            `amount "${excerpt(cell.text)}" ${unit} is finer than a fen; rounded half up`,
          ),
        ]),
    ...(reading.healed
      ? [
          report(
            'warning',
            'amount-spaced',
            `amount "${excerpt(cell.text)}" has spaces inside; read without them, line suspect`,
          ),
        ]
      : []),
  ];
  const columnFlow = isTwoSided(panel, defaults) ? (column.flow ?? flow) : flow;
  const stage: BudgetStage = column.stage ?? (facts.reportKind.endsWith('_final') ? 'final' : 'budget');
  const item = itemOf(column, row, panel, plainTotal);
  const isItemTotal = row.threePublicItem === null && item === 'total';
  const amount: StatedAmount = {
    place: { kind: 'table', tableNo: table.tableNo, row: cell.row, col: cell.col, page: cell.page },
    tableKind: table.tableKind,
    fiscalYear: facts.fiscalYear === null ? null : stage === 'prior_year' ? facts.fiscalYear - 1 : facts.fiscalYear,
    publisher: facts.publisher,
    budgetStage: stage,
    flow: columnFlow,
    lineRole: isItemTotal && row.role === 'detail' ? 'total' : row.role,
    totalKind: isItemTotal && row.role === 'detail' ? 'current' : row.totalKind,
    budgetUnitName: row.budgetUnitName,
    projectName: row.projectName,
    projectCode: row.projectCode,
    threePublicItem: item,
    fundSource: fundOf(column, row, defaults),
    spendingType: columnFlow === 'revenue' ? null : (row.spendingType ?? column.spendingType ?? defaults.spendingType),
    label: row.label === '' ? column.path.join(' ') : row.label,
    amount: reading.amount,
    amountText: cell.text.trim(),
    unit,
    precision: reading.precision,
    approximate: false,
    yoyAmount: null,
    yoyPercent: null,
    sharePercent: null,
    codePrinted: row.codePrinted,
    codes: row.codes,
    outlineDepth: row.outlineDepth,
    ambiguous: table.unitInferred || reading.healed,
  };
  return { amount, diagnostics };
}

/** Whether the headings may divide a panel into revenue and expenditure: not where 上年结转 is just one of the funds that pay for expenditure. */
function isTwoSided({ amounts }: Panel, { flow }: KindDefaults): boolean {
  return (
    flow === null ||
    (amounts.some((column) => column.flow === 'revenue') && amounts.some((column) => column.flow === 'expenditure'))
  );
}

/** Changes and shares printed to the right of an amount, up to the next amount of the same year. */
function withChanges(amount: StatedAmount, { panel, table }: PanelToRead, cells: BodyRow): StatedAmount {
  if (amount.budgetStage === 'prior_year' || amount.place.kind !== 'table') return amount;
  const { col } = amount.place;
  const next = panel.amounts.find((other) => other.col > col && other.stage !== 'prior_year')?.col ?? Infinity;
  const own = panel.changes.filter((change) => change.col > col && change.col < next);
  const textOf = (role: ChangeColumn['role']): string =>
    cells.get(own.find((change) => change.role === role)?.col ?? -1)?.text ?? '';
  return {
    ...amount,
    yoyAmount: changeOf(textOf('change_amount'), table.unit),
    yoyPercent: percentOf(textOf('change_percent')),
    sharePercent: percentOf(textOf('share')),
  };
}

function changeOf(text: string, unit: string | null): Fen | null {
  if (!isKnownUnit(unit)) return null;
  const reading = parseAmount(text, unitFactor(unit) ?? 1);
  return reading.kind === 'amount' ? reading.amount : null;
}

function percentOf(text: string): PercentE4 | null {
  const decimal = parseDecimal(text.normalize('NFKC').replace(/[\s%,]/g, ''));
  return decimal && scaleRounded(decimal, 4).value;
}

const EXCERPT_LENGTH = 40;

function excerpt(text: string): string {
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}
