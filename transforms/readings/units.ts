/** The money unit of every table, its own or that of its neighbours. */
import type { Diagnostic, RawTable } from '../../extractors/types.js';
import { classifyTable, declaredUnits, findUnits, LINE_KINDS } from '../statements/index.js';
import type { TableUnit } from './decide.js';

export interface AssignedUnits {
  readonly units: readonly TableUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A table of budget lines that names no unit has that of the document's other tables when they all agree (warning `unit-inferred`, its
 * lines are suspect); else none (error `unit-missing`, it gives no lines). Tables without lines need none. One that names several has the first of
 * them (warning `units-contradict`, its lines are suspect).
 */
export function assignUnits(tables: readonly RawTable[]): AssignedUnits {
  const grids = tables.map((raw) => ({ raw, grid: raw.readings[0].grid }));
  const own = findUnits(grids);
  const named = new Set(own.filter((unit) => unit !== null));
  const common = named.size === 1 ? ([...named][0] ?? null) : null;
  const diagnostics: Diagnostic[] = [];
  const units = grids.map(({ raw, grid }, at): TableUnit => {
    const unit = own[at] ?? null;
    const declared = declaredUnits(raw, grid);
    if (unit !== null && declared.length > 1) {
      diagnostics.push(reportSeveral(raw, unit, declared));
      return { unit, inferred: true };
    }
    if (unit !== null || LINE_KINDS[classifyTable(raw, grid)] === undefined) return { unit, inferred: false };
    diagnostics.push(reportMissing(raw, common));
    return { unit: common, inferred: common !== null };
  });
  return { units, diagnostics };
}

function reportSeveral(raw: RawTable, unit: string, declared: readonly string[]): Diagnostic {
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'units-contradict',
    message: `the table names the money units ${declared.join(' and ')}, perhaps two tables read as one; ${unit} is taken, its lines are suspect`,
    origin: { tableNo: raw.tableNo, line: raw.lineFirst, page: raw.pageFirst },
  };
}

function reportMissing(raw: RawTable, common: string | null): Diagnostic {
  const origin = { tableNo: raw.tableNo, line: raw.lineFirst, page: raw.pageFirst };
  if (common === null) {
    return {
      stage: 'transform',
      severity: 'error',
      code: 'unit-missing',
      message:
        'the table names no money unit and the document gives no single one; its cells are kept raw, no lines are made of them',
      origin,
    };
  }
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'unit-inferred',
    message: `the table names no money unit; ${common} of the document's other tables is taken, its lines are suspect`,
    origin,
  };
}
