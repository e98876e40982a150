/** A row with amounts is lost, as at the end of a page. */
import { editTable, withoutRow } from '../inject.js';
import type { Place } from '../places.js';
import { amountTables, type Subject } from '../subject.js';
import { samePlace, type Fault } from './fault.js';

/** Each row with amounts, taken out. */
export function dropRows(subject: Subject): readonly Fault[] {
  return amountTables(subject).flatMap(({ tableNo, grid, rows }) =>
    rows.map((row) => ({
      what: `t${tableNo} r${row} dropped: ${wordsOf(row, grid.cells)}`,
      inject: () => editTable(subject.raw, tableNo, (whole) => withoutRow(whole, row)),
      origin: belowRow(tableNo, row),
      move: samePlace,
    })),
  );
}

/** Where the rows below a lost one stood before. */
export function belowRow(tableNo: number, lost: number): (place: Place) => Place {
  return (place) =>
    place.kind === 'table' && place.tableNo === tableNo && place.row >= lost ? { ...place, row: place.row + 1 } : place;
}

function wordsOf(row: number, cells: readonly { readonly row: number; readonly text: string }[]): string {
  return cells
    .filter((cell) => cell.row === row && cell.text.trim() !== '')
    .map(({ text }) => text.trim())
    .join(' | ');
}
