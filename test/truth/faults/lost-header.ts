/** A level of the heading is lost: a group's name, or the names of the columns under it. */
import { editTable, withoutRow } from '../inject.js';
import { amountTables, type Subject } from '../subject.js';
import { belowRow } from './dropped-row.js';
import { samePlace, type Fault } from './fault.js';

/** Each row of each heading of several rows, taken out. */
export function loseHeaderLevels(subject: Subject): readonly Fault[] {
  return amountTables(subject).flatMap(({ tableNo, grid: { headerRowCount } }) =>
    Array.from({ length: headerRowCount > 1 ? headerRowCount : 0 }, (_, row) => ({
      what: `t${tableNo} header row ${row} of ${headerRowCount} dropped`,
      inject: () => editTable(subject.raw, tableNo, (grid) => withoutRow(grid, row)),
      origin: belowRow(tableNo, row),
      move: samePlace,
    })),
  );
}
