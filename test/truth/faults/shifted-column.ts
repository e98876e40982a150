/** The values of columns stand under the heading of the column beside their own. */
import { amountTables, type AmountTable, type Subject } from '../subject.js';
import { moveColumns } from './columns.js';
import type { Place } from '../places.js';
import { samePlace, type Fault } from './fault.js';

type Step = 1 | -1;
/** No column has this number. */
const NOWHERE = -1;

/**
 * Each column of amounts moved into the next, on the right and on the left; where that one holds amounts they move on too, up to a blank column or one that
 * holds no amounts, before which the last values fall off.
 */
export function shiftColumns(subject: Subject): readonly Fault[] {
  return amountTables(subject).flatMap((table) =>
    table.columns.flatMap((col) =>
      ([1, -1] as const).flatMap((step) => {
        const moved = pushedFrom(table, col, step);
        if (moved.length < 2) return [];
        const sources = new Map(moved.map((each, at) => [each, at === 0 ? null : (moved[at - 1] ?? null)]));
        return [
          {
            what: `t${table.tableNo} values of c${moved.join(' → c')}`,
            inject: () => moveColumns(subject, table, sources),
            origin: samePlace,
            move: follow(table.tableNo, moved),
          },
        ];
      }),
    ),
  );
}

/** The columns that a shift from `col` changes, in its direction. */
function pushedFrom(table: AmountTable, col: number, step: Step): readonly number[] {
  const pushed = [col];
  let next = col + step;
  for (; table.columns.includes(next); next += step) pushed.push(next);
  return isBlank(table, next) ? [...pushed, next] : pushed;
}

/** Each column's figures stand in the next; those of the last stand nowhere. */
function follow(tableNo: number, moved: readonly number[]): (place: Place) => Place {
  return (place) => {
    const at = place.kind === 'table' && place.tableNo === tableNo ? moved.indexOf(place.col) : -1;
    return at < 0 ? place : { ...place, col: moved[at + 1] ?? NOWHERE };
  };
}

function isBlank({ grid }: AmountTable, col: number): boolean {
  if (col < 0 || col >= grid.columnCount) return false;
  const body = grid.cells.filter((cell) => cell.col === col && cell.row >= grid.headerRowCount);
  return body.length === grid.rowCount - grid.headerRowCount && body.every(({ text }) => text.trim() === '');
}
