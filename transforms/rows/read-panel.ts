/** From one panel of a statement to the amounts it states. */
import type { Cell, Diagnostic } from '../../extractors/types.js';
import { parseAmount } from '../amounts/index.js';
import type { Panel } from '../statements/panels.js';
import type { ChangeColumn } from '../statements/columns.js';
import type { BlankColumn, StatedAmount } from '../types.js';
import type { PanelToRead } from './panel-to-read.js';
import { isUnknownSource, plainTotalItem } from './cell-meaning.js';
import { reportContradicted } from './ruling/apply-ruling.js';
import { cellsOf, findChanges, isChange, withRowChanges } from './change-rows.js';
import { changeOwners, withChanges } from './changes.js';
import { classesOfColumns } from './column-classes.js';
import { identifyRows } from './identify-rows.js';
import type { PanelRow } from './identify-rows.js';
import { dividesSides, meaningOf, readAmount } from './read-amount.js';
import type { CellContext } from './read-amount.js';
import { unitOfRow } from './ruling/row-unit.js';
import type { BodyRow, ReadTable } from './table-to-read.js';
import { reportCutAmounts } from './doubts/cut.js';
import { reportUnreadChanges } from './doubts/unread-changes.js';
import { reportNamedChanges } from './doubts/named-changes.js';
import { reportForeignCodes } from './doubts/foreign-codes.js';
import { reportChangedHeader } from './doubts/changed-header.js';
import { reportMixedPanel } from './doubts/mixed.js';
import { filledLabels, reportJoinedHeadings, reportJoinedNames, reportUnnamedProject } from './doubts/joined.js';
import { reportOrphanChanges } from './doubts/orphan-changes.js';
import { reportSpanningAmounts } from './doubts/spanning.js';
import { reportUnnamedUnits } from './doubts/unnamed-units.js';
import {
  contradictsFlow,
  reportAlike,
  reportColumns,
  reportFlow,
  reportMisaligned,
  reportSource,
  reportUnlabelled,
} from './doubts/meaningless.js';

export interface ReadPanel extends ReadTable {
  /** Cells that state changes of other rows' amounts. */
  readonly changes: readonly Cell[];
}

/** What the rows of a panel share. */
interface PanelContext extends Omit<CellContext, 'kind' | 'rowUnit'> {
  readonly changesOf: ReturnType<typeof changeOwners>;
  /** How many of its rows state amounts. */
  readonly stating: number;
  /** Columns of words that most of these rows fill. */
  readonly filled: ReadonlySet<number>;
}

/** Every amount of the panel, row by row, with what is to be said about its rows, columns and cells. */
export function readPanel(work: PanelToRead): ReadPanel {
  const { table, panel, cells, defaults, facts, codebook } = work;
  const classes = classesOfColumns(panel, table.tableKind, {
    codebook,
    year: facts.fiscalYear,
    budget: defaults.budget,
  });
  const stating = statingRows(panel, cells);
  const rows = identifyRows(work);
  const changesOf = changeOwners(panel);
  const orphans = reportOrphanChanges(panel, changesOf, cells, table.tableNo);
  const doubtful = [
    ...orphans.filter(({ origin }) => origin.col != null),
    ...reportColumns(panel, classes, table),
    ...reportAlike(panel, cells, table.tableNo),
    ...(table.isUnruled ? [...reportJoinedHeadings(panel, table.tableNo), ...reportMixedPanel(work, rows)] : []),
  ];
  const shared = [
    ...orphans.filter(({ origin }) => origin.row != null),
    ...(table.isUnruled ? reportCutAmounts(panel, cells, table.tableNo) : []),
    ...reportSpanningAmounts(panel, cells, table.tableNo),
    ...reportChangedHeader(panel, cells, table),
    ...reportNamedChanges(panel, cells, table.tableNo),
    ...reportUnreadChanges(panel, cells, table.tableNo),
    ...reportUnnamedUnits(work, rows),
    ...reportForeignCodes(rows, table.tableNo),
  ];
  const context: PanelContext = {
    ...work,
    classes,
    doubtfulColumns: new Set(doubtful.map(({ origin }) => origin.col)),
    plainTotal: table.tableKind === 'three_public' ? plainTotalItem(panel, cells) : null,
    isDivided: dividesSides(panel),
    changesOf,
    stating: stating.length,
    filled: filledLabels(panel, stating),
  };
  const changes = findChanges(rows);
  const read = rows.filter(({ identity }) => !isChange(identity.period)).map((row) => readRow(context, row));
  return {
    amounts: read.flatMap(({ amounts }) => amounts.map((amount) => withRowChanges(amount, changes))),
    blankColumns: blankColumns(context, stating, rows),
    diagnostics: [...doubtful, ...shared, ...read.flatMap(({ diagnostics }) => diagnostics)],
    changes: cellsOf(changes),
  };
}

