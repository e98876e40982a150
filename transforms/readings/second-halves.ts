/** A statement of two sides (收支总表) that is printed as two tables: the side of revenue, and below or beside it that of expenditure. */
import type { Grid, RawTable } from '../../extractors/types.js';
import { kindOfTitle, LINE_KINDS, readHeaderPaths } from '../statements/index.js';
import type { Flow } from '../types.js';
import { pack } from '../vocabulary/index.js';

/** The sum of one side names it where its head does not. */
const SUM = /[合总]计$/;

/** The tables, those without a name that are the second half of the statement right before them with its name. */
export function nameSecondHalves(tables: readonly RawTable[]): readonly RawTable[] {
  return tables.map((table, at) => {
    const before = tables[at - 1];
    return before && isSecondHalf(table, before) ? { ...table, title: before.title } : table;
  });
}

function isSecondHalf(table: RawTable, before: RawTable): boolean {
  if (table.title !== null || table.captions.length > 0 || table.order !== before.order + 1) return false;
  const kind = kindOfTitle(before.title);
  const isTwoSided = kind !== null && LINE_KINDS[kind]?.flow === null;
  return isTwoSided && sideOf(before) === 'revenue' && sideOf(table) === 'expenditure';
}

/** The one side that the head of a table and its sums speak of; null where they speak of none, or of both. */
function sideOf({ readings: [{ grid }] }: RawTable): Flow | null {
  const words = [...readHeaderPaths(grid).flat(), ...sums(grid)];
  const [isRevenue, isExpenditure] = [/收入/, /支出/].map((side) => words.some((word) => side.test(word)));
  if (isRevenue === isExpenditure) return null;
  return isRevenue ? 'revenue' : 'expenditure';
}

function sums({ cells, headerRowCount }: Grid): string[] {
  return cells.flatMap(({ row, text }) => (row >= headerRowCount && SUM.test(pack(text)) ? [pack(text)] : []));
}
