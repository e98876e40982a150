/** From one cell of a money column to the amount it states. */
import type { Cell, Diagnostic } from '../../extractors/types.js';
import {
  holdsMoney,
  holdsWrittenFigure,
  isGluedToWords,
  isKnownUnit,
  isSeveralFigures,
  isUnprinted,
  parseAmount,
  unitFactor,
} from '../amounts/index.js';
import type { AmountColumn } from '../statements/columns.js';
import type { Panel } from '../statements/panels.js';
import type { Flow, LineCode, StatedAmount, TableKind, ThreePublicItem } from '../types.js';
import { fundOf, isAgencyOperation, itemOf, periodOfCell } from './cell-meaning.js';
import type { RowIdentity } from './row-identity.js';
import type { PanelToRead } from './panel-to-read.js';

export interface CellContext extends PanelToRead {
  /** The statement that the row is of: the table's, or that of its section. */
  readonly kind: TableKind;
  /** What the row says its amounts are in; null where it does not. */
  readonly rowUnit: string | null;
  /** Economic classes of columns that have one. */
  readonly classes: ReadonlyMap<number, LineCode>;
  /** Columns whose headings say nothing known, or the same as another's: what they hold is uncertain. */
  readonly doubtfulColumns: ReadonlySet<number | null | undefined>;
  readonly plainTotal: ThreePublicItem | null;
  /** Whether the headings divide the panel into revenue and expenditure. */
  readonly isDivided: boolean;
}

