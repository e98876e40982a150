/** The rows of a panel that state money, each with who it is and the statement it is of. */
import { LINE_KINDS } from '../statements/kinds.js';
import type { KindDefaults } from '../statements/kinds.js';
import type { TableKind } from '../types.js';
import { RowReader } from './identify.js';
import type { PanelToRead } from './panel-to-read.js';
import type { RowIdentity } from './row-identity.js';
import { schemeOfNames } from './scheme-of-names.js';
import { walkSections } from './sections.js';
import { sharedLabels } from './shared-labels.js';
import { labelTexts } from './spanning-labels.js';
import type { BodyRow } from './table-to-read.js';
import { unitsAbove } from './unit-codes.js';

export interface PanelRow {
  readonly row: BodyRow;
  /** Its number in the grid. */
  readonly rowNo: number;
  readonly identity: RowIdentity;
  /** The statement that the row is of: the table's, or that of its section. */
  readonly kind: TableKind;
  readonly defaults: KindDefaults;
}

/** Takes the rows from top to bottom, as what a row is follows from those above it; rows that count things are left out. */
export function identifyRows(work: PanelToRead): PanelRow[] {
  const { table, panel, left, cells, defaults } = work;
  const reader = readerOf(work);
  const sectionOf = walkSections(table.tableKind);
  const labels = labelTexts(cells);
  return cells.flatMap((row, at): PanelRow[] => {
    const textOf = (col: number): string => row.get(col)?.text ?? '';
    const identity = reader.read(sharedLabels(panel, left, labels[at] ?? textOf));
    const kind = sectionOf(identity.label);
    const own = kind === table.tableKind ? defaults : kind && LINE_KINDS[kind];
    return kind && own ? [{ row, rowNo: numberOf(row), identity, kind, defaults: own }] : [];
  });
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
  });
}

function numberOf(row: BodyRow): number {
  return [...row.values()][0]?.row ?? 0;
}
