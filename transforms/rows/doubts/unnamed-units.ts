/** Rows that bear the code of a unit whose name the table does not print. */
import type { Diagnostic } from '../../../extractors/types.js';
import { headsUnitsAndClasses } from '../../statements/columns.js';
import type { DocumentFacts } from '../../types.js';
import type { PanelRow } from '../identify-rows.js';
import type { PanelToRead } from '../panel-to-read.js';
import { areOtherUnits, unitCodeOf } from '../codes/unit-codes.js';

/**
 * A warning `unit-unnamed` at each row with the code of a unit that no row names, in a panel that names others, or whose heading says that it names them (单位名称（科目）): its own row is
 * lost, or the code is another than printed. In the report of a single unit that prints no code of another no row need name it. Any other panel that prints codes of units alone is left as it is.
 */
export function reportUnnamedUnits({ table, panel, facts }: PanelToRead, rows: readonly PanelRow[]): Diagnostic[] {
  const codeOf = ({ row }: PanelRow): string | null => unitCodeOf(panel, (col) => row.get(col)?.text ?? '');
  const named = new Set(rows.filter(isOfNamedUnit).flatMap((row) => codeOf(row) ?? []));
  const isToName = panel.labels.some(({ path }) => headsUnitsAndClasses(path));
  if (named.size === 0 && (!isToName || isOfOneUnit(facts, new Set(rows.map(codeOf))))) return [];
  return rows.flatMap((row) => {
    const code = codeOf(row);
    const isUnnamed = !isOfNamedUnit(row) && row.identity.role === 'detail';
    if (!isUnnamed || code === null || ![...named].every((other) => areOtherUnits(other, code))) return [];
    return [warn(row, code, table.tableNo)];
  });
}

/** Whether the report is of a single unit and no other code than its own stands in the rows. */
function isOfOneUnit({ reportKind }: DocumentFacts, codes: ReadonlySet<string | null>): boolean {
  const isAlone = [...codes].every((code) => ![...codes].some((other) => areOtherUnits(code, other)));
  return isAlone && (reportKind === 'unit_budget' || reportKind === 'unit_final');
}

function isOfNamedUnit({ identity }: PanelRow): boolean {
  return identity.budgetUnitName !== null;
}

function warn({ identity, rowNo }: PanelRow, code: string, tableNo: number): Diagnostic {
  const message = `"${identity.label}" bears the unit code ${code}, and no row names that unit as others are; whose money it is is not sure, its lines are suspect`;
  return { stage: 'transform', severity: 'warning', code: 'unit-unnamed', message, origin: { tableNo, row: rowNo } };
}
