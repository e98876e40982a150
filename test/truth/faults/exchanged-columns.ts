/** Two columns side by side stand under each other's heading. */
import type { Place } from '../places.js';
import { amountTables, type Subject } from '../subject.js';
import { moveColumns } from './columns.js';
import { samePlace, type Fault } from './fault.js';

/** Each two neighbouring columns of amounts. No figure is lost and each row keeps its sum: what other statements print must tell. */
export function exchangeColumns(subject: Subject): readonly Fault[] {
  return amountTables(subject).flatMap((table) =>
    table.columns
      .filter((col) => table.columns.includes(col + 1))
      .map((col) => ({
        what: `t${table.tableNo} values of c${col} ⇄ c${col + 1}`,
        inject: () =>
          moveColumns(
            subject,
            table,
            new Map([
              [col, col + 1],
              [col + 1, col],
            ]),
          ),
        origin: samePlace,
        move: exchange(table.tableNo, col),
      })),
  );
}

function exchange(tableNo: number, left: number): (place: Place) => Place {
  return (place) => {
    if (place.kind === 'prose' || place.tableNo !== tableNo) return place;
    if (place.col === left) return { ...place, col: left + 1 };
    return place.col === left + 1 ? { ...place, col: left } : place;
  };
}
