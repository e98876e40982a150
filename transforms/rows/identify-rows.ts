/** The rows of a panel that state money, each with who it is and the statement it is of. */
import { LINE_KINDS } from '../statements/kinds.js';
import type { KindDefaults } from '../statements/kinds.js';
import type { Period } from '../statements/period.js';
import type { TableKind } from '../types.js';
import { defaultsUnder, periodUnder } from './ruling/apply-ruling.js';
import type { RuledRow } from './ruling/apply-ruling.js';
import { RowReader } from './identify.js';
import type { PanelToRead } from './panel-to-read.js';
import type { RowIdentity } from './row-identity.js';
import { rulingsOfRows } from './ruling/ruling-rows.js';
import { NO_RULING } from './ruling/ruling-words.js';
import type { Ruling } from './ruling/ruling-words.js';
import { schemeOfNames } from './codes/scheme-of-names.js';
import { walkSections } from './ruling/sections.js';
import { sharedLabels } from './shared-labels.js';
import { labelTexts } from './spanning-labels.js';
import type { BodyRow } from './table-to-read.js';
import { departmentsAbove, unitsAbove } from './codes/unit-codes.js';

export interface PanelRow {
  readonly row: BodyRow;
  /** Its number in the grid. */
  readonly rowNo: number;
  readonly identity: RowIdentity;
  /** The statement that the row is of: the table's, or that of its section. */
  readonly kind: TableKind;
  /** What its amounts mean unless it or their columns say otherwise. */
  readonly defaults: KindDefaults;
  readonly period: Period;
  readonly unit: string | null;
  readonly ruled: RuledRow;
}

/** Takes the rows from top to bottom, as what a row is follows from those above it; rows that count things are left out. */
export function identifyRows(work: PanelToRead): PanelRow[] {
  const { table, panel, left, cells, defaults, period } = work;
  const reader = readerOf(work);
  const sectionOf = walkSections(table.tableKind);
  const labels = labelTexts(cells);
  const rulings = rulingsOfRows(work);
  return cells.flatMap((row, at): PanelRow[] => {
    const textOf = (col: number): string => row.get(col)?.text ?? '';
    const identity = reader.read(sharedLabels(panel, left, labels[at] ?? textOf));
    const kind = sectionOf(identity.label);
    const own = kind === table.tableKind ? defaults : kind && LINE_KINDS[kind];
    if (!kind || !own) return [];
    const ruling = withoutSpending(kind, rulings[at] ?? NO_RULING);
    return [
      {
        row,
        rowNo: numberOf(row),
        identity,
        kind,
        defaults: defaultsUnder(ruling, own),
        period: periodUnder(ruling, period),
        unit: ruling.unit ?? table.unit,
        ruled: { ruling, identity, statement: own },
      },
    ];
  });
}

/** 三公 and purchases are parts of either kind of spending. */
function withoutSpending(kind: TableKind, ruling: Ruling): Ruling {
  return kind === 'three_public' || kind === 'procurement' ? { ...ruling, spendingType: null } : ruling;
}

function readerOf({ table, panel, cells, defaults, facts, codebook, flow, period }: PanelToRead): RowReader {
  const mapping = { codebook, year: facts.fiscalYear, budget: defaults.budget };
  return new RowReader(panel, {
    ...mapping,
    kind: table.tableKind,
    defaults: { ...defaults, scheme: schemeOfNames(panel, cells, defaults.scheme, { ...mapping, flow }) },
    flow,
    fiscalYear: period.fiscalYear,
    unitsAbove: unitsAbove(panel, cells),
    departmentsAbove: departmentsAbove(panel, cells),
  });
}

function numberOf(row: BodyRow): number {
  return [...row.values()][0]?.row ?? 0;
}
