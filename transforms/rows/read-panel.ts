/** From one panel of a statement to the amounts it states. */
import type { Cell, Diagnostic } from '../../extractors/types.js';
import { parseAmount } from '../amounts/index.js';
import { LINE_KINDS } from '../statements/kinds.js';
import type { Panel } from '../statements/panels.js';
import type { ChangeColumn } from '../statements/columns.js';
import type { StatedAmount } from '../types.js';
import type { PanelToRead } from './panel-to-read.js';
import { isUnknownSource, plainTotalItem } from './cell-meaning.js';
import { cellsOf, ChangeWalk, withRowChanges } from './change-rows.js';
import type { ChangeRow } from './change-rows.js';
import { changeOwners, withChanges } from './changes.js';
import { classesOfColumns } from './column-classes.js';
import { RowReader } from './identify.js';
import { readAmount } from './read-amount.js';
import type { RowPeriod } from './row-period.js';
import type { BodyRow, ReadTable } from './table-to-read.js';
import {
  contradictsFlow,
  reportAlike,
  reportColumns,
  reportFlow,
  reportMisaligned,
  reportSource,
  reportUnlabelled,
} from './report.js';
import { schemeOfNames } from './scheme-of-names.js';
import { walkSections } from './sections.js';
import { sharedLabels } from './shared-labels.js';
import { labelTexts } from './spanning-labels.js';
import { unitsAbove } from './unit-codes.js';

export interface ReadPanel extends ReadTable {
  /** Cells that state changes of other rows' amounts. */
  readonly changes: readonly Cell[];
}

/** Every amount of the panel, row by row, with what is to be said about its rows, columns and cells. */
export function readPanel(work: PanelToRead): ReadPanel {
  const { table, panel, left, cells, defaults, facts, codebook } = work;
  const mapping = { codebook, year: facts.fiscalYear, budget: defaults.budget };
  const reader = new RowReader(panel, {
    ...mapping,
    kind: table.tableKind,
    defaults: { ...defaults, scheme: schemeOfNames(panel, cells, defaults.scheme, { ...mapping, flow: work.flow }) },
    flow: work.flow,
    fiscalYear: work.period.fiscalYear,
    unitsAbove: unitsAbove(panel, cells),
  });
  const classes = classesOfColumns(panel, mapping);
  const doubtful = [...reportColumns(panel, classes, table.tableNo), ...reportAlike(panel, cells, table.tableNo)];
  const context = {
    ...work,
    classes,
    doubtfulColumns: new Set(doubtful.map(({ origin }) => origin.col)),
    plainTotal: table.tableKind === 'three_public' ? plainTotalItem(panel, cells) : null,
  };
  const owners = changeOwners(panel);
  const sectionOf = walkSections(table.tableKind);
  const amounts: StatedAmount[] = [];
  const changes: ChangeRow[] = [];
  const changeWalk = new ChangeWalk();
  const diagnostics: Diagnostic[] = [...doubtful];
  const labels = labelTexts(cells);
  const stating = countStating(panel, cells);
  for (const [at, row] of cells.entries()) {
    const textOf = (col: number): string => row.get(col)?.text ?? '';
    const identity = reader.read(sharedLabels(panel, left, labels[at] ?? textOf));
    const kind = sectionOf(identity.label);
    const own = kind === table.tableKind ? defaults : kind && LINE_KINDS[kind];
    if (!kind || !own) continue;
    const change = changeWalk.next(rowNo(row), identity.period, row);
    if (change) changes.push(change);
    if (isChange(identity.period)) continue;
    const stated = panel.amounts.map((column) => ({
      column,
      ...readAmount({ ...context, kind, defaults: own }, column, identity, row.get(column.col)),
    }));
    const found = stated.flatMap(({ amount, column }) => (amount ? [{ amount, column }] : []));
    amounts.push(
      ...found.map(({ amount, column }) =>
        amount.budgetStage === 'prior_year'
          ? amount
          : withColumnChanges(amount, owners.get(column.col) ?? [], table.unit, textOf),
      ),
    );
    diagnostics.push(...stated.flatMap((result) => result.diagnostics));
    const origin = { tableNo: table.tableNo, row: rowNo(row), page: null };
    if (found.length > 0)
      diagnostics.push(...reportUnlabelled(identity, panel, stating, origin), ...reportMisaligned(panel, row, origin));
    if (found.length > 0 && contradictsFlow(identity, work.flow, own))
      diagnostics.push(reportFlow(identity, work.flow, origin));
    if (found.length > 0 && isUnknownSource(identity, work.flow, own)) diagnostics.push(reportSource(identity, origin));
  }
  return {
    amounts: amounts.map((amount) => withRowChanges(amount, changes)),
    diagnostics,
    changes: cellsOf(changes),
  };
}

/** How many rows state amounts. */
function countStating({ amounts }: Panel, rows: readonly BodyRow[]): number {
  return rows.filter((row) => amounts.some(({ col }) => parseAmount(row.get(col)?.text ?? '', 1).kind === 'amount'))
    .length;
}

function isChange(period: RowPeriod | null): boolean {
  return period !== null && period.kind !== 'figures';
}

function withColumnChanges(
  amount: StatedAmount,
  own: readonly ChangeColumn[],
  unit: string | null,
  textOf: (col: number) => string,
): StatedAmount {
  return withChanges(amount, unit, (role) => textOf(own.find((change) => change.role === role)?.col ?? -1));
}

function rowNo(row: ReadonlyMap<number, Cell>): number {
  return [...row.values()][0]?.row ?? 0;
}
