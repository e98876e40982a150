/** What places, rows and lists of rows are called in a check's id and subject. */
import { codeOf } from '../lines/index.js';
import type { BudgetLine, LineScheme } from '../types.js';

/** Short stable name of a line's place for a check id: `t2.r3.c5`, `b12.c34.expenditure`. */
export function placeId({ place, flow }: BudgetLine): string {
  if (place.kind === 'table') return `t${String(place.tableNo)}.r${String(place.row)}.c${String(place.col)}`;
  return `b${String(place.blockNo)}.c${String(place.charStart)}.${flow}`;
}

/** Where a line stands, for people: table and column, or block. */
export function placeName({ place }: BudgetLine): string {
  return place.kind === 'table' ? `t.${String(place.tableNo)} c.${String(place.col)}` : `b.${String(place.blockNo)}`;
}

const NAMING_SCHEMES: readonly LineScheme[] = ['dept_economic', 'gov_economic', 'function', 'revenue', 'procurement'];

/** What a line is called in a check's subject: its code, else its words. */
export function nameOf(line: BudgetLine): string {
  const code =
    line.lineRole === 'total'
      ? null
      : NAMING_SCHEMES.map((scheme) => codeOf(line, scheme)).find((found) => found !== null);
  return code ?? line.label.replace(/\s+/g, '');
}

/** Longer lists are shortened: a subject is read by people. */
const NAMES_SHOWN = 12;

/** `a + b + c`, shortened where there are many. */
export function listNames(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(' + ') + (more > 0 ? ` + … (${String(more)} more)` : '');
}
