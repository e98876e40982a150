/** Two amounts of neighbouring cells stand in one cell, without a space. */
import { editTable, withTexts } from '../inject.js';
import { amountTables, type Subject } from '../subject.js';
import { samePlace, type Fault } from './fault.js';

/** Each two amounts side by side in a row, both in the cell of the left one, and both in that of the right one. */
export function glueNumbers(subject: Subject): readonly Fault[] {
  return amountTables(subject).flatMap(({ tableNo, amounts }) =>
    amounts.flatMap((left) => {
      const right = amounts.find(({ row, col }) => row === left.row && col === left.col + 1);
      if (!right) return [];
      const glued = left.text.trim() + right.text.trim();
      return [
        [glued, ''],
        ['', glued],
      ].map(([inLeft = '', inRight = '']) => {
        const texts = new Map([
          [`${left.row} ${left.col}`, inLeft],
          [`${right.row} ${right.col}`, inRight],
        ]);
        return {
          what: `t${tableNo} r${left.row} c${left.col}: ${left.text} | ${right.text} → ${inLeft} | ${inRight}`,
          inject: () => editTable(subject.raw, tableNo, (grid) => withTexts(grid, texts)),
          origin: samePlace,
          move: samePlace,
        };
      });
    }),
  );
}
