/** The money unit of every table, its own or that of its neighbours. */
import type { Diagnostic, RawBlock, RawTable } from '../../extractors/types.js';
import { isUnitLine, namedUnits } from '../amounts/index.js';
import { findDocumentUnit } from './document-unit.js';
import {
  classifyTable,
  declaredUnits,
  findUnits,
  LINE_KINDS,
  namesUnitOfEachRow,
  unitsOfHeadings,
} from '../statements/index.js';
import type { TableUnit } from './decided-table.js';

export interface AssignedUnits {
  readonly units: readonly TableUnit[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A table of budget lines that names no unit has that of the document's other tables and of its notes when they all agree (warning `unit-inferred`, its
 * lines are suspect, unless the document declares one for all of them and none names its own); else none, nor where its headings name several, each for its column, or a column names one for each row. Tables without lines need none. One that names several has the
 * first of them (warning `units-contradict`, its lines are suspect).
 *
 * @param blocks of the document: a footnote may name the unit of a table (本表单位为万元), of which nobody knows
 */
export function assignUnits(tables: readonly RawTable[], blocks: readonly RawBlock[]): AssignedUnits {
  const grids = tables.map((raw) => ({ raw, grid: raw.readings[0].grid }));
  const own = findUnits(grids);
  const notes = blocks.filter(({ kind, text }) => kind === 'note' && isUnitLine(text)).map(({ text }) => text);
  const ofDocument = findDocumentUnit(tables, blocks);
  const named = new Set([...[ofDocument, ...own].filter((unit) => unit !== null), ...namedUnits(notes)]);
  const common = named.size === 1 ? ([...named][0] ?? null) : null;
  // where another table names its own, the one that stands above the first may be its alone
  const isForAll = ofDocument !== null && own.slice(1).every((unit) => unit === null);
  const diagnostics: Diagnostic[] = [];
  const units = grids.map(({ raw, grid }, at): TableUnit => {
    const unit = own[at] ?? null;
    const declared = declaredUnits(raw, grid);
    if (unit !== null && declared.length > 1) {
      diagnostics.push(reportSeveral(raw, unit, declared));
      return { unit, inferred: true };
    }
    const isOwn = unit !== null || unitsOfHeadings(grid).length > 0 || namesUnitOfEachRow(grid);
    if (isOwn || common === null || LINE_KINDS[classifyTable(raw, grid)] === undefined)
      return { unit, inferred: false };
    if (isForAll) return { unit: common, inferred: false };
    diagnostics.push(reportInferred(raw, common));
    return { unit: common, inferred: true };
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

function reportInferred(raw: RawTable, common: string): Diagnostic {
  return {
    stage: 'transform',
    severity: 'warning',
    code: 'unit-inferred',
    message: `the table names no money unit; ${common} of the document's other tables or notes is taken, its lines are suspect`,
    origin: { tableNo: raw.tableNo, line: raw.lineFirst, page: raw.pageFirst },
  };
}