/** The money columns in which no row states an amount, as the first row that states any would have them. */
function blankColumns(context: PanelContext, stating: readonly BodyRow[], rows: readonly PanelRow[]): BlankColumn[] {
  const first = rows.find(({ row }) => stating.includes(row));
  if (!first) return [];
  const isBlank = ({ col }: { readonly col: number }): boolean =>
    context.cells.every((row) => parseAmount(row.get(col)?.text ?? '', 1).kind === 'blank');
  return context.panel.amounts.filter(isBlank).map((column) => ({
    col: column.col,
    ...meaningOf(
      { ...context, kind: first.kind, defaults: first.defaults, period: first.period, rowUnit: null },
      column,
      first.identity,
    ),
  }));
}

/** The rows that state amounts. */
function statingRows({ amounts }: Panel, rows: readonly BodyRow[]): BodyRow[] {
  return rows.filter((row) => amounts.some(({ col }) => parseAmount(row.get(col)?.text ?? '', 1).kind === 'amount'));
}

function readRow(context: PanelContext, panelRow: PanelRow): Pick<ReadPanel, 'amounts' | 'diagnostics'> {
  const { row, identity, kind, defaults, period, unit } = panelRow;
  const rowUnit = unitOfRow(context.panel, row, identity.label);
  const own = { ...context, kind, defaults, period, rowUnit, table: { ...context.table, unit } };
  const stated = context.panel.amounts.map((column) => ({
    column,
    ...readAmount(own, column, identity, row.get(column.col)),
  }));
  const amounts = stated.flatMap(({ amount, column }) =>
    amount ? [withColumnChanges(amount, context.changesOf.get(column.col) ?? [], rowUnit ?? unit, row)] : [],
  );
  const ofCells = stated.flatMap(({ diagnostics, amount, column }) => [
    ...diagnostics,
    ...(amount ? reportContradicted(panelRow.ruled, column, amount) : []),
  ]);
  return { amounts, diagnostics: amounts.length > 0 ? [...ofCells, ...describeRow(context, panelRow)] : ofCells };
}

/** What is doubtful of a row that states amounts. */
function describeRow({ table, panel, flow, stating, filled }: PanelContext, panelRow: PanelRow): Diagnostic[] {
  const { row, rowNo, identity, defaults } = panelRow;
  const origin = { tableNo: table.tableNo, row: rowNo };
  return [
    ...reportUnlabelled(identity, panel, stating, origin),
    ...reportMisaligned(panel, row, origin),
    // 合计 and 年初结转 are set over the columns of codes and names
    ...(identity.role === 'detail' && table.isUnruled
      ? [...reportJoinedNames(panel, row, filled, origin), ...reportUnnamedProject(panel, row, identity, origin)]
      : []),
    ...(contradictsFlow(identity, flow, defaults) ? [reportFlow(identity, flow, origin)] : []),
    ...(isUnknownSource(identity, flow, defaults) ? [reportSource(identity, origin)] : []),
  ];
}

/** Last year's amounts have no change of their own. */
function withColumnChanges(
  amount: StatedAmount,
  own: readonly ChangeColumn[],
  unit: string | null,
  row: BodyRow,
): StatedAmount {
  if (amount.budgetStage === 'prior_year') return amount;
  return withChanges(
    amount,
    unit,
    (role) => row.get(own.find((change) => change.role === role)?.col ?? -1)?.text ?? '',
  );
}