export interface ReadCell {
  readonly amount: StatedAmount | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The amount of a cell with all that its row and column say; null for a blank, for words, for what is counted, and where the unit is unknown. */
export function readAmount(
  context: CellContext,
  column: AmountColumn,
  row: RowIdentity,
  cell: Cell | undefined,
): ReadCell {
  // words over several columns head the rows below them; a lone amount there is counted among the unread ones
  if (!cell || (cell.colSpan > 1 && !holdsMoney(cell.text) && !isGluedToWords(cell.text)))
    return { amount: null, diagnostics: [] };
  const unit = unitOfCell(context, column);
  const reading = parseAmount(cell.text, isKnownUnit(unit) ? (unitFactor(unit) ?? 1) : 1);
  if (reading.kind === 'blank') return { amount: null, diagnostics: [] };
  if (reading.kind === 'unparsable') return { amount: null, diagnostics: [reportText(context, cell, reading)] };
  const ownUnit = reading.unit ?? unit;
  if (cell.colSpan > 1 || !isKnownUnit(ownUnit)) return { amount: null, diagnostics: [] };
  const amount: StatedAmount = {
    ...meaningOf(context, column, row),
    place: { kind: 'table', tableNo: context.table.tableNo, row: cell.row, col: cell.col, page: cell.page },
    amount: reading.amount,
    amountText: cell.text.trim(),
    unit: ownUnit,
    precision: reading.precision,
    approximate: false,
    yoyAmount: null,
    yoyPercent: null,
    sharePercent: null,
    ambiguous:
      context.table.isGuess ||
      (context.period.isStageDoubtful && column.stage === null) ||
      reading.marked ||
      reading.padded ||
      context.doubtfulColumns.has(column.col),
  };
  const diagnostics = [
    ...(reading.exact ? [] : [reportFiner(context, cell, ownUnit)]),
    ...(reading.marked ? [reportMarked(context, cell)] : []),
    ...(reading.spaced ? [reportSpaced(context, cell)] : []),
    ...(reading.padded ? [reportPadded(context, cell)] : []),
  ];
  return { amount, diagnostics };
}

/** The nearest word counts: the row's, the column's, the table's. */
function unitOfCell({ rowUnit, table }: Pick<CellContext, 'rowUnit' | 'table'>, column: AmountColumn): string | null {
  return rowUnit ?? column.unit ?? table.unit;
}

type Meaning = Pick<
  StatedAmount,
  | 'tableKind'
  | 'fiscalYear'
  | 'publisher'
  | 'budgetStage'
  | 'flow'
  | 'lineRole'
  | 'totalKind'
  | 'budgetUnitName'
  | 'projectName'
  | 'projectCode'
  | 'threePublicItem'
  | 'fundSource'
  | 'spendingType'
  | 'label'
  | 'codePrinted'
  | 'codes'
  | 'outlineDepth'
>;

/** What an amount of the column would be in this row. */
export function meaningOf(context: CellContext, column: AmountColumn, row: RowIdentity): Meaning {
  const { kind, panel, facts, defaults, period, isDivided } = context;
  // not where 上年结转 is just one of the funds that pay for expenditure
  const flow = defaults.flow === null || isDivided ? (column.flow ?? context.flow) : context.flow;
  const isAgency = kind === 'three_public' && isAgencyOperation(column);
  const item = kind === 'three_public' && !isAgency ? itemOf(column, row, panel, context.plainTotal) : null;
  const isItemTotal = row.threePublicItem === null && row.budgetUnitName === null && item === 'total';
  return {
    tableKind: isAgency ? 'agency_operation' : kind,
    ...periodOfCell(period, column, row),
    publisher: facts.publisher,
    flow,
    lineRole: isItemTotal && row.role === 'detail' ? 'total' : row.role,
    totalKind: isItemTotal && row.role === 'detail' ? 'current' : row.totalKind,
    budgetUnitName: row.budgetUnitName,
    projectName: row.projectName,
    projectCode: row.projectCode,
    threePublicItem: item,
    fundSource: fundOf(column, row, flow, defaults),
    spendingType:
      flow === 'revenue'
        ? null
        : isAgency
          ? 'public'
          : (row.spendingType ?? column.spendingType ?? defaults.spendingType),
    label: row.label === '' ? column.path.join(' ') : row.label,
    codePrinted: row.codePrinted,
    codes: withClass(row.codes, context.classes.get(column.col)),
    outlineDepth: row.outlineDepth,
  };
}

/** The codes of a row with the class of a column; what the row itself is said to be of the same classification is closer. */
function withClass(codes: readonly LineCode[], ofColumn: LineCode | undefined): readonly LineCode[] {
  if (ofColumn === undefined || codes.some(({ scheme, code }) => scheme === ofColumn.scheme && code !== null))
    return codes;
  return [...codes.filter(({ scheme }) => scheme !== ofColumn.scheme), ofColumn];
}

/** What is left at the end of the year closes an account of revenue and expenditure. */
const CLOSING = /^(?:年末|期末)结转/;

/** Whether the headings divide a panel into revenue and expenditure. What the year leaves speaks of both sides, whatever the heads in between were read over. */
export function dividesSides({ amounts }: Panel): boolean {
  const has = (side: Flow): boolean => amounts.some(({ flow }) => flow === side);
  const closes = amounts.some(({ path }) => path.some((heading) => CLOSING.test(heading)));
  return has('revenue') && (has('expenditure') || closes);
}

function reportText(context: CellContext, cell: Cell, { beyondMoney }: { readonly beyondMoney?: true }): Diagnostic {
  if (isUnprinted(cell.text)) {
    const message = `"${excerpt(cell.text)}" is printed for an amount that its column is too narrow for; the figure is unknown, no line is made of it`;
    return report(context, cell, 'warning', 'amount-not-printed', message);
  }
  // those over several columns are of the row's own cells
  if (cell.colSpan === 1 && isSeveralFigures(cell.text)) return reportSeveral(context, cell);
  const hasFigures = /\d/.test(cell.text.normalize('NFKC')) || holdsWrittenFigure(cell.text);
  return report(
    context,
    cell,
    hasFigures ? 'warning' : 'info',
    hasFigures ? 'amount-unparsable' : 'amount-is-text',
    `amount "${excerpt(cell.text)}" is ${beyondMoney ? 'more than any amount of money' : 'not a number'}; cell kept raw, no line is made of it`,
  );
}

/** Two amounts in one cell: one of them belongs to another row, and so may its neighbours. */
function reportSeveral({ table }: CellContext, { row, page, text }: Cell): Diagnostic {
  const message = `"${excerpt(text)}" are several amounts in one cell; no line is made of them, those of the row are suspect`;
  const origin = { tableNo: table.tableNo, row, page };
  return { stage: 'transform', severity: 'warning', code: 'amounts-in-one-cell', message, origin };
}

function reportPadded(context: CellContext, cell: Cell): Diagnostic {
  const message = `amount "${excerpt(cell.text)}" begins with zeros, it may be a part of a longer one; line suspect`;
  return report(context, cell, 'warning', 'amount-padded', message);
}

function reportFiner(context: CellContext, cell: Cell, unit: string): Diagnostic {
  const message = `amount "${excerpt(cell.text)}" ${unit} is finer than a fen; rounded half up`;
  return report(context, cell, 'warning', 'amount-finer-than-fen', message);
}

function reportMarked(context: CellContext, cell: Cell): Diagnostic {
  const message = `amount "${excerpt(cell.text)}" has a mark beside it; read without it, line suspect`;
  return report(context, cell, 'warning', 'amount-marked', message);
}

function reportSpaced(context: CellContext, cell: Cell): Diagnostic {
  const message = `amount "${excerpt(cell.text)}" has spaces in it; read without them, line suspect unless a sum confirms it`;
  return report(context, cell, 'warning', 'amount-spaced', message);
}

function report(
  { table }: CellContext,
  { row, col, page }: Cell,
  severity: Diagnostic['severity'],
  code: string,
  message: string,
): Diagnostic {
  return { stage: 'transform', severity, code, message, origin: { tableNo: table.tableNo, row, col, page } };
}

const EXCERPT_LENGTH = 40;

function excerpt(text: string): string {
  return text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
}
